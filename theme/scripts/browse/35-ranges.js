/**
 * The ranges: from, to, the unit they are meant in, and what becomes of products that state nothing.
 */
(function () {
  "use strict";

  /** @type {Array<"without" | "with" | "only">} */
  var WAYS = ["without", "with", "only"];

  /**
   * @param {string} text
   * @returns {number | undefined} "50.000" is fifty thousand in Vietnamese; NaN for what is no number
   */
  function readAmount(text) {
    var groups = OCOP.site.language === "vi" ? "." : ",";
    var bare = text.replace(/\s/g, "");
    if (!bare) {
      return undefined;
    }
    var grouped = new RegExp("^\\d{1,3}(\\" + groups + "\\d{3})+(?!\\d)").test(bare);
    var plain = (grouped ? bare.split(groups).join("") : bare).replace(",", ".");
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  }

  /**
   * @param {OCOP.RangeUnit[]} units
   * @returns {HTMLSelectElement}
   */
  function makeUnits(units) {
    var options = units.map(function (unit) {
      return OCOP.element("option", { value: unit.id }, [unit.label + " (" + OCOP.number(unit.count) + ")"]);
    });
    return /** @type {HTMLSelectElement} */ (OCOP.element("select", {}, options));
  }

  /**
   * @param {string} key of the words
   * @param {HTMLElement} field
   * @returns {HTMLElement}
   */
  function labelled(key, field) {
    return OCOP.element("label", {}, [OCOP.element("span", {}, [OCOP.text("browse.range." + key)]), field]);
  }

  /** @returns {HTMLInputElement} */
  function makeAmount() {
    return /** @type {HTMLInputElement} */ (
      OCOP.element("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "15" })
    );
  }

  /**
   * @param {OCOP.Range} range
   * @param {(choice: OCOP.RangeChoice) => void} choose
   * @returns {OCOP.Part}
   */
  function makeSection(range, choose) {
    var from = makeAmount();
    var to = makeAmount();
    var units = makeUnits(range.units);
    var title = OCOP.element("span", {});
    var ways = WAYS.map(function (way) {
      return OCOP.element("option", { value: way }, [OCOP.text("browse.range." + way)]);
    });
    var missing = /** @type {HTMLSelectElement} */ (OCOP.element("select", {}, ways));

    /** @returns {void} */
    function apply() {
      var ends = [from, to].map(function (field) {
        var amount = readAmount(field.value);
        field.setAttribute("aria-invalid", String(Number.isNaN(amount)));
        return Number.isNaN(amount) ? undefined : amount;
      });
      var way = /** @type {"without" | "with" | "only"} */ (missing.value);
      /** @type {OCOP.RangeChoice} */
      var choice = { missing: way };
      if (way !== "only") {
        Object.assign(choice, ends[0] === undefined ? {} : { from: ends[0] }, ends[1] === undefined ? {} : { to: ends[1] });
        choice.unit = units.value;
      }
      choose(choice);
    }

    [from, to, units, missing].forEach(function (field) {
      field.addEventListener("change", apply);
    });
    var only = range.units.length === 1 ? range.units[0].label : "";
    var named = range.units.length > 1 ? labelled("unit", units) : OCOP.element("span", { class: "cat-range__unit" }, [only]);
    var ends = [labelled("from", from), labelled("to", to), named];
    var body = OCOP.element("div", { class: "cat-range", role: "group", "aria-label": range.label }, [
      range.stated ? OCOP.element("div", { class: "cat-range__ends" }, ends) : null,
      range.stated ? null : OCOP.element("p", { class: "cat-note" }, [OCOP.text("browse.range.none")]),
      range.stated ? OCOP.element("label", {}, [title, missing]) : null,
    ]);
    var summary = OCOP.element("summary", {}, [OCOP.element("span", {}, [range.label])]);
    var details = OCOP.element("details", { class: "cat-facet", "data-range": range.key }, [summary, body]);

    /**
     * @param {HTMLInputElement} field
     * @param {number | undefined} amount
     * @returns {void}
     */
    function show(field, amount) {
      if (field !== document.activeElement) {
        field.value = amount === undefined ? "" : OCOP.number(amount);
        field.removeAttribute("aria-invalid");
      }
    }

    return {
      element: details,
      update: function (state, results) {
        var choice = state.ranges[range.key] || {};
        show(from, choice.from);
        show(to, choice.to);
        missing.value = choice.missing || (choice.from === undefined && choice.to === undefined ? missing.value : "without");
        if (!state.ranges[range.key] && missing.value === "only") {
          missing.value = "without";
        }
        if (choice.unit !== undefined) {
          units.value = choice.unit;
        }
        var unit = range.units.find(function (one) {
          return one.id === units.value;
        });
        from.placeholder = unit ? OCOP.number(unit.lowest) : "";
        to.placeholder = unit ? OCOP.number(unit.highest) : "";
        from.disabled = to.disabled = missing.value === "only";
        var counts = results.rangeCounts[range.key];
        if (counts) {
          OCOP.say(title, OCOP.text("browse.range.missing", { count: OCOP.number(counts.missing) }));
        }
      },
    };
  }

  OCOP.readAmount = readAmount;
  OCOP.rangeSections = function (engine, state, choose) {
    return engine.ranges.map(function (range) {
      return makeSection(range, function (choice) {
        choose(OCOP.state.ranged(state(), range.key, choice));
      });
    });
  };
})();
