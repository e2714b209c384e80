/**
 * Words with one typing mistake: a letter too many, one missing, a wrong one, or two neighbours swapped.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var SHORTEST = 4;
  /** Files that may be loaded to look for one mistaken word. */
  var MOST_FILES = 6;
  var LETTERS = "abcdefghijklmnopqrstuvwxyz";
  /** Numbers, codes and weights: another one is another thing. */
  var NUMBER = /\d/;

  /**
   * @param {string} one
   * @param {string} other
   * @returns {boolean} whether one mistake, and not none, lies between two terms
   */
  core.isOneTypoAway = function (one, other) {
    if (Math.abs(one.length - other.length) > 1 || one === other) {
      return false;
    }
    var at = 0;
    while (at < one.length && one[at] === other[at]) {
      at += 1;
    }
    var restOfOne = one.slice(at + 1);
    var restOfOther = other.slice(at + 1);
    return (
      restOfOne === restOfOther ||
      restOfOne === other.slice(at) ||
      one.slice(at) === restOfOther ||
      (one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2))
    );
  };

  /**
   * What a word may be without its mistake, the likeliest first: without a letter, with two swapped, with another or one
   * more. The first letter is hardly ever mistaken, and could be any.
   * @param {string} term
   * @returns {string[]}
   */
  function guesses(term) {
    /** @type {string[][]} */
    var found = [[], [], []];
    for (var at = 0; at < term.length; at += 1) {
      var before = term.slice(0, at);
      found[term[at] === term[at + 1] ? 0 : 1].push(before + term.slice(at + 1));
      found[1].push(before + term.slice(at + 1, at + 2) + term[at] + term.slice(at + 2));
      for (var letter of at ? LETTERS : "") {
        found[2].push(before + letter + term.slice(at), before + letter + term.slice(at + 1));
      }
    }
    return found[0].concat(found[1], found[2]);
  }

  /**
   * How much a term is named for: more products in names count first; words written as one come last.
   * @param {OCOP.TermRecord} record
   * @returns {number}
   */
  function weight(record) {
    return record.forms.reduce(function (sum, form) {
      return sum + 4 * (form.fields[0] || "").length + form.fields.join("").length + 40 * form.values.length;
    }, 0);
  }

  /**
   * @param {string} typed
   * @param {string} meant
   * @returns {boolean} whether the mistake is a letter struck twice
   */
  function isStruckTwice(typed, meant) {
    return Array.from(typed).some(function (letter, at) {
      return letter === typed[at + 1] && typed.slice(0, at) + typed.slice(at + 1) === meant;
    });
  }

  core.rightOf = function (record, twice) {
    return { term: record.term, record: record, twice: twice };
  };

  /**
   * The form of a term in which a product has it, or else the one that most names use: for telling the reader.
   */
  core.writtenIn = function (record, product) {
    var forms = record.forms.slice().sort(function (one, other) {
      var names = (other.fields[0] || "").length - (one.fields[0] || "").length;
      return names || other.fields.join("").length + other.values.length - one.fields.join("").length - one.values.length;
    });
    var own = forms.find(function (form) {
      return form.fields.some((packed) => core.unpackAscending(packed).indexOf(product) >= 0);
    });
    var form = own || forms[0];
    return form ? form.written.normalize("NFC") : record.term;
  };

  core.findTypos = function (store, term) {
    var starts = core.names(store.directory, "w");
    if (term.length < SHORTEST || NUMBER.test(term) || !starts.length) {
      return Promise.resolve([]);
    }
    var wanted = guesses(term).map(function (guess) {
      return core.startsWithin(starts, guess).first;
    });
    var files = Array.from(new Set(wanted)).slice(0, MOST_FILES);
    return Promise.all(files.map(store.shard)).then(function (shards) {
      /** @type {OCOP.TermRecord[]} */
      var found = [];
      shards.forEach(function (shard) {
        shard.terms.forEach(function (other) {
          var record = core.isOneTypoAway(term, other) && !NUMBER.test(other) ? shard.find(other) : null;
          if (record) {
            found.push(record);
          }
        });
      });
      found.sort(function (one, other) {
        return Number(other.term[0] === term[0]) - Number(one.term[0] === term[0]) || weight(other) - weight(one);
      });
      return found.map(function (record) {
        return core.rightOf(record, isStruckTwice(term, record.term));
      });
    });
  };
})();
