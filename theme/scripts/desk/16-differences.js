/**
 * Lays the stated facts of several products side by side, and finds the rows in which they differ.
 */
(function () {
  "use strict";

  /** What a buyer looks at first comes first; keys that stand nowhere here come last, in the order of the sheets. */
  var GROUPS = [
    ["standing", "awards.stars awards.expires awards.issued awards.decision awards.authority"],
    ["maker", "producer origin.province origin.commune origin.indication origin.area_codes origin.packing_codes"],
    [
      "trade",
      "trade.minimum_order trade.price home.price trade.capacity trade.lead_time_days trade.incoterms trade.payment " +
        "trade.samples markets certifications",
    ],
    [
      "goods",
      "category.set brand variety content.net content.ingredients content.allergens content.nutrition " +
        "keeping.shelf_life_days keeping.storage keeping.temperature",
    ],
    ["packing", "packing.unit packing.case packing.pallet packing.material hs gtin code"],
  ].map(function (group) {
    return { id: group[0], keys: group[1].split(" ") };
  });
  var OTHERS = "goods";
  var RATED = ["valid", "expiring", "grace", "undated"];

  /**
   * @param {string} text
   * @param {string} [lang]
   * @param {string} [url]
   * @returns {OCOP.ComparedCell | null}
   */
  function cell(text, lang, url) {
    return text ? { text: text, lang: lang || "", translated: false, url: url || "", until: "" } : null;
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {OCOP.Words} words
   * @param {(value: string) => string} day
   * @returns {Array<[string, OCOP.ComparedCell | null]>} what the card of a product says already
   */
  function ofCard(hit, words, day) {
    var rated = RATED.indexOf(hit.state) >= 0;
    var life = hit.shelfLifeDays === 1 ? "unit.days.one" : "unit.days.other";
    var days = hit.shelfLifeDays ? (words[life] || "").replace("{count}", String(hit.shelfLifeDays)) : "";
    return [
      ["awards.stars", rated && hit.stars ? cell(words["stars." + hit.stars] || String(hit.stars)) : null],
      ["awards.expires", cell(hit.expires && day(hit.expires))],
      ["awards.issued", cell(hit.awarded && day(hit.awarded))],
      ["producer", cell(hit.producer, hit.producerLang, hit.producerUrl)],
      ["origin.province", cell(hit.province)],
      ["trade.minimum_order", cell(hit.minimumOrder)],
      ["markets", cell(hit.markets.join("; "))],
      ["category.set", cell(hit.set)],
      ["keeping.shelf_life_days", cell(days)],
    ];
  }

  /**
   * @param {OCOP.FactRow[]} rows
   * @returns {OCOP.FactRow[]} those that are about the product
   */
  function comparable(rows) {
    return rows.filter(function (row) {
      return row[0].indexOf("contact.") !== 0;
    });
  }

  /**
   * @param {OCOP.Compared} product
   * @param {OCOP.Words} words
   * @param {(value: string) => string} day
   * @returns {Map<string, OCOP.ComparedCell>}
   */
  function cellsOf(product, words, day) {
    /** @type {Map<string, OCOP.ComparedCell>} */
    var cells = new Map();
    ofCard(product.hit, words, day).forEach(function (fact) {
      if (fact[1]) {
        cells.set(fact[0], fact[1]);
      }
    });
    comparable(product.rows).forEach(function (row) {
      cells.set(row[0], { text: row[2], lang: row[3], translated: row[4] === 1, url: "", until: row[5] });
    });
    return cells;
  }

  /**
   * @param {OCOP.ComparedCell | null} one
   * @returns {string} what counts when two are compared: not case, not spaces
   */
  function essence(one) {
    return one ? one.text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim() : "";
  }

  /**
   * @param {string} key
   * @param {string} label
   * @param {Array<Map<string, OCOP.ComparedCell>>} products
   * @returns {OCOP.ComparedRow}
   */
  function row(key, label, products) {
    var cells = products.map(function (product) {
      return product.get(key) || null;
    });
    var differs = cells.some(function (one) {
      return essence(one) !== essence(cells[0]);
    });
    return { key: key, label: label, cells: cells, differs: differs };
  }

  /**
   * @param {OCOP.Compared[]} products
   * @param {OCOP.Words} words texts of the interface
   * @param {(value: string) => string} day a day in words
   * @returns {OCOP.ComparedGroup[]} only rows in which at least one product states something
   */
  function differences(products, words, day) {
    /** @type {Map<string, string>} */
    var labels = new Map();
    products.forEach(function (product) {
      comparable(product.rows).forEach(function (one) {
        labels.set(one[0], one[1]);
      });
    });
    var told = products.map(function (product) {
      return cellsOf(product, words, day);
    });
    var placed = new Set(
      GROUPS.reduce(function (/** @type {string[]} */ all, group) {
        return all.concat(group.keys);
      }, [])
    );
    var rest = Array.from(labels.keys()).filter(function (key) {
      return !placed.has(key);
    });
    return GROUPS.map(function (group) {
      var keys = group.id === OTHERS ? group.keys.concat(rest) : group.keys;
      var stated = keys.filter(function (key) {
        return told.some(function (product) {
          return product.has(key);
        });
      });
      return {
        id: group.id,
        rows: stated.map(function (key) {
          return row(key, labels.get(key) || words["field." + key] || key, told);
        }),
      };
    }).filter(function (group) {
      return group.rows.length > 0;
    });
  }

  OCOP.differences = differences;
})();
