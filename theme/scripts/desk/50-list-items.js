/**
 * Draws the products of a list, each with the quantity and the note that the buyer wrote beside it.
 */
(function () {
  "use strict";

  /**
   * @param {string} key of the label
   * @param {string} value
   * @param {OCOP.Hit} hit
   * @param {(value: string) => void} change
   * @returns {HTMLElement}
   */
  function field(key, value, hit, change) {
    var long = key === "note";
    var input = /** @type {HTMLInputElement} */ (
      OCOP.element("input", {
        type: "text",
        maxlength: long ? 500 : 80,
        placeholder: long ? null : OCOP.text("list.quantity.hint"),
      })
    );
    input.value = value;
    input.addEventListener("change", function () {
      change(input.value.trim());
    });
    var unseen = OCOP.element("span", { class: "cat-unseen", lang: OCOP.foreign(hit.nameLang) }, [" " + hit.name]);
    var label = OCOP.element("span", { class: "cat-field__label" }, [OCOP.text("list." + key), unseen]);
    var printed = OCOP.element("span", { class: "cat-mine__printed" }, [value]);
    input.addEventListener("input", function () {
      printed.textContent = input.value;
    });
    return OCOP.element("div", { class: "cat-field cat-mine__" + key }, [
      OCOP.element("label", {}, [label, input]),
      printed,
    ]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {string} asOf
   * @returns {HTMLElement}
   */
  function about(hit, asOf) {
    var title = OCOP.element("a", { href: OCOP.site.base + hit.url, lang: OCOP.foreign(hit.nameLang) }, [hit.name]);
    var maker = OCOP.element("p", { class: "cat-mine__maker" }, [
      OCOP.element("span", { lang: OCOP.foreign(hit.producerLang) }, [hit.producer]),
      hit.producer && hit.province ? " · " : null,
      hit.province,
    ]);
    var facts = [hit.minimumOrder && OCOP.text("card.minimum_order", { amount: hit.minimumOrder }), OCOP.price(hit)];
    var line = facts.filter(Boolean).join(" · ");
    var past = OCOP.pastMark(hit.priceUntil, asOf);
    return OCOP.element("div", { class: "cat-mine__about" }, [
      OCOP.element("h3", { class: "cat-mine__name" }, [title]),
      OCOP.gloss(hit, "p", "cat-mine__other"),
      OCOP.desk.standing(hit, asOf),
      hit.producer || hit.province ? maker : null,
      line ? OCOP.element("p", { class: "cat-mine__facts" }, [line, " ", past]) : null,
    ]);
  }

  /**
   * @param {string} label
   * @param {Element} name
   * @param {() => void} act
   * @returns {HTMLElement}
   */
  function removal(label, name, act) {
    var made = OCOP.desk.button(label, act, "cat-pick cat-mine__remove");
    made.append(OCOP.element("span", { class: "cat-unseen" }, [" " + (name.textContent || "")]));
    return made;
  }

  /**
   * @param {OCOP.ListItem} item
   * @param {OCOP.Hit | undefined} hit
   * @param {string} asOf
   * @param {OCOP.ItemActions | null} actions null where nothing can be changed
   * @returns {HTMLElement}
   */
  function drawItem(item, hit, asOf, actions) {
    if (!hit) {
      var id = OCOP.element("strong", {}, [item.id]);
      return OCOP.element("li", { class: "cat-mine__item", "data-item": item.id }, [
        OCOP.element("div", { class: "cat-mine__about" }, [
          OCOP.element("p", {}, [id]),
          OCOP.element("p", { class: "cat-note" }, [OCOP.text("list.gone")]),
        ]),
        actions ? OCOP.element("div", { class: "cat-picks" }, [removal(OCOP.text("list.remove"), id, () => actions.remove(item.id, item.id))]) : null,
      ]);
    }
    var shown = hit;
    var words = about(shown, asOf);
    OCOP.refreshStandings(words);
    var name = /** @type {Element} */ (words.querySelector("a"));
    var tools = OCOP.element("div", { class: "cat-picks" }, [OCOP.pick("compare", shown.id, name)]);
    var fields = null;
    if (actions) {
      tools.append(removal(OCOP.text("list.remove"), name, () => actions.remove(shown.id, shown.name)));
      fields = OCOP.element("div", { class: "cat-mine__fields" }, [
        field("quantity", item.quantity, shown, (value) => actions.change(shown.id, { quantity: value })),
        field("note", item.note, shown, (value) => actions.change(shown.id, { note: value })),
      ]);
    }
    return OCOP.element("li", { class: "cat-mine__item", "data-item": shown.id }, [
      OCOP.desk.picture(shown),
      words,
      fields,
      tools,
    ]);
  }

  OCOP.listItem = drawItem;
})();
