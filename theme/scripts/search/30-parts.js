/**
 * Files of the index arrive by script elements, over http and from disk alike; each calls `OCOP.part` with its key.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /** @type {Map<string, any>} */
  var arrived = new Map();
  /** @type {Map<string, Promise<any>>} */
  var asked = new Map();

  OCOP.part = function (key, data) {
    arrived.set(key, data);
  };

  OCOP.loadScript = function (address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () {
        script.remove();
        resolve();
      };
      script.onerror = function () {
        script.remove();
        reject(new Error("cannot load " + address));
      };
      document.head.appendChild(script);
    });
  };

  core.loadPart = function (key, address, load) {
    var found = asked.get(address);
    if (!found) {
      found = load(address).then(function () {
        if (!arrived.has(key)) {
          throw new Error("nothing in " + address);
        }
        var data = arrived.get(key);
        arrived.delete(key);
        return data;
      });
      found.catch(function () {
        asked.delete(address); // so that the next call tries again
      });
      asked.set(address, found);
    }
    return found;
  };
})();
