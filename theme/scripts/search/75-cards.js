/**
 * Hits: the cards of the index in full. Undoes `generator/search/cards.py`.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var DAY = 86400000;
  var STARS = 8;
  var LAST_YEAR = 3000;

  /**
   * @param {number} day since 1970
   * @returns {string} YYYY-MM-DD
   */
  function dayText(day) {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }

  /**
   * @param {string} short how much of the id the name gives, and the rest
   * @param {string} name
   * @returns {string}
   */
  function fullId(short, name) {
    var cut = short.indexOf(",");
    var given = OCOP.fold(name).replace(/[^0-9a-z]/gu, "-");
    return given.slice(0, Number(short.slice(0, cut))) + short.slice(cut + 1);
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {number} place number of a value, plus 1
   * @returns {{ id: string, label: string }}
   */
  function value(directory, place) {
    return place ? directory.values[place - 1] : { id: "", label: "" };
  }

  /**
   * @param {any[] | undefined} row
   * @param {string} language
   * @returns {OCOP.Picture | null}
   */
  function picture(row, language) {
    if (!row || !row.length) {
      return null;
    }
    var sources = row[4].map(function (/** @type {[number, string]} */ source) {
      return source[1] + " " + source[0] + "w";
    });
    return {
      src: row[0],
      width: row[1],
      height: row[2],
      alt: row[3],
      altLang: row[5] || language,
      srcset: sources.join(", "),
    };
  }

  /**
   * @param {any[]} parts days from `last` on and states, in turn
   * @param {number} last
   * @param {string[]} states
   * @returns {Array<[string, string]>}
   */
  function course(parts, last, states) {
    /** @type {Array<[string, string]>} */
    var steps = [];
    for (var at = 0; at < parts.length; at += 2) {
      steps.push([parts[at] === "" ? "" : dayText(last + parts[at]), states[parts[at + 1]]]);
    }
    return steps;
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {any[]} row of the producer: short id, name, language
   * @returns {Pick<OCOP.Hit, "producer" | "producerLang" | "producerId" | "producerUrl">}
   */
  function producer(directory, row) {
    var id = fullId(row[0], row[1]);
    return {
      producer: row[1],
      producerLang: row[2] || "vi",
      producerId: id,
      producerUrl: id && core.placesOfMaker(directory, id)[directory.language],
    };
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {any[]} row
   * @returns {Pick<OCOP.Hit, "set" | "setId" | "group" | "groupId" | "tone" | "drawing">}
   */
  function category(directory, row) {
    var set = value(directory, row[4]);
    var drawn = directory.drawings.get(row[4] - 1) || ["", "food"];
    var group = value(directory, (directory.numbers.get("group " + drawn[0]) || -1) + 1);
    return {
      set: set.label,
      setId: set.id,
      group: group.label,
      groupId: group.id,
      tone: group.id || "food",
      drawing: drawn[1],
    };
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {any[]} row
   * @param {any[][]} courses
   * @returns {Pick<OCOP.Hit, "stars" | "state" | "case" | "course" | "expires" | "awarded">}
   */
  function standing(directory, row, courses) {
    var awarded = row[8] || 0;
    return {
      stars: row[6] % STARS,
      state: directory.states[Math.floor(row[6] / STARS)],
      case: row[18] || "",
      course: row[9] ? course(courses[row[9] - 1], row[7] || 0, directory.states) : [],
      expires: row[7] ? dayText(row[7]) : "",
      awarded: awarded > LAST_YEAR ? dayText(awarded) : awarded ? String(awarded) : "",
    };
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {any[]} row
   * @returns {Pick<OCOP.Hit, "minimumOrder" | "price" | "priceUntil" | "shelfLifeDays" | "incoterms" | "certifications" | "markets">}
   */
  function trade(directory, row) {
    /** @type {(place: number) => string} */
    var label = function (place) {
      return directory.values[place].label;
    };
    var dated = Array.isArray(row[11]);
    return {
      minimumOrder: row[10] || "",
      price: (dated ? row[11][0] : row[11]) || "",
      priceUntil: dated ? dayText(row[11][1]) : "",
      shelfLifeDays: row[12] || 0,
      incoterms: row[13] ? row[13].split(" ") : [],
      certifications: (row[14] || []).map(label),
      markets: (row[15] || []).map(label),
    };
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {any} file
   * @param {number} at
   * @param {Array<{ term: string, open: boolean }>} words
   * @returns {OCOP.Hit}
   */
  function makeHit(directory, file, at, words) {
    var row = file[0][at];
    var id = fullId(row[0], row[1]);
    var language = row[16] || "vi";
    /** @type {any[]} */
    var beside = [].concat(row[2] || "");
    var province = value(directory, row[5]);
    var urls = core.placesOf(directory, id, directory.states[Math.floor(row[6] / STARS)]);
    return Object.assign(
      {
        id: id,
        url: urls[directory.language],
        urls: urls,
        name: row[1],
        nameLang: language,
        other: beside[0],
        otherLang: beside[2] || (language === "en" ? "vi" : "en"),
        otherTranslated: beside[1] === 1,
        province: province.label,
        provinceId: province.id,
        formerProvince: row[17] ? directory.former[row[17] - 1 - directory.firstFormer] : "",
        picture: picture(row[19], directory.language),
        marks: core.marks(row[1], words),
        otherMarks: core.marks(beside[0], words),
      },
      producer(directory, row[3] ? file[1][row[3] - 1] : ["0,", ""]),
      category(directory, row),
      standing(directory, row, file[2]),
      trade(directory, row)
    );
  }

  core.makeHits = function (store, numbers, words) {
    var directory = store.directory;
    return Promise.all(
      Array.from(numbers, function (number) {
        return store.data("c", Math.floor(number / directory.cards)).then(function (file) {
          return makeHit(directory, file, number % directory.cards, words);
        });
      })
    );
  };
})();
