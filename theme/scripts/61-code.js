/**
 * The code that somebody typed, as addresses write it; null when a sign is wrong. `generator/codes/signs.py` does the same.
 */
(function () {
  "use strict";

  var SIGNS = "23456789cfhknprtvxy";
  var WEIGHTS = [2, 3, 4, 5, 6, 1];

  /**
   * @param {string} typed
   * @returns {string | null}
   */
  function readCode(typed) {
    var code = typed.toLowerCase().replace(/[ -]/g, "");
    var values = code.split("").map(function (sign) {
      return SIGNS.indexOf(sign);
    });
    if (values.length !== WEIGHTS.length || values.indexOf(-1) >= 0) {
      return null;
    }
    var sum = values.reduce(function (total, value, place) {
      return total + value * WEIGHTS[place];
    }, 0);
    return sum % SIGNS.length === 0 ? code : null;
  }

  OCOP.readCode = readCode;
})();
