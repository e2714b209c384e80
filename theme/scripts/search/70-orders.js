/**
 * Orders other than relevance. Products without what they are put in order by stay, at the end.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /**
   * The order of standing is the order of the numbers.
   * @param {number} size
   * @returns {Uint32Array}
   */
  function byNumber(size) {
    return new Uint32Array(size).map(function (_, number) {
      return number;
    });
  }

  /**
   * @param {number} size
   * @param {(number: number) => number} key lowest first; equal ones stay in the order of standing
   * @returns {Uint32Array}
   */
  function sorted(size, key) {
    var keys = new Float64Array(size).map(function (_, number) {
      return key(number);
    });
    return byNumber(size).sort(function (one, other) {
      return keys[one] - keys[other] || one - other;
    });
  }

  /**
   * The latest day first.
   * @param {OCOP.Store} store
   * @param {string} name
   * @returns {Promise<Uint32Array>}
   */
  function byDay(store, name) {
    return store.data("d", core.names(store.directory, "d").indexOf(name)).then(function (packed) {
      var days = core.unpack(packed);
      return sorted(store.directory.size, function (number) {
        return -days[number];
      });
    });
  }

  /**
   * More stars first, as far as they are held.
   * @param {OCOP.Store} store
   * @returns {Promise<Uint32Array>}
   */
  function byStars(store) {
    var levels = ["5", "4", "3"].map(function (stars) {
      var value = store.directory.numbers.get("stars " + stars);
      return value === undefined ? core.bitsOf(store.directory.size, []) : store.bits(value);
    });
    return Promise.all(levels).then(function (bits) {
      return sorted(store.directory.size, function (number) {
        var level = bits.findIndex(function (one) {
          return core.has(one, number);
        });
        return level < 0 ? bits.length : level;
      });
    });
  }

  /**
   * See `generator/search/columns.py`: each product is told as the next of its rank, or how far from that.
   * @param {OCOP.Store} store
   * @returns {Promise<Uint32Array>}
   */
  function byName(store) {
    return store.data("o", 0).then(function (data) {
      /** @type {number[]} */
      var expected = data[0].slice();
      var order = core.unpack(data[1]).map(function (code) {
        var rank = code % expected.length;
        var distance = Math.floor(code / expected.length);
        var number = expected[rank] + (distance % 2 ? (distance + 1) / 2 : -distance / 2);
        expected[rank] = number + 1;
        return number;
      });
      return Uint32Array.from(order);
    });
  }

  /**
   * The least first, unit by unit: amounts in different units cannot be compared.
   * @param {OCOP.Store} store
   * @param {string | undefined} unit the one to begin with; the most used one when left out
   * @returns {Promise<Uint32Array>}
   */
  function byMinimumOrder(store, unit) {
    return core.amounts(store, "minimum_order").then(function (rows) {
      var ordered = rows.slice().sort(function (one, other) {
        return Number(other.unit === unit) - Number(one.unit === unit);
      });
      var places = new Float64Array(store.directory.size).fill(Infinity);
      var before = 0;
      ordered.forEach(function (row) {
        var most = 0;
        row.numbers.forEach(function (number, at) {
          var amount = row.lows[at] / row.scale;
          places[number] = Math.min(places[number], before + amount);
          most = Math.max(most, amount);
        });
        before += most + 1;
      });
      return sorted(store.directory.size, function (number) {
        return Math.min(places[number], Number.MAX_VALUE);
      });
    });
  }

  core.order = function (store, sort, unit) {
    return store.once("order " + sort + " " + unit, async function () {
      switch (sort) {
        case "stars":
          return byStars(store);
        case "expiry":
        case "newest":
          return byDay(store, sort);
        case "name":
          return byName(store);
        case "minimum_order":
          return byMinimumOrder(store, unit);
      }
      return byNumber(store.directory.size);
    });
  };
})();
