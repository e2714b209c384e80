/**
 * Before the page is painted: that scripts run, whether the reader asks for the list by letters, and the colour scheme
 * they chose last time.
 */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  root.classList.toggle("cat-by-letter", /^#(a-z|letter-)/.test(location.hash));
  try {
    var scheme = localStorage.getItem("cat-scheme");
    if (scheme === "light" || scheme === "dark") {
      root.dataset.scheme = scheme;
    }
  } catch (error) {
    // Storage may be closed to us; the system's scheme holds then.
  }
})();
