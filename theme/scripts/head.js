/**
 * Before the page is painted: the colour scheme the reader chose last time.
 */
(function () {
  "use strict";
  try {
    var scheme = localStorage.getItem("cat-scheme");
    if (scheme === "light" || scheme === "dark") {
      document.documentElement.dataset.scheme = scheme;
    }
  } catch (error) {
    // Storage may be closed to us; the system's scheme holds then.
  }
})();
