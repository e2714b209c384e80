/**
 * On the page for unknown addresses: a short code in capitals or in groups leads on; a mistyped one, or one that no
 * product has, is told.
 */
(function () {
  "use strict";

  var lost = document.querySelector("[data-lost]");
  var base = new URL(OCOP.site.base, location.href).pathname;
  var found = /^p\/([^/]+)\/?(?:index\.html)?$/i.exec(location.pathname.slice(base.length));
  if (!lost || !found || location.pathname.indexOf(base) !== 0) {
    return;
  }

  /**
   * @param {string} text
   * @returns {string}
   */
  function plain(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  var code = OCOP.readCode(plain(found[1]));
  if (code && code !== found[1]) {
    location.replace(base + "p/" + code + "/" + location.search);
    return;
  }
  lost.querySelectorAll("[data-code=" + (code ? "unknown" : "mistyped") + "]").forEach(function (element) {
    /** @type {HTMLElement} */ (element).hidden = false;
  });
})();
