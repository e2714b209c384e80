/**
 * Stars in a query: "5 sao", "4-5 stars", "từ 4 sao trở lên", "4+ stars", "★★★★".
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var MOST = 5;
  /** @type {Map<string, number>} */
  var NUMBERS = new Map([
    ["mot", 1],
    ["hai", 2],
    ["ba", 3],
    ["bon", 4],
    ["nam", 5],
    ["one", 1],
    ["two", 2],
    ["three", 3],
    ["four", 4],
    ["five", 5],
  ]);
  var STAR = /^(sao|stars?|starred|[★*])$/;
  var CLOSED_UP = /^([1-5])(sao|stars?)$/;
  var THROUGH = /^(den|toi|to|through)$/;
  var OR = /^(hoac|hay|va|or|and)$/;
  /** What means this many or more, before the number and after the stars. */
  var AT_LEAST = ["tu", "it nhat", "toi thieu", "from", "at least", "minimum", "min"];
  var OR_MORE = ["tro len", "and up", "or more", "and more", "and above", "or above", "or higher", "or better", "up"];
  var BESIDE = /^(ocop|hang|dat|rated|rating)$/;

  /**
   * @param {OCOP.Token | undefined} token
   * @returns {string} empty for none
   */
  function termOf(token) {
    return token ? token.term : "";
  }

  /**
   * @param {OCOP.Token | undefined} token
   * @returns {number} 0 when the token is no number of stars
   */
  function numberOf(token) {
    var term = termOf(token);
    return /^[1-5]$/.test(term) ? Number(term) : NUMBERS.get(term) || 0;
  }

  /**
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @param {string[]} phrases
   * @param {boolean} before whether they end before `at`, not begin there
   * @returns {number} how many tokens one of the phrases takes there
   */
  function phraseAt(tokens, at, phrases, before) {
    var found = phrases.find(function (phrase) {
      var words = phrase.split(" ");
      var first = before ? at - words.length : at;
      return words.every(function (word, offset) {
        return termOf(tokens[first + offset]) === word;
      });
    });
    return found ? found.split(" ").length : 0;
  }

  /**
   * The number of stars that begins at a place, and where it ends.
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @returns {{ low: number, high: number, or: boolean, more: boolean, end: number } | null}
   */
  function numbersAt(tokens, at) {
    var closed = CLOSED_UP.exec(tokens[at].term);
    var drawn = tokens[at].term.length > 1 && /^★+$/.test(tokens[at].term) ? tokens[at].term.length : 0;
    var low = closed ? Number(closed[1]) : drawn || numberOf(tokens[at]);
    if (closed || drawn) {
      return { low: low, high: low, or: false, more: termOf(tokens[at + 1]) === "+", end: at + 1 };
    }
    var next = at + 1;
    var more = termOf(tokens[next]) === "+";
    var or = OR.test(termOf(tokens[next]));
    next += more || or || THROUGH.test(termOf(tokens[next])) ? 1 : 0;
    var high = numberOf(tokens[next]);
    next += high ? 1 : 0;
    if (!low || !STAR.test(termOf(tokens[next])) || (or && !high)) {
      return null;
    }
    return { low: low, high: high || low, or: or, more: more, end: next + 1 };
  }

  core.starsAt = function (tokens, at) {
    var found = numbersAt(tokens, at);
    if (!found) {
      return null;
    }
    var least = phraseAt(tokens, at, AT_LEAST, true);
    var up = phraseAt(tokens, found.end, OR_MORE, false);
    var first = Math.min(found.low, found.high);
    var last = Math.max(found.low, found.high);
    if (found.more || up || (least && first === last)) {
      last = MOST;
    }
    var values = [];
    for (var number = first; number <= last; number += 1) {
      if (!found.or || up || number === found.low || number === found.high) {
        values.push(String(number));
      }
    }
    var start = at - least;
    var end = found.end + up;
    while (start && BESIDE.test(tokens[start - 1].term)) {
      start -= 1;
    }
    while (termOf(tokens[end]) === "ocop") {
      end += 1;
    }
    return { first: start, end: end, values: values };
  };
})();
