/**
 * The facets: a section each with its values, how many products each would give, and those chosen. Made once; later
 * only counts and choices change, so that the focus stays where it is.
 */
(function () {
  "use strict";

  var SHOWN_AT_FIRST = 8;
  var OPEN_AT_FIRST = ["standing", "export", "stars", "group", "province"];

  /**
   * @typedef {object} ValueLine
   * @property {OCOP.FacetValue} value
   * @property {HTMLElement} item
   * @property {HTMLInputElement} box
   * @property {HTMLElement} count
   * @property {boolean} first whether it is among the most frequent
   */

  /**
   * @param {OCOP.FacetValue} value
   * @param {boolean} first
   * @param {() => void} choose
   * @returns {ValueLine}
   */
  function makeLine(value, first, choose) {
    var box = /** @type {HTMLInputElement} */ (OCOP.element("input", { type: "checkbox" }));
    var count = OCOP.element("span", { class: "cat-count" }, [OCOP.number(value.count)]);
    box.addEventListener("click", function (event) {
      if (box.getAttribute("aria-disabled") === "true") {
        event.preventDefault(); // it would give nothing; it stays reachable so that everybody learns of it
      }
    });
    box.addEventListener("change", choose);
    var label = OCOP.element("label", { class: "cat-facet__value" }, [box, OCOP.element("span", {}, [value.label]), count]);
    return { value: value, item: OCOP.element("li", {}, [label]), box: box, count: count, first: first };
  }

  /**
   * @param {OCOP.FacetValue[]} values
   * @returns {Set<string>} ids of the most frequent ones, which are shown before the reader asks for all
   */
  function mostFrequent(values) {
    var ordered = values.slice().sort(function (one, other) {
      return other.count - one.count;
    });
    var shown = values.length <= SHOWN_AT_FIRST + 2 ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
    return new Set(
      shown.map(function (value) {
        return value.id;
      })
    );
  }

  /**
   * @param {ValueLine[]} lines
   * @param {OCOP.Facet | undefined} parents the facet whose values stand above these
   * @returns {HTMLElement[]} lists of values, each with the name of what they belong to
   */
  function groupLines(lines, parents) {
    if (!parents || !lines[0].value.parent) {
      return [OCOP.element("ul", {}, lines.map((line) => line.item))];
    }
    return parents.values.map(function (parent) {
      var own = lines.filter(function (line) {
        return line.value.parent === parent.id;
      });
      var title = OCOP.element("p", { class: "cat-facet__parent" }, [parent.label]);
      return OCOP.element("div", {}, [title, OCOP.element("ul", {}, own.map((line) => line.item))]);
    });
  }

  /**
   * @param {OCOP.Facet} facet
   * @param {OCOP.Facet | undefined} parents
   * @param {OCOP.Engine} engine
   * @param {(value: string) => void} toggle
   * @returns {OCOP.Part}
   */
  function makeSection(facet, parents, engine, toggle) {
    var frequent = mostFrequent(facet.values);
    var expanded = frequent.size === facet.values.length;
    var lines = facet.values.map(function (value) {
      return makeLine(value, frequent.has(value.id), function () {
        toggle(value.id);
      });
    });
    var groups = groupLines(lines, parents);
    var chosen = OCOP.element("span", { class: "cat-facet__chosen" });
    var more = OCOP.element("button", { class: "cat-facet__more", type: "button", hidden: expanded });

    /** @returns {void} */
    function fold() {
      lines.forEach(function (line) {
        line.item.hidden = !expanded && !line.first && !line.box.checked;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("li:not([hidden])");
      });
      more.setAttribute("aria-expanded", String(expanded));
      var words = expanded ? OCOP.text("browse.less") : OCOP.count("browse.more", lines.length - frequent.size);
      OCOP.say(more, words);
    }

    more.addEventListener("click", function () {
      expanded = !expanded;
      fold();
    });
    fold();
    var dated = OCOP.text("browse.as_of", { date: OCOP.day(engine.asOf) });
    var note = facet.key === "standing" ? OCOP.element("p", { class: "cat-note" }, [dated]) : null;
    var body = OCOP.element("div", { role: "group", "aria-label": facet.label }, [note, ...groups, more]);
    var summary = OCOP.element("summary", {}, [OCOP.element("span", {}, [facet.label]), chosen]);
    var open = OPEN_AT_FIRST.indexOf(facet.key) >= 0;
    var details = OCOP.element("details", { class: "cat-facet", open: open, "data-facet": facet.key }, [summary, body]);
    return {
      element: details,
      update: function (state, results) {
        var values = (state.filters[facet.key] || []).concat(
          results.understood.filter((one) => one.facet === facet.key).map((one) => one.value)
        );
        var counts = results.counts[facet.key];
        var all = results.total === engine.size;
        lines.forEach(function (line) {
          line.box.checked = values.indexOf(line.value.id) >= 0;
          var number = counts ? counts[line.value.id] || 0 : line.value.count;
          OCOP.say(line.count, counts || all ? OCOP.number(number) : ""); // not counted yet, or it could not be
          line.box.setAttribute("aria-disabled", String(!number && !line.box.checked));
        });
        OCOP.say(chosen, values.length ? OCOP.text("browse.chosen", { count: OCOP.number(values.length) }) : "");
        fold();
      },
    };
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {() => OCOP.AddressState} state
   * @param {OCOP.Choose} choose
   * @returns {OCOP.Part[]}
   */
  function facetSections(engine, state, choose) {
    var groups = engine.facets.find(function (facet) {
      return facet.key === "group";
    });
    return engine.facets
      .filter(function (facet) {
        return facet.values.length > 0;
      })
      .map(function (facet) {
        return makeSection(facet, groups, engine, function (value) {
          var now = state();
          var chosen = (now.filters[facet.key] || []).indexOf(value) >= 0;
          var understood = engine.understand(now.q, now.literal).filters;
          var typed = understood.find((one) => one.facet === facet.key && one.value === value);
          choose(typed && !chosen ? OCOP.state.released(now, typed, understood) : OCOP.state.toggled(now, facet.key, value));
        });
      });
  }

  OCOP.facetSections = facetSections;
})();
