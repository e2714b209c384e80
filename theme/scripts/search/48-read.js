/**
 * What the index has of a term, and of all that begins with it.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  // Beginnings that many terms share are summed up in a file of their own: all their products, or those that only values
  // lead to.
  core.read = async function (store, term, open, each) {
    var run = core.startsWithin(core.names(store.directory, "w"), term);
    var at = open && !each ? core.names(store.directory, "b").indexOf(term) : -1;
    var loading = Promise.all(core.shards(store, run.first, open && at < 0 ? run.end : run.first + 1));
    /** @type {[number, string]} */
    var summary = at < 0 ? [0, ""] : await store.data("b", at);
    var shards = await loading;
    if (open && at >= 0 && !summary[0]) {
      shards = shards.concat(await Promise.all(core.shards(store, run.first + 1, run.end)));
    }
    var longer = shards.flatMap(function (shard) {
      return open && !summary[0] ? shard.beginning(term) : [];
    });
    return {
      whole: shards.length ? shards[0].find(term) : null,
      longer: longer.filter(function (record) {
        return record.term !== term;
      }),
      summed: summary[1] ? summary[1].split(",") : [],
    };
  };
})();
