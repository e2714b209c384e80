/**
 * The products of an enquiry, gathered by who gets the letter, each with a quantity and a note.
 */
(function () {
  "use strict";

  /**
   * @param {string} key
   * @param {string} id
   * @param {string} value
   * @param {Element} name
   * @returns {HTMLElement}
   */
  function field(key, id, value, name) {
    var input = /** @type {HTMLInputElement} */ (
      OCOP.element("input", { type: "text", name: key + ":" + id, maxlength: key === "note" ? 500 : 80 })
    );
    input.value = value;
    var unseen = OCOP.element("span", { class: "cat-unseen", lang: name.getAttribute("lang") }, [" " + name.textContent]);
    var label = OCOP.element("span", { class: "cat-field__label" }, [OCOP.text("enquiry." + key), unseen]);
    return OCOP.element("div", { class: "cat-field" }, [OCOP.element("label", {}, [label, input])]);
  }

  /**
   * @param {OCOP.Hit} hit
   * @param {OCOP.ListItem} item
   * @param {string} asOf
   * @returns {HTMLElement}
   */
  function drawProduct(hit, item, asOf) {
    var box = /** @type {HTMLInputElement} */ (
      OCOP.element("input", { type: "checkbox", name: "product:" + hit.id, "aria-describedby": "cat-ask-products-wrong" })
    );
    box.checked = true;
    var name = OCOP.desk.name(hit, "strong");
    var ask = OCOP.element("span", { class: "cat-unseen" }, [OCOP.text("enquiry.include") + ": "]);
    var fields = OCOP.element("div", { class: "cat-mine__fields" }, [
      field("quantity", hit.id, item.quantity, name),
      field("note", hit.id, item.note, name),
    ]);
    box.addEventListener("change", function () {
      fields.hidden = !box.checked;
    });
    return OCOP.element("li", { class: "cat-ask__product" }, [
      OCOP.desk.picture(hit),
      OCOP.element("div", { class: "cat-ask__about" }, [
        OCOP.element("label", { class: "cat-check" }, [box, " ", OCOP.element("span", {}, [ask, name])]),
        OCOP.gloss(hit, "p", "cat-mine__other"),
        OCOP.desk.standing(hit, asOf),
      ]),
      fields,
    ]);
  }

  /**
   * @param {OCOP.Group[]} groups
   * @param {Map<string, OCOP.Hit>} hits
   * @param {Map<string, OCOP.ListItem>} items
   * @param {string} asOf
   * @returns {HTMLElement}
   */
  function drawProducts(groups, hits, items, asOf) {
    var blocks = groups.map(function (group) {
      var first = /** @type {OCOP.Hit} */ (hits.get(group.products[0].id));
      var title = group.to.producer
        ? OCOP.element("h3", { lang: OCOP.foreign(first.producerLang) }, [group.to.producer])
        : OCOP.element("h3", {}, [OCOP.text("enquiry.producer.none")]);
      var lines = group.products.map(function (product) {
        var hit = /** @type {OCOP.Hit} */ (hits.get(product.id));
        return drawProduct(hit, items.get(product.id) || { id: product.id, quantity: "", note: "" }, asOf);
      });
      return OCOP.element("section", { class: "cat-ask__group" }, [title, OCOP.element("ul", {}, lines)]);
    });
    return OCOP.element("fieldset", { class: "cat-form__group cat-ask__products" }, [
      OCOP.element("legend", {}, [OCOP.element("h2", {}, [OCOP.text("enquiry.products")])]),
      OCOP.element("p", { class: "cat-note" }, [OCOP.text("enquiry.products.text")]),
      OCOP.element("p", { class: "cat-field__wrong", id: "cat-ask-products-wrong" }),
      ...blocks,
    ]);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {OCOP.Group[]} groups
   * @returns {OCOP.Group[]} with the products that are still ticked, and what is written beside them
   */
  function readProducts(form, groups) {
    var values = new FormData(form);
    /** @type {(name: string) => string} */
    var text = (name) => String(values.get(name) || "").trim();
    return groups
      .map(function (group) {
        var products = group.products
          .filter((product) => values.has("product:" + product.id))
          .map((product) =>
            Object.assign({}, product, { quantity: text("quantity:" + product.id), note: text("note:" + product.id) })
          );
        return Object.assign({}, group, { products: products });
      })
      .filter((group) => group.products.length > 0);
  }

  OCOP.enquiryProducts = { draw: drawProducts, read: readProducts };
})();
