/**
 * Puts the words of a query together: every word must match; the best matches come first, then the order of standing.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var KEPT = 32;

  /**
   * @param {OCOP.Costs} costs
   * @returns {boolean}
   */
  function isEmpty(costs) {
    return costs.every(function (cost) {
      return cost === core.NONE;
    });
  }

  /**
   * The lower cost of each product.
   * @param {OCOP.Costs} one
   * @param {OCOP.Costs | null} other
   * @returns {OCOP.Costs}
   */
  function lower(one, other) {
    if (!other) {
      return one;
    }
    var lowest = one.slice();
    for (var number = 0; number < lowest.length; number += 1) {
      if (other[number] < lowest[number]) {
        lowest[number] = other[number];
      }
    }
    return lowest;
  }

  /**
   * What `make` gives for a key; the last few are kept, since the next keystroke changes one word only.
   * @template T
   * @param {Map<string, Promise<T>>} kept
   * @param {Array<string | boolean>} parts of the key
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  function remember(kept, parts, make) {
    var key = parts.join(" ");
    var found = kept.get(key) || make();
    kept.delete(key);
    kept.set(key, found);
    found.catch(function () {
      kept.delete(key);
    });
    if (kept.size > KEPT) {
      kept.delete(Array.from(kept.keys())[0]);
    }
    return found;
  }

  core.makeMatcher = function (store) {
    var size = store.directory.size;
    /** @type {Map<string, Promise<OCOP.Costs>>} */
    var looked = new Map();
    /** @type {Map<string, Promise<OCOP.Pair>>} */
    var paired = new Map();

    /**
     * @param {OCOP.Word} word
     * @param {boolean} strict
     * @param {boolean} [alone]
     * @returns {Promise<OCOP.Costs>}
     */
    function lookUp(word, strict, alone) {
      return remember(looked, [word.written, word.open, word.optional, word.every, strict, !!alone], function () {
        return core.lookUp(store, word, strict, !!alone);
      });
    }

    /**
     * @param {OCOP.Word[]} words
     * @returns {Promise<OCOP.Pair[]>} of each word and the next
     */
    function lookUpPairs(words) {
      var pairs = words.slice(1).map(function (second, at) {
        return remember(paired, [words[at].term, second.term, second.open], function () {
          return core.lookUpPair(store, words[at], second);
        });
      });
      return Promise.all(pairs);
    }

    var near = core.makeNear(store, lookUp, lookUpPairs);

    return async function (words) {
      words = words.slice(0, core.MOST_WORDS);
      var strict = words.some(function (word) {
        return core.hasMarks(word.written);
      });
      var looking = words.map(function (word) {
        return lookUp(word, strict, words.length === 1);
      });
      var pairs = await lookUpPairs(words);
      var own = await Promise.all(looking);
      var costs = own.map(function (one, at) {
        var before = at ? pairs[at - 1] : null;
        var after = at < pairs.length ? pairs[at] : null;
        // A single letter still being typed is known by the word before it only.
        var begun = before && words[at].open && words[at].term.length === 1 ? before.beside : null;
        return [before && before.joined, after && after.joined, begun].reduce(lower, one);
      });
      /** @type {string[]} */
      var unknown = [];
      /** @type {OCOP.Correction[]} */
      var corrections = [];

      /**
       * @param {number} at
       * @param {{ word: OCOP.Word, costs: OCOP.Costs }} reading
       * @param {boolean} known whether some product has the word as it was typed
       * @returns {void}
       */
      function take(at, reading, known) {
        if (reading.word.term !== words[at].term) {
          corrections.push({ from: words[at].text, to: reading.word.text, known: known });
        }
        costs[at] = reading.costs;
        words = words.slice();
        words[at] = reading.word;
      }

      for (var at = 0; at < words.length; at += 1) {
        if (!words[at].optional && isEmpty(costs[at])) {
          var others = costs.filter(function (one, place) {
            return !words[place].optional && !isEmpty(one);
          });
          var found = await near.unknown(words, at, others);
          if (found) {
            take(at, found, false);
          } else {
            unknown.push(words[at].text);
          }
        }
      }
      var optional = words.map(function (word) {
        return word.optional;
      });
      var order = unknown.length ? new Uint32Array(0) : core.inOrder(costs, optional, pairs, size);
      var together = unknown.length || order.length ? null : await near.together(words, costs);
      if (together) {
        take(together.at, together, true);
      }
      if (corrections.length && !unknown.length) {
        order = core.inOrder(costs, optional, await lookUpPairs(words), size);
      }
      return { order: order, unknown: unknown, corrected: corrections, words: words };
    };
  };
})();
