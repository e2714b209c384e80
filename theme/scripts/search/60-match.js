/**
 * Puts the words of a query together: every word must match; the best matches come first, then the order of standing.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var MOST_TYPOS = 8;
  var KEPT = 32;
  var SHORTEST_CUT = 3;
  var TWICE = /(.)\1/;

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
      return remember(looked, [word.written, word.open, word.optional, strict, !!alone], function () {
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

    /**
     * A word without a mistake, and what it finds.
     * @param {OCOP.Word} word
     * @returns {(right: OCOP.Right) => OCOP.Way}
     */
    function corrected(word) {
      return function (right) {
        var better = Object.assign({}, word, right, { text: right.written, open: false });
        return {
          word: better,
          look: function () {
            return lookUp(better, false);
          },
        };
      };
    }

    /**
     * The first way to read a word in which it can stand with the others.
     * @param {OCOP.Way[]} ways
     * @param {OCOP.Costs[]} others
     * @returns {Promise<{ word: OCOP.Word, costs: OCOP.Costs } | null>}
     */
    async function firstFitting(ways, others) {
      for (var way of ways) {
        var costs = await way.look();
        if (core.inOrder(others.concat(costs), [], [], size).length) {
          return { word: way.word, costs: costs };
        }
      }
      return null;
    }

    /**
     * Another way to read a word that nothing was found for: with a letter that was struck twice, as the beginning of a
     * longer one or of words written as one, with another mistake.
     * @param {OCOP.Word} word
     * @param {OCOP.Costs[]} others
     * @returns {Promise<{ word: OCOP.Word, costs: OCOP.Costs } | null>}
     */
    async function findNear(word, others) {
      var longer = Object.assign({}, word, { open: true });
      var right = TWICE.test(word.term) ? await core.findTypos(store, word.term) : null;
      var struck = (right || []).filter(function (one) {
        return one.twice;
      });
      var ways = struck.map(corrected(word));
      if (word.term.length >= SHORTEST_CUT) {
        ways.push(
          { word: longer, look: lookUp.bind(null, longer, false) },
          { word: longer, look: core.lookUpJoined.bind(null, store, longer) }
        );
      }
      var found = await firstFitting(ways, others);
      if (found) {
        return found;
      }
      right = right || (await core.findTypos(store, word.term));
      return firstFitting(right.slice(0, MOST_TYPOS).map(corrected(word)), others);
    }

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
      for (var at = 0; at < words.length; at += 1) {
        if (!words[at].optional && isEmpty(costs[at])) {
          var others = costs.filter(function (one, place) {
            return !words[place].optional && !isEmpty(one);
          });
          var near = await findNear(words[at], others);
          if (!near) {
            unknown.push(words[at].text);
          } else {
            costs[at] = near.costs;
            if (near.word.term !== words[at].term) {
              corrections.push({ from: words[at].text, to: near.word.text });
            }
            words = words.slice();
            words[at] = near.word;
          }
        }
      }
      if (corrections.length && !unknown.length) {
        pairs = await lookUpPairs(words);
      }
      var optional = words.map(function (word) {
        return word.optional;
      });
      return {
        order: unknown.length ? new Uint32Array(0) : core.inOrder(costs, optional, pairs, size),
        unknown: unknown,
        corrected: corrections,
        words: words,
      };
    };
  };
})();
