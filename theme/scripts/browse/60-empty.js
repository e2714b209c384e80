/**
 * When nothing matches: what is unknown is named, and every way on is one press away. And what was corrected.
 */
(function () {
  "use strict";

  var MOST_WAYS = 4;
  var MOST_ASKED = 8;

  /**
   * @param {OCOP.Engine} engine
   * @param {OCOP.AddressState} state
   * @param {string[]} unknown
   * @returns {Promise<Array<{ chip: OCOP.Chip, total: number }>>} what gives results when it is taken away, the most first;
   *   but for what leaves everything, which has a button of its own
   */
  function waysOn(engine, state, unknown) {
    var understood = engine.understand(state.q, state.literal);
    var chips = OCOP.wordChips(state, understood, unknown).concat(OCOP.chips(state, engine, understood));
    var asked = chips.slice(0, MOST_ASKED).map(function (chip) {
      return engine.search(OCOP.state.query(chip.without, 1)).then(function (found) {
        return { chip: chip, total: found.total };
      });
    });
    return Promise.all(asked).then(function (ways) {
      return ways
        .filter((way) => way.total > 0 && way.total < engine.size)
        .sort((one, other) => other.total - one.total)
        .slice(0, MOST_WAYS);
    });
  }

  /**
   * @param {OCOP.Engine} engine
   * @param {string} help address of the page that tells how to find and buy
   * @param {OCOP.Choose} choose
   * @returns {OCOP.Part}
   */
  function emptyState(engine, help, choose) {
    var said = OCOP.element("div", { class: "cat-browse__notes" });
    var ways = OCOP.element("ul", { class: "cat-browse__ways-on" });
    var all = OCOP.element("button", { type: "button", class: "cat-button" }, [OCOP.text("browse.empty.all")]);
    var ask = OCOP.element("a", { class: "cat-button cat-button--quiet", href: help }, [OCOP.text("browse.empty.help")]);
    var empty = OCOP.element("div", { class: "cat-empty" }, [
      OCOP.element("p", { class: "cat-empty__title" }, [OCOP.text("browse.empty")]),
      OCOP.element("p", {}, [OCOP.text("browse.empty.text")]),
      ways,
      OCOP.element("p", { class: "cat-empty__ways" }, [all, " ", ask]),
    ]);
    /** @type {OCOP.AddressState | null} */
    var shown = null;
    all.addEventListener("click", function () {
      if (shown) {
        choose(OCOP.state.cleared(shown));
      }
    });

    /**
     * @param {OCOP.AddressState} state
     * @param {string[]} unknown
     * @returns {void}
     */
    function offer(state, unknown) {
      waysOn(engine, state, unknown)
        .then(function (found) {
          if (shown !== state) {
            return;
          }
          var lines = found.map(function (way) {
            var words = OCOP.count("browse.empty.without", way.total, { name: way.chip.label });
            var button = OCOP.element("button", { type: "button", class: "cat-button cat-button--quiet" }, [words]);
            button.addEventListener("click", () => choose(way.chip.without));
            return OCOP.element("li", {}, [button]);
          });
          OCOP.fill(ways, lines);
        })
        .catch(function () {
          // The other ways on are still there.
        });
    }

    return {
      element: OCOP.element("div", {}, [said, empty]),
      update: function (state, results) {
        OCOP.fill(said, OCOP.wordRemarks(results).map((line) => OCOP.element("p", {}, [line])));
        said.hidden = !said.firstChild;
        empty.hidden = results.total > 0;
        shown = state;
        OCOP.fill(ways, []);
        if (!results.total) {
          offer(state, results.unknown);
        }
      },
    };
  }

  OCOP.emptyState = emptyState;
})();
