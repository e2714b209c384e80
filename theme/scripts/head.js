/**
 * Before the page is painted: that scripts run, whether the reader asks for the list by letters, the colour scheme they
 * chose last time; and the fonts are asked for, since letters that come late are not shown (see `05-fonts.css`).
 */
(function () {
  "use strict";
  var FONTS = ["latin-400", "latin-600", "vietnamese-400", "vietnamese-600"];
  var root = document.documentElement;
  var script = /** @type {HTMLScriptElement} */ (document.currentScript);

  /**
   * @param {string} name
   * @returns {void}
   */
  function askForFont(name) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "anonymous";
    link.href = new URL("fonts/be-vietnam-pro-" + name + ".woff2", script.src).href;
    document.head.appendChild(link);
  }

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
  if (location.protocol !== "file:") {
    FONTS.forEach(askForFont); // from a disk browsers refuse to
  }
})();
