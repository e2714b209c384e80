/**
 * Words of a text, as typed, as the index writes them, and folded. The same rules as `generator/languages/folding.py` and
 * `words.py`; both are tested with the same lists.
 */
(function () {
  "use strict";

  window.OCOP = window.OCOP || /** @type {OCOP.Api} */ ({});
  var core = (OCOP.core = OCOP.core || /** @type {OCOP.Core} */ ({}));

  var WORD = /[\p{L}\p{N}][\p{L}\p{N}\u0300-\u036f]*/gu;
  var MARKS = /\p{M}/gu;
  var MARK = /[\u0300-\u036f]/;
  var LOOSE = /[\u0300-\u036f]/g;
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

  /**
   * @param {string} text
   * @returns {string}
   */
  OCOP.fold = function (text) {
    return text.normalize("NFC").toLowerCase().normalize("NFD").replace(MARKS, "").replace(/đ/g, "d");
  };

  /**
   * @param {string} text
   * @returns {OCOP.Token[]}
   */
  function readTokens(text) {
    /** @type {OCOP.Token[]} */
    var found = [];
    var match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var written = match[0].normalize("NFC").toLowerCase().replace(LOOSE, "");
      var end = match.index + match[0].length;
      found.push({ text: match[0], written: written, term: OCOP.fold(written), start: match.index, end: end });
    }
    return found;
  }

  /**
   * Texts read last: those on the screen are read again at every letter.
   * @type {Map<string, OCOP.Token[]>}
   */
  var kept = new Map();
  var KEPT = 256;

  core.tokens = function (text) {
    var found = kept.get(text);
    if (!found) {
      if (kept.size >= KEPT) {
        kept.clear();
      }
      found = readTokens(text);
      kept.set(text, found);
    }
    return found;
  };

  core.spelling = function (written) {
    var letters = written.normalize("NFD");
    return letters.replace(TONES, "") + (letters.match(TONES) || []).join("");
  };

  core.hasMarks = function (text) {
    return text.normalize("NFC").toLowerCase() !== OCOP.fold(text);
  };

  /**
   * How a written form agrees with the marks of a word: 0 it has the same, 1 it has them and more (the word is half
   * typed), 2 it has others. Only as many letters are compared as the word has.
   */
  core.grade = function (word, written) {
    if (word.written === written || core.spelling(word.written) === core.spelling(written)) {
      return 0;
    }
    var typed = word.written.normalize("NFD");
    var has = written.normalize("NFD");
    var tones = typed.match(TONES) || [];
    return tones.every(has.includes, has) && within(typed.replace(TONES, ""), has.replace(TONES, "")) ? 1 : 2;
  };

  /**
   * Whether letters begin with those typed, each with the marks it was typed with.
   * @param {string} typed decomposed, without tones
   * @param {string} letters decomposed, without tones
   * @returns {boolean}
   */
  function within(typed, letters) {
    var place = 0;
    for (var at = 0; at < typed.length; at += 1, place += 1) {
      while (typed[at] !== letters[place] && at && MARK.test(letters[place])) {
        place += 1; // a mark that was not typed
      }
      if (typed[at] !== letters[place] && !(typed[at] === "d" && letters[place] === "đ")) {
        return false;
      }
    }
    return true;
  }
})();
