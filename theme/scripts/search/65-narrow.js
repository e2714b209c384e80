/**
 * Filters, ranges and the numbers beside them: any of a facet, all across facets.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /**
   * The first number of a value by its facet and id; -1 when no product has it.
   * @param {OCOP.Directory} directory
   * @param {string} facet
   * @param {string} value
   * @returns {number}
   */
  function numberOf(directory, facet, value) {
    var found = directory.numbers.get(facet + " " + value);
    return found === undefined ? -1 : found;
  }

  /**
   * Products with any of the values.
   * @param {OCOP.Store} store
   * @param {string} facet
   * @param {string[]} values
   * @returns {Promise<OCOP.Bits>}
   */
  function anyOf(store, facet, values) {
    var none = core.bitsOf(store.directory.size, []);
    var known = values
      .map(function (value) {
        return numberOf(store.directory, facet, value);
      })
      .filter(function (number) {
        return number >= 0;
      });
    return Promise.all(known.map(store.bits)).then(function (found) {
      return found.reduce(core.either, none);
    });
  }

  /**
   * The products of each value of a facet, in the order of the values; all files are asked for at once.
   * @param {OCOP.Store} store
   * @param {OCOP.Facet} facet
   * @returns {Promise<OCOP.Bits[]>}
   */
  function everyBits(store, facet) {
    return store.once("facet " + facet.key, function () {
      var numbers = facet.values.map(function (value) {
        return numberOf(store.directory, facet.key, value.id);
      });
      return Promise.all(numbers.map(store.bits));
    });
  }

  /**
   * The amounts of a range: for each unit the products that state one, with both ends.
   * @param {OCOP.Store} store
   * @param {string} key
   * @returns {Promise<OCOP.Amounts[]>}
   */
  core.amounts = function (store, key) {
    return store.once("range " + key, function () {
      return store.data("r", core.names(store.directory, "r").indexOf(key)).then(function (rows) {
        return rows.map(function (/** @type {[string, string, string, string, number]} */ row) {
          var lows = core.unpack(row[2]);
          var highs = row[3] ? core.unpack(row[3]) : lows;
          return { unit: row[0], numbers: core.unpackAscending(row[1]), lows: lows, highs: highs, scale: row[4] };
        });
      });
    });
  };

  /**
   * @param {OCOP.Store} store
   * @param {string} key
   * @param {(row: OCOP.Amounts) => boolean} wanted
   * @param {(low: number, high: number) => boolean} [fits] any amount when left out
   * @returns {Promise<OCOP.Bits>}
   */
  function withAmount(store, key, wanted, fits) {
    return core.amounts(store, key).then(function (rows) {
      var bits = core.bitsOf(store.directory.size, []);
      rows.filter(wanted).forEach(function (row) {
        row.numbers.forEach(function (number, at) {
          if (!fits || fits(row.lows[at] / row.scale, row.highs[at] / row.scale)) {
            core.add(bits, number);
          }
        });
      });
      return bits;
    });
  }

  /**
   * Products that state an amount, in whatever unit; worked out once.
   * @param {OCOP.Store} store
   * @param {string} key
   * @returns {Promise<OCOP.Bits>}
   */
  function stated(store, key) {
    return store.once("stated " + key, function () {
      return withAmount(store, key, function () {
        return true;
      });
    });
  }

  /**
   * The same in one unit.
   * @param {OCOP.Store} store
   * @param {string} key
   * @param {string} unit
   * @returns {Promise<OCOP.Bits>}
   */
  function statedIn(store, key, unit) {
    return store.once("stated " + key + " " + unit, function () {
      return withAmount(store, key, function (row) {
        return row.unit === unit;
      });
    });
  }

  /**
   * @param {OCOP.Store} store
   * @param {OCOP.Range} range
   * @param {OCOP.RangeChoice} choice
   * @returns {Promise<OCOP.Bits>}
   */
  async function inRange(store, range, choice) {
    var unit = choice.unit !== undefined ? choice.unit : range.units.length ? range.units[0].id : "";
    var from = choice.from === undefined ? -Infinity : choice.from;
    var to = choice.to === undefined ? Infinity : choice.to;
    var inUnit = function (/** @type {OCOP.Amounts} */ row) {
      return row.unit === unit;
    };
    var fitting = await withAmount(store, range.key, inUnit, function (low, high) {
      return low <= to && high >= from;
    });
    if (!choice.missing || choice.missing === "without") {
      return fitting;
    }
    var missing = core.without(core.allBits(store.directory.size), await stated(store, range.key));
    return choice.missing === "only" ? missing : core.either(missing, fitting);
  }

  core.narrow = async function (store, filters, ranges) {
    /** @type {OCOP.Cut[]} */
    var cuts = [];
    for (var facet of store.directory.facets) {
      var values = Object.prototype.hasOwnProperty.call(filters, facet.key) ? filters[facet.key] : [];
      if (values.length) {
        cuts.push({ key: facet.key, bits: await anyOf(store, facet.key, values) });
      }
    }
    for (var range of store.directory.ranges) {
      if (Object.prototype.hasOwnProperty.call(ranges, range.key)) {
        cuts.push({ key: range.key, bits: await inRange(store, range, ranges[range.key]) });
      }
    }
    return cuts;
  };

  /**
   * Products that all cuts but that of one key leave.
   * @param {OCOP.Bits} bits
   * @param {OCOP.Cut[]} cuts
   * @param {string} [key]
   * @returns {OCOP.Bits}
   */
  core.left = function (bits, cuts, key) {
    return cuts.reduce(function (left, cut) {
      return cut.key === key ? left : core.both(left, cut.bits);
    }, bits);
  };

  core.countValues = async function (store, bits, cuts) {
    var facets = store.directory.facets;
    var all = await Promise.all(facets.map(everyBits.bind(null, store)));
    /** @type {OCOP.Counts} */
    var counts = {};
    facets.forEach(function (facet, place) {
      var left = core.left(bits, cuts, facet.key);
      /** @type {{ [value: string]: number }} */
      var numbers = {};
      facet.values.forEach(function (value, at) {
        numbers[value.id] = core.countBoth(left, all[place][at]);
      });
      counts[facet.key] = numbers;
    });
    return counts;
  };

  core.countRanges = async function (store, bits, cuts) {
    /** @type {OCOP.RangeCounts} */
    var counts = {};
    for (var range of store.directory.ranges) {
      var left = core.left(bits, cuts, range.key);
      var some = core.countBoth(left, await stated(store, range.key));
      /** @type {{ [unit: string]: number }} */
      var units = {};
      for (var unit of range.units) {
        units[unit.id] = core.countBoth(left, await statedIn(store, range.key, unit.id));
      }
      counts[range.key] = { stated: some, missing: core.countBits(left) - some, units: units };
    }
    return counts;
  };
})();
