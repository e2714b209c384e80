/**
 * The table view: a product a line, with what buyers hold against each other. A column that no product of the whole
 * catalogue fills is left out.
 */
(function () {
  "use strict";

  /**
   * @typedef {object} Column
   * @property {string} key
   * @property {(hit: OCOP.Hit) => string} text
   */

  /** @type {Column[]} */
  var COLUMNS = [
    { key: "set", text: (hit) => hit.set },
    { key: "minimum_order", text: (hit) => hit.minimumOrder },
    { key: "price", text: (hit) => OCOP.price(hit) },
    { key: "shelf_life", text: (hit) => (hit.shelfLifeDays ? OCOP.count("unit.days", hit.shelfLifeDays) : "") },
    { key: "certification", text: (hit) => hit.certifications.join(", ") },
    { key: "market", text: (hit) => hit.markets.join(", ") },
  ];

  /**
   * @param {OCOP.Engine} engine
   * @returns {Column[]}
   */
  function filledColumns(engine) {
    var facets = engine.facets.filter((facet) => facet.values.length).map((facet) => facet.key);
    var ranges = engine.ranges.filter((range) => range.stated).map((range) => range.key);
    return COLUMNS.filter((column) => facets.concat(ranges).indexOf(column.key) >= 0);
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {HTMLElement} name, name in the other language and producer: what tells products apart
   */
  function nameCell(hit) {
    var place = [hit.producer, hit.province].filter(Boolean);
    var link = OCOP.element("a", { href: OCOP.site.base + hit.url, lang: OCOP.foreign(hit.nameLang) }, [
      OCOP.marked(hit.name, hit.marks),
    ]);
    var maker = OCOP.element("small", { class: "cat-rows__maker" }, [
      OCOP.element("span", { lang: OCOP.foreign(hit.producerLang) }, [hit.producer]),
      place.length > 1 ? " · " : null,
      hit.province,
    ]);
    var picks = OCOP.element("div", { "data-picks": hit.id }); // the desk puts its buttons here
    return OCOP.element("th", { scope: "row" }, [link, OCOP.gloss(hit, "small"), place.length ? maker : null, picks]);
  }

  /** @returns {OCOP.Child[]} a dash for the eye, words for the ear */
  function none() {
    return [
      OCOP.element("span", { "aria-hidden": "true" }, ["–"]),
      OCOP.element("span", { class: "cat-unseen" }, [OCOP.text("browse.column.none")]),
    ];
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {Column[]} columns
   * @param {string} asOf
   * @returns {HTMLElement}
   */
  function makeLine(hit, columns, asOf) {
    var cells = columns.map(function (column) {
      var words = column.text(hit);
      var label = OCOP.text("browse.column." + column.key);
      var past = column.key === "price" ? OCOP.pastMark(hit.priceUntil, asOf) : null;
      var attributes = { "data-label": label, "data-column": column.key, class: words ? null : "cat-rows__none" };
      return OCOP.element("td", attributes, words ? [words, " ", past] : none());
    });
    var standing = OCOP.element("td", { class: "cat-rows__standing" }, [OCOP.badge(hit, asOf)]);
    return OCOP.element("tr", { "data-product": hit.id }, [nameCell(hit), standing, ...cells]);
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {OCOP.Hit[]} hits
   * @returns {HTMLElement}
   */
  function table(engine, hits) {
    var columns = filledColumns(engine);
    var heads = ["product", "standing"].concat(columns.map((column) => column.key)).map(function (key) {
      return OCOP.element("th", { scope: "col" }, [OCOP.text("browse.column." + key)]);
    });
    var lines = hits.map((hit) => makeLine(hit, columns, engine.asOf));
    var made = OCOP.element("table", { class: "cat-table cat-table--grid cat-rows" }, [
      OCOP.element("caption", { class: "cat-unseen" }, [OCOP.text("browse.table")]),
      OCOP.element("thead", {}, [OCOP.element("tr", {}, heads)]),
      OCOP.element("tbody", {}, lines),
    ]);
    // Wide tables are moved sideways, with the keyboard too.
    var attributes = { class: "cat-grid-table cat-browse__table", tabindex: "0", role: "region", "aria-label": OCOP.text("browse.table") };
    return OCOP.element("div", attributes, [made]);
  }

  OCOP.table = table;
})();
