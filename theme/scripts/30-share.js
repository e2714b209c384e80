/**
 * Copy and print buttons of the share block; hidden in the page until this script can serve them.
 */
(function () {
  "use strict";

  /**
   * @param {string} text
   * @returns {Promise<void>}
   */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "cat-unseen";
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  /**
   * @param {HTMLElement} button
   * @returns {void}
   */
  function serveCopy(button) {
    var source = document.getElementById(button.dataset.copy || "");
    var status = button.parentElement && button.parentElement.querySelector("[role=status]");
    if (!source) {
      return;
    }
    var from = source;
    var label = button.textContent || "";
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(from.textContent || "").then(
        function () {
          var done = button.dataset.done || "";
          button.textContent = done;
          if (status) {
            status.textContent = done;
          }
          setTimeout(function () {
            button.textContent = label;
          }, 2500);
        },
        function () {
          // Nothing was copied: mark the text so that the reader can.
          var selection = window.getSelection();
          if (selection) {
            selection.selectAllChildren(from);
          }
        }
      );
    });
  }

  OCOP.copy = copy;
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    serveCopy(/** @type {HTMLElement} */ (button));
  });
  document.querySelectorAll("[data-print]").forEach(function (element) {
    var button = /** @type {HTMLElement} */ (element);
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
