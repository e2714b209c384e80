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
   * @param {OCOP.Suggestions} found
   * @param {string} query
   * @returns {string[]} what a reader should know about how the query was read
   */
  function remarks(found, query) {
    var lines = found.unknown.map((word) => OCOP.text("search.unknown", { word: word }));
    found.corrected.forEach((one) => lines.push(OCOP.text("search.corrected", { from: one.from, to: one.to })));
    if (found.understood.length) {
      var names = found.understood.map((filter) => filter.label).join(", ");
      lines.push(OCOP.text("search.understood", { names: names }));
    }
    return found.total || lines.length ? lines : [OCOP.text("search.none", { query: query })];
  }

  OCOP.option = option;
  OCOP.remarks = remarks;
})();
