/**
 * What every page knows of the site, and the way to the larger scripts: they come only when something needs them, by
 * script elements, which work over http and from disk alike.
 */
(function () {
  "use strict";

  var own = /** @type {HTMLScriptElement} */ (document.currentScript);
  var folder = (own.getAttribute("src") || "").replace(/[^/]*$/, "");
  /** @type {{ [bundle: string]: string }} */
  var files = {};
  (own.dataset.bundles || "").split(" ").forEach(function (file) {
    files[file.split(".")[0]] = file;
  });
  /** @type {{ [bundle: string]: Promise<void> }} */
  var asked = {};
  /** @type {Promise<OCOP.Engine> | null} */
  var engine = null;

  /**
   * @param {string} name
   * @returns {Promise<void>}
   */
  function load(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = folder + files[name];
      script.async = false; // bundles asked for together run in the order they were asked for
      script.onload = function () {
        resolve();
      };
      script.onerror = function () {
        script.remove();
        delete asked[name]; // the next call tries again
        reject(new Error("cannot load " + name));
      };
      document.head.appendChild(script);
    });
  }

  /**
   * @param {string[]} names
   * @returns {Promise<void>}
   */
  function need(names) {
    return Promise.all(
      names.map(function (name) {
        asked[name] = asked[name] || load(name);
        return asked[name];
      })
    ).then(function () {});
  }

  /** @returns {Promise<OCOP.Engine>} */
  function open() {
    engine =
      engine ||
      need(["search"]).then(function () {
        return OCOP.open({ language: OCOP.site.language, base: OCOP.site.base });
      });
    engine.catch(function () {
      engine = null;
    });
    return engine;
  }

  window.OCOP = window.OCOP || /** @type {OCOP.Api} */ ({});
  OCOP.site = { language: document.documentElement.lang, base: folder.replace(/assets\/$/, "") };
  OCOP.need = need;
  OCOP.engine = open;
})();
