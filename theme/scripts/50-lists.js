/**
 * What a buyer keeps: named lists of products, and the products to compare. Values in, values out; nothing is stored here.
 */
(function () {
  "use strict";

  var MOST_COMPARED = 6;
  var MOST_LISTS = 50;
  var MOST_ITEMS = 100; // as many as an address can carry
  var LONGEST_NAME = 80;
  var LONGEST_NOTE = 500;
  var LONGEST_QUANTITY = 80;
  var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  var LONGEST_ID = 80;

  /**
   * @param {unknown} text
   * @returns {boolean} whether it can be the id of a product
   */
  function isId(text) {
    return typeof text === "string" && text.length <= LONGEST_ID && ID.test(text);
  }

  /**
   * @param {unknown} value
   * @param {number} longest
   * @returns {string}
   */
  function short(value, longest) {
    return typeof value === "string" ? value.slice(0, longest) : "";
  }

  /**
   * @param {any} value
   * @returns {any[]}
   */
  function array(value) {
    return Array.isArray(value) ? value : [];
  }

  /**
   * @template T
   * @param {T[]} values
   * @param {(value: T) => string} name
   * @returns {T[]} the first of each name
   */
  function once(values, name) {
    /** @type {Set<string>} */
    var seen = new Set();
    return values.filter(function (value) {
      return !seen.has(name(value)) && seen.add(name(value));
    });
  }

  /**
   * @param {any} value
   * @returns {OCOP.NamedList}
   */
  function readList(value) {
    var items = array(value.items)
      .filter(function (item) {
        return item && isId(item.id);
      })
      .map(function (item) {
        return { id: item.id, quantity: short(item.quantity, LONGEST_QUANTITY), note: short(item.note, LONGEST_NOTE) };
      });
    return {
      id: short(value.id, LONGEST_ID),
      name: short(value.name, LONGEST_NAME),
      items: once(items, function (item) {
        return item.id;
      }).slice(0, MOST_ITEMS),
    };
  }

  /**
   * @param {string | null} text
   * @returns {any} null when it is no JSON
   */
  function parse(text) {
    try {
      return JSON.parse(text || "null");
    } catch (error) {
      return null;
    }
  }

  /**
   * @param {string | null} text
   * @returns {OCOP.Kept}
   */
  function read(text) {
    var value = parse(text) || {};
    var lists = array(value.lists)
      .filter(function (list) {
        return list && typeof list.id === "string" && list.id;
      })
      .map(readList);
    lists = once(lists, function (list) {
      return list.id;
    }).slice(0, MOST_LISTS);
    if (!lists.length) {
      lists = [{ id: "1", name: "", items: [] }];
    }
    var known = lists.some(function (list) {
      return list.id === value.current;
    });
    return {
      current: known ? value.current : lists[0].id,
      lists: lists,
      compare: Array.from(new Set(array(value.compare).filter(isId))).slice(0, MOST_COMPARED),
    };
  }

  /**
   * @param {OCOP.Kept} kept
   * @returns {OCOP.NamedList}
   */
  function current(kept) {
    return (
      kept.lists.find(function (list) {
        return list.id === kept.current;
      }) || kept.lists[0]
    );
  }

  /**
   * @param {OCOP.NamedList} list
   * @param {string} id
   * @returns {boolean}
   */
  function has(list, id) {
    return list.items.some(function (item) {
      return item.id === id;
    });
  }

  /**
   * @param {OCOP.Kept} kept
   * @param {(list: OCOP.NamedList) => OCOP.NamedList} change
   * @returns {OCOP.Kept}
   */
  function changed(kept, change) {
    var lists = kept.lists.map(function (list) {
      return list.id === kept.current ? change(list) : list;
    });
    return { current: kept.current, lists: lists, compare: kept.compare };
  }

  /**
   * @param {OCOP.NamedList} list
   * @param {string} id
   * @returns {OCOP.NamedList} without the product when it was there, else with it at the end, unless the list is full
   */
  function toggled(list, id) {
    var items = list.items.filter(function (item) {
      return item.id !== id;
    });
    if (items.length === list.items.length && items.length < MOST_ITEMS) {
      items.push({ id: id, quantity: "", note: "" });
    }
    return { id: list.id, name: list.name, items: items };
  }

  window.OCOP = window.OCOP || /** @type {OCOP.Api} */ ({});
  OCOP.lists = {
    mostCompared: MOST_COMPARED,
    mostItems: MOST_ITEMS,
    read: read,
    current: current,
    has: has,
    changed: changed,
    toggled: toggled,
    isId: isId,
  };
})();
