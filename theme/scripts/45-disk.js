/**
 * Read from a disk, an address that ends with a slash opens the folder and not its page: name the page.
 */
(function () {
  "use strict";
  if (location.protocol !== "file:") {
    return;
  }

  /**
   * @param {string} address
   * @returns {string}
   */
  function named(address) {
    return address.replace(/\/(?=$|[?#])/, "/index.html");
  }

  document.addEventListener(
    "click",
    function (event) {
      var link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link instanceof HTMLAnchorElement && link.protocol === "file:") {
        link.href = named(link.href);
      }
    },
    true
  );
  document.querySelectorAll("form").forEach(function (form) {
    form.action = named(form.action);
  });
})();
