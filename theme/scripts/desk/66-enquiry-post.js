/**
 * Hands an enquiry to the address that the site's owner set, as JSON. Says plainly when that did not work.
 */
(function () {
  "use strict";

  /**
   * @param {OCOP.Asked} asked
   * @param {OCOP.Written[]} written
   * @param {string} language
   * @returns {OCOP.Posted}
   */
  function posted(asked, written, language) {
    return {
      version: 1,
      language: language,
      asked: asked,
      letters: written.map(function (one) {
        return {
          producer: one.group.id.charAt(0) === "?" ? "" : one.group.id,
          name: one.group.to.producer,
          through: one.group.to.office ? "office" : "producer",
          products: one.group.products.map((product) => ({
            id: product.id,
            name: product.names.vi,
            url: product.urls.vi,
            quantity: product.quantity,
            note: product.note,
          })),
          subject: one.letter.subject,
          text: one.letter.body,
        };
      }),
    };
  }

  /**
   * @param {string} endpoint
   * @param {OCOP.Posted} content
   * @returns {Promise<string>} "" when it was taken, else why not, in words
   */
  function post(endpoint, content) {
    if (navigator.onLine === false) {
      return Promise.resolve(OCOP.text("enquiry.failed.offline"));
    }
    var request = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
      credentials: /** @type {RequestCredentials} */ ("omit"),
    };
    return fetch(endpoint, request).then(
      (answer) => (answer.ok ? "" : OCOP.text("enquiry.failed.refused", { code: answer.status })),
      () => OCOP.text("enquiry.failed.unreached")
    );
  }

  OCOP.posted = posted;
  OCOP.post = post;
})();
