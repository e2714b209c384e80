/**
 * What the pages of the desk share: addresses, buttons, a line that says what has been done, and products by their ids.
 */
(function () {
  "use strict";

  /**
   * @param {string} page compare, list or enquiry
   * @param {string} [query]
   * @returns {string} as a link of this page
   */
  function address(page, query) {
    return OCOP.site.base + OCOP.site.language + "/" + page + "/" + (query || "");
  }

  /**
   * @param {string} query
   * @returns {string} the full address of this page for somebody else: never one on this machine's disk
   */
  function shared(query) {
    var canonical = document.querySelector("link[rel=canonical]");
    var here = location.href.replace(/[?#].*$/, "");
    var own = location.protocol === "file:" && canonical ? canonical.getAttribute("href") || here : here;
    return own + query;
  }

  /** @returns {void} the same page in the other language keeps what the address says */
  function keepQuery() {
    var link = document.querySelector("a.cat-language");
    if (link) {
      link.setAttribute("href", (link.getAttribute("href") || "").replace(/\?.*$/, "") + location.search);
    }
  }

  /**
   * @param {string} query
   * @param {boolean} [again] whether it takes the place of the address before
   * @returns {void}
   */
  function write(query, again) {
    if (query !== location.search) {
      var next = location.pathname + query;
      if (again) {
        history.replaceState(null, "", next);
      } else {
        history.pushState(null, "", next);
      }
    }
    keepQuery();
  }

  /**
   * @param {string} label
   * @param {() => void} act
   * @param {string} [name] of the class
   * @returns {HTMLButtonElement}
   */
  function button(label, act, name) {
    var made = OCOP.element("button", { type: "button", class: name || "cat-button cat-button--quiet" }, [label]);
    made.addEventListener("click", act);
    return /** @type {HTMLButtonElement} */ (made);
  }

  /**
   * @param {string} href
   * @param {string} label
   * @param {string} [name] of the class
   * @returns {HTMLElement}
   */
  function link(href, label, name) {
    return OCOP.element("a", { href: href, class: name || "cat-button" }, [label]);
  }

  /** @returns {OCOP.Teller} */
  function teller() {
    var line = OCOP.element("p", { class: "cat-desk__told", role: "status" });
    return {
      element: line,
      tell: function (words, undo) {
        OCOP.fill(line, [words]);
        if (words && undo) {
          var back = button(OCOP.text("desk.undo"), undo, "cat-desk__undo");
          line.append(" ", back);
        }
      },
    };
  }

  /**
   * @param {string} title
   * @param {string} text
   * @param {string} action
   * @returns {HTMLElement}
   */
  function empty(title, text, action) {
    var way = link(OCOP.site.base + OCOP.site.language + "/products/", action);
    return OCOP.element("div", { class: "cat-empty" }, [
      OCOP.element("h2", {}, [title]),
      OCOP.element("p", {}, [text]),
      OCOP.element("p", {}, [way]),
    ]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} [tag]
   * @returns {HTMLElement} its name, in its language
   */
  function name(hit, tag) {
    return OCOP.element(tag || "span", { lang: OCOP.foreign(hit.nameLang) }, [hit.name]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {HTMLElement} its picture or the drawing of its group, small
   */
  function picture(hit) {
    var own = hit.picture;
    var image = OCOP.element("img", {
      src: OCOP.site.base + (own ? own.src : "assets/placeholders/" + hit.drawing + ".svg"),
      width: own ? own.width : 400,
      height: own ? own.height : 300,
      alt: "",
      loading: "lazy",
    });
    return OCOP.element("span", { class: "cat-thumb cat-tone-" + hit.tone + (own ? "" : " cat-thumb--drawn") }, [image]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @returns {HTMLElement} stars and standing on the reader's own day
   */
  function standing(hit, asOf) {
    var box = OCOP.element("div", {}, [OCOP.badge(hit, asOf)]);
    OCOP.refreshStandings(box);
    return /** @type {HTMLElement} */ (box.firstElementChild);
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {string[]} ids
   * @returns {Promise<Map<string, OCOP.Hit>>} those that the catalogue has, as they stand on the reader's own day
   */
  function products(engine, ids) {
    return engine.products(ids).then(function (hits) {
      /** @type {Map<string, OCOP.Hit>} */
      var found = new Map();
      hits.forEach(function (hit) {
        if (hit) {
          hit.state = OCOP.stateToday(hit.course) || hit.state;
          found.set(hit.id, hit);
        }
      });
      return found;
    });
  }

  OCOP.desks = {};
  OCOP.desk = {
    address: address,
    shared: shared,
    write: write,
    keepQuery: keepQuery,
    button: button,
    link: link,
    teller: teller,
    empty: empty,
    name: name,
    picture: picture,
    standing: standing,
    products: products,
  };
})();
