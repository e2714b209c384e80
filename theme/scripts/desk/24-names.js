/**
 * Changes to the lists as a whole: making, naming, deleting, choosing one. Values in, values out.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.Kept} kept
   * @returns {string} an id that no list has
   */
  function freeId(kept) {
    var most = kept.lists.reduce(function (highest, list) {
      return Math.max(highest, Number(list.id) || 0);
    }, 0);
    return String(most + 1);
  }

  /**
   * @param {OCOP.Kept} kept
   * @param {string} name
   * @param {string} but id of the list that may keep the name
   * @returns {string} the name, with a number where another list has it already
   */
  function freeName(kept, name, but) {
    var taken = kept.lists
      .filter(function (list) {
        return list.id !== but;
      })
      .map(function (list) {
        return list.name;
      });
    var plain = name.replace(/\s+/g, " ").trim().slice(0, 72);
    var free = plain;
    for (var number = 2; free && taken.indexOf(free) >= 0; number += 1) {
      free = plain + " (" + number + ")";
    }
    return free;
  }

  /**
   * @param {OCOP.Kept} kept
   * @param {string} name
   * @param {string[]} ids
   * @returns {OCOP.Kept} with a new list, which is the current one
   */
  function added(kept, name, ids) {
    var id = freeId(kept);
    var items = ids.slice(0, OCOP.lists.mostItems).map(function (product) {
      return { id: product, quantity: "", note: "" };
    });
    var lists = kept.lists.concat([{ id: id, name: freeName(kept, name, id), items: items }]);
    // A first list that nobody has named or filled is no list yet.
    var used = lists.filter(function (list) {
      return list.name || list.items.length;
    });
    return { current: id, lists: used, compare: kept.compare };
  }

  /**
   * @param {OCOP.Kept} kept
   * @returns {OCOP.Kept} without the current list
   */
  function dropped(kept) {
    var left = kept.lists.filter(function (list) {
      return list.id !== kept.current;
    });
    return OCOP.lists.read(JSON.stringify({ current: "", lists: left, compare: kept.compare }));
  }

  OCOP.naming = {
    freeName: freeName,
    added: added,
    dropped: dropped,
    chosen: function (kept, id) {
      return { current: id, lists: kept.lists, compare: kept.compare };
    },
  };
})();
