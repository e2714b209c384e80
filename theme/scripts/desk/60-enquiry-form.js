/**
 * The form of an enquiry: what a supplier needs to know to answer. It is read, never sent as a form.
 */
(function () {
  "use strict";

  var INCOTERMS = ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"];
  var DRAFT = "cat-enquiry";

  /**
   * @param {string} key of the label, and name of the control
   * @param {HTMLElement} control
   * @param {boolean} [required]
   * @returns {HTMLElement} label, control, and the place for what is wrong with it
   */
  function field(key, control, required) {
    control.id = "cat-ask-" + key;
    control.setAttribute("name", key);
    if (required) {
      control.setAttribute("aria-required", "true");
      control.setAttribute("aria-describedby", control.id + "-wrong");
    }
    var must = OCOP.element("span", { class: "cat-field__must" }, [OCOP.text("enquiry.required")]);
    var label = OCOP.element("label", { class: "cat-field__label", for: control.id }, [
      OCOP.text("enquiry." + key),
      required ? " " : null,
      required ? must : null,
    ]);
    var wrong = OCOP.element("p", { class: "cat-field__wrong", id: control.id + "-wrong" });
    return OCOP.element("div", { class: "cat-field cat-field--" + key }, [label, control, required ? wrong : null]);
  }

  /**
   * @param {string} key
   * @param {OCOP.Attributes} [attributes]
   * @param {boolean} [required]
   * @returns {HTMLElement}
   */
  function line(key, attributes, required) {
    var hint = OCOP.words["enquiry." + key + ".hint"];
    var given = Object.assign({ type: "text", maxlength: 200, placeholder: hint || null }, attributes);
    return field(key, OCOP.element("input", given), required);
  }

  /**
   * @param {string} key
   * @param {Array<[string, string]>} options values and words
   * @returns {HTMLElement}
   */
  function choice(key, options) {
    var none = OCOP.element("option", { value: "" }, [OCOP.text("enquiry." + key + ".none")]);
    var made = options.map((option) => OCOP.element("option", { value: option[0] }, [option[1]]));
    return field(key, OCOP.element("select", key === "country" ? { autocomplete: "country" } : {}, [none, ...made]));
  }

  /** @returns {HTMLElement} */
  function needs() {
    var sample = OCOP.element("input", { type: "checkbox", name: "sample" });
    return OCOP.element("fieldset", { class: "cat-form__group" }, [
      OCOP.element("legend", {}, [OCOP.element("h2", {}, [OCOP.text("enquiry.needs")])]),
      choice("country", OCOP.countries(OCOP.site.language)),
      choice("incoterm", INCOTERMS.map((term) => /** @type {[string, string]} */ ([term, term]))),
      line("place"),
      line("date", { type: "date", maxlength: null }),
      line("packing"),
      line("certificates"),
      OCOP.element("label", { class: "cat-check" }, [sample, " ", OCOP.text("enquiry.sample")]),
      field("message", OCOP.element("textarea", { rows: 5, maxlength: 3000 })),
    ]);
  }

  /** @returns {HTMLElement} */
  function buyer() {
    var trap = OCOP.element("input", { type: "text", name: "website", tabindex: "-1", autocomplete: "off" });
    return OCOP.element("fieldset", { class: "cat-form__group" }, [
      OCOP.element("legend", {}, [OCOP.element("h2", {}, [OCOP.text("enquiry.buyer")])]),
      line("name", { autocomplete: "name" }, true),
      line("company", { autocomplete: "organization" }),
      line("mail", { type: "email", autocomplete: "email" }, true),
      line("telephone", { type: "tel", autocomplete: "tel" }),
      OCOP.element("div", { class: "cat-form__trap", "aria-hidden": "true" }, [
        OCOP.element("label", {}, [OCOP.text("enquiry.trap"), trap]),
      ]),
    ]);
  }

  /**
   * @param {HTMLFormElement} form
   * @returns {void} keeps what is typed in this tab, so that a reload loses nothing
   */
  function keepDraft(form) {
    // Quantities and notes of products are the list's; the trap is nobody's.
    var controls = () =>
      Array.from(form.querySelectorAll("input, select, textarea"))
        .map((one) => /** @type {HTMLInputElement} */ (one))
        .filter((one) => !/:|^website$/.test(one.name));
    try {
      var draft = JSON.parse(sessionStorage.getItem(DRAFT) || "{}");
      controls().forEach(function (control) {
        if (control.name in draft && control.type !== "checkbox") {
          control.value = draft[control.name];
        } else if (control.name in draft) {
          control.checked = draft[control.name] === true;
        }
      });
    } catch (error) {
      return; // nothing is kept where the browser refuses
    }
    form.addEventListener("input", function () {
      /** @type {{ [name: string]: string | boolean }} */
      var values = {};
      controls().forEach(function (control) {
        values[control.name] = control.type === "checkbox" ? control.checked : control.value;
      });
      try {
        sessionStorage.setItem(DRAFT, JSON.stringify(values));
      } catch (error) {
        // As above.
      }
    });
  }

  /**
   * @param {HTMLFormElement} form
   * @returns {OCOP.Asked}
   */
  function read(form) {
    var values = new FormData(form);
    /** @type {(name: string) => string} */
    var text = (name) => String(values.get(name) || "").trim();
    return {
      name: text("name"),
      company: text("company"),
      mail: text("mail"),
      phone: text("telephone"),
      packing: text("packing"),
      country: text("country"),
      incoterm: text("incoterm"),
      place: text("place"),
      certificates: text("certificates"),
      date: text("date"),
      sample: values.get("sample") !== null,
      message: text("message"),
    };
  }

  /**
   * @param {HTMLFormElement} form
   * @param {OCOP.Asked} asked
   * @param {boolean} chosen whether at least one product is asked about
   * @returns {HTMLElement | null} the first control that is wrong; each says what is
   */
  function check(form, asked, chosen) {
    /** @type {Array<[string, boolean]>} */
    var rules = [
      ["products", !chosen],
      ["name", !asked.name],
      ["mail", !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(asked.mail)],
    ];
    /** @type {HTMLElement | null} */
    var first = null;
    rules.forEach(function (rule) {
      var control = rule[0] === "products" ? form.querySelector(".cat-ask__products input") : form.elements.namedItem(rule[0]);
      var place = form.querySelector("#cat-ask-" + rule[0] + "-wrong");
      if (control instanceof HTMLElement && place) {
        control.setAttribute("aria-invalid", String(rule[1]));
        place.textContent = rule[1] ? OCOP.text("enquiry.wrong." + rule[0]) : "";
        first = rule[1] && !first ? control : first;
      }
    });
    return first;
  }

  OCOP.enquiryForm = { needs: needs, buyer: buyer, keepDraft: keepDraft, read: read, check: check };
})();
