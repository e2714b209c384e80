/**
 * The bar that shows how many products are chosen for comparing, and says what could not be done.
 */
(function () {
  "use strict";

  /** @type {HTMLElement | null} */
  var bar = null;
  /** @type {HTMLElement} */
  var told;
  /** @type {HTMLElement} */
  var tools;

  /**
   * @param {string} page
   * @param {string} query
   * @returns {string}
   */
  function address(page, query) {
    return OCOP.site.base + OCOP.site.language + "/" + page + "/" + query;
  }

  /** @returns {HTMLElement} a link that carries the current list to its page, for a browser that keeps nothing */
  function rescue() {
    var list = OCOP.lists.current(OCOP.keeper.get());
    var ids = list.items.map(function (item) {
      return item.id;
    });
    var link = OCOP.element("a", { href: address("list", "") }, [OCOP.text("tray.lost.open")]);
    OCOP.need(["search"]).then(function () {
      link.setAttribute("href", address("list", OCOP.address.write({ list: { name: list.name, ids: ids } })));
    });
    return link;
  }

  /** @returns {OCOP.SharedList | null} a list that came with the address of the browse page */
  function shared() {
    return document.querySelector("[data-browse]") && OCOP.address ? OCOP.address.read(location.search).list : null;
  }

  /** @returns {void} */
  function clear() {
    var kept = OCOP.keeper.get();
    OCOP.keeper.set({ current: kept.current, lists: kept.lists, compare: [] });
    document.dispatchEvent(new CustomEvent("catalogue:selection", { detail: { compare: [] } }));
    var main = document.getElementById("main");
    if (main) {
      main.focus({ preventScroll: true });
    }
  }

  /** @returns {HTMLElement} */
  function make() {
    told = OCOP.element("p", { class: "cat-tray__told", role: "status" });
    tools = OCOP.element("p", { class: "cat-tray__tools" });
    var made = OCOP.element("section", { class: "cat-tray", "aria-label": OCOP.text("tray.label") }, [told, tools]);
    (document.getElementById("main") || document.body).prepend(made);
    return made;
  }

  /**
   * @param {string} refused "compare" or "save" when there was no room for one more
   * @returns {void}
   */
  function show(refused) {
    var chosen = OCOP.keeper.get().compare;
    var lost = !OCOP.keeper.keeps() && OCOP.lists.current(OCOP.keeper.get()).items.length > 0;
    bar = bar || make();
    var list = shared();
    bar.hidden = !chosen.length && !refused && !lost && !list;
    document.documentElement.classList.toggle("cat-has-tray", !bar.hidden);
    var lines = [
      chosen.length ? OCOP.count("tray.count", chosen.length) : "",
      refused === "compare" ? OCOP.text("tray.full", { count: OCOP.lists.mostCompared }) : "",
      refused === "save" ? OCOP.text("tray.list_full", { count: OCOP.lists.mostItems }) : "",
      lost ? OCOP.text("tray.lost") : "",
      list ? OCOP.text("tray.shared", { name: list.name }) : "",
    ];
    setTimeout(function () {
      told.textContent = lines.filter(Boolean).join(" "); // after the place for it is known, else it is not spoken
    });
    var open = OCOP.element("a", { class: "cat-button", href: address("compare", "?compare=" + chosen.join(",")) }, [
      OCOP.text("tray.open"),
    ]);
    var none = OCOP.element("button", { type: "button", class: "cat-tray__clear" }, [OCOP.text("tray.clear")]);
    none.addEventListener("click", clear);
    var given = list ? address("list", OCOP.address.write({ list: list })) : "";
    var openGiven = OCOP.element("a", { href: given }, [OCOP.text("tray.shared.open")]);
    OCOP.fill(tools, [lost ? rescue() : null, list ? openGiven : null, chosen.length ? none : null, chosen.length > 1 ? open : null]);
  }

  OCOP.keeper.listen(function () {
    show("");
  });
  OCOP.tray = function (refused) {
    show(refused || "");
  };
  if (document.querySelector("[data-browse]")) {
    OCOP.need(["search"]).then(function () {
      show(""); // which knows how to read the address
    });
  }
})();
