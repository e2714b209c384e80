/**
 * The directory of a language: what there is to choose from, and which files hold what. Undoes
 * `generator/search/directory.py`.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var SHARED = ["w", "b", "v", "i", "r", "d"];
  var HASH = 6;

  /**
   * @param {string} name
   * @returns {string} as file names write it
   */
  function escaped(name) {
    return Array.from(name, function (sign) {
      return /[0-9A-Za-z]/.test(sign) ? sign : "_" + Number(sign.codePointAt(0)).toString(16) + "_";
    }).join("");
  }

  /**
   * @param {string} language
   * @param {[string, string, string]} row kind, names, hashes
   * @returns {OCOP.FileKind}
   */
  function fileKind(language, row) {
    var folder = SHARED.indexOf(row[0]) < 0 ? language : "all";
    var names = row[2] ? row[1].split(" ") : [];
    var keys = names.map(function (name) {
      return folder + "/" + row[0] + "-" + escaped(name);
    });
    return {
      names: names,
      keys: keys,
      addresses: keys.map(function (key, place) {
        return "search/" + key + "." + row[2].substr(place * HASH, HASH) + ".js";
      }),
    };
  }

  /**
   * @param {any[]} row
   * @returns {OCOP.Facet}
   */
  function facet(row) {
    return {
      key: row[0],
      label: row[1],
      multiple: row[2] === 1,
      values: row[3].map(function (/** @type {any[]} */ value) {
        /** @type {OCOP.FacetValue} */
        var made = { id: value[1], label: value[2], count: value[3] };
        if (value[4]) {
          made.parent = value[4];
        }
        return made;
      }),
    };
  }

  /**
   * @param {any[]} row
   * @returns {OCOP.Range}
   */
  function range(row) {
    return {
      key: row[0],
      label: row[1],
      stated: row[2],
      units: row[3].map(function (/** @type {any[]} */ unit) {
        return { id: unit[0], label: unit[1], count: unit[2], lowest: unit[3], highest: unit[4] };
      }),
    };
  }

  /**
   * Numbers of the values of each facet, one facet after the other.
   * @param {any[][]} rows
   * @returns {OCOP.Kind[]}
   */
  function kinds(rows) {
    var first = 0;
    return rows.map(function (row) {
      var kind = { facet: row[0], field: row[1], first: first, end: first + row[2] };
      first = kind.end;
      return kind;
    });
  }

  /**
   * @param {OCOP.Kind} kind
   * @returns {boolean}
   */
  function isFormer(kind) {
    return kind.facet === "former";
  }

  core.makeDirectory = function (data) {
    var phrases = new Map();
    data.phrases.forEach(function (/** @type {[number, string]} */ row) {
      row[1].split(" ").forEach(function (phrase) {
        if (!phrases.has(phrase)) {
          phrases.set(phrase, row[0]);
        }
      });
    });
    /** @type {OCOP.Directory["values"]} */
    var values = [];
    var numbers = new Map();
    data.facets.forEach(function (/** @type {any[]} */ row) {
      row[3].forEach(function (/** @type {any[]} */ value) {
        values[value[0]] = { facet: row[0], id: value[1], label: value[2] };
        numbers.set(row[0] + " " + value[1], value[0]);
      });
    });
    var files = new Map();
    data.files.forEach(function (/** @type {[string, string, string]} */ row) {
      files.set(row[0], fileKind(data.language, row));
    });
    var all = kinds(data.kinds);
    return {
      language: data.language,
      size: data.size,
      asOf: data.asOf,
      facets: data.facets.map(facet),
      ranges: data.ranges.map(range),
      kinds: all,
      phrases: phrases,
      values: values,
      numbers: numbers,
      former: data.former,
      drawings: new Map(data.drawings),
      firstFormer: all.filter(isFormer)[0].first,
      states: data.states,
      cards: data.cards,
      places: data.places,
      files: files,
    };
  };
})();
