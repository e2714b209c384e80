/**
 * What a reader asks of the browse page, and how each choice changes it. Everything here is a plain object that the
 * address can say; nothing touches the page.
 */
(function () {
  "use strict";

  /** Facets of which a query may hold a name. */
  var NAMED = ["province", "group", "set"];

  /**
   * @param {OCOP.AddressState} state
   * @param {Partial<OCOP.AddressState>} change
   * @returns {OCOP.AddressState} the state after a choice, which begins again at the first page
   */
  function changed(state, change) {
    return Object.assign({}, state, { page: 1 }, change);
  }

  /**
   * @template T
   * @param {{ [key: string]: T }} map
   * @param {string} key
   * @param {T | null} value null takes the key out
   * @returns {{ [key: string]: T }}
   */
  function replaced(map, key, value) {
    var made = Object.assign({}, map);
    delete made[key];
    if (value !== null) {
      made[key] = value;
    }
    return made;
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {string} facet
   * @param {string} value
   * @returns {OCOP.AddressState} with the value chosen, or no longer chosen
   */
  function toggled(state, facet, value) {
    var chosen = state.filters[facet] || [];
    var rest = chosen.filter(function (one) {
      return one !== value;
    });
    var next = rest.length === chosen.length ? chosen.concat(value) : rest;
    return changed(state, { filters: replaced(state.filters, facet, next.length ? next : null) });
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {OCOP.UnderstoodFilter} filter
   * @param {OCOP.UnderstoodFilter[]} understood everything that was understood of the query
   * @returns {OCOP.AddressState} without a filter that its words stand for. The name of a place or a group may be meant
   *   as words; "4-5 sao" may not, so the words go, and what else they stand for becomes a choice
   */
  function released(state, filter, understood) {
    if (NAMED.indexOf(filter.facet) >= 0) {
      return changed(state, { literal: state.literal.concat(filter.text) });
    }
    var q = state.q.replace(filter.text, " ").replace(/\s+/g, " ").trim();
    return understood
      .filter((one) => one.text === filter.text && one.value !== filter.value)
      .filter((one) => (state.filters[one.facet] || []).indexOf(one.value) < 0)
      .reduce((made, one) => toggled(made, one.facet, one.value), changed(state, { q: q }));
  }

  /**
   * @param {OCOP.RangeChoice} choice
   * @returns {boolean} whether it leaves anything out
   */
  function narrows(choice) {
    return choice.from !== undefined || choice.to !== undefined || choice.missing === "only";
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {string} key
   * @param {OCOP.RangeChoice} choice
   * @returns {OCOP.AddressState}
   */
  function ranged(state, key, choice) {
    return changed(state, { ranges: replaced(state.ranges, key, narrows(choice) ? choice : null) });
  }

  /**
   * @param {OCOP.AddressState} state
   * @returns {OCOP.AddressState} without query, filters and ranges; order and view stay
   */
  function cleared(state) {
    return changed(state, { q: "", literal: [], filters: {}, ranges: {} });
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {number} size
   * @returns {OCOP.Query}
   */
  function query(state, size) {
    return {
      q: state.q,
      literal: state.literal,
      filters: state.filters,
      ranges: state.ranges,
      sort: state.sort,
      page: state.page,
      size: size,
    };
  }

  /**
   * @param {number} page
   * @param {number} pages
   * @returns {number[]} numbers to show: the first, the last, those near; 0 stands for a gap
   */
  function steps(page, pages) {
    /** @type {number[]} */
    var shown = [];
    for (var number = 1; number <= pages; number += 1) {
      if (number === 1 || number === pages || Math.abs(number - page) <= 2) {
        if (shown.length && number > shown[shown.length - 1] + 1) {
          shown.push(0);
        }
        shown.push(number);
      }
    }
    return shown;
  }

  OCOP.state = {
    changed: changed,
    toggled: toggled,
    released: released,
    ranged: ranged,
    cleared: cleared,
    query: query,
    steps: steps,
  };
})();
