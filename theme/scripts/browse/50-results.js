/**
 * The results: cards or lines of a table, and the numbers of their pages.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.Engine} engine
   * @returns {OCOP.Part}
   */
  function resultList(engine) {
    var place = OCOP.element("div", { class: "cat-browse__list" });
    /** @type {Map<string, HTMLElement>} cards on the page now, by what they show */
    var kept = new Map();

    /**
     * @param {OCOP.Hit[]} hits
     * @returns {HTMLElement} cards that stay are moved, not made again
     */
    function cards(hits) {
      /** @type {Map<string, HTMLElement>} */
      var now = new Map();
      var made = hits.map(function (hit) {
        var key = hit.id + JSON.stringify([hit.marks, hit.otherMarks]);
        var card = kept.get(key) || OCOP.card(hit, engine.asOf);
        now.set(key, card);
        return card;
      });
      kept = now;
      return OCOP.element("div", { class: "cat-cards" }, made);
    }

    return {
      element: place,
      update: function (state, results) {
        if (state.view === "table" && results.hits.length) {
          kept.clear();
          OCOP.fill(place, [OCOP.table(engine, results.hits)]);
        } else {
          OCOP.fill(place, results.hits.length ? [cards(results.hits)] : []);
        }
        OCOP.refreshStandings(place);
        document.dispatchEvent(new CustomEvent("catalogue:cards", { detail: { within: place } }));
      },
    };
  }

  /**
   * @param {(page: number) => string} address
   * @param {(page: number) => void} turn
   * @returns {OCOP.Part}
   */
  function pageNumbers(address, turn) {
    var place = OCOP.element("nav", { class: "cat-pages", "aria-label": OCOP.text("pages.label") });
    var shown = "";

    /**
     * @param {number} page
     * @param {OCOP.Attributes} attributes
     * @param {string} words
     * @returns {HTMLElement}
     */
    function makeLink(page, attributes, words) {
      var link = OCOP.element("a", Object.assign({ href: address(page) }, attributes), [words]);
      link.addEventListener("click", function (event) {
        // A new tab or window takes the address itself.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.button === 0) {
          event.preventDefault();
          turn(page);
        }
      });
      return link;
    }

    /**
     * @param {number} step
     * @param {number} page
     * @returns {HTMLElement}
     */
    function makeStep(step, page) {
      if (!step) {
        return OCOP.element("span", { class: "cat-pages__gap" }, [OCOP.text("pages.gap")]);
      }
      var words = OCOP.number(step);
      return step === page
        ? OCOP.element("span", { "aria-current": "page" }, [words])
        : makeLink(step, { "aria-label": OCOP.text("pages.page", { page: step }) }, words);
    }

    return {
      element: place,
      update: function (_, results) {
        var page = results.page;
        var key = page + " of " + results.pages + " " + address(page);
        if (key === shown) {
          return; // a link that is being pressed stays
        }
        shown = key;
        var steps = OCOP.state.steps(page, results.pages).map(function (step) {
          return OCOP.element("li", {}, [makeStep(step, page)]);
        });
        var turnClass = "cat-pages__turn";
        OCOP.fill(place, [
          page > 1 ? makeLink(page - 1, { class: turnClass, rel: "prev" }, "← " + OCOP.text("pages.previous")) : null,
          OCOP.element("ol", {}, steps),
          page < results.pages ? makeLink(page + 1, { class: turnClass, rel: "next" }, OCOP.text("pages.next") + " →") : null,
        ]);
        place.hidden = results.pages < 2;
      },
    };
  }

  OCOP.resultList = resultList;
  OCOP.pageNumbers = pageNumbers;
})();
