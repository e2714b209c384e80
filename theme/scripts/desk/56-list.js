/**
 * The page of the buyer's lists: those of this browser, or one that came with a link.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.NamedList} list
   * @returns {string} what it holds, to tell whether it must be drawn again
   */
  function essence(list) {
    return [list.id, list.name].concat(list.items.map((item) => item.id)).join("|");
  }

  /**
   * @param {HTMLElement} place
   * @param {OCOP.Engine} engine
   * @returns {Promise<void>}
   */
  function startOwn(place, engine) {
    var teller = OCOP.desk.teller();
    var view = OCOP.element("div", {});
    var lost = OCOP.element("p", { class: "cat-desk__warning", hidden: OCOP.keeper.keeps() }, [OCOP.text("list.lost.here")]);
    var drawn = "";
    var note = OCOP.element("p", { class: "cat-note cat-desk__private" }, [OCOP.text("list.private")]);
    OCOP.fill(place, [OCOP.listChoice(teller), lost, teller.element, view, note]);

    /** @type {OCOP.ItemActions} */
    var actions = {
      change: function (id, values) {
        OCOP.keeper.set(
          OCOP.lists.changed(OCOP.keeper.get(), function (list) {
            var items = list.items.map((item) => (item.id === id ? Object.assign({}, item, values) : item));
            return { id: list.id, name: list.name, items: items };
          })
        );
      },
      remove: function (id, name) {
        var before = OCOP.keeper.get();
        var at = OCOP.lists.current(before).items.findIndex((item) => item.id === id);
        OCOP.keeper.set(OCOP.lists.changed(before, (list) => OCOP.lists.toggled(list, id)));
        show().then(() => focusOn(at));
        teller.tell(OCOP.text("list.removed", { name: name }), function () {
          OCOP.keeper.set(before);
          teller.tell(OCOP.text("list.undone"));
          show().then(() => focusOn(at));
        });
      },
    };

    /**
     * @param {number} at
     * @returns {void}
     */
    function focusOn(at) {
      var buttons = view.querySelectorAll(".cat-mine__remove");
      var next = buttons[Math.min(at, buttons.length - 1)] || view.querySelector("a") || place;
      if (next instanceof HTMLElement) {
        next.focus();
      }
    }

    /** @returns {Promise<void>} */
    function show() {
      var list = OCOP.lists.current(OCOP.keeper.get());
      drawn = essence(list);
      return OCOP.desk.products(engine, list.items.map((item) => item.id)).then(function (hits) {
        if (drawn !== essence(list)) {
          return;
        }
        OCOP.fill(view, list.items.length ? drawList(list, hits, engine.asOf, teller, actions) : [nothing()]);
      });
    }

    OCOP.keeper.listen(function () {
      lost.hidden = OCOP.keeper.keeps();
      if (drawn !== essence(OCOP.lists.current(OCOP.keeper.get()))) {
        show();
      }
    });
    return show();
  }

  /** @returns {HTMLElement} */
  function nothing() {
    return OCOP.desk.empty(OCOP.text("list.empty"), OCOP.text("list.empty.text"), OCOP.text("list.browse"));
  }

  /**
   * @param {OCOP.NamedList} list
   * @param {Map<string, OCOP.Hit>} hits
   * @param {string} asOf
   * @param {OCOP.Teller} teller
   * @param {OCOP.ItemActions | null} actions
   * @returns {HTMLElement[]}
   */
  function drawList(list, hits, asOf, teller, actions) {
    var items = list.items.map((item) => OCOP.listItem(item, hits.get(item.id), asOf, actions));
    var title = OCOP.element("h2", { class: "cat-mine__title" }, [
      list.name || OCOP.text("list.mine"),
      " ",
      OCOP.element("span", { class: "cat-count" }, [OCOP.count("list.count", items.length)]),
    ]);
    return [title, OCOP.listTools(list, hits, asOf, teller), OCOP.element("ol", { class: "cat-mine" }, items)];
  }

  /**
   * @param {HTMLElement} place
   * @param {OCOP.Engine} engine
   * @param {OCOP.SharedList} shared
   * @returns {Promise<void>}
   */
  function startShared(place, engine, shared) {
    var teller = OCOP.desk.teller();
    var ids = shared.ids.filter(OCOP.lists.isId);
    var items = ids.map((id) => ({ id: id, quantity: "", note: "" }));
    var list = { id: "", name: shared.name || OCOP.text("list.mine"), items: items };
    var toOwn = OCOP.desk.link(OCOP.desk.address("list"), OCOP.text("list.shared.mine"), "cat-button cat-button--quiet");
    var save = OCOP.desk.button(
      OCOP.text("list.shared.save"),
      function () {
        OCOP.keeper.set(OCOP.naming.added(OCOP.keeper.get(), list.name, ids));
        OCOP.desk.write("", true);
        startOwn(place, engine).then(function () {
          var saved = OCOP.lists.current(OCOP.keeper.get());
          var told = place.querySelector("[role=status]");
          var choice = place.querySelector("select");
          if (told && choice) {
            told.textContent = OCOP.text("list.shared.saved", { name: saved.name });
            choice.focus();
          }
        });
      },
      "cat-button"
    );
    var banner = OCOP.element("div", { class: "cat-desk__banner" }, [
      OCOP.element("p", { class: "cat-eyebrow" }, [OCOP.text("list.shared")]),
      OCOP.element("p", {}, [OCOP.text("list.shared.text")]),
      OCOP.element("div", { class: "cat-desk__tools" }, [save, toOwn]),
    ]);
    return OCOP.desk.products(engine, ids).then(function (hits) {
      OCOP.fill(place, [banner, teller.element, ...drawList(list, hits, engine.asOf, teller, null)]);
    });
  }

  OCOP.desks.list = function (place, engine) {
    var shared = OCOP.address.read(location.search).list;
    OCOP.desk.keepQuery();
    place.setAttribute("tabindex", "-1");
    return shared && shared.ids.length ? startShared(place, engine, shared) : startOwn(place, engine);
  };
})();
