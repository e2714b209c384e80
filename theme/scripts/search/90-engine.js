/**
 * The engine of one language, as everything outside this folder sees it (`types.d.ts`).
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var PAGE = 24;
  var SUGGESTED = 8;
  /** @type {OCOP.Sort[]} */
  var SORTS = ["relevance", "standing", "stars", "expiry", "name", "newest", "minimum_order"];
  var SHEETS_A_FILE = 128;

  /**
   * The reader's filters with those understood from the query.
   * @param {OCOP.Filters} chosen
   * @param {OCOP.UnderstoodFilter[]} understood
   * @returns {OCOP.Filters}
   */
  function withUnderstood(chosen, understood) {
    /** @type {OCOP.Filters} */
    var filters = Object.assign({}, chosen);
    understood.forEach(function (one) {
      filters[one.facet] = (filters[one.facet] || []).concat(one.value);
    });
    return filters;
  }

  /**
   * @param {OCOP.Found} found
   * @param {OCOP.UnderstoodFilter[]} understood
   * @param {number} total
   * @param {OCOP.Hit[]} hits
   * @returns {OCOP.Suggestions}
   */
  function told(found, understood, total, hits) {
    return {
      total: total,
      hits: hits,
      unknown: found.unknown,
      corrected: found.corrected,
      understood: understood,
      words: found.words.map(function (word) {
        return word.text + (word.open ? "*" : "");
      }),
    };
  }

  /**
   * @param {OCOP.Store} store
   * @param {OCOP.Matcher} match
   * @returns {OCOP.Engine}
   */
  function makeEngine(store, match) {
    var directory = store.directory;

    /**
     * What a query leaves: products that have its words, and the cuts of its filters and ranges.
     * @param {OCOP.Query} query
     * @returns {Promise<OCOP.Answer>}
     */
    async function answer(query) {
      var plan = core.understand(directory, query.q || "", query.literal || []);
      var filters = withUnderstood(query.filters || {}, plan.understood);
      var both = await Promise.all([match(plan.words), core.narrow(store, filters, query.ranges || {})]);
      var found = both[0];
      var matched = plan.words.length ? core.bitsOf(directory.size, found.order) : core.allBits(directory.size);
      return { plan: plan, found: found, matched: matched, cuts: both[1] };
    }

    /**
     * Numbers of the products left, in the order asked for.
     * @param {OCOP.Query} query
     * @param {OCOP.Answer} given
     * @returns {Promise<Uint32Array>}
     */
    async function ordered(query, given) {
      var byWords = given.plan.words.length && (!query.sort || query.sort === "relevance");
      var range = (query.ranges || {}).minimum_order;
      var unit = query.sort === "minimum_order" && range ? range.unit : undefined;
      var order = byWords ? given.found.order : await core.order(store, query.sort || "standing", unit);
      if (byWords && !given.cuts.length) {
        return order;
      }
      var left = core.left(given.matched, given.cuts);
      return order.filter(function (number) {
        return core.has(left, number);
      });
    }

    return {
      language: directory.language,
      size: directory.size,
      asOf: directory.asOf,
      facets: directory.facets,
      ranges: directory.ranges,
      sorts: SORTS,

      understand: function (text, literal) {
        var plan = core.understand(directory, text, literal || []);
        var words = plan.words.filter(function (word) {
          return !word.optional;
        });
        return {
          words: words.map(function (word) {
            return word.text;
          }),
          filters: plan.understood,
        };
      },

      search: async function (query) {
        var size = Math.max(1, query.size || PAGE);
        var given = await answer(query);
        var order = await ordered(query, given);
        var pages = Math.max(1, Math.ceil(order.length / size));
        var page = Math.min(Math.max(1, query.page || 1), pages);
        var shown = order.slice((page - 1) * size, page * size);
        var made = await Promise.all([
          core.makeHits(store, shown, given.found.words),
          query.count ? core.countValues(store, given.matched, given.cuts) : {},
          query.count ? core.countRanges(store, given.matched, given.cuts) : {},
        ]);
        return Object.assign(told(given.found, given.plan.understood, order.length, made[0]), {
          page: page,
          pages: pages,
          counts: made[1],
          rangeCounts: made[2],
        });
      },

      suggest: async function (text, limit) {
        var query = { q: text };
        var given = await answer(query);
        var order = await ordered(query, given);
        var hits = await core.makeHits(store, order.slice(0, limit || SUGGESTED), given.found.words);
        return told(given.found, given.plan.understood, order.length, hits);
      },

      keep: async function (most) {
        /** @type {[string, number][]} */
        var all = [];
        directory.files.forEach(function (files, kind) {
          files.keys.forEach(function (_, at) {
            if (kind !== "sheets") {
              all.push([kind, at]);
            }
          });
        });
        if (all.length > most) {
          return false;
        }
        for (var one of all) {
          await store.data(one[0], one[1]);
        }
        return true;
      },

      products: function (ids) {
        return core.productsByIds(store, ids);
      },

      maker: function (id) {
        return core.placesOfMaker(directory, id);
      },

      sheets: async function (ids) {
        /** @type {OCOP.SheetOf[]} */
        var found = [];
        for (var id of ids) {
          for (var number of await core.numbersOfId(store, id)) {
            var file = await store.data("sheets", Math.floor(number / SHEETS_A_FILE));
            var sheet = OCOP.readSheet(file, number % SHEETS_A_FILE);
            if (sheet && sheet.id === id) {
              found.push(sheet);
            }
          }
        }
        return found;
      },
    };
  }

  OCOP.open = function (options) {
    var load = options.load || OCOP.loadScript;
    var address = options.base + "search/" + options.language + "/index.js";
    return core.loadPart(options.language + "/index", address, load).then(function (data) {
      var store = core.makeStore(core.makeDirectory(data), options.base, load);
      return makeEngine(store, core.makeMatcher(store));
    });
  };
})();
