/**
 * Asks a search field on the page and tells how long it took until the results were painted.
 * `bench.ask(side, text)` resolves with milliseconds, or with null when nothing came.
 * `bench.redraw(times)` tells how long the browser alone takes to paint our list when its lines say other words.
 */
(function () {
  "use strict";

  const GIVE_UP = 60000;

  const sides = {
    ours: {
      field: ".cat-header .cat-search input",
      area: ".cat-header .cat-search",
      watched: ".cat-found",
      // Whatever the list shows is of the last query: answers to earlier ones are dropped. It says so while it waits.
      done: function (area) {
        const list = area.querySelector(".cat-found");
        if (!list || list.hidden) {
          return false;
        }
        const notes = list.querySelector(".cat-found__notes").textContent;
        if (notes === OCOP.text("search.failed")) {
          throw new Error(notes);
        }
        return list.querySelector("[role=option]") !== null || notes !== OCOP.text("search.loading");
      },
    },
    theirs: {
      field: ".pagefind-ui__search-input",
      area: "#search",
      watched: ".pagefind-ui",
      done: function (area, text) {
        const message = area.querySelector(".pagefind-ui__message");
        const results = Array.from(area.querySelectorAll(".pagefind-ui__result"));
        return (
          area.querySelector("ol.pagefind-ui__results") !== null &&
          message.textContent.includes(text) &&
          results.every((result) => result.querySelector(".pagefind-ui__result-link"))
        );
      },
    },
  };

  /** Calls back when the frame that shows what is on the page now has been painted. */
  function painted(callback) {
    requestAnimationFrame(function () {
      const channel = new MessageChannel();
      channel.port1.onmessage = callback;
      channel.port2.postMessage(0);
    });
  }

  function ask(name, text) {
    const side = sides[name];
    const area = document.querySelector(side.area);
    const field = document.querySelector(side.field);
    return new Promise(function (resolve, reject) {
      const start = performance.now();
      const timer = setTimeout(() => end(null), GIVE_UP);
      const observer = new MutationObserver(look);
      let over = false;

      function end(value) {
        over = true;
        observer.disconnect();
        clearTimeout(timer);
        resolve(value);
      }

      // What is only said aloud, later, is no change of what is shown.
      function isShown(change) {
        const element = change.target instanceof Element ? change.target : change.target.parentElement;
        return element !== null && element.closest(side.watched) !== null;
      }

      function look(changes) {
        try {
          if (!over && changes.some(isShown) && side.done(area, text)) {
            over = true;
            painted(() => end(performance.now() - start));
          }
        } catch (error) {
          reject(error);
        }
      }

      observer.observe(area, { subtree: true, childList: true, characterData: true, attributes: true });
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  }

  /** Exchanges the words of the lines that are there, without any search; pauses as between letters. */
  async function redraw(times) {
    const parts = Array.from(document.querySelectorAll(".cat-found__name, .cat-found__maker"));
    const words = parts.map((part) => part.textContent);
    const took = [];
    for (let turn = 1; turn <= times && parts.length; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 37 * (1 + (turn % 5))));
      const start = performance.now();
      parts.forEach((part, at) => (part.textContent = words[(at + 2 * turn) % words.length]));
      took.push(await new Promise((resolve) => painted(() => resolve(performance.now() - start))));
    }
    return took;
  }

  window.bench = { ask: ask, redraw: redraw };
})();
