/**
 * Everything that has been loaded for one language, unpacked when first needed and kept.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /**
   * @param {string[]} terms ascending
   * @param {string} text
   * @returns {number} place of the first term that is not before `text`
   */
  function place(terms, text) {
    var low = 0;
    var high = terms.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (terms[middle] < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  core.startsWithin = function (starts, text) {
    // The file before the first that starts after `text` holds it; all that start with `text` hold what begins with it.
    var first = Math.max(0, place(starts, text + "\u0000") - 1);
    var end = place(starts, text + "\uffff");
    return { first: first, end: Math.max(first + 1, end) };
  };

  /**
   * @param {string} term
   * @param {string} text of the record, see `generator/search/terms.py`
   * @returns {OCOP.TermRecord}
   */
  function record(term, text) {
    /** @type {OCOP.TermRecord} */
    var made = { term: term, forms: [], joined: null };
    text.split("|").forEach(function (form) {
      var parts = form.split(",");
      if (form[0] === "~") {
        made.joined = { fields: [parts[0].slice(1)].concat(parts.slice(1, 3)), values: parts[3] || "" };
      } else {
        made.forms.push({ written: parts[0] || term, fields: parts.slice(1, 6), values: parts[6] || "" });
      }
    });
    return made;
  }

  core.makeShard = function (data) {
    var terms = data[0].split(" ");
    var records = data[1].split(" ");
    return {
      terms: terms,
      find: function (term) {
        var at = place(terms, term);
        return terms[at] === term ? record(term, records[at]) : null;
      },
      beginning: function (start) {
        var found = [];
        for (var at = place(terms, start); at < terms.length && terms[at].startsWith(start); at += 1) {
          found.push(record(terms[at], records[at]));
        }
        return found;
      },
    };
  };

  core.makeStore = function (directory, base, load) {
    /** @type {Map<number, string>} */
    var lists = new Map();
    /** @type {Map<string, Promise<any>>} */
    var made = new Map();

    /**
     * @param {string} kind
     * @param {number} at
     * @returns {Promise<any>}
     */
    function data(kind, at) {
      var files = directory.files.get(kind);
      if (!files || !(at in files.keys)) {
        return Promise.reject(new Error("no file " + kind + " " + at));
      }
      return core.loadPart(files.keys[at], base + files.addresses[at], load);
    }

    /**
     * What is made of a file, made once.
     * @template T
     * @param {string} key
     * @param {() => Promise<T>} make
     * @returns {Promise<T>}
     */
    function once(key, make) {
      var found = made.get(key);
      if (!found) {
        found = make();
        made.set(key, found);
        found.catch(function () {
          made.delete(key);
        });
      }
      return found;
    }

    /**
     * @param {number} value
     * @returns {number} place of the file of lists that holds it
     */
    function listFile(value) {
      var firsts = core.names(directory, "v");
      var at = firsts.length - 1;
      while (Number(firsts[at]) > value) {
        at -= 1;
      }
      return at;
    }

    /**
     * @param {number[]} values
     * @returns {Promise<void>}
     */
    function need(values) {
      var wanted = new Set(
        values
          .filter(function (value) {
            return !lists.has(value);
          })
          .map(listFile)
      );
      return Promise.all(
        Array.from(wanted, function (at) {
          return data("v", at).then(function (packed) {
            var first = Number(core.names(directory, "v")[at]);
            packed.forEach(function (/** @type {string} */ list, /** @type {number} */ offset) {
              lists.set(first + offset, list);
            });
          });
        })
      ).then(function () {});
    }

    return {
      directory: directory,
      data: data,
      once: once,
      need: need,
      shard: function (at) {
        return once("w" + at, function () {
          return data("w", at).then(core.makeShard);
        });
      },
      packed: function (value) {
        return lists.get(value) || "";
      },
      bits: function (value) {
        return once("bits" + value, function () {
          return need([value]).then(function () {
            return core.makeBits(directory.size, lists.get(value) || "");
          });
        });
      },
    };
  };

  core.shards = function (store, first, end) {
    var shards = [];
    var last = Math.min(end, core.names(store.directory, "w").length); // an empty catalogue has none
    for (var at = first; at < last; at += 1) {
      shards.push(store.shard(at));
    }
    return shards;
  };

  core.names = function (directory, kind) {
    var files = directory.files.get(kind);
    return files ? files.names : [];
  };
})();
