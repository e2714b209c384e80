/**
 * Words of the interface, numbers and days as the page's language writes them.
 */
(function () {
  "use strict";

  /** @type {{ [language: string]: string }} */
  var LOCALES = { vi: "vi-VN", en: "en-GB" };
  // Made once: a format takes longer to make than a thousand numbers to write.
  var numbers = new Intl.NumberFormat(LOCALES[OCOP.site.language]);
  var days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  /**
   * @param {string} key
   * @param {{ [place: string]: string | number }} [values] for the places in braces
   * @returns {string}
   */
  function text(key, values) {
    var given = values || {};
    return (OCOP.words[key] || key).replace(/\{(\w+)\}/g, function (place, name) {
      return name in given ? String(given[name]) : place;
    });
  }

  /**
   * @param {number} value
   * @returns {string}
   */
  function number(value) {
    return numbers.format(value);
  }

  /**
   * @param {string} key with the forms .one and .other
   * @param {number} value
   * @param {{ [place: string]: string | number }} [values]
   * @returns {string}
   */
  function count(key, value, values) {
    return text(key + (value === 1 ? ".one" : ".other"), Object.assign({ count: number(value) }, values));
  }

  /**
   * @param {string} value YYYY-MM-DD
   * @returns {string} 01/07/2027 in Vietnamese, 1 July 2027 in English
   */
  function day(value) {
    var parts = value.split("-");
    if (parts.length !== 3) {
      return value;
    }
    return OCOP.site.language === "vi" ? parts.reverse().join("/") : days.format(new Date(value));
  }

  /**
   * @param {string} language
   * @returns {string | null} for a `lang` attribute: null when the text is in the language of the page
   */
  function foreign(language) {
    return language && language !== OCOP.site.language ? language : null;
  }

  OCOP.text = text;
  OCOP.count = count;
  OCOP.number = number;
  OCOP.day = day;
  OCOP.foreign = foreign;
})();
