/**
 * The bar in which a buyer chooses among lists, makes a new one, renames or deletes one.
 */
(function () {
  "use strict";

  /**
   * @param {string} value
   * @param {(name: string) => void} save
   * @param {() => void} cancel
   * @returns {HTMLElement} a form for a name
   */
  function nameForm(value, save, cancel) {
    var input = /** @type {HTMLInputElement} */ (
      OCOP.element("input", { type: "text", maxlength: 72, required: true, autocomplete: "off" })
    );
    input.value = value;
    var label = OCOP.element("span", { class: "cat-field__label" }, [OCOP.text("list.name")]);
    var form = OCOP.element("form", { class: "cat-desk__name" }, [
      OCOP.element("div", { class: "cat-field" }, [OCOP.element("label", {}, [label, input])]),
      OCOP.element("button", { type: "submit", class: "cat-button" }, [OCOP.text("list.save")]),
      OCOP.desk.button(OCOP.text("list.cancel"), cancel),
    ]);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (input.value.trim()) {
        save(input.value);
      }
    });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        cancel();
      }
    });
    return form;
  }

  /**
   * @param {OCOP.Kept} kept
   * @returns {HTMLSelectElement}
   */
  function chooser(kept) {
    var options = kept.lists.map(function (list) {
      var words = { name: list.name || OCOP.text("list.mine"), count: OCOP.number(list.items.length) };
      return OCOP.element("option", { value: list.id, selected: list.id === kept.current }, [OCOP.text("list.option", words)]);
    });
    return /** @type {HTMLSelectElement} */ (OCOP.element("select", {}, options));
  }

  /**
   * @param {OCOP.Teller} teller
   * @returns {HTMLElement} follows the lists by itself
   */
  function choice(teller) {
    var bar = OCOP.element("div", { class: "cat-desk__lists" });

    /**
     * @param {string} [focus] selector of what gets the focus
     * @returns {void}
     */
    function draw(focus) {
      var kept = OCOP.keeper.get();
      var select = chooser(kept);
      select.addEventListener("change", function () {
        OCOP.keeper.set(OCOP.naming.chosen(OCOP.keeper.get(), select.value));
        draw("select");
      });
      var label = OCOP.element("span", { class: "cat-field__label" }, [OCOP.text("list.choose")]);
      OCOP.fill(bar, [
        OCOP.element("div", { class: "cat-field" }, [OCOP.element("label", {}, [label, select])]),
        OCOP.desk.button(OCOP.text("list.new"), () => ask("", make)),
        OCOP.desk.button(OCOP.text("list.rename"), () => ask(OCOP.lists.current(kept).name, rename)),
        kept.lists.length > 1 || OCOP.lists.current(kept).items.length ? OCOP.desk.button(OCOP.text("list.delete"), drop) : null,
      ]);
      var next = focus ? bar.querySelector(focus) : null;
      if (next instanceof HTMLElement) {
        next.focus();
      }
    }

    /**
     * @param {string} value
     * @param {(name: string) => void} then
     * @returns {void}
     */
    function ask(value, then) {
      var form = nameForm(
        value,
        function (name) {
          then(name);
          draw("select");
        },
        function () {
          draw("select");
        }
      );
      OCOP.fill(bar, [form]);
      var input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      input.focus();
      input.select();
    }

    /**
     * @param {string} name
     * @returns {void}
     */
    function make(name) {
      var kept = OCOP.naming.added(OCOP.keeper.get(), name, []);
      OCOP.keeper.set(kept);
      teller.tell(OCOP.text("list.created", { name: OCOP.lists.current(kept).name }));
    }

    /**
     * @param {string} name
     * @returns {void}
     */
    function rename(name) {
      var kept = OCOP.keeper.get();
      var free = OCOP.naming.freeName(kept, name, kept.current);
      OCOP.keeper.set(OCOP.lists.changed(kept, (list) => Object.assign({}, list, { name: free })));
      teller.tell(OCOP.text("list.renamed", { name: free }));
    }

    /** @returns {void} */
    function drop() {
      var before = OCOP.keeper.get();
      var name = OCOP.lists.current(before).name || OCOP.text("list.mine");
      OCOP.keeper.set(OCOP.naming.dropped(before));
      draw("select");
      teller.tell(OCOP.text("list.deleted", { name: name }), function () {
        OCOP.keeper.set(before);
        draw("select");
        teller.tell(OCOP.text("list.undone"));
      });
    }

    OCOP.keeper.listen(function () {
      if (!bar.querySelector("form") && !bar.contains(document.activeElement)) {
        draw();
      }
    });
    draw();
    return bar;
  }

  OCOP.listChoice = choice;
})();
