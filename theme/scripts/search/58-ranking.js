/**
 * Puts products in order: the costs of all words add up, the lowest comes first.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /** What it costs when two neighbours of the query stand apart in a product. */
  var APART = 5;
  /** What a missing word costs that belongs to a filter. */
  var MISSING = 40;
  var MOST_WORDS = (core.MOST_WORDS = 20);

  // Counted out by cost, so that equal ones stay in the order of their numbers.
  core.inOrder = function (costs, optional, pairs, size) {
    var sums = new Uint16Array(size);
    var counts = new Uint32Array(MOST_WORDS * (MISSING + APART) + 1);
    var total = 0;
    for (var number = 0; number < size; number += 1) {
      var sum = 0;
      for (var at = 0; at < costs.length && sum >= 0; at += 1) {
        var cost = costs[at][number];
        if (cost !== core.NONE) {
          sum += cost;
        } else {
          sum = optional[at] ? sum + MISSING : -1;
        }
      }
      if (sum >= 0) {
        for (at = 0; at < pairs.length; at += 1) {
          sum += pairs[at].beside[number] === core.NONE ? APART : 0;
        }
        counts[sum] += 1;
        total += 1;
      }
      sums[number] = sum + 1;
    }
    var place = 0;
    var places = counts.map(function (count) {
      place += count;
      return place - count;
    });
    var order = new Uint32Array(total);
    sums.forEach(function (sum, number) {
      if (sum) {
        order[places[sum - 1]] = number;
        places[sum - 1] += 1;
      }
    });
    return order;
  };
})();
