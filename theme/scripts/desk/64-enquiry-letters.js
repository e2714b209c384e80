/**
 * The finished letters: each can be read, corrected, and sent in the ways its reader can be reached.
 */
(function () {
  "use strict";

  var CALL = /[^+\d]/g;

  /**
   * @param {string} href
   * @param {string} label
   * @param {boolean} outside whether it leaves for another site, in a tab of its own
   * @returns {HTMLElement}
   */
  function way(href, label, outside) {
    return OCOP.element(
      "a",
      { class: "cat-button cat-button--quiet", href: href, target: outside && "_blank", rel: outside && "noopener noreferrer" },
      [label]
    );
  }

  /**
   * @param {string[]} addresses
   * @param {string} key
   * @param {boolean} outside
   * @returns {HTMLElement[]} one button a part
   */
  function parts(addresses, key, outside) {
    return addresses.map(function (address, index) {
      var words = { part: index + 1, all: addresses.length };
      return way(address, OCOP.text(addresses.length > 1 ? key + ".part" : key, words), outside);
    });
  }

  /**
   * @param {HTMLTextAreaElement} text
   * @param {OCOP.Teller} teller
   * @param {string} done key of what is said then
   * @returns {void}
   */
  function copy(text, teller, done) {
    OCOP.copy(text.value).then(
      function () {
        teller.tell(OCOP.text(done));
      },
      function () {
        text.select();
        teller.tell(OCOP.text("enquiry.copy.failed"));
      }
    );
  }

  /**
   * @param {Omit<OCOP.Ways, "website">} ways
   * @param {OCOP.Letter} letter
   * @param {HTMLTextAreaElement} text
   * @param {OCOP.Teller} teller
   * @returns {HTMLElement[]}
   */
  function buttons(ways, letter, text, teller) {
    var mails = ways.mail ? OCOP.mailtos(ways.mail, letter) : [];
    var chats = ways.whatsapp ? OCOP.whatsapps(ways.whatsapp, letter) : [];
    var made = parts(mails, "enquiry.by.mail", false).concat(parts(chats, "enquiry.by.whatsapp", true));
    if (ways.zalo) {
      var zalo = way(OCOP.zalo(ways.zalo), OCOP.text("enquiry.by.zalo"), true);
      zalo.addEventListener("click", () => copy(text, teller, "enquiry.copied.zalo"));
      made.push(zalo);
    }
    var many = Math.max(mails.length, chats.length);
    var note = OCOP.element("p", { class: "cat-note" }, [OCOP.text("enquiry.parts", { count: many })]);
    var line = OCOP.element("div", { class: "cat-desk__tools" }, [
      ...made,
      ...(OCOP.canBeWritten(ways) || !ways.phone ? [] : direct({ phone: ways.phone })),
      OCOP.desk.button(OCOP.text("enquiry.copy"), () => copy(text, teller, "enquiry.copied")),
    ]);
    return many > 1 ? [line, note] : [line];
  }

  /**
   * @param {{ phone: string, website?: string }} ways
   * @returns {HTMLElement[]} where one talks instead of writing
   */
  function direct(ways) {
    var call = "tel:" + ways.phone.replace(CALL, "");
    return [
      ...(ways.phone ? [way(call, OCOP.text("enquiry.by.phone", { number: ways.phone }), false)] : []),
      ...(ways.website ? [way(ways.website, OCOP.text("enquiry.by.website"), true)] : []),
    ];
  }

  /**
   * @param {OCOP.Group} group
   * @returns {HTMLElement | null} why a letter does not go to the producer itself
   */
  function notice(group) {
    if (OCOP.canBeWritten(group.to.ways)) {
      return null;
    }
    var office = group.to.office;
    var talk = direct(group.to.ways);
    var key = talk.length ? "enquiry.office.instead" : "enquiry.office";
    var words = office
      ? OCOP.text(key, { name: office[OCOP.site.language === "vi" ? "vi" : "en"] })
      : OCOP.text("enquiry.office.none");
    return OCOP.element("div", { class: "cat-desk__notice" }, [
      OCOP.element("p", {}, [words]),
      talk.length ? OCOP.element("div", { class: "cat-desk__tools" }, talk) : null,
    ]);
  }

  /**
   * @param {OCOP.Group} group
   * @param {OCOP.Letter} letter
   * @param {number} number
   * @returns {HTMLElement}
   */
  function drawLetter(group, letter, number) {
    var teller = OCOP.desk.teller();
    var id = "cat-mail-" + number;
    var text = /** @type {HTMLTextAreaElement} */ (
      OCOP.element("textarea", { id: id, rows: Math.min(24, letter.body.split("\n").length + 1), spellcheck: "false" })
    );
    text.value = letter.body;
    var ways = OCOP.element("div", { class: "cat-mail__ways" });
    var draw = function () {
      letter.body = text.value;
      OCOP.fill(ways, buttons(group.officeWays || group.to.ways, letter, text, teller));
    };
    text.addEventListener("input", draw);
    draw();
    var name = group.to.producer || OCOP.text("enquiry.to.unknown");
    return OCOP.element("article", { class: "cat-mail" }, [
      OCOP.element("h3", {}, [OCOP.text("enquiry.to", { name: name })]),
      notice(group),
      OCOP.element("p", { class: "cat-mail__subject" }, [letter.subject]),
      OCOP.element("label", { class: "cat-field__label", for: id }, [OCOP.text("enquiry.body.label")]),
      text,
      ways,
      teller.element,
    ]);
  }

  OCOP.drawLetter = drawLetter;
})();
