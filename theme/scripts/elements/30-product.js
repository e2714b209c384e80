/**
 * What a card says of a hit of the search: the same words in the same order as the cards that are made with the site.
 */
(function () {
  "use strict";

  var RATED = ["valid", "expiring", "grace", "undated"];
  var MOST_FACTS = 3;
  var LONG_NAME = 44;
  var LONGEST_NAME = 64;
  var ALWAYS = "0001-01-01";

  /**
   * @param {OCOP.Hit} hit
   * @returns {string} the key of the words for its standing
   */
  function wording(hit) {
    if (hit.state === "lapsed" && !hit.expires) {
      return "lapsed.year";
    }
    return hit.state === "proposed" && !hit.stars ? "proposed.unstated" : hit.case || hit.state;
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf the day the standings were worked out for
   * @returns {[string, string][]} the state of that day and those that come; empty when nothing will change
   */
  function transitions(hit, asOf) {
    /** @type {[string, string][]} */
    var steps = hit.course.map(function (step) {
      return [step[0] || ALWAYS, step[1]];
    });
    var gone = steps.filter(function (step) {
      return step[0] <= asOf;
    });
    return gone.length === steps.length ? [] : steps.slice(Math.max(0, gone.length - 1));
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @returns {OCOP.Badge}
   */
  function badge(hit, asOf) {
    var values = { stars: hit.stars, date: OCOP.day(hit.expires), year: hit.awarded.slice(0, 4) };
    return {
      state: hit.state,
      label: OCOP.text("standing." + wording(hit) + ".label", values),
      stars: RATED.indexOf(hit.state) < 0 ? 0 : hit.stars,
      number: hit.stars,
      date: OCOP.day(hit.expires),
      transitions: transitions(hit, asOf),
    };
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {string} the price, with its last day where one is stated
   */
  function price(hit) {
    var words = hit.price && OCOP.text("card.price", { price: hit.price });
    return hit.priceUntil ? OCOP.text("card.price.until", { price: words, date: OCOP.day(hit.priceUntil) }) : words;
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {OCOP.CardFact[]} what a buyer looks for first: minimum order, certificates, markets, price
   */
  function facts(hit) {
    var held = hit.certifications;
    var sold = hit.markets;
    return [
      hit.minimumOrder && OCOP.text("card.minimum_order", { amount: hit.minimumOrder }),
      held.length === 1 && OCOP.text("card.certificate", { scheme: held[0] }),
      held.length > 1 && OCOP.text("card.certificates.other", { count: OCOP.number(held.length) }),
      sold.length > 0 && sold.length <= MOST_FACTS && OCOP.text("card.markets", { names: sold.join(", ") }),
      sold.length > MOST_FACTS && OCOP.text("card.markets.other", { count: OCOP.number(sold.length) }),
      price(hit),
    ]
      .filter(Boolean)
      .slice(0, MOST_FACTS)
      .map(function (text) {
        return { text: String(text), until: text === price(hit) ? hit.priceUntil : "" };
      });
  }

  /**
   * @param {string} name
   * @returns {string} at most 64 letters, never cut inside a word
   */
  function shortened(name) {
    var letters = Array.from(name);
    if (letters.length <= LONGEST_NAME) {
      return name;
    }
    var start = letters.slice(0, LONGEST_NAME - 1).join("");
    var space = start.lastIndexOf(" ");
    return (space < 0 ? start : start.slice(0, space)) + "…";
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @returns {OCOP.Card}
   */
  function describe(hit, asOf) {
    var name = shortened(hit.name);
    return {
      id: hit.id,
      href: OCOP.site.base + hit.url,
      name: name,
      long: Array.from(hit.name).length > LONG_NAME,
      title: name === hit.name ? null : hit.name,
      spans: hit.marks.filter(function (span) {
        return span[1] < name.length || name === hit.name;
      }),
      badge: badge(hit, asOf),
      facts: facts(hit),
    };
  }

  OCOP.describe = describe;
  OCOP.price = price;
})();
