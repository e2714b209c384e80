/**
 * The address of a page as a state, and back. One order, nothing that is the default: equal states have equal addresses.
 */
(function () {
  "use strict";

  var LONGEST = 200;
  var MOST = 100;
  var FACET = /^f\.([a-z][a-z_]*)$/;
  var RANGE = /^r\.([a-z][a-z_]*)$/;
  var ID = /^[0-9A-Za-z][\w-]*$/;
  var CHOICE = /^(-?[\d.]*)\.\.(-?[\d.]*)(?::([^:]*))?(?::(only|with|without))?$/;
  var SORTS = ["standing", "stars", "expiry", "name", "newest", "minimum_order"];

  /**
   * @param {string} text
   * @returns {string} as an address writes it; commas, points and tildes stay readable
   */
  function encode(text) {
    return encodeURIComponent(text).replace(/%20/g, "+").replace(/%2C/g, ",").replace(/%3A/g, ":");
  }

  /**
   * @param {string} text
   * @returns {string}
   */
  function decode(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, " "));
    } catch (error) {
      return "";
    }
  }

  /**
   * @param {string} text
   * @returns {string[]} the ids among what commas divide, each once
   */
  function ids(text) {
    var known = text.split(",").filter(function (id) {
      return ID.test(id);
    });
    return Array.from(new Set(known)).slice(0, MOST);
  }

  /**
   * @param {string} text
   * @returns {number | undefined}
   */
  function amount(text) {
    var number = parseFloat(text);
    return isFinite(number) ? number : undefined;
  }

  /**
   * @param {string} text from..to:unit:missing
   * @returns {OCOP.RangeChoice | null}
   */
  function readRange(text) {
    var found = CHOICE.exec(text);
    if (!found) {
      return null;
    }
    /** @type {OCOP.RangeChoice} */
    var choice = {};
    var from = amount(found[1]);
    var to = amount(found[2]);
    if (from !== undefined) {
      choice.from = from;
    }
    if (to !== undefined) {
      choice.to = to;
    }
    if (found[3]) {
      choice.unit = found[3];
    }
    if (found[4] && found[4] !== "without") {
      choice.missing = /** @type {"only" | "with"} */ (found[4]);
    }
    return choice;
  }

  /**
   * @param {OCOP.RangeChoice} choice
   * @returns {string}
   */
  function writeRange(choice) {
    var ends = [choice.from, choice.to].map(function (end) {
      return end === undefined ? "" : String(end);
    });
    var missing = choice.missing && choice.missing !== "without" ? ":" + choice.missing : "";
    var unit = choice.unit || missing ? ":" + encode(choice.unit || "") : "";
    return ends.join("..") + unit + missing;
  }

  /**
   * @param {OCOP.SharedList} list
   * @returns {string}
   */
  function writeList(list) {
    return encode(list.name) + "~" + list.ids.join(",");
  }

  /**
   * @param {OCOP.AddressState} state
   * @param {string} key
   * @param {string} value decoded
   * @returns {void}
   */
  function take(state, key, value) {
    var facet = FACET.exec(key);
    var range = RANGE.exec(key);
    if (facet) {
      state.filters[facet[1]] = ids(value);
    } else if (range) {
      var choice = readRange(value);
      if (choice) {
        state.ranges[range[1]] = choice;
      }
    } else if (key === "q") {
      state.q = value.slice(0, LONGEST);
    } else if (key === "literal") {
      state.literal = value.split("|").filter(Boolean);
    } else if (key === "sort" && SORTS.indexOf(value) >= 0) {
      state.sort = /** @type {OCOP.Sort} */ (value);
    } else if (key === "view" && value === "table") {
      state.view = value;
    } else if (key === "page" && /^[1-9]\d{0,5}$/.test(value)) {
      state.page = Number(value);
    } else if (key === "compare") {
      state.compare = ids(value);
    } else if (key === "list") {
      var cut = value.lastIndexOf("~");
      state.list = { name: value.slice(0, Math.max(0, cut)).slice(0, LONGEST), ids: ids(value.slice(cut + 1)) };
    }
  }

  OCOP.address = {
    read: function (text) {
      /** @type {OCOP.AddressState} */
      var state = {
        q: "",
        literal: [],
        filters: {},
        ranges: {},
        sort: "relevance",
        view: "grid",
        page: 1,
        compare: [],
        list: null,
      };
      text
        .replace(/^\?/, "")
        .split("&")
        .forEach(function (pair) {
          var cut = pair.indexOf("=");
          if (cut > 0) {
            take(state, decode(pair.slice(0, cut)), decode(pair.slice(cut + 1)));
          }
        });
      return state;
    },

    write: function (state) {
      /** @type {string[]} */
      var pairs = [];
      /** @type {(key: string, value: string | undefined) => void} */
      var put = function (key, value) {
        if (value) {
          pairs.push(key + "=" + value);
        }
      };
      var filters = state.filters || {};
      var ranges = state.ranges || {};
      put("q", encode(state.q || ""));
      put("literal", (state.literal || []).map(encode).join("|"));
      Object.keys(filters)
        .sort()
        .forEach(function (facet) {
          put("f." + facet, filters[facet].slice().sort().join(","));
        });
      Object.keys(ranges)
        .sort()
        .forEach(function (key) {
          put("r." + key, writeRange(ranges[key]));
        });
      put("sort", state.sort === "relevance" ? "" : state.sort);
      put("view", state.view === "grid" ? "" : state.view);
      put("page", state.page && state.page > 1 ? String(state.page) : "");
      put("compare", (state.compare || []).join(","));
      put("list", state.list ? writeList(state.list) : "");
      return pairs.length ? "?" + pairs.join("&") : "";
    },
  };
})();
