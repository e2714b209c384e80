/**
 * Reads the stated facts of one product out of a file of 128. Undoes `generator/pages/facts.py`.
 */
(function () {
  "use strict";

  OCOP.readSheet = function (file, place) {
    var row = file.rows[place];
    if (!row) {
      return null;
    }
    var rows = file.shapes[Number(row[1])].map(function (at, index) {
      var key = file.keys[at];
      var value = row[index + 2];
      var text = typeof value === "number" ? file.texts[value] : value;
      return /** @type {OCOP.FactRow} */ ([key[0], key[1], text, key[2], key[3], key[4]]);
    });
    return { id: String(row[0]), rows: rows };
  };
})();
