/**
 * A table as CSV that spreadsheets open with its letters intact and without running anything in it.
 */
(function () {
  "use strict";

  var MARK = "\ufeff";
  /** The same rule as for the tables of the open data: what a spreadsheet would take for a formula. */
  var FORMULA = /^[^\S\t\r]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

  /**
   * @param {string} text
   * @returns {string}
   */
  function cell(text) {
    var safe = FORMULA.test(text) ? "'" + text : text;
    return /[",;\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /**
   * @param {string[][]} rows
   * @returns {string}
   */
  function csv(rows) {
    var lines = rows.map(function (row) {
      return row.map(cell).join(",") + "\r\n";
    });
    return MARK + lines.join("");
  }

  OCOP.csv = csv;
})();
