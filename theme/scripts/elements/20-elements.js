/**
 * Makes elements. Text goes in as text only, so that nothing in the data can become markup.
 */
(function () {
  "use strict";

  /** @type {"http://www.w3.org/2000/svg"} */
  var SVG = "http://www.w3.org/2000/svg";

  /**
   * @param {Element} made
   * @param {OCOP.Attributes} attributes
   * @param {OCOP.Child[]} children
   * @returns {void}
   */
  function furnish(made, attributes, children) {
    Object.keys(attributes).forEach(function (name) {
      var value = attributes[name];
      if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(name, value === true ? "" : String(value));
      }
    });
    children.forEach(function (child) {
      if (child !== null && child !== "") {
        made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
      }
    });
  }

  /**
   * @param {string} tag
   * @param {OCOP.Attributes} [attributes] null, undefined and false leave one out, true writes it without a value
   * @param {OCOP.Child[]} [children]
   * @returns {HTMLElement}
   */
  function element(tag, attributes, children) {
    var made = document.createElement(tag);
    furnish(made, attributes || {}, children || []);
    return made;
  }

  /**
   * @param {string} path
   * @param {string} [name] of the class
   * @returns {SVGElement} a drawing in a field of 20 by 20, which says nothing
   */
  function icon(path, name) {
    var line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    var made = document.createElementNS(SVG, "svg");
    furnish(made, { class: name || "cat-icon", viewBox: "0 0 20 20", "aria-hidden": "true" }, [line]);
    return made;
  }

  /**
   * @param {number} number
   * @returns {SVGElement} as many stars in a row, with their spoken name
   */
  function stars(number) {
    var use = document.createElementNS(SVG, "use");
    use.setAttribute("href", "#cat-stars");
    var made = document.createElementNS(SVG, "svg");
    var label = OCOP.text("stars.label", { stars: number });
    furnish(made, { class: "cat-stars", role: "img", "aria-label": label, viewBox: "0 0 " + number * 20 + " 20" }, [use]);
    return made;
  }

  /**
   * @param {string} text
   * @param {OCOP.Span[]} [spans] runs to be marked, in order
   * @returns {DocumentFragment}
   */
  function marked(text, spans) {
    var made = document.createDocumentFragment();
    var end = 0;
    (spans || []).forEach(function (span) {
      if (span[0] >= end && span[0] < span[1] && span[1] <= text.length) {
        made.appendChild(document.createTextNode(text.slice(end, span[0])));
        made.appendChild(element("mark", {}, [text.slice(span[0], span[1])]));
        end = span[1];
      }
    });
    made.appendChild(document.createTextNode(text.slice(end)));
    return made;
  }

  /**
   * @param {Element} place
   * @param {OCOP.Child[]} children
   * @returns {void}
   */
  function fill(place, children) {
    place.textContent = "";
    furnish(place, {}, children);
  }

  /**
   * Elements into their place in this order; those that are there already are not taken out.
   * @param {Element} place
   * @param {Element[]} children
   * @returns {void}
   */
  function arrange(place, children) {
    Array.from(place.children).forEach(function (child) {
      if (children.indexOf(child) < 0) {
        child.remove();
      }
    });
    children.forEach(function (child, at) {
      if (place.children[at] !== child) {
        place.insertBefore(child, place.children[at] || null);
      }
    });
  }

  /**
   * @param {Element} place
   * @param {string} words
   * @returns {void}
   */
  function say(place, words) {
    if (place.textContent !== words) {
      place.textContent = words; // the same words again would still cost a new layout
    }
  }

  OCOP.element = element;
  OCOP.icon = icon;
  OCOP.stars = stars;
  OCOP.marked = marked;
  OCOP.fill = fill;
  OCOP.arrange = arrange;
  OCOP.say = say;
})();
