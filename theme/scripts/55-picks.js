/**
 * The buttons with which a buyer picks products, for comparing and for the list: on cards, in tables, on a product's page.
 */
(function () {
  "use strict";

  /** @typedef {"compare" | "save"} Way */

  var SVG = "http://www.w3.org/2000/svg";
  /** @type {{ [way: string]: string }} */
  var DRAWINGS = {
    compare: "M3 3.5h5v13H3zM12 3.5h5v13h-5z",
    save: "M5 2.5h10v15l-5-4-5 4z",
  };
  var words = (document.getElementById("cat-words") || document.body).dataset;

  /** @returns {Promise<void>} */
  function tray() {
    return OCOP.need(["words", "elements", "tray"]).then(
      function () {
        OCOP.tray();
      },
      function () {
        // Without the tray the choice still holds; the next press tries again.
      }
    );
  }

  /**
   * @param {string} id
   * @param {Way} way
   * @returns {boolean}
   */
  function picked(id, way) {
    var kept = OCOP.keeper.get();
    return way === "compare" ? kept.compare.indexOf(id) >= 0 : OCOP.lists.has(OCOP.lists.current(kept), id);
  }

  /**
   * @param {string} id
   * @param {Way} way
   * @returns {boolean} whether there was room for it
   */
  function toggle(id, way) {
    var kept = OCOP.keeper.get();
    if (way === "save") {
      var full = OCOP.lists.current(kept).items.length >= OCOP.lists.mostItems && !picked(id, way);
      OCOP.keeper.set(
        OCOP.lists.changed(kept, function (list) {
          return OCOP.lists.toggled(list, id);
        })
      );
      return !full;
    }
    var others = kept.compare.filter(function (one) {
      return one !== id;
    });
    var room = others.length < OCOP.lists.mostCompared;
    if (others.length === kept.compare.length && room) {
      others.push(id);
    }
    OCOP.keeper.set({ current: kept.current, lists: kept.lists, compare: others });
    return room || others.length < kept.compare.length;
  }

  /**
   * @param {Way} way
   * @param {string} id
   * @param {Element | null} name the element that names the product
   * @returns {HTMLButtonElement}
   */
  function button(way, id, name) {
    var drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 20 20");
    drawing.setAttribute("aria-hidden", "true");
    drawing.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", DRAWINGS[way]);
    var made = document.createElement("button");
    made.type = "button";
    made.className = "cat-pick";
    made.dataset.pick = way;
    made.dataset.id = id;
    made.setAttribute("aria-pressed", String(picked(id, way)));
    made.append(drawing, document.createElement("span"));
    made.children[1].textContent = words[way] || "";
    if (name) {
      var unseen = document.createElement("span");
      unseen.className = "cat-unseen";
      unseen.lang = name.getAttribute("lang") || document.documentElement.lang;
      unseen.textContent = " " + (name.getAttribute("title") || name.textContent || "").trim();
      made.append(unseen);
    }
    return made;
  }

  /**
   * @param {Element} place
   * @param {string} id
   * @param {Element | null} name
   * @returns {void}
   */
  function furnish(place, id, name) {
    if (!id || place.querySelector("[data-pick]")) {
      return;
    }
    var own = place.classList.contains("cat-picks");
    var row = own ? place : place.appendChild(document.createElement("div"));
    row.classList.add("cat-picks");
    row.append(button("save", id, name), button("compare", id, name));
  }

  /**
   * @param {string} address of a product's page
   * @returns {string} the product's id
   */
  function idIn(address) {
    var found = /(?:\/p\/|#p-)([a-z0-9-]+)\/?(?:index\.html)?$/.exec(address);
    return found ? found[1] : "";
  }

  /**
   * @param {ParentNode} within
   * @returns {void}
   */
  function dress(within) {
    within.querySelectorAll(".cat-card").forEach(function (card) {
      var link = card.querySelector("a[href]");
      var id = /** @type {HTMLElement} */ (card).dataset.product || idIn((link && link.getAttribute("href")) || "");
      furnish(card.querySelector(".cat-card__body") || card, id, link);
    });
    within.querySelectorAll("tr[data-product] > th").forEach(function (cell) {
      var row = /** @type {HTMLElement} */ (cell.parentElement);
      furnish(cell, row.dataset.product || "", cell.querySelector("a"));
    });
  }

  /** @returns {void} the products that share this page */
  function dressBundle() {
    document.querySelectorAll(".cat-bundle__item").forEach(function (item) {
      var own = /** @type {HTMLElement} */ (item);
      furnish(item.querySelector(".cat-picks") || item, own.dataset.product || "", item.querySelector("h2"));
    });
  }

  /** @returns {void} the product whose page this is */
  function dressPage() {
    var place = document.querySelector(".cat-picks--page");
    var canonical = document.querySelector("link[rel=canonical]");
    var link = place && place.querySelector("a");
    var reach = document.querySelector(".cat-reach a");
    if (place && canonical && link) {
      furnish(place, idIn(canonical.getAttribute("href") || ""), null);
      if (reach) {
        reach.setAttribute("href", link.getAttribute("href") || "");
        reach.removeAttribute("rel");
        reach.textContent = link.textContent;
      }
    }
  }

  /** @returns {void} */
  function refresh() {
    document.querySelectorAll("[data-pick]").forEach(function (element) {
      var own = /** @type {HTMLElement} */ (element);
      var way = /** @type {Way} */ (own.dataset.pick);
      own.setAttribute("aria-pressed", String(picked(own.dataset.id || "", way)));
    });
    var count = document.getElementById("cat-list-count");
    if (count) {
      var items = OCOP.lists.current(OCOP.keeper.get()).items.length;
      count.textContent = String(items);
      count.hidden = items === 0;
    }
  }

  /** @returns {void} takes over what the address of the browse page names: whoever sent it chose these products */
  function adopt() {
    var named = new URLSearchParams(location.search).get("compare") || "";
    var ids = named.split(",").filter(OCOP.lists.isId);
    if (ids.length && document.querySelector("[data-browse]")) {
      var kept = OCOP.keeper.get();
      var few = Array.from(new Set(ids)).slice(0, OCOP.lists.mostCompared);
      OCOP.keeper.set({ current: kept.current, lists: kept.lists, compare: few });
    }
  }

  document.addEventListener("click", function (event) {
    var target = event.target instanceof Element ? event.target.closest("[data-pick]") : null;
    if (target instanceof HTMLElement) {
      var way = /** @type {Way} */ (target.dataset.pick);
      var done = toggle(target.dataset.id || "", way);
      if (way === "compare" || !done || !OCOP.keeper.keeps()) {
        tray().then(function () {
          OCOP.tray && OCOP.tray(done ? "" : way);
        });
      }
      document.dispatchEvent(
        new CustomEvent("catalogue:selection", { detail: { compare: OCOP.keeper.get().compare } })
      );
    }
  });
  document.addEventListener("catalogue:cards", function (event) {
    dress(/** @type {CustomEvent} */ (event).detail.within);
  });
  OCOP.dress = dress;
  OCOP.pick = button;
  OCOP.keeper.listen(refresh);
  adopt();
  dress(document);
  dressPage();
  dressBundle();
  refresh();
  var shared = document.querySelector("[data-browse]") && /[?&]list=/.test(location.search);
  if (shared || (OCOP.keeper.get().compare.length && !document.querySelector("[data-desk=compare], [data-desk=enquiry]"))) {
    tray();
  }
})();
