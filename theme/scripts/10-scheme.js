/**
 * The button that changes between light and dark. Its place is kept from the first paint on; without scripts there is none.
 */
(function () {
  "use strict";

  /** @returns {"light" | "dark"} the scheme on the screen now */
  function current() {
    var chosen = document.documentElement.dataset.scheme;
    if (chosen === "light" || chosen === "dark") {
      return chosen;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /**
   * @param {HTMLElement} button
   * @returns {void}
   */
  function tell(button) {
    button.setAttribute("aria-pressed", String(current() === "dark"));
  }

  /** @type {HTMLElement | null} */
  var button = document.querySelector(".cat-scheme");
  if (!button) {
    return;
  }
  var toggle = button;
  tell(toggle);
  toggle.addEventListener("click", function () {
    var next = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.scheme = next;
    tell(toggle);
    try {
      localStorage.setItem("cat-scheme", next);
    } catch (error) {
      // The choice then holds for this page only.
    }
  });
})();
