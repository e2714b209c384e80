/**
 * Re-reads each standing for the reader's own day. The transitions were worked out when the site was built; this
 * script only picks the last one that has come, and prints the words the page carries for it. What has a last day, such
 * as a price, carries a mark that is shown when that day is over.
 */
(function () {
  "use strict";

  /** @returns {string} today in Vietnam, YYYY-MM-DD, whatever the reader's time zone */
  function today() {
    return new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
  }

  /**
   * @param {string} last a day, YYYY-MM-DD
   * @returns {boolean} whether what holds until then is over
   */
  function isPast(last) {
    return last !== "" && last < today();
  }

  /**
   * @param {[string, string][]} transitions oldest first
   * @param {string} day
   * @returns {string | null} the state on that day, null before the first transition
   */
  function stateOn(transitions, day) {
    var state = null;
    transitions.forEach(function (transition) {
      if (transition[0] <= day) {
        state = transition[1];
      }
    });
    return state;
  }

  /**
   * @param {string | undefined} words
   * @param {HTMLElement} badge
   * @returns {string | null}
   */
  function fill(words, badge) {
    return words ? words.replace("{stars}", badge.dataset.number || "").replace("{date}", badge.dataset.date || "") : null;
  }

  /**
   * What else claims the rating of a product: the text to send and the listings on its own page, its place among the
   * leading products of the home page.
   * @param {HTMLElement} badge
   * @param {string} state
   * @param {string} label
   * @returns {void}
   */
  function follow(badge, state, label) {
    var lapsed = state === "lapsed";
    var card = /** @type {HTMLElement | null} */ (badge.closest(".cat-featured .cat-card"));
    if (card) {
      card.hidden = lapsed;
    }
    if (badge.closest("section[data-state]")) {
      document.querySelectorAll("[data-says-standing]").forEach(function (element) {
        element.textContent = label;
      });
      document.querySelectorAll("[data-rated]").forEach(function (element) {
        /** @type {HTMLElement} */ (element).hidden = lapsed;
      });
    }
  }

  /**
   * @param {HTMLElement} badge
   * @param {string} state
   * @param {DOMStringMap} words
   * @returns {void}
   */
  function reprint(badge, state, words) {
    var wording = state === "lapsed" && !badge.dataset.date ? "lapsedUndated" : state;
    var label = fill(words[wording], badge);
    var meaning = fill(words[wording + "Meaning"], badge);
    var place = badge.querySelector("span");
    if (!label || !place) {
      return;
    }
    badge.dataset.state = state;
    place.textContent = label;
    follow(badge, state, label);
    var box = badge.parentElement;
    var sentence = box && box.querySelector("[data-meaning]");
    if (box && sentence && meaning) {
      box.dataset.state = state;
      sentence.textContent = meaning;
    }
  }

  /**
   * @param {ParentNode} within
   * @returns {void}
   */
  function refresh(within) {
    var source = document.getElementById("cat-words");
    if (!source) {
      return;
    }
    var words = source.dataset;
    var day = today();
    within.querySelectorAll("[data-past]").forEach(function (element) {
      var mark = /** @type {HTMLElement} */ (element);
      mark.hidden = !isPast(mark.dataset.past || "");
    });
    within.querySelectorAll("[data-standing]").forEach(function (element) {
      var badge = /** @type {HTMLElement} */ (element);
      /** @type {[string, string][]} */
      var transitions = JSON.parse(badge.dataset.standing || "[]");
      var state = stateOn(transitions, day);
      if (state && state !== badge.dataset.state) {
        reprint(badge, state, words);
      }
    });
  }

  OCOP.isPast = isPast;
  OCOP.refreshStandings = refresh; // cards that are made later, too
  OCOP.stateToday = function (course) {
    return stateOn(course, today());
  };
  refresh(document);
})();
