/**
 * Starts the page at which a buyer works, when this is one: compare, list or enquiry.
 */
(function () {
  "use strict";

  var found = document.querySelector("[data-desk]");
  if (!(found instanceof HTMLElement)) {
    return;
  }
  var place = found;
  var failure = /** @type {HTMLElement | null} */ (document.querySelector(".cat-desk__failed"));

  /** @returns {void} */
  function start() {
    OCOP.need(["words", "elements", "search", "desk"])
      .then(OCOP.engine)
      .then(function (engine) {
        var data = document.getElementById("cat-desk-data");
        OCOP.deskData = JSON.parse((data && data.textContent) || "{}");
        Object.assign(OCOP.words, OCOP.deskData.words);
        return OCOP.desks[place.dataset.desk || ""](place, engine);
      })
      .then(
        function () {
          place.removeAttribute("aria-busy");
        },
        function () {
          place.textContent = "";
          place.removeAttribute("aria-busy");
          if (failure) {
            failure.hidden = false;
          }
        }
      );
  }

  if (failure) {
    var told = failure;
    told.querySelectorAll("button").forEach(function (button) {
      button.addEventListener("click", function () {
        told.hidden = true;
        start();
      });
    });
  }
  start();
})();
