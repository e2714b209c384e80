/**
 * Leads an address at which a product stood to where it stands now. A page that products share shows the one that its
 * address names; where a page or a product on it is missing, the index of the search is asked for the product.
 */
(function () {
  "use strict";

  var OWN = /\/([a-z]{2})\/p\/([a-z0-9-]+)\/?(?:index\.html)?$/;
  var SHARED = /\/([a-z]{2})\/b\/[0-9]+\/?(?:index\.html)?$/;
  var ANCHOR = "#p-";

  /**
   * @param {{ pathname: string, hash: string }} address
   * @returns {{ language: string, id: string } | null} the product that an address names
   */
  function named(address) {
    var own = OWN.exec(address.pathname);
    if (own) {
      return { language: own[1], id: own[2] };
    }
    var shared = address.hash.indexOf(ANCHOR) === 0 && SHARED.exec(address.pathname);
    return shared ? { language: shared[1], id: address.hash.slice(ANCHOR.length) } : null;
  }

  /**
   * Goes to where a product stands now; `gone` is called when that is nowhere, or here.
   * @param {{ language: string, id: string }} product
   * @param {() => void} gone
   * @returns {void}
   */
  function seek(product, gone) {
    OCOP.engine()
      .then(function (engine) {
        return engine.products([product.id]);
      })
      .then(function (found) {
        var path = found[0] && (found[0].urls[product.language] || found[0].url);
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
   * @param {HTMLElement} place with the products that share the page
   * @returns {void}
   */
  function share(place) {
    var title = document.title;

    /** @returns {void} */
    function show() {
      var product = named(location);
      var item = product && document.getElementById(ANCHOR.slice(1) + product.id);
      tell(place, "gone", false);
      if (product && !item) {
        tell(place, "seeking", true);
        seek(product, function () {
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
      place.querySelectorAll("[data-product]").forEach(function (one) {
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
  var product = named(location);
  if (place instanceof HTMLElement) {
    share(place);
  } else if (lost && product) {
    var told = lost;
    tell(told, "seeking", true);
    seek(product, function () {
      tell(told, "seeking", false);
    });
  }
})();
