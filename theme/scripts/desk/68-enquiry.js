/**
 * The page of enquiries: products from the address or the list, a form, then letters. Nothing leaves before the buyer sends.
 */
(function () {
  "use strict";

  /**
   * @returns {OCOP.ListItem[]} products that the address names, with what the list says of them; else the whole list
   */
  function wanted() {
    var own = OCOP.lists.current(OCOP.keeper.get()).items;
    var named = (new URLSearchParams(location.search).get("product") || "").split(",").filter(OCOP.lists.isId);
    if (!named.length) {
      return own;
    }
    return Array.from(new Set(named)).map(function (id) {
      return own.find((item) => item.id === id) || { id: id, quantity: "", note: "" };
    });
  }

  /** @returns {OCOP.Stationery} */
  function stationery() {
    return { words: OCOP.deskData.letters || { vi: {}, en: {} }, country: OCOP.country };
  }

  /** @returns {string} the host that an endpoint belongs to */
  function host() {
    return new URL(OCOP.deskData.endpoint || "", location.href).host;
  }

  /**
   * @param {OCOP.Asked} asked
   * @param {OCOP.Written[]} written
   * @param {HTMLFormElement} form
   * @returns {HTMLElement} the button that posts the letters, and what became of it
   */
  function drawSending(asked, written, form) {
    var teller = OCOP.desk.teller();
    var send = OCOP.desk.button(OCOP.text("enquiry.send"), submit, "cat-button");

    /**
     * @param {string} reason
     * @returns {void}
     */
    function done(reason) {
      send.disabled = false;
      teller.element.classList.toggle("cat-desk__warning", Boolean(reason));
      teller.tell(
        reason ? OCOP.text("enquiry.failed", { reason: reason }) : OCOP.text("enquiry.sent", { mail: asked.mail })
      );
    }

    /** @returns {void} */
    function submit() {
      var trap = form.elements.namedItem("website");
      if (trap instanceof HTMLInputElement && trap.value) {
        done(OCOP.text("enquiry.failed.trap"));
        return;
      }
      send.disabled = true;
      teller.tell(OCOP.text("enquiry.sending"));
      OCOP.post(OCOP.deskData.endpoint || "", OCOP.posted(asked, written, OCOP.site.language)).then(done);
    }

    return OCOP.element("div", { class: "cat-written__send" }, [send, teller.element]);
  }

  /**
   * @param {HTMLElement} place
   * @param {HTMLFormElement} form
   * @param {OCOP.Group[]} groups
   * @returns {void}
   */
  function write(place, form, groups) {
    var asked = OCOP.enquiryForm.read(form);
    var chosen = OCOP.enquiryProducts.read(form, groups);
    var wrong = OCOP.enquiryForm.check(form, asked, chosen.length > 0);
    if (wrong) {
      wrong.focus();
      return;
    }
    var written = chosen.map(function (group) {
      return { group: group, letter: OCOP.letter(asked, group.products, group.to, stationery()) };
    });
    var title = OCOP.element("h2", { tabindex: "-1" }, [OCOP.text("enquiry.letters")]);
    OCOP.fill(place, [
      title,
      OCOP.element("p", {}, [OCOP.count("enquiry.letters.text", written.length)]),
      OCOP.deskData.endpoint ? drawSending(asked, written, form) : null,
      ...written.map((one, number) => OCOP.drawLetter(one.group, one.letter, number)),
    ]);
    title.focus();
  }

  /**
   * @param {OCOP.Group[]} groups
   * @param {Map<string, OCOP.Hit>} hits
   * @param {OCOP.ListItem[]} items
   * @param {string} asOf
   * @param {HTMLElement} letters
   * @returns {HTMLElement}
   */
  function drawForm(groups, hits, items, asOf, letters) {
    var byId = new Map(items.map((item) => /** @type {[string, OCOP.ListItem]} */ ([item.id, item])));
    var note = OCOP.deskData.endpoint
      ? OCOP.text("enquiry.private.endpoint", { host: host() })
      : OCOP.text("enquiry.private");
    var form = /** @type {HTMLFormElement} */ (
      OCOP.element("form", { class: "cat-form", novalidate: true, autocomplete: "on" }, [
        OCOP.enquiryProducts.draw(groups, hits, byId, asOf),
        OCOP.enquiryForm.needs(),
        OCOP.enquiryForm.buyer(),
        OCOP.element("div", { class: "cat-form__end" }, [
          OCOP.element("button", { type: "submit", class: "cat-button" }, [OCOP.text("enquiry.write")]),
          OCOP.element("p", { class: "cat-note" }, [note]),
        ]),
      ])
    );
    OCOP.enquiryForm.keepDraft(form);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      write(letters, form, groups);
    });
    return form;
  }

  OCOP.desks.enquiry = function (place, engine) {
    var items = wanted();
    var ids = items.map((item) => item.id);
    OCOP.desk.keepQuery();
    return Promise.all([OCOP.desk.products(engine, ids), engine.sheets(ids)]).then(function (loaded) {
      var hits = loaded[0];
      var sheets = new Map(loaded[1].map((sheet) => /** @type {[string, OCOP.FactRow[]]} */ ([sheet.id, sheet.rows])));
      var products = items
        .filter((item) => hits.has(item.id))
        .map((item) => ({ hit: /** @type {OCOP.Hit} */ (hits.get(item.id)), rows: sheets.get(item.id) || [] }));
      if (!products.length) {
        var none = ["enquiry.empty", "enquiry.empty.text", "enquiry.browse"].map((key) => OCOP.text(key));
        OCOP.fill(place, [OCOP.desk.empty(none[0], none[1], none[2])]);
        return;
      }
      var letters = OCOP.element("section", { class: "cat-written" });
      var groups = OCOP.groups(products, OCOP.deskData);
      OCOP.fill(place, [drawForm(groups, hits, items, engine.asOf, letters), letters]);
    });
  };
})();
