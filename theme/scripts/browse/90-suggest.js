/**
 * Results while typing in a search field: a combobox with a list below it, after the pattern of the ARIA guide. The form
 * around the field is left as it is, so Enter always leads somewhere.
 */
(function () {
  "use strict";

  /** Lines of the list; on a phone, whose keyboard covers half of the screen, no more can be seen. */
  var MOST = window.matchMedia("(max-width: 29.99rem)").matches ? 5 : 7;
  /** Milliseconds without an answer after which that is told. */
  var SLOW = 500;
  var ANNOUNCE_AFTER = 600;

  /**
   * Writing the same value again would still cost a new layout.
   * @param {HTMLElement} option
   * @param {string} name
   * @param {string} value
   * @returns {void}
   */
  function set(option, name, value) {
    if (option.getAttribute(name) !== value) {
      option.setAttribute(name, value);
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {number} number of the form in the page
   * @returns {void}
   */
  function attach(form, number) {
    var field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    var id = "cat-found-" + number;
    var notes = OCOP.element("div", { class: "cat-found__notes" });
    var list = OCOP.element("div", { role: "listbox", id: id, "aria-label": OCOP.text("search.results") });
    var popup = OCOP.element("div", { class: "cat-found", hidden: true }, [notes, list]);
    var status = OCOP.element("div", { class: "cat-unseen", role: "status" });
    var all = OCOP.element("a", { role: "option", tabindex: "-1", class: "cat-found__all", "aria-selected": "false" });
    var makeOptions = OCOP.optionMaker();
    var asked = 0;
    var active = -1;
    var waiting = 0;
    var announcing = 0;

    /** @returns {HTMLElement[]} */
    function options() {
      return Array.from(list.children).map((child) => /** @type {HTMLElement} */ (child));
    }

    /** @returns {void} */
    function close() {
      asked += 1;
      [waiting, announcing].forEach((timer) => window.clearTimeout(timer));
      popup.hidden = true;
      field.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    /**
     * @param {number} place -1 for none
     * @returns {void}
     */
    function choose(place) {
      active = place;
      options().forEach(function (option, at) {
        set(option, "aria-selected", String(at === place));
      });
      var option = options()[place];
      if (option) {
        field.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        field.removeAttribute("aria-activedescendant");
      }
    }

    /**
     * @param {string} words
     * @returns {void}
     */
    function announce(words) {
      window.clearTimeout(announcing);
      announcing = window.setTimeout(() => (status.textContent = words), ANNOUNCE_AFTER);
    }

    /**
     * @param {string[]} lines
     * @param {HTMLElement[]} made
     * @returns {void}
     */
    function open(lines, made) {
      var meant = active < 0 ? null : options()[active].getAttribute("href");
      OCOP.fill(notes, lines.map((line) => OCOP.element("p", {}, [line])));
      notes.hidden = !lines.length;
      made.forEach((option, at) => set(option, "id", id + "-" + at));
      OCOP.arrange(list, made);
      list.hidden = !made.length;
      popup.hidden = false;
      window.clearTimeout(waiting);
      field.setAttribute("aria-expanded", String(made.length > 0));
      // A line that was meant already stays so when more letters bring it again.
      choose(made.findIndex((option) => option.getAttribute("href") === meant));
      OCOP.refreshStandings(list);
    }

    /**
     * @param {string} query
     * @param {OCOP.Suggestions} found
     * @param {string} asOf
     * @returns {void}
     */
    function show(query, found, asOf) {
      var lines = OCOP.remarks(found, query);
      var made = makeOptions(found, asOf);
      if (found.total) {
        all.setAttribute("href", form.action.split("?")[0] + OCOP.address.write({ q: query }));
        OCOP.say(all, OCOP.count("search.all", found.total));
        made.push(all);
      }
      open(lines, made);
      var total = found.total ? OCOP.count("search.count", found.total) + ". " + OCOP.text("search.keys") : "";
      announce(lines.concat(total).join(" "));
    }

    /** @returns {void} */
    function look() {
      var query = field.value.trim();
      if (!query) {
        close();
        return;
      }
      asked += 1;
      var mine = asked;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => mine === asked && popup.hidden && open([OCOP.text("search.loading")], []), SLOW);
      OCOP.engine()
        .then((engine) => engine.suggest(query, MOST).then((found) => mine === asked && show(query, found, engine.asOf)))
        .catch(function () {
          if (mine === asked) {
            open([OCOP.text("search.failed")], []);
            announce(OCOP.text("search.failed"));
          }
        });
    }

    /**
     * @param {KeyboardEvent} event
     * @returns {void}
     */
    function press(event) {
      if (event.isComposing) {
        return; // the keys belong to the input method
      }
      var last = options().length - 1;
      if (event.key === "Escape" && !popup.hidden) {
        event.preventDefault(); // the first press closes the list, the second one empties the field as everywhere
        close();
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        options()[active].click();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (popup.hidden) {
          look();
        } else if (event.key === "ArrowDown") {
          choose(active >= last ? -1 : active + 1);
        } else {
          choose(active < 0 ? last : active - 1);
        }
      }
    }

    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" }).forEach(
      (pair) => field.setAttribute(pair[0], pair[1])
    );
    field.autocomplete = "off";
    form.append(popup, status);
    field.addEventListener("input", look);
    field.addEventListener("keydown", press);
    field.addEventListener("blur", close);
    popup.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    if (field === document.activeElement && field.value) {
      look();
    }
  }

  /**
   * On the browse page the results themselves follow what is typed.
   * @param {HTMLFormElement} form
   * @returns {void}
   */
  function follow(form) {
    var field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    field.addEventListener("input", () => OCOP.typed && OCOP.typed(field.value));
    form.addEventListener("submit", function (event) {
      if (OCOP.typed) {
        event.preventDefault();
        OCOP.typed(field.value);
      }
    });
  }

  var browsing = document.querySelector("[data-browse]") !== null;
  document.querySelectorAll("form.cat-search").forEach(function (element, number) {
    var form = /** @type {HTMLFormElement} */ (element);
    if (browsing) {
      follow(form);
    } else {
      attach(form, number);
    }
  });
})();
