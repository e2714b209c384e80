/**
 * What the list below a search field says: a product a line, and how the query was read.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.Hit} hit
   * @param {OCOP.Suggestions} found
   * @param {string} asOf
   * @returns {HTMLElement}
   */
  function option(hit, found, asOf) {
    var card = OCOP.describe(hit, asOf);
    var own = hit.picture;
    var source = OCOP.site.base + (own ? own.src : "assets/placeholders/" + hit.drawing + ".svg");
    var image = OCOP.element("img", { src: source, width: 40, height: 40, alt: "", loading: "lazy" });
    var place = [hit.producer, hit.province].filter(Boolean).join(" · ");
    var name = OCOP.element("span", { class: "cat-found__name", lang: OCOP.foreign(hit.nameLang) }, [
      OCOP.marked(card.name, card.spans),
    ]);
    var maker = OCOP.element("span", { class: "cat-found__maker", lang: OCOP.foreign("vi") }, [
      OCOP.marked(place, OCOP.mark(place, found.words)),
    ]);
    return OCOP.element("a", { role: "option", tabindex: "-1", href: card.href, "aria-selected": "false" }, [
      OCOP.element("span", { class: "cat-found__picture cat-tone-" + hit.tone }, [image]),
      OCOP.element("span", { class: "cat-found__words" }, [
        name,
        OCOP.gloss(hit, "span", "cat-found__other"),
        place ? maker : null,
        OCOP.badge(hit, asOf),
      ]),
    ]);
  }

  /**
   * @param {{ unknown: string[], corrected: OCOP.Correction[] }} found
   * @returns {string[]} a line for each word that no product has, and for each that was taken for another
   */
  function wordRemarks(found) {
    var unknown = found.unknown.map((word) => OCOP.text("search.unknown", { word: word }));
    var corrected = found.corrected.map(function (one) {
      if (found.unknown.length) {
        return OCOP.text("search.unknown", { word: one.from }); // nothing is shown for what it may have been
      }
      return OCOP.text(one.known ? "search.corrected.known" : "search.corrected", { from: one.from, to: one.to });
    });
    return unknown.concat(corrected);
  }

  /**
   * @param {OCOP.Suggestions} found
   * @param {string} query
   * @returns {string[]} what a reader should know about how the query was read
   */
  function remarks(found, query) {
    var lines = wordRemarks(found);
    if (found.understood.length) {
      var names = found.understood.map((filter) => filter.label).join(", ");
      lines.push(OCOP.text("search.understood", { names: names }));
    }
    return found.total || lines.length ? lines : [OCOP.text("search.none", { query: query })];
  }

  OCOP.option = option;
  OCOP.remarks = remarks;
  OCOP.wordRemarks = wordRemarks;
})();
