/**
 * On a phone the facets are a drawer over the page: a dialog, so that the focus stays inside and Escape closes it.
 */
(function () {
  "use strict";

  var LINES = "M2 5h16M5 10h10M8 15h4";
  var CROSS = "M5 5l10 10M15 5L5 15";

  /**
   * @param {HTMLElement} panel the facets
   * @param {HTMLElement} home where they stand on a wide screen
   * @returns {{ button: HTMLElement, update: (results: OCOP.Results, chosen: number) => void }}
   */
  function drawer(panel, home) {
    var title = OCOP.element("h2", { id: "cat-drawer-title" }, [OCOP.text("browse.filters")]);
    var close = OCOP.element("button", { type: "button", class: "cat-drawer__close", "aria-label": OCOP.text("browse.filters.close") }, [
      OCOP.icon(CROSS),
    ]);
    var show = OCOP.element("button", { type: "button", class: "cat-button" });
    var body = OCOP.element("div", { class: "cat-drawer__body" });
    var dialog = /** @type {HTMLDialogElement} */ (
      OCOP.element("dialog", { class: "cat-drawer", "aria-labelledby": "cat-drawer-title" }, [
        OCOP.element("div", { class: "cat-drawer__head" }, [title, close]),
        body,
        OCOP.element("div", { class: "cat-drawer__foot" }, [show]),
      ])
    );
    var count = OCOP.element("span", { class: "cat-count" });
    var words = OCOP.element("span", {}, [OCOP.text("browse.filters.open")]);
    var button = OCOP.element("button", { type: "button", class: "cat-browse__open", "aria-haspopup": "dialog" }, [
      OCOP.icon(LINES),
      words,
      count,
    ]);
    var wide = window.matchMedia("(min-width: 62rem)");

    /** @returns {void} */
    function shut() {
      if (dialog.open) {
        dialog.close();
      }
    }

    button.addEventListener("click", function () {
      if (!dialog.showModal) {
        home.classList.toggle("cat-browse__side--open"); // a browser without dialogs shows the facets in the page
        return;
      }
      body.appendChild(panel);
      dialog.showModal();
    });
    dialog.addEventListener("close", function () {
      home.appendChild(panel);
    });
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog) {
        shut(); // a press beside the drawer
      }
    });
    [close, show].forEach(function (one) {
      one.addEventListener("click", shut);
    });
    if (wide.addEventListener) {
      wide.addEventListener("change", shut);
    }
    (document.querySelector(".cat-page") || document.body).appendChild(dialog);
    return {
      button: button,
      update: function (results, chosen) {
        var words = OCOP.count("browse.filters.show", results.total);
        OCOP.say(show, results.total ? words : OCOP.text("browse.filters.none"));
        OCOP.say(count, chosen ? OCOP.number(chosen) : "");
      },
    };
  }

  OCOP.drawer = drawer;
})();
