/**
 * Where products and producers stand in each language: on pages of their own, or on those that they share. Does what
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

  core.placesOfMaker = function (directory, id) {
    /** @type {{ [language: string]: string }} */
    var paths = {};
    directory.places.forEach(function (place) {
      var page = place[3] ? (core.checksum(id) % place[3]) + 1 : 0;
      paths[place[0]] = place[0] + (page ? "/m/" + page + "/#m-" + id : "/producers/" + id + "/");
    });
    return paths;
  };
})();
