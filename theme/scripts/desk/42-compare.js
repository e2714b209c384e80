/**
 * The page that compares products: its address names them, and is all it needs.
 */
(function () {
  "use strict";

  /**
   * @param {HTMLElement} place
   * @param {OCOP.Engine} engine
   * @returns {Promise<void>}
   */
  function start(place, engine) {
    var teller = OCOP.desk.teller();
    var view = OCOP.element("div", {});
    var onlyDiffering = false;
    OCOP.fill(place, [teller.element, view]);

    /** @returns {string[]} */
    function named() {
      return OCOP.address.read(location.search).compare.slice(0, OCOP.lists.mostCompared);
    }

    /**
     * @param {string[]} ids
     * @returns {void}
     */
    function keep(ids) {
      var kept = OCOP.keeper.get();
      if (kept.compare.join() !== ids.join()) {
        OCOP.keeper.set({ current: kept.current, lists: kept.lists, compare: ids });
      }
    }

    /**
     * @param {string[]} ids
     * @returns {Promise<void>}
     */
    function go(ids) {
      OCOP.desk.write(OCOP.address.write({ compare: ids }));
      keep(ids);
      return show(ids);
    }

    /**
     * @param {OCOP.Hit} hit
     * @returns {void}
     */
    function remove(hit) {
      var before = named();
      var at = before.indexOf(hit.id);
      var left = before.filter(function (id) {
        return id !== hit.id;
      });
      go(left).then(function () {
        teller.tell(OCOP.text("compare.removed", { name: hit.name }), function () {
          go(before).then(function () {
            teller.tell("");
            focusOn(at);
          });
        });
        focusOn(Math.min(at, left.length - 1));
      });
    }

    /**
     * @param {number} at
     * @returns {void} the button that takes the product of this column out, or whatever comes first
     */
    function focusOn(at) {
      var buttons = view.querySelectorAll("[data-remove]");
      var next = buttons[at] || view.querySelector("a, button") || document.getElementById("main");
      if (next instanceof HTMLElement) {
        next.focus();
      }
    }

    /** @returns {void} */
    function copy() {
      var full = OCOP.desk.shared(OCOP.address.write({ compare: named() }));
      OCOP.copy(full).then(
        function () {
          teller.tell(OCOP.text("compare.copied"));
        },
        function () {
          teller.tell(OCOP.text("desk.copy.failed") + " " + full);
        }
      );
    }

    /**
     * @param {OCOP.ComparedGroup[]} groups
     * @param {HTMLElement} table
     * @param {string[]} ids
     * @returns {HTMLElement}
     */
    function toolbar(groups, table, ids) {
      var rows = groups.reduce(function (/** @type {OCOP.ComparedRow[]} */ all, group) {
        return all.concat(group.rows);
      }, []);
      var differing = rows.filter(function (row) {
        return row.differs;
      }).length;
      var words = differing ? OCOP.text("compare.count", { differing: differing, all: rows.length }) : OCOP.text("compare.same");
      var mark = OCOP.differsMark();
      mark.setAttribute("aria-hidden", "true");
      var box = /** @type {HTMLInputElement} */ (OCOP.element("input", { type: "checkbox" }));
      var apply = function () {
        onlyDiffering = box.checked;
        table.classList.toggle("cat-compare--differing", onlyDiffering);
      };
      box.checked = onlyDiffering && differing > 0;
      box.disabled = differing === 0;
      box.addEventListener("change", apply);
      apply();
      var label = OCOP.element("label", { class: "cat-check" }, [box, " ", OCOP.text("compare.only")]);
      return OCOP.element("div", { class: "cat-desk__bar" }, [
        OCOP.element("div", { class: "cat-desk__facts" }, [label, OCOP.element("p", {}, differing ? [mark, " ", words] : [words])]),
        OCOP.element("div", { class: "cat-desk__tools" }, [
          OCOP.desk.link(OCOP.desk.address("enquiry", "?product=" + ids.join(",")), OCOP.text("compare.ask")),
          OCOP.desk.button(OCOP.text("compare.copy"), copy),
          OCOP.desk.button(OCOP.text("compare.print"), function () {
            window.print();
          }),
        ]),
      ]);
    }

    /**
     * @param {string[]} ids
     * @param {Map<string, OCOP.Hit>} hits
     * @returns {void}
     */
    function tellUnknown(ids, hits) {
      var unknown = ids.filter(function (id) {
        return !hits.has(id);
      });
      teller.tell(unknown.length ? OCOP.text("compare.unknown", { names: unknown.join(", ") }) : "");
    }

    /**
     * @param {string[]} ids
     * @returns {Promise<void>}
     */
    function show(ids) {
      return Promise.all([OCOP.desk.products(engine, ids), engine.sheets(ids)]).then(function (loaded) {
        var hits = loaded[0];
        var known = ids.filter(function (id) {
          return hits.has(id);
        });
        var products = known.map(function (id) {
          var sheet = loaded[1].find(function (one) {
            return one.id === id;
          });
          return { hit: /** @type {OCOP.Hit} */ (hits.get(id)), rows: sheet ? sheet.rows : [] };
        });
        tellUnknown(ids, hits);
        if (!products.length) {
          var none = ["compare.empty", "compare.empty.text", "compare.browse"].map(function (key) {
            return OCOP.text(key);
          });
          OCOP.fill(view, [OCOP.desk.empty(none[0], none[1], none[2])]);
          return;
        }
        var groups = OCOP.differences(products, OCOP.words, OCOP.day);
        var table = OCOP.compareTable(products, groups, engine.asOf, remove);
        var few = OCOP.element("p", { class: "cat-note" }, [OCOP.text("compare.few") + " " + OCOP.text("compare.few.text")]);
        OCOP.fill(view, [products.length > 1 ? toolbar(groups, table, known) : few, table]);
      });
    }

    window.addEventListener("popstate", function () {
      keep(named());
      show(named());
    });
    var ids = named();
    if (ids.length) {
      keep(ids);
    } else {
      ids = OCOP.keeper.get().compare;
      OCOP.desk.write(OCOP.address.write({ compare: ids }), true);
    }
    OCOP.desk.keepQuery();
    return show(ids);
  }

  OCOP.desks.compare = start;
})();
