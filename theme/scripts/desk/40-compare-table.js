/**
 * Draws the table in which products stand side by side.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.ComparedCell | null} cell
   * @returns {HTMLElement}
   */
  function drawCell(cell) {
    if (!cell) {
      return OCOP.element("td", { class: "cat-compare__none" }, [OCOP.text("compare.none")]);
    }
    var lang = OCOP.foreign(cell.lang);
    var words = cell.url
      ? OCOP.element("a", { href: OCOP.site.base + cell.url, lang: lang }, [cell.text])
      : OCOP.element("span", { lang: lang }, [cell.text]);
    var mark = OCOP.element("span", { class: "cat-mark", title: OCOP.text("mark.translated.hint") }, [
      OCOP.text("mark.translated"),
    ]);
    var past = OCOP.pastMark(cell.until, "");
    return OCOP.element("td", {}, [words, cell.translated ? " " : null, cell.translated ? mark : null, past ? " " : null, past]);
  }

  /**
   * @param {OCOP.ComparedRow} row
   * @returns {HTMLElement}
   */
  function drawRow(row) {
    var head = OCOP.element("th", { scope: "row" }, row.differs ? [row.label, " ", OCOP.differsMark()] : [row.label]);
    return OCOP.element("tr", { class: row.differs ? "cat-compare__row--differs" : "cat-compare__row--same" }, [
      head,
      ...row.cells.map(drawCell),
    ]);
  }

  /**
   * @param {OCOP.ComparedGroup} group
   * @param {number} width
   * @returns {HTMLElement}
   */
  function drawGroup(group, width) {
    var title = OCOP.element("th", { scope: "rowgroup", colspan: width }, [
      OCOP.element("span", {}, [OCOP.text("compare.group." + group.id)]),
    ]);
    var alike = group.rows.every(function (row) {
      return !row.differs;
    });
    return OCOP.element("tbody", { class: alike ? "cat-compare__group--same" : null }, [
      OCOP.element("tr", { class: "cat-compare__group" }, [title]),
      ...group.rows.map(drawRow),
    ]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @param {(hit: OCOP.Hit) => void} remove
   * @returns {HTMLElement} what stands above a product's column
   */
  function drawHead(hit, asOf, remove) {
    var title = OCOP.element("a", { href: OCOP.site.base + hit.url, lang: OCOP.foreign(hit.nameLang) }, [hit.name]);
    var out = OCOP.desk.button(
      OCOP.text("compare.remove"),
      function () {
        remove(hit);
      },
      "cat-pick cat-compare__remove"
    );
    out.append(OCOP.element("span", { class: "cat-unseen", lang: OCOP.foreign(hit.nameLang) }, [" " + hit.name]));
    out.dataset.remove = hit.id;
    return OCOP.element("th", { scope: "col" }, [
      OCOP.desk.picture(hit),
      title,
      OCOP.gloss(hit, "span", "cat-compare__other"),
      OCOP.desk.standing(hit, asOf),
      OCOP.element("div", { class: "cat-picks" }, [OCOP.pick("save", hit.id, title), out]),
    ]);
  }

  /**
   * @param {OCOP.Compared[]} products
   * @param {OCOP.ComparedGroup[]} groups
   * @param {string} asOf
   * @param {(hit: OCOP.Hit) => void} remove
   * @returns {HTMLElement} a region that scrolls sideways, with the table in it
   */
  function compareTable(products, groups, asOf, remove) {
    var heads = products.map(function (product) {
      return drawHead(product.hit, asOf, remove);
    });
    var bodies = groups.map(function (group) {
      return drawGroup(group, products.length + 1);
    });
    var caption = OCOP.text("compare.caption", { count: products.length });
    var table = OCOP.element("table", { class: "cat-compare" }, [
      OCOP.element("caption", { class: "cat-unseen", id: "cat-compare-caption" }, [caption]),
      OCOP.element("thead", {}, [
        OCOP.element("tr", {}, [OCOP.element("th", { scope: "col" }, [OCOP.text("compare.fact")]), ...heads]),
      ]),
      ...bodies,
    ]);
    OCOP.refreshStandings(table);
    table.style.setProperty("--cat-columns", String(products.length));
    return OCOP.element(
      "div",
      { class: "cat-compare__scroll", role: "region", "aria-labelledby": "cat-compare-caption", tabindex: "0" },
      [table]
    );
  }

  /** @returns {HTMLElement} a sign for the eye, a word for the ear */
  OCOP.differsMark = function () {
    return OCOP.element("span", { class: "cat-compare__differs", title: OCOP.text("compare.differs") }, [
      OCOP.element("span", { "aria-hidden": "true" }, ["≠"]),
      OCOP.element("span", { class: "cat-unseen" }, [OCOP.text("compare.differs")]),
    ]);
  };
  OCOP.compareTable = compareTable;
})();
