/**
 * Brings the search to the page: at once on the browse page, elsewhere when a reader turns to a search field.
 */
(function () {
  "use strict";

  var BUNDLES = ["words", "elements", "search", "browse"];
  var root = document.documentElement;
  var place = /** @type {HTMLElement | null} */ (document.querySelector("[data-browse]"));
  var failure = /** @type {HTMLElement | null} */ (document.querySelector(".cat-browse__failed"));

  /** @returns {void} */
  function start() {
    root.classList.toggle("cat-by-letter", /^#(a-z|letter-)/.test(location.hash));
    if (root.classList.contains("cat-by-letter") || !place || !failure) {
      return;
    }
    var told = failure;
    told.hidden = true;
    OCOP.need(BUNDLES)
      .then(function () {
        return OCOP.browse();
      })
      .catch(function () {
        told.hidden = false;
      });
  }

  if (place && failure) {
    window.addEventListener("hashchange", start);
    failure.querySelectorAll("button").forEach(function (button) {
      button.addEventListener("click", start);
    });
    start();
  }
  document.querySelectorAll(".cat-search input").forEach(function (field) {
    ["focus", "input"].forEach(function (event) {
      field.addEventListener(event, function () {
        OCOP.need(BUNDLES).catch(function () {
          // The form still leads to the list of all products, and the next letter tries again.
        });
      });
    });
  });
})();
