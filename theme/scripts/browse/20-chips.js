/**
 * Everything that narrows the results, each with its words and with the state in which it is gone.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.Facet[]} facets
   * @param {string} key
   * @param {string} value
   * @returns {{ facet: string, value: string }} labels; the ids where the catalogue has no such value
   */
  function labels(facets, key, value) {
    var facet = facets.find(function (one) {
      return one.key === key;
    });
    var found =
      facet &&
      facet.values.find(function (one) {
        return one.id === value;
      });
    return { facet: facet ? facet.label : key, value: found ? found.label : value };
  }

  /**
   * @param {OCOP.Range} range
   * @param {OCOP.RangeChoice} choice
   * @returns {string}
   */
  function rangeWords(range, choice) {
    if (choice.missing === "only") {
      return OCOP.text("browse.chip.only", { name: range.label });
    }
    var unit = range.units.find(function (one) {
      return choice.unit === undefined || one.id === choice.unit;
    });
    var unitWords = unit ? unit.label : choice.unit || "";
    /**
     * @param {number | undefined} amount
     * @returns {string}
     */
    function words(amount) {
      return amount === undefined ? "" : (OCOP.number(amount) + " " + unitWords).trim();
    }
    var both = choice.from !== undefined && choice.to !== undefined;
    var form = both ? "between" : choice.from !== undefined ? "from" : "to";
    var from = both ? OCOP.number(Number(choice.from)) : words(choice.from);
    var said = OCOP.text("browse.chip." + form, { name: range.label, from: from, to: words(choice.to) });
    return choice.missing === "with" ? OCOP.text("browse.chip.with", { chip: said }) : said;
  }

  /**
   * @param {{ key: string }[]} known in their order
   * @param {object} chosen
   * @returns {string[]} keys of what is chosen in the order known; those that the catalogue does not have come last
   */
  function inOrder(known, chosen) {
    var keys = known.map(function (one) {
      return one.key;
    });
    var rest = Object.keys(chosen).filter(function (key) {
      return keys.indexOf(key) < 0;
    });
    return keys.concat(rest).filter(function (key) {
      return Object.prototype.hasOwnProperty.call(chosen, key);
    });
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.Engine} engine
   * @returns {OCOP.Chip[]}
   */
  function filterChips(state, engine) {
    /** @type {OCOP.Chip[]} */
    var chips = [];
    inOrder(engine.facets, state.filters).forEach(function (key) {
      state.filters[key].forEach(function (value) {
        var words = labels(engine.facets, key, value);
        var without = OCOP.state.toggled(state, key, value);
        chips.push({ id: "f." + key + "." + value, label: words.value, name: OCOP.text("browse.chip", words), without: without });
      });
    });
    inOrder(engine.ranges, state.ranges).forEach(function (key) {
      var range = engine.ranges.find(function (one) {
        return one.key === key;
      });
      var label = rangeWords(range || { key: key, label: key, units: [], stated: 0 }, state.ranges[key]);
      chips.push({ id: "r." + key, label: label, name: label, without: OCOP.state.ranged(state, key, {}) });
    });
    return chips;
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.Understood} understood
   * @param {string[]} words
   * @returns {OCOP.AddressState} with these words only; what was understood of the query stays when words go
   */
  function withWords(state, understood, words) {
    var texts = Array.from(new Set(understood.filters.map((filter) => filter.text)));
    var q = words.concat(texts.filter((text) => words.indexOf(text) < 0)).join(" ");
    return OCOP.state.changed(state, { q: q, literal: words.length ? state.literal : [] });
  }

  /**
   * @param {string} id
   * @param {string[]} words
   * @param {OCOP.AddressState} without
   * @returns {OCOP.Chip}
   */
  function wordsChip(id, words, without) {
    var said = OCOP.text("browse.chip.query", { query: words.join(" ") });
    return { id: id, label: said, name: said, without: without };
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.Understood} understood
   * @param {string[]} unknown words that no product has
   * @returns {OCOP.Chip[]} those words together, or else each of several words
   */
  function wordChips(state, understood, unknown) {
    var words = understood.words;
    var ways = unknown.length ? [unknown] : words.map((word) => [word]);
    return ways
      .filter((way) => way.length < words.length)
      .map(function (way) {
        var left = words.filter((word) => way.indexOf(word) < 0);
        return wordsChip("w." + way.join(" "), way, withWords(state, understood, left));
      });
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.Engine} engine
   * @param {OCOP.Understood} understood
   * @returns {OCOP.Chip[]} the words of the query first, then what was understood of it, then what was chosen
   */
  function chips(state, engine, understood) {
    /** @type {OCOP.Chip[]} */
    var made = understood.filters.map(function (filter) {
      var words = labels(engine.facets, filter.facet, filter.value);
      return {
        id: "u." + filter.facet + "." + filter.value,
        label: filter.label,
        name: OCOP.text("browse.chip", { facet: words.facet, value: filter.label }),
        without: OCOP.state.released(state, filter, understood.filters),
      };
    });
    if (understood.words.length) {
      made.unshift(wordsChip("q", understood.words, withWords(state, understood, [])));
    }
    return made.concat(filterChips(state, engine));
  }

  OCOP.chips = chips;
  OCOP.wordChips = wordChips;
})();
