/**
 * Leads an address at which a product or producer stood to where it stands now. A page that several share shows the one
 * that its address names; where a page, or what it should hold, is missing, the index of the search is asked.
 */
(function () {
  "use strict";

  var OWN = /\/([a-z]{2})\/(p|producers)\/([a-z0-9-]+)\/?(?:[0-9]+\/?)?(?:index\.html)?$/;
  var SHARED = /\/([a-z]{2})\/[bm]\/[0-9]+\/?(?:index\.html)?$/;
  var ANCHOR = /^#([pm])-([a-z0-9-]+)$/;

  /** @typedef {{ language: string, maker: boolean, id: string }} Named */

  /**
   * @param {{ pathname: string, hash: string }} address
   * @returns {Named | null} the product or producer that an address names
   */
  function named(address) {
    var own = OWN.exec(address.pathname);
    if (own) {
      return { language: own[1], maker: own[2] === "producers", id: own[3] };
    }
    var shared = SHARED.exec(address.pathname);
    var anchor = ANCHOR.exec(address.hash);
    return shared && anchor ? { language: shared[1], maker: anchor[1] === "m", id: anchor[2] } : null;
  }

  /**
   * @param {Named} one
   * @returns {Promise<string>} its path in the language of its address, where the site has that; "" when it is nowhere
   */
  function placeOf(one) {
    return OCOP.engine().then(function (engine) {
      if (one.maker) {
        var paths = engine.maker(one.id);
        return paths[one.language] || paths[engine.language];
      }
      return engine.products([one.id]).then(function (found) {
        return found[0] ? found[0].urls[one.language] || found[0].url : "";
      });
    });
  }

  /**
   * Goes to where something stands now; `gone` is called when that is nowhere, or here.
   * @param {Named} one
   * @param {() => void} gone
   * @returns {void}
   */
  function seek(one, gone) {
    placeOf(one)
      .then(function (path) {
        var here = location.pathname.replace(/index\.html$/, "") + location.hash;
        var there = new URL(OCOP.site.base + path, location.href);
        if (path && there.pathname + there.hash !== here) {
          location.replace(there.pathname === location.pathname ? there.hash : there.href);
        } else {
          gone();
        }
      })
      .catch(gone);
  }

  /**
   * @param {Element} within
   * @param {string} what
   * @param {boolean} shown
   * @returns {void}
   */
  function tell(within, what, shown) {
    within.querySelectorAll("[data-" + what + "]").forEach(function (element) {
      /** @type {HTMLElement} */ (element).hidden = !shown;
    });
  }

  /**
   * @param {HTMLElement} place with all that share the page
   * @returns {void}
   */
  function share(place) {
    var title = document.title;

    /** @returns {void} */
    function show() {
      var one = named(location);
      var item = one && document.getElementById(location.hash.slice(1));
      tell(place, "gone", false);
      if (one && !item) {
        tell(place, "seeking", true);
        seek(one, function () {
          tell(place, "seeking", false);
          tell(place, "gone", true);
        });
      }
      if (item || !location.hash) {
        choose(item);
      }
    }

    /**
     * @param {HTMLElement | null} item null shows all
     * @returns {void}
     */
    function choose(item) {
      place.toggleAttribute("data-one", Boolean(item));
      place.querySelectorAll(".cat-bundle__item").forEach(function (one) {
        one.toggleAttribute("data-shown", one === item);
      });
      var name = item && item.querySelector("h2");
      var other = item && item.querySelector("a[hreflang]");
      var language = document.querySelector(".cat-language");
      document.title = name ? (name.textContent || "") + " – " + title : title;
      if (other && language) {
        language.setAttribute("href", other.getAttribute("href") || "");
      }
    }

    window.addEventListener("hashchange", show);
    show();
  }

  var place = document.querySelector("[data-bundle]");
  var lost = document.querySelector("[data-lost]");
  var one = named(location);
  if (place instanceof HTMLElement) {
    share(place);
  } else if (lost && one) {
    var told = lost;
    tell(told, "seeking", true);
    seek(one, function () {
      tell(told, "seeking", false);
    });
  }
})();
