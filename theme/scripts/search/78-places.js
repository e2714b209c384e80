/**
 * Where a product stands in each language: on a page of its own, or on one that it shares. Does what
 * `generator/catalogue/places.py` and `generator/urls.py` do.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  core.placesOf = function (directory, id, state) {
    /** @type {{ [language: string]: string }} */
    var paths = {};
    directory.places.forEach(function (place) {
      var shared = place[2].indexOf(state) >= 0;
      var page = shared ? (core.checksum(id) % place[1]) + 1 : 0;
      paths[place[0]] = place[0] + (shared ? "/b/" + page + "/#p-" + id : "/p/" + id + "/");
    });
    return paths;
  };
})();
