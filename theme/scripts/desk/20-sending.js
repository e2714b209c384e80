/**
 * Addresses that open a mail or a chat with a text in it, cut into parts where it is longer than such addresses may be.
 */
(function () {
  "use strict";

  /** Some mail programs cut an address at 2,048 characters, some refuse it. */
  var LONGEST = 1900;
  /** For " (12/12)" in the subject and the same before each part of a chat. */
  var NUMBERING = 24;

  /**
   * @param {string} text
   * @returns {string} for an address; half characters, which cannot be encoded, become the sign for such
   */
  function encoded(text) {
    return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd").replace(/\n/g, "\r\n"));
  }

  /**
   * @param {string} text
   * @param {number} room
   * @returns {string[]} pieces of one long word, never cut between a letter and its marks
   */
  function cutWord(text, room) {
    /** @type {string[]} */
    var pieces = [""];
    (text.match(/\P{M}\p{M}*|\p{M}+/gsu) || []).forEach(function (letter) {
      var last = pieces.length - 1;
      if (pieces[last] && encoded(pieces[last] + letter).length > room) {
        pieces.push(letter);
      } else {
        pieces[last] += letter;
      }
    });
    return pieces;
  }

  /**
   * @param {string[]} pieces
   * @param {string} between
   * @param {number} room
   * @param {(piece: string, room: number) => string[]} cut for a piece that is too long by itself
   * @returns {string[]} as few as possible, each within the room
   */
  function gathered(pieces, between, room, cut) {
    /** @type {string[]} */
    var made = [];
    pieces.forEach(function (piece) {
      var last = made.length - 1;
      var together = last < 0 ? piece : made[last] + between + piece;
      if (encoded(together).length <= room) {
        made[Math.max(last, 0)] = together;
      } else if (encoded(piece).length <= room) {
        made.push(piece);
      } else {
        made = made.concat(cut(piece, room));
      }
    });
    return made;
  }

  /**
   * @param {string} line
   * @param {number} room
   * @returns {string[]}
   */
  function cutLine(line, room) {
    return gathered(line.split(" "), " ", room, cutWord);
  }

  /**
   * @param {string} paragraph
   * @param {number} room
   * @returns {string[]}
   */
  function cutParagraph(paragraph, room) {
    return gathered(paragraph.split("\n"), "\n", room, cutLine);
  }

  /**
   * @param {string} text
   * @param {number} room
   * @returns {string[]} cut between paragraphs where that is enough, else between lines, words, letters
   */
  function parts(text, room) {
    return gathered(text.normalize("NFC").split("\n\n"), "\n\n", room, cutParagraph).filter(function (part) {
      return part.trim();
    });
  }

  /**
   * @param {number} index
   * @param {number} all
   * @returns {string} "(2/3)", "" when there is only one part
   */
  function numbered(index, all) {
    return all > 1 ? "(" + (index + 1) + "/" + all + ")" : "";
  }

  /**
   * @param {string} address
   * @param {OCOP.Letter} letter
   * @returns {string[]} one address a mail
   */
  function mailtos(address, letter) {
    var start = "mailto:" + encodeURIComponent(address).replace(/%40/g, "@") + "?subject=";
    var subject = letter.subject.normalize("NFC");
    var used = start.length + encoded(subject).length + "&body=".length + NUMBERING;
    var pieces = parts(letter.body, LONGEST - used);
    return pieces.map(function (piece, index) {
      var number = numbered(index, pieces.length);
      return start + encoded(number ? subject + " " + number : subject) + "&body=" + encoded(piece);
    });
  }

  /**
   * @param {string} number
   * @returns {string}
   */
  function digits(number) {
    return number.replace(/\D/g, "");
  }

  /**
   * @param {string} number
   * @param {OCOP.Letter} letter
   * @returns {string[]} one address a message
   */
  function whatsapps(number, letter) {
    var start = "https://wa.me/" + digits(number) + "?text=";
    var pieces = parts(letter.body, LONGEST - start.length - NUMBERING);
    return pieces.map(function (piece, index) {
      var told = numbered(index, pieces.length);
      return start + encoded(told ? told + "\n" + piece : piece);
    });
  }

  /**
   * @param {string} number
   * @returns {string}
   */
  function zalo(number) {
    return "https://zalo.me/" + digits(number);
  }

  OCOP.parts = parts;
  OCOP.mailtos = mailtos;
  OCOP.whatsapps = whatsapps;
  OCOP.zalo = zalo;
})();
