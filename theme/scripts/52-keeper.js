/**
 * Keeps the buyer's lists in this browser, and nowhere else. Where the browser refuses, they last until the page is left.
 */
(function () {
  "use strict";

  var KEY = "cat-desk";
  /** @type {Array<() => void>} */
  var listeners = [];
  var keeps = true;
  var kept = OCOP.lists.read(stored());

  /** @returns {string | null} */
  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch (error) {
      keeps = false;
      return null;
    }
  }

  /** @returns {void} */
  function tell() {
    listeners.forEach(function (listener) {
      listener();
    });
  }

  /**
   * @param {OCOP.Kept} next
   * @returns {void}
   */
  function set(next) {
    kept = next;
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
      keeps = true;
    } catch (error) {
      keeps = false; // refused, or full
    }
    tell();
  }

  window.addEventListener("storage", function (event) {
    if (event.key === KEY || event.key === null) {
      kept = OCOP.lists.read(event.newValue);
      tell();
    }
  });
  // A page that comes back from the cache of the browser has missed what other pages changed meanwhile.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && keeps) {
      kept = OCOP.lists.read(stored());
      tell();
    }
  });

  OCOP.keeper = {
    keeps: function () {
      return keeps;
    },
    get: function () {
      return kept;
    },
    set: set,
    listen: function (listener) {
      listeners.push(listener);
    },
  };
})();
