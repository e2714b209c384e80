/**
 * Other ways to read a word when nothing was found: with a letter struck twice, as the beginning of a longer one or of words
 * written as one, as it sounds, with a typing mistake.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var MOST_RIGHT = 8;
  /** Words that are read in other ways when each of them is known. */
  var MOST_TRIED = 2;
  var SHORTEST_CUT = 3;
  var TWICE = /(.)\1/;

  /** @typedef {{ word: OCOP.Word, costs: OCOP.Costs, beside: boolean }} Reading */

  /**
   * @param {OCOP.Costs} costs
   * @returns {number} of products
   */
  function number(costs) {
    return costs.reduce((sum, cost) => sum + Number(cost !== core.NONE), 0);
  }

  core.makeNear = function (store, lookUp, lookUpPairs) {
    var size = store.directory.size;

    /**
     * @param {OCOP.Word} word
     * @param {OCOP.Right} right
     * @returns {OCOP.Way}
     */
    function corrected(word, right) {
      var better = Object.assign({}, word, { text: right.term, written: right.term, term: right.term, open: false });
      return { word: better, record: right.record, look: () => lookUp(better, false) };
    }

    /**
     * What a way finds together with the other words, and whether it then stands beside its neighbours.
     * @param {OCOP.Way} way
     * @param {OCOP.Word[]} words
     * @param {number} at
     * @param {OCOP.Costs[]} others
     * @returns {Promise<Reading | null>}
     */
    async function fit(way, words, at, others) {
      var costs = await way.look();
      var order = core.inOrder(others.concat(costs), [], [], size);
      if (!order.length) {
        return null;
      }
      var around = words.slice(Math.max(0, at - 1), at).concat(way.word, words.slice(at + 1, at + 2));
      var pairs = await lookUpPairs(around);
      var beside = !pairs.length || order.some((one) => pairs.some((pair) => pair.beside[one] !== core.NONE));
      var text = way.record ? core.writtenIn(way.record, order[0]) : way.word.text;
      return { word: Object.assign({}, way.word, { text: text }), costs: costs, beside: beside };
    }

    /**
     * The first way in which a word stands beside its neighbours, or else the first in which it can stand with the others.
     * @param {OCOP.Way[]} ways
     * @param {OCOP.Word[]} words
     * @param {number} at
     * @param {OCOP.Costs[]} others
     * @returns {Promise<Reading | null>}
     */
    async function best(ways, words, at, others) {
      /** @type {Reading | null} */
      var first = null;
      for (var way of ways) {
        var found = await fit(way, words, at, others);
        if (found && found.beside) {
          return found;
        }
        first = first || found;
      }
      return first;
    }

    /**
     * A word as it sounds or, where that does not fit well, with a mistake, for which more files are needed.
     * @param {OCOP.Word[]} words
     * @param {number} at
     * @param {OCOP.Costs[]} others
     * @returns {Promise<Reading | null>}
     */
    async function mistaken(words, at, others) {
      /** @type {Reading | null} */
      var first = null;
      for (var find of [core.findRespelled, core.findTypos]) {
        var right = await find(store, words[at].term);
        var ways = right.slice(0, MOST_RIGHT).map((one) => corrected(words[at], one));
        var found = await best(ways, words, at, others);
        if (found && found.beside) {
          return found;
        }
        first = first || found;
      }
      return first;
    }

    return {
      unknown: async function (words, at, others) {
        var word = words[at];
        var longer = Object.assign({}, word, { open: true });
        var right = TWICE.test(word.term) ? await core.findTypos(store, word.term) : [];
        var struck = right.filter((one) => one.twice).map((one) => corrected(word, one));
        var cut = [
          { word: longer, look: () => lookUp(longer, false) },
          { word: longer, look: () => core.lookUpJoined(store, longer) },
        ];
        var found = await best(struck.concat(word.term.length < SHORTEST_CUT ? [] : cut), words, at, others);
        return found || mistaken(words, at, others);
      },

      // Every word is known, but no product has them all: the rarest is the likeliest mistake, if another reading of it
      // stands beside its neighbours.
      together: async function (words, costs) {
        var rarest = words
          .map((_, at) => ({ at: at, number: number(costs[at]) }))
          .filter((one) => !words[one.at].optional)
          .sort((one, other) => one.number - other.number);
        for (var one of words.length > 1 ? rarest.slice(0, MOST_TRIED) : []) {
          var at = one.at;
          var others = costs.filter((_, place) => place !== at && !words[place].optional);
          var found = await mistaken(words, at, others);
          if (found && found.beside) {
            return { at: at, word: found.word, costs: found.costs };
          }
        }
        return null;
      },
    };
  };
})();
