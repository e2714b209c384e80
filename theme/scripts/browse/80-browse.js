/**
 * The browse page at work: the address says what is asked, the engine answers, the page shows it. Every choice goes
 * through the address, so back, forward, reload and a link sent to somebody else all do the same.
 */
(function () {
  "use strict";

  var SIZE = 24;
  /** Milliseconds without an answer after which the results show that they are waiting. */
  var SLOW = 250;
  /** Milliseconds without a letter after which the address is written, and the facets are counted: browsers refuse to
      write it at every letter, and neither is looked at while typing. */
  var PAUSE = 300;
  /** Milliseconds after the results at which a small catalogue is fetched as a whole, and the most files it may have. */
  var IDLE = 1500;
  var SMALL = 64;

  /**
   * @param {HTMLElement} place
   * @param {OCOP.Engine} engine
   * @returns {() => Promise<void>} asks what the state says
   */
  function mount(place, engine) {
    var state = OCOP.address.read(location.search);
    var field = /** @type {HTMLInputElement | null} */ (document.querySelector(".cat-search input"));
    var failure = /** @type {HTMLElement} */ (document.querySelector(".cat-browse__failed"));
    var page = OCOP.browsePage(place, engine, { state: () => state, choose: choose, turn: turn, address: address });
    var top = (history.state && history.state.top) || 0;
    var shown = false;
    var asked = 0;
    var typing = false;
    var pause = 0;
    var kept = false;

    /**
     * @param {number} number
     * @returns {string}
     */
    function address(number) {
      return location.pathname + OCOP.address.write(Object.assign({}, state, { page: number }));
    }

    /**
     * @param {boolean} again whether it takes the place of the address before
     * @returns {void}
     */
    function write(again) {
      document.documentElement.classList.remove("cat-by-letter");
      history[again ? "replaceState" : "pushState"](null, "", address(state.page));
    }

    /**
     * Words that were typed become an address: one for all letters of a word.
     * @returns {void}
     */
    function writeWords() {
      if (pause) {
        window.clearTimeout(pause);
        pause = 0;
        write(typing);
        typing = true;
      }
    }

    /**
     * @param {OCOP.AddressState} next
     * @returns {Promise<void>}
     */
    function enter(next) {
      writeWords();
      typing = false;
      state = next;
      write(false);
      return run();
    }

    /**
     * @param {OCOP.AddressState} next
     * @returns {void}
     */
    function choose(next) {
      if (field && next.q !== state.q) {
        field.value = next.q;
      }
      enter(next);
    }

    /**
     * @param {number} number
     * @returns {void}
     */
    function turn(number) {
      enter(Object.assign({}, state, { page: number })).then(page.goToResults);
    }

    /**
     * @param {OCOP.Results} results
     * @returns {void}
     */
    function show(results) {
      state = Object.assign({}, state, { page: results.page });
      page.show(state, results);
      if (!shown && top) {
        window.scrollTo({ top: top, behavior: /** @type {ScrollBehavior} */ ("instant") });
      }
      shown = true;
    }

    /**
     * @param {OCOP.Query} query
     * @param {number} mine number of the question
     * @param {OCOP.Results} results
     * @returns {void}
     */
    function count(query, mine, results) {
      new Promise((done) => window.setTimeout(done, pause ? PAUSE : 0))
        .then(() => (mine === asked ? engine.search(Object.assign({ count: true }, query)) : results))
        .catch(() => results) // without numbers the facets can still be chosen
        .then(function (counted) {
          if (mine === asked) {
            page.count(state, counted);
          }
          window.setTimeout(keep, IDLE);
        });
    }

    /**
     * A small catalogue is fetched as a whole while nobody waits, so that it can be searched with the network off.
     * @returns {void}
     */
    function keep() {
      if (!kept) {
        kept = true;
        engine.keep(SMALL).catch(() => (kept = false));
      }
    }

    /** @returns {Promise<void>} */
    function run() {
      asked += 1;
      var mine = asked;
      var query = OCOP.state.query(state, SIZE);
      var slow = window.setTimeout(() => page.wait(true), SLOW);
      return engine
        .search(query)
        .then(function (results) {
          if (mine === asked) {
            failure.hidden = true;
            show(results);
            count(query, mine, results);
          }
        })
        .catch(function () {
          if (mine === asked) {
            failure.hidden = false;
          }
        })
        .then(function () {
          window.clearTimeout(slow);
          page.wait(false);
        });
    }

    OCOP.typed = function (text) {
      if (text.trim() !== state.q.trim()) {
        state = OCOP.state.changed(state, { q: text, literal: [] });
        window.clearTimeout(pause);
        pause = window.setTimeout(writeWords, PAUSE);
        run();
      }
    };
    if (field) {
      field.addEventListener("blur", function () {
        writeWords();
        typing = false;
      });
      field.value = state.q;
    }
    window.addEventListener("popstate", function () {
      window.clearTimeout(pause);
      pause = 0;
      typing = false;
      state = OCOP.address.read(location.search);
      if (field) {
        field.value = state.q;
      }
      run();
    });
    window.addEventListener("pagehide", function () {
      history.replaceState({ top: window.scrollY }, "");
    });
    document.addEventListener("catalogue:selection", function (event) {
      writeWords();
      state = Object.assign({}, state, /** @type {CustomEvent} */ (event).detail);
      write(true);
    });
    return run;
  }

  /** @type {Promise<() => Promise<void>> | null} */
  var mounted = null;

  OCOP.browse = function () {
    var place = /** @type {HTMLElement} */ (document.querySelector("[data-browse]"));
    mounted = mounted || OCOP.engine().then((engine) => mount(place, engine));
    mounted.catch(() => (mounted = null));
    return mounted.then((run) => run());
  };
})();
