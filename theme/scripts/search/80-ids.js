/**
 * Finds products by their ids, which lists and shared addresses name. Undoes the files of ids of
 * `generator/search/columns.py`.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /**
   * The checksum of zip files (CRC-32) of an id, which is plain ASCII.
   * @param {string} text
   * @returns {number}
   */
  function checksum(text) {
    var sum = ~0;
    for (var at = 0; at < text.length; at += 1) {
      sum ^= text.charCodeAt(at);
      for (var bit = 0; bit < 8; bit += 1) {
        sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
      }
    }
    return ~sum >>> 0;
  }

  core.checksum = checksum;
  core.numbersOfId = function (store, id) {
    var files = core.names(store.directory, "i").length;
    if (!files) {
      return Promise.resolve([]);
    }
    var sum = checksum(id);
    return store.data("i", sum % files).then(function (packed) {
      var pairs = core.unpack(packed);
      var found = [];
      var now = 0;
      for (var at = 0; at < pairs.length; at += 2) {
        now += pairs[at];
        if (now === sum >>> 16) {
          found.push(pairs[at + 1]);
        }
      }
      return found;
    });
  };

  core.productsByIds = function (store, ids) {
    return Promise.all(
      ids.map(function (id) {
        return core
          .numbersOfId(store, id)
          .then(function (numbers) {
            return core.makeHits(store, numbers, []);
          })
          .then(function (hits) {
            var found = hits.find(function (hit) {
              return hit.id === id;
            });
            return found || null;
          });
      })
    );
  };
})();
