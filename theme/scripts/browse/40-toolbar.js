/**
 * The bar above the results: how many there are, the order, the view. And the chips of all that narrows them.
 */
(function () {
  "use strict";

  var GRID = "M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z";
  var TABLE = "M2 4.5h16M2 10h16M2 15.5h16";
  var CROSS = "M5.5 5.5l9 9M14.5 5.5l-9 9";

  /**
   * @param {OCOP.Engine} engine
   * @param {(sort: OCOP.Sort) => void} choose
   * @returns {OCOP.Part}
   */
  function makeSort(engine, choose) {
    var select = /** @type {HTMLSelectElement} */ (OCOP.element("select", {}));
    select.addEventListener("change", function () {
      choose(/** @type {OCOP.Sort} */ (select.value));
    });
    var label = OCOP.element("span", { class: "cat-browse__label" }, [OCOP.text("browse.sort")]);
    return {
      element: OCOP.element("label", { class: "cat-browse__sort" }, [label, select]),
      update: function (state, results) {
        // Without words to match, everything matches alike and stands in its usual order.
        var matching = results.words.length > 0;
        var offered = engine.sorts.filter(function (sort) {
          return matching || sort !== "relevance";
        });
        var options = offered.map(function (sort) {
          return OCOP.element("option", { value: sort }, [OCOP.text("browse.sort." + sort)]);
        });
        if (options.length !== select.options.length) {
          OCOP.fill(select, options);
        }
        select.value = matching || state.sort !== "relevance" ? state.sort : "standing";
      },
    };
  }

  /**
   * @param {(view: OCOP.View) => void} choose
   * @returns {OCOP.Part}
   */
  function makeViews(choose) {
    /** @type {Array<[OCOP.View, string]>} */
    var views = [
      ["grid", GRID],
      ["table", TABLE],
    ];
    var buttons = views.map(function (view) {
      var name = OCOP.text("browse.view." + view[0]);
      var button = OCOP.element("button", { type: "button", title: name, "aria-label": name }, [OCOP.icon(view[1])]);
      button.addEventListener("click", function () {
        choose(view[0]);
      });
      return button;
    });
    return {
      element: OCOP.element("div", { class: "cat-browse__views", role: "group", "aria-label": OCOP.text("browse.view") }, buttons),
      update: function (state) {
        buttons.forEach(function (button, place) {
          button.setAttribute("aria-pressed", String(state.view === views[place][0]));
        });
      },
    };
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {HTMLElement} opener of the drawer
   * @param {OCOP.Wishes} wishes
   * @returns {OCOP.Toolbar}
   */
  function toolbar(engine, opener, wishes) {
    var heading = OCOP.element("h2", { class: "cat-browse__count", tabindex: "-1" });
    var sort = makeSort(engine, function (value) {
      wishes.choose(OCOP.state.changed(wishes.state(), { sort: value }));
    });
    var views = makeViews(function (value) {
      wishes.choose(Object.assign({}, wishes.state(), { view: value }));
    });
    return {
      heading: heading,
      element: OCOP.element("div", { class: "cat-browse__bar" }, [heading, opener, sort.element, views.element]),
      update: function (now, results) {
        var words = engine.understand(now.q, now.literal).words.join(" ");
        var key = words ? "browse.count.query" : "browse.count";
        OCOP.say(heading, OCOP.count(key, results.total, { query: words }));
        sort.update(now, results);
        views.update(now, results);
      },
    };
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {OCOP.Choose} choose
   * @param {() => HTMLElement} focusAfter what takes the focus when the last chip has gone
   * @returns {OCOP.Part}
   */
  function chipList(engine, choose, focusAfter) {
    var list = OCOP.element("ul", { class: "cat-browse__chips", "aria-label": OCOP.text("browse.chips") });

    /**
     * @param {number} place
     * @returns {void}
     */
    function keepFocus(place) {
      var left = list.querySelectorAll("button");
      (left[Math.min(place, left.length - 1)] || focusAfter()).focus();
    }

    return {
      element: list,
      update: function (state, results) {
        var chips = OCOP.chips(state, engine, engine.understand(state.q, state.literal));
        var held = Array.from(list.querySelectorAll("button")).indexOf(
          /** @type {HTMLButtonElement} */ (document.activeElement)
        );
        var buttons = chips.map(function (chip) {
          var kind = chip.id[0] === "u" ? " cat-chip--understood" : "";
          var name = OCOP.text("browse.chip.remove", { name: chip.name });
          var label = OCOP.element("span", {}, [chip.label]);
          var button = OCOP.element("button", { type: "button", class: "cat-chip" + kind, "aria-label": name }, [
            label,
            OCOP.icon(CROSS),
          ]);
          button.addEventListener("click", function () {
            choose(chip.without);
          });
          return OCOP.element("li", {}, [button]);
        });
        if (chips.length > 1) {
          var clear = OCOP.element("button", { type: "button", class: "cat-chip cat-chip--clear" }, [OCOP.text("browse.clear")]);
          clear.addEventListener("click", function () {
            choose(OCOP.state.cleared(state));
          });
          buttons.push(OCOP.element("li", {}, [clear]));
        }
        OCOP.fill(list, buttons);
        list.hidden = !chips.length;
        if (held >= 0) {
          keepFocus(held);
        }
        return void results;
      },
    };
  }

  OCOP.toolbar = toolbar;
  OCOP.chipList = chipList;
})();
