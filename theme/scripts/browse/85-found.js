/**
 * What the list below a search field says: a product a line, and how the query was read.
 */
(function () {
  "use strict";

  /**
   * An option and those parts of it that follow what is typed; `marks` tells which marks each of them has now.
   * @typedef {{ element: HTMLElement, words: HTMLElement, name: HTMLElement, maker: HTMLElement, marks: string[] }} Option
   */

  /**
   * @param {OCOP.Hit} hit
   * @returns {string}
   */
  function makerOf(hit) {
    return [hit.producer, hit.province].filter(Boolean).join(" · ");
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @returns {Option} without name and maker, which `write` puts in
   */
  function make(hit, asOf) {
    var own = hit.picture;
    var source = OCOP.site.base + (own ? own.src : "assets/placeholders/" + hit.drawing + ".svg");
    var image = OCOP.element("img", { src: source, width: 40, height: 40, alt: "", loading: "lazy" });
    var name = OCOP.element("span", { class: "cat-found__name", lang: OCOP.foreign(hit.nameLang) });
    var maker = OCOP.element("span", { class: "cat-found__maker", lang: OCOP.foreign("vi") });
    var words = OCOP.element("span", { class: "cat-found__words" }, [
      name,
      OCOP.gloss(hit, "span", "cat-found__other"),
      makerOf(hit) ? maker : null,
      OCOP.badge(hit, asOf),
    ]);
    var address = OCOP.site.base + hit.url;
    var element = OCOP.element("a", { role: "option", tabindex: "-1", href: address, "aria-selected": "false" }, [
      OCOP.element("span", { class: "cat-found__picture cat-tone-" + hit.tone }, [image]),
      words,
    ]);
    return { element: element, words: words, name: name, maker: maker, marks: ["", JSON.stringify(hit.otherMarks), ""] };
  }

  /**
   * Puts a text with its marks into its place, where the marks are others than before.
   * @param {Option} option
   * @param {number} part
   * @param {OCOP.Span[]} spans
   * @param {() => void} put
   * @returns {void}
   */
  function follow(option, part, spans, put) {
    var marks = JSON.stringify(spans);
    if (option.marks[part] !== marks) {
      option.marks[part] = marks;
      put();
    }
  }

  /**
   * @param {Option} option
   * @param {OCOP.Hit} hit
   * @param {OCOP.Suggestions} found
   * @param {string} asOf
   * @returns {void}
   */
  function write(option, hit, found, asOf) {
    var card = OCOP.describe(hit, asOf);
    var place = makerOf(hit);
    var spans = OCOP.mark(place, found.words);
    follow(option, 0, card.spans, () => option.name.replaceChildren(OCOP.marked(card.name, card.spans)));
    follow(option, 1, hit.otherMarks, function () {
      var other = option.words.querySelector(".cat-found__other");
      var made = OCOP.gloss(hit, "span", "cat-found__other");
      if (other && made) {
        other.replaceWith(made);
      }
    });
    follow(option, 2, spans, () => option.maker.replaceChildren(OCOP.marked(place, spans)));
  }

  /**
   * Makes the options of one list. The next letter mostly shows the same products: what stays is kept, since new pictures
   * and badges take a phone longer than the search itself.
   * @returns {(found: OCOP.Suggestions, asOf: string) => HTMLElement[]}
   */
  function optionMaker() {
    /** @type {Map<string, Option>} */
    var kept = new Map();
    return function (found, asOf) {
      /** @type {Map<string, Option>} */
      var shown = new Map();
      found.hits.forEach(function (hit) {
        var option = kept.get(hit.id) || make(hit, asOf);
        write(option, hit, found, asOf);
        shown.set(hit.id, option);
      });
      kept = shown;
      return Array.from(shown.values()).map((option) => option.element);
    };
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

  OCOP.optionMaker = optionMaker;
  OCOP.remarks = remarks;
  OCOP.wordRemarks = wordRemarks;
})();
