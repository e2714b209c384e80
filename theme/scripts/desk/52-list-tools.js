/**
 * What can be done with a whole list: enquire, compare, send its link, download it, print it.
 */
(function () {
  "use strict";

  var WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  /** Some mail and chat programs cut longer addresses. */
  var LONG = 2000;

  /**
   * @param {string} name
   * @param {BlobPart} content
   * @param {string} type
   * @returns {void}
   */
  function download(name, content, type) {
    var address = URL.createObjectURL(new Blob([content], { type: type }));
    var link = OCOP.element("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () {
      URL.revokeObjectURL(address);
    }, 60000);
  }

  /**
   * @param {string} asOf
   * @returns {OCOP.TableWords}
   */
  function words(asOf) {
    var root = OCOP.desk.shared("").replace(/[^/]+\/[^/]+\/(index\.html)?$/, "");
    return {
      text: (key) => OCOP.text(key),
      day: OCOP.day,
      days: (number) => OCOP.count("unit.days", number),
      standing: (hit) => (OCOP.desk.standing(hit, asOf).textContent || "").trim(),
      price: (hit) => OCOP.price(hit) + (OCOP.isPast(hit.priceUntil) ? " (" + OCOP.text("mark.past") + ")" : ""),
      address: (url) => root + url,
    };
  }

  /**
   * @param {OCOP.NamedList} list as it was drawn
   * @returns {OCOP.NamedList} with the quantities and notes written since
   */
  function latest(list) {
    var now = OCOP.lists.current(OCOP.keeper.get());
    return list.id && now.id === list.id ? now : list;
  }

  /**
   * @param {OCOP.NamedList} list
   * @returns {string} the part of the address that carries its name and products
   */
  function query(list) {
    var ids = list.items.map((item) => item.id);
    return OCOP.address.write({ list: { name: list.name || OCOP.text("list.mine"), ids: ids } });
  }

  /**
   * @param {OCOP.NamedList} list
   * @param {OCOP.Teller} teller
   * @returns {void}
   */
  function copyLink(list, teller) {
    var full = OCOP.desk.shared(query(list));
    OCOP.copy(full).then(
      function () {
        var long = full.length > LONG;
        teller.tell(OCOP.text(long ? "list.copied.long" : "list.copied", { count: OCOP.number(full.length) }));
      },
      function () {
        teller.tell(OCOP.text("desk.copy.failed") + " " + full);
      }
    );
  }

  /**
   * @param {OCOP.NamedList} list
   * @param {Map<string, OCOP.Hit>} hits
   * @param {string} asOf
   * @param {OCOP.Teller} teller
   * @returns {HTMLElement}
   */
  function tools(list, hits, asOf, teller) {
    var known = list.items.map((item) => item.id).filter((id) => hits.has(id));
    var name = list.name || OCOP.text("list.mine");
    var file = OCOP.fileName(name);
    var table = () => OCOP.listTable(latest(list), hits, words(asOf));
    var comparable = known.length > 1 && known.length <= OCOP.lists.mostCompared;
    var compare = OCOP.desk.address("compare", "?compare=" + known.join(","));
    var own = OCOP.keeper.keeps() && OCOP.keeper.get().current === list.id;
    var ask = OCOP.desk.address("enquiry", own ? "" : "?product=" + known.join(","));
    return OCOP.element("div", { class: "cat-desk__bar" }, [
      OCOP.element("div", { class: "cat-desk__tools" }, [
        OCOP.desk.link(ask, OCOP.text("list.ask")),
        comparable ? OCOP.desk.link(compare, OCOP.text("list.compare"), "cat-button cat-button--quiet") : null,
      ]),
      OCOP.element("div", { class: "cat-desk__tools", role: "group", "aria-label": OCOP.text("list.share") }, [
        OCOP.desk.button(OCOP.text("list.copy"), () => copyLink(list, teller)),
        OCOP.desk.button(OCOP.text("list.xlsx"), () => download(file + ".xlsx", OCOP.xlsx(table(), name), WORKBOOK)),
        OCOP.desk.button(OCOP.text("list.csv"), () => download(file + ".csv", OCOP.csv(table()), "text/csv")),
        OCOP.desk.button(OCOP.text("list.print"), () => window.print()),
      ]),
    ]);
  }

  OCOP.listTools = tools;
})();
