/**
 * On the page of a short code: goes on at once to the product, in the first of the reader's languages that the site has,
 * else in English. What the address asks besides goes along.
 */
(function () {
  "use strict";

  /** @type {HTMLAnchorElement[]} */
  var doors = Array.prototype.slice.call(document.querySelectorAll("a[data-go]"));
  var wanted = (navigator.languages || [navigator.language]).concat("en");

  /**
   * @param {string} language
   * @returns {HTMLAnchorElement | undefined}
   */
  function door(language) {
    return doors.filter(function (one) {
      return one.hreflang === language.slice(0, 2).toLowerCase();
    })[0];
  }

  var chosen = wanted.map(door).filter(Boolean)[0] || doors[0];
  var goal = new URL(chosen.href);
  goal.search = location.search;
  if (goal.protocol === "file:") {
    goal.pathname = goal.pathname.replace(/\/$/, "/index.html"); // a browser would show the folder
  }
  location.replace(goal.href);
})();
