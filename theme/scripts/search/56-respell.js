/**
 * What a syllable was meant to be: typed with an input method that was off (Telex: "nuowcs" for nước), or as it sounds in
 * some parts of the country ("xau" for sầu, "fu" for Phú).
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var SYLLABLE = /^(ngh|[ckgnpt]h|ng|gi|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|n[gh]|[ckmnpt])?$/;
  /** Letters that stand for a tone after the vowel; no Vietnamese syllable ends with them. */
  var TONE = /^([^aeiouy]*[aeiouy]+)(.*)$/;
  var BEGINNING = /^(?:gi(?=[aeouy])|[^aeiouy]*)/;
  /** Beginnings that are taken for each other, and as letters that Vietnamese does not have. */
  var SOUNDS = [
    ["f", "ph"],
    ["l", "n"],
    ["n", "l"],
    ["s", "x"],
    ["x", "s"],
    ["tr", "ch"],
    ["ch", "tr"],
    ["d", "gi"],
    ["gi", "d"],
    ["r", "d"],
    ["d", "r"],
    ["z", "d"],
    ["z", "gi"],
    ["j", "gi"],
    ["w", "qu"],
    ["k", "c"],
    ["c", "k"],
    ["ngh", "ng"],
    ["ng", "ngh"],
  ];

  core.isSyllable = function (term) {
    return SYLLABLE.test(term);
  };

  /**
   * @param {string} term
   * @returns {string} without the keys of Telex
   */
  function withoutKeys(term) {
    var parts = TONE.exec(term.replace(/dd/g, "d").replace(/([aeo])\1/g, "$1").replace(/w/g, ""));
    return parts ? parts[1] + parts[2].replace(/[sfrxj]/g, "") : term;
  }

  core.respellings = function (term) {
    var found = [withoutKeys(term)];
    var beginning = String(BEGINNING.exec(term));
    SOUNDS.forEach(function (pair) {
      if (pair[0] === beginning) {
        found.push(pair[1] + term.slice(pair[0].length));
      }
    });
    return found.filter(function (other, at) {
      return other !== term && SYLLABLE.test(other) && found.indexOf(other) === at;
    });
  };

  core.findRespelled = function (store, term) {
    var read = core.respellings(term).map(function (other) {
      return core.read(store, other, false);
    });
    return Promise.all(read).then(function (found) {
      return found.flatMap(function (one) {
        return one.whole && one.whole.forms.length ? [core.rightOf(one.whole, false)] : [];
      });
    });
  };
})();
