/**
 * Who gets a letter about which products: one letter for each producer, or the promotion office in its place.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.FactRow[]} rows
   * @param {string} key
   * @returns {string}
   */
  function fact(rows, key) {
    var found = rows.find((row) => row[0] === "contact." + key);
    return found ? found[2] : "";
  }

  /**
   * @param {OCOP.FactRow[]} rows
   * @returns {OCOP.Ways} how the producer can be reached, as far as the catalogue may say
   */
  function waysOf(rows) {
    return {
      mail: fact(rows, "email"),
      phone: fact(rows, "phone"),
      zalo: fact(rows, "zalo"),
      whatsapp: fact(rows, "whatsapp"),
      website: fact(rows, "website"),
    };
  }

  /**
   * @param {Omit<OCOP.Ways, "website">} ways
   * @returns {boolean} whether a text can be sent there
   */
  function canBeWritten(ways) {
    return Boolean(ways.mail || ways.zalo || ways.whatsapp);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {OCOP.DeskData} data
   * @returns {{ names: { vi: string, en: string }, urls: { vi: string, en: string } }}
   */
  function told(hit, data) {
    var vietnamese = hit.nameLang === "vi" || !hit.other ? hit.name : hit.otherLang === "vi" ? hit.other : hit.name;
    var english = hit.otherLang === "en" ? hit.other : hit.nameLang === "en" ? hit.name : "";
    /** @type {(language: string) => string} */
    var url = function (language) {
      return (data.site || "") + (hit.urls[language] || hit.url);
    };
    return {
      names: { vi: vietnamese, en: english && english !== vietnamese ? english + " (" + vietnamese + ")" : vietnamese },
      urls: { vi: url("vi"), en: url("en") },
    };
  }

  /**
   * @param {OCOP.Compared[]} products
   * @param {OCOP.DeskData} data
   * @returns {OCOP.Group[]} in the order of the products; one without a producer stands alone
   */
  function groups(products, data) {
    /** @type {Map<string, OCOP.Group>} */
    var made = new Map();
    products.forEach(function (product) {
      var hit = product.hit;
      var key = hit.producerId || "?" + hit.id;
      var group = made.get(key);
      if (!group) {
        var ways = waysOf(product.rows);
        var office = canBeWritten(ways) ? null : data.office || null;
        var to = {
          producer: hit.producer,
          person: fact(product.rows, "person"),
          office: office ? office.names : null,
          ways: ways,
        };
        group = { id: key, to: to, officeWays: office ? office.ways : null, products: [] };
        made.set(key, group);
      }
      group.products.push(Object.assign({ id: hit.id, quantity: "", note: "" }, told(hit, data)));
    });
    return Array.from(made.values());
  }

  OCOP.groups = groups;
  OCOP.canBeWritten = canBeWritten;
})();
