/**
 * The parts of the browse page put together: facets at the side or in the drawer, the bar, the chips, the results.
 */
(function () {
  "use strict";

  var ANNOUNCE_AFTER = 700;

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.Results} results
   * @returns {number} how many choices narrow the results
   */
  function choices(state, results) {
    var chosen = Object.keys(state.filters).reduce((sum, key) => sum + state.filters[key].length, 0);
    return chosen + Object.keys(state.ranges).length + results.understood.length;
  }

  /**
   * @param {OCOP.Results} results
   * @returns {string}
   */
  function spoken(results) {
    if (!results.total) {
      return OCOP.text("browse.empty");
    }
    var total = OCOP.count("search.count", results.total);
    var pages = { page: OCOP.number(results.page), pages: OCOP.number(results.pages) };
    return results.page > 1 ? total + ", " + OCOP.text("browse.page", pages) : total;
  }

  /**
   * @param {HTMLElement} place in the page
   * @param {OCOP.Engine} engine
   * @param {OCOP.Wishes} wishes
   * @returns {OCOP.BrowsePage}
   */
  function browsePage(place, engine, wishes) {
    var status = OCOP.element("p", { class: "cat-unseen", role: "status" });
    var makers = [OCOP.facetSections, OCOP.rangeSections];
    /** @type {OCOP.Part[]} */
    var sections = [];
    makers.forEach((make) => sections.push(...make(engine, wishes.state, wishes.choose)));
    // The status goes with the facets into the drawer: what stands outside an open dialog is not read out.
    var panel = OCOP.element("form", { class: "cat-facets", "aria-label": OCOP.text("browse.filters") }, [
      ...sections.map((section) => section.element),
      status,
    ]);
    panel.addEventListener("submit", (event) => event.preventDefault());
    var side = OCOP.element("div", { class: "cat-browse__side" }, [panel]);
    var drawer = OCOP.drawer(panel, side);
    var bar = OCOP.toolbar(engine, drawer.button, wishes);
    var parts = [
      bar,
      OCOP.chipList(engine, wishes.choose, () => bar.heading),
      OCOP.emptyState(engine, place.dataset.help || "", wishes.choose),
      OCOP.resultList(engine),
      OCOP.pageNumbers(wishes.address, wishes.turn),
    ];
    var main = OCOP.element("div", { class: "cat-browse__main" }, parts.map((part) => part.element));
    var title = document.title;
    var announcing = 0;
    var shown = false;

    return {
      show: function (state, results) {
        parts.forEach((part) => part.update(state, results));
        drawer.update(results, choices(state, results));
        document.title = state.q.trim() ? "“" + state.q.trim() + "” – " + title : title;
        if (!shown) {
          shown = true;
          sections.forEach((section) => section.update(state, results));
          OCOP.fill(place, [side, main]);
        }
        window.clearTimeout(announcing);
        announcing = window.setTimeout(() => (status.textContent = spoken(results)), ANNOUNCE_AFTER);
      },
      count: function (state, results) {
        sections.forEach((section) => section.update(state, results));
      },
      wait: function (waiting) {
        main.classList.toggle("cat-browse__main--slow", waiting);
      },
      goToResults: function () {
        bar.heading.focus({ preventScroll: true });
        place.scrollIntoView({ block: "start" });
      },
    };
  }

  OCOP.browsePage = browsePage;
})();
