/**
 * Draws a hit of the search as the card that `theme/catalogue/card.html` draws of the same product.
 */
(function () {
  "use strict";

  var DRAWING = { width: 400, height: 300 };
  var SIZES = "(min-width: 40rem) 18rem, 7rem";

  /**
   * @param {OCOP.Badge} badge
   * @returns {HTMLElement}
   */
  function drawBadge(badge) {
    var changes = badge.transitions.length > 0;
    var attributes = {
      class: "cat-badge",
      "data-state": badge.state,
      "data-standing": changes && JSON.stringify(badge.transitions),
      "data-number": changes && String(badge.number),
      "data-date": changes && badge.date,
    };
    var label = OCOP.element("span", {}, [badge.label]);
    return OCOP.element("p", attributes, badge.stars ? [OCOP.stars(badge.stars), " ", label] : [label]);
  }

  /**
   * @param {string} srcset
   * @returns {string} the same with every address seen from this page
   */
  function fromHere(srcset) {
    return srcset
      .split(", ")
      .map(function (one) {
        return OCOP.site.base + one;
      })
      .join(", ");
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {HTMLElement}
   */
  function drawPicture(hit) {
    var own = hit.picture;
    var size = own || DRAWING;
    var image = OCOP.element("img", {
      src: OCOP.site.base + (own ? own.src : "assets/placeholders/" + hit.drawing + ".svg"),
      srcset: own && own.srcset ? fromHere(own.srcset) : null,
      sizes: own && own.srcset ? SIZES : null,
      width: String(size.width),
      height: String(size.height),
      alt: own ? own.alt : "",
      lang: own && own.alt ? OCOP.foreign(own.altLang) : null,
      loading: "lazy",
      decoding: "async",
    });
    var name = "cat-card__picture cat-tone-" + hit.tone + (own ? "" : " cat-card__picture--drawn");
    return OCOP.element("div", { class: name }, [image]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} tag
   * @param {string} [name] class of the element
   * @returns {HTMLElement | null} the name beside, which says so when it is a translation
   */
  function drawGloss(hit, tag, name) {
    if (!hit.other) {
      return null;
    }
    var words = OCOP.element("span", { lang: OCOP.foreign(hit.otherLang) }, [OCOP.marked(hit.other, hit.otherMarks)]);
    var mark = OCOP.element("span", { class: "cat-translated" }, ["(" + OCOP.text("card.translated") + ")"]);
    return OCOP.element(tag, { class: name || null }, hit.otherTranslated ? [words, " ", mark] : [words]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @returns {HTMLElement | null}
   */
  function drawMaker(hit) {
    if (!hit.producer && !hit.province) {
      return null;
    }
    return OCOP.element("p", { class: "cat-card__maker" }, [
      hit.producer ? OCOP.element("span", { lang: OCOP.foreign(hit.producerLang) }, [hit.producer]) : null,
      hit.producer && hit.province ? " · " : null,
      hit.province ? OCOP.element("span", { class: "cat-card__place" }, [hit.province]) : null,
    ]);
  }

  /**
   * @param {string} until
   * @param {string} asOf
   * @returns {HTMLElement | null}
   */
  function pastMark(until, asOf) {
    var attributes = { class: "cat-past", "data-past": until, hidden: until >= asOf };
    return until ? OCOP.element("small", attributes, [OCOP.text("mark.past")]) : null;
  }

  /**
   * @param {OCOP.CardFact[]} facts
   * @param {string} asOf
   * @returns {HTMLElement | null}
   */
  function drawFacts(facts, asOf) {
    var lines = facts.map(function (fact) {
      return OCOP.element("li", {}, [fact.text, fact.until ? " " : null, pastMark(fact.until, asOf)]);
    });
    return lines.length ? OCOP.element("ul", { class: "cat-card__facts" }, lines) : null;
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf the day the standings were worked out for
   * @returns {HTMLElement}
   */
  function drawCard(hit, asOf) {
    var card = OCOP.describe(hit, asOf);
    var link = OCOP.element("a", { href: card.href, lang: OCOP.foreign(hit.nameLang), title: card.title }, [
      OCOP.marked(card.name, card.spans),
    ]);
    return OCOP.element("article", { class: "cat-card", "data-product": hit.id }, [
      drawPicture(hit),
      OCOP.element("div", { class: "cat-card__body" }, [
        drawBadge(card.badge),
        OCOP.element("h3", { class: "cat-card__name" + (card.long ? " cat-card__name--long" : "") }, [link]),
        drawGloss(hit, "p", "cat-card__gloss"),
        drawMaker(hit),
        drawFacts(card.facts, asOf),
      ]),
    ]);
  }

  OCOP.card = drawCard;
  OCOP.pastMark = pastMark;
  OCOP.gloss = drawGloss;
  OCOP.badge = function (hit, asOf) {
    return drawBadge(OCOP.describe(hit, asOf).badge);
  };
})();
