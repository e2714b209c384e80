/**
 * A list as a table of plain text, in the words of the interface: what is downloaded as CSV or as a workbook.
 */
(function () {
  "use strict";

  var COLUMNS = [
    "column.product",
    "column.other",
    "quantity",
    "note",
    "column.standing",
    "column.expires",
    "column.producer",
    "column.province",
    "column.minimum_order",
    "column.price",
    "column.shelf_life",
    "column.incoterms",
    "column.certifications",
    "column.markets",
    "column.link",
  ];

  /**
   * @param {OCOP.NamedList} list
   * @param {Map<string, OCOP.Hit>} hits
   * @param {OCOP.TableWords} say
   * @returns {string[][]} the first row is the heading
   */
  function listTable(list, hits, say) {
    var heading = COLUMNS.map(function (column) {
      return say.text("list." + column);
    });
    var rows = list.items.map(function (item) {
      var hit = hits.get(item.id);
      if (!hit) {
        return [item.id, say.text("list.gone"), item.quantity, item.note].concat(COLUMNS.slice(4).map(String.bind(null, "")));
      }
      return [
        hit.name,
        hit.otherTranslated ? hit.other + " (" + say.text("card.translated") + ")" : hit.other,
        item.quantity,
        item.note,
        say.standing(hit),
        hit.expires ? say.day(hit.expires) : "",
        hit.producer,
        hit.province,
        hit.minimumOrder,
        say.price(hit),
        hit.shelfLifeDays ? say.days(hit.shelfLifeDays) : "",
        hit.incoterms.join(", "),
        hit.certifications.join(", "),
        hit.markets.join(", "),
        say.address(hit.url),
      ];
    });
    return [heading].concat(rows);
  }

  /**
   * @param {string} name
   * @returns {string} for a file, without what file systems refuse
   */
  function fileName(name) {
    var plain = OCOP.fold(name).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return plain.slice(0, 60) || "ocop";
  }

  OCOP.listTable = listTable;
  OCOP.fileName = fileName;
})();
