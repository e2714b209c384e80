/**
 * The text of an enquiry: the same in Vietnamese and English, then once what the buyer wrote and who the buyer is.
 */
(function () {
  "use strict";

  /** @type {Array<"vi" | "en">} Vietnamese first: it is the language of those who read it. */
  var LANGUAGES = ["vi", "en"];
  var RULE = "– – –";

  /**
   * @param {OCOP.Words} words
   * @param {string} key
   * @param {{ [place: string]: string }} [values]
   * @returns {string}
   */
  function say(words, key, values) {
    var given = values || {};
    return (words[key] || "").replace(/\{(\w+)\}/g, function (place, name) {
      return name in given ? given[name] : place;
    });
  }

  /**
   * @param {string} text
   * @returns {string} on one line
   */
  function line(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  /**
   * @param {string} date YYYY-MM-DD
   * @param {string} language
   * @returns {string}
   */
  function day(date, language) {
    var parts = date.split("-");
    if (parts.length !== 3 || language === "vi") {
      return parts.reverse().join("/");
    }
    var form = /** @type {Intl.DateTimeFormatOptions} */ ({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    return new Intl.DateTimeFormat("en-GB", form).format(new Date(date));
  }

  /**
   * @param {OCOP.AskedProduct} product
   * @param {number} index
   * @param {"vi" | "en"} language
   * @param {OCOP.Words} words
   * @returns {string}
   */
  function productLines(product, index, language, words) {
    var quantity = line(product.quantity);
    var note = line(product.note);
    return [
      index + 1 + ". " + product.names[language] + (quantity ? ": " + quantity : ""),
      note && "   " + say(words, "letter.note", { note: note }),
      "   " + product.urls[language],
    ]
      .filter(Boolean)
      .join("\n");
  }

  /**
   * @param {OCOP.Asked} asked
   * @param {"vi" | "en"} language
   * @param {OCOP.Stationery} stationery
   * @returns {string} what the buyer needs, one line each; "" when nothing was said
   */
  function needs(asked, language, stationery) {
    var words = stationery.words[language];
    var terms = [asked.incoterm, line(asked.place)].filter(Boolean).join(" ");
    /** @type {Array<[string, string]>} */
    var lines = [
      ["packing", line(asked.packing)],
      ["destination", asked.country && stationery.country(asked.country, language)],
      ["incoterm", asked.incoterm ? terms + " (Incoterms 2020)" : terms],
      ["certificates", line(asked.certificates)],
      ["date", asked.date && day(asked.date, language)],
      ["sample", asked.sample ? say(words, "letter.sample.yes") : ""],
    ];
    var stated = lines.filter(function (one) {
      return one[1];
    });
    return stated
      .map(function (one) {
        return "- " + say(words, "letter." + one[0]) + ": " + one[1];
      })
      .join("\n");
  }

  /**
   * @param {OCOP.Recipient} to
   * @param {"vi" | "en"} language
   * @param {OCOP.Words} words
   * @returns {string}
   */
  function greeting(to, language, words) {
    if (to.office) {
      var hello = say(words, "letter.greeting", { name: to.office[language] });
      var ask = to.producer ? say(words, "letter.forward", { producer: to.producer }) : say(words, "letter.forward.unknown");
      return hello + "\n\n" + ask;
    }
    var name = [to.person, to.producer].filter(Boolean).join(", ");
    return say(words, name ? "letter.greeting" : "letter.greeting.unknown", { name: name });
  }

  /**
   * @param {OCOP.Asked} asked
   * @param {OCOP.AskedProduct[]} products
   * @param {OCOP.Recipient} to
   * @param {"vi" | "en"} language
   * @param {OCOP.Stationery} stationery
   * @returns {string}
   */
  function half(asked, products, to, language, stationery) {
    var words = stationery.words[language];
    var list = products.map(function (product, index) {
      return productLines(product, index, language, words);
    });
    var wanted = needs(asked, language, stationery);
    return [
      greeting(to, language, words),
      say(words, "letter.found") + "\n" + list.join("\n"),
      wanted && say(words, "letter.needs") + "\n" + wanted,
      say(words, "letter.ask"),
    ]
      .filter(Boolean)
      .join("\n\n");
  }

  /**
   * @param {OCOP.Asked} asked
   * @returns {string}
   */
  function signature(asked) {
    var reach = [line(asked.mail), line(asked.phone)].filter(Boolean).join(" · ");
    return [line(asked.name), line(asked.company), reach].filter(Boolean).join("\n");
  }

  /**
   * @param {OCOP.AskedProduct[]} products
   * @param {OCOP.Stationery} stationery
   * @returns {string}
   */
  function subject(products, stationery) {
    var more = products.length > 1 ? " +" + (products.length - 1) : "";
    return LANGUAGES.map(function (language, index) {
      return say(stationery.words[language], "letter.subject") + (index ? "" : ": " + line(products[0].names.vi) + more);
    })
      .reverse()
      .join(" / ");
  }

  /**
   * @param {OCOP.Asked} asked
   * @param {OCOP.AskedProduct[]} products at least one
   * @param {OCOP.Recipient} to
   * @param {OCOP.Stationery} stationery
   * @returns {OCOP.Letter}
   */
  function letter(asked, products, to, stationery) {
    var halves = LANGUAGES.map(function (language) {
      return half(asked, products, to, language, stationery);
    });
    var both = LANGUAGES.map(function (language) {
      return say(stationery.words[language], "letter.message");
    }).join(" / ");
    var message = asked.message.trim() ? both + ":\n" + asked.message.trim() : "";
    var close = LANGUAGES.map(function (language) {
      return say(stationery.words[language], "letter.close");
    }).join(" / ");
    var end = [message, close + "\n" + signature(asked)].filter(Boolean).join("\n\n");
    return {
      subject: subject(products, stationery),
      body: [halves[0], halves[1], end].join("\n\n" + RULE + "\n\n").replace(/\r\n?/g, "\n"),
    };
  }

  OCOP.letter = letter;
})();
