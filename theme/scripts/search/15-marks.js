/**
 * Highlighting: where a text, with all its marks, meets words that were typed without them.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /**
   * How much of a token a part of its folded form takes up, marks that follow the last letter included.
   * @param {string} text
   * @param {number} length of the folded part
   * @returns {number}
   */
  function unfoldedLength(text, length) {
    var end = 0;
    while (end < text.length && OCOP.fold(text.slice(0, end)).length < length) {
      end += 1;
    }
    while (end < text.length && OCOP.fold(text.slice(0, end + 1)).length === length) {
      end += 1;
    }
    return end;
  }

  /**
   * The span that a word meets from a token on: the token, its beginning, or neighbours written as one in the word.
   * @param {OCOP.Token[]} tokens
   * @param {number} place
   * @param {{ term: string, open: boolean }} word
   * @returns {OCOP.Span | null}
   */
  function met(tokens, place, word) {
    var joined = "";
    for (var next = place; next < tokens.length; next += 1) {
      var before = joined.length;
      joined += tokens[next].term;
      if (joined === word.term) {
        return [tokens[place].start, tokens[next].end];
      }
      if (joined.startsWith(word.term)) {
        var inside = unfoldedLength(tokens[next].text, word.term.length - before);
        return word.open ? [tokens[place].start, tokens[next].start + inside] : null;
      }
      if (!word.term.startsWith(joined)) {
        return null;
      }
    }
    return null;
  }

  core.marks = function (text, words) {
    var tokens = core.tokens(text);
    /** @type {OCOP.Span[]} */
    var spans = [];
    tokens.forEach(function (token, place) {
      var last = spans.length ? spans[spans.length - 1] : null;
      words.forEach(function (word) {
        var span = met(tokens, place, word);
        if (!span || (last && span[1] <= last[1])) {
          return;
        }
        if (last && span[0] <= last[1]) {
          last[1] = span[1];
        } else {
          last = span;
          spans.push(span);
        }
      });
    });
    return spans;
  };

  OCOP.mark = function (text, words) {
    var wanted = words.map(function (word) {
      var tokens = core.tokens(word);
      return { term: tokens.length ? tokens[0].term : "", open: word.endsWith("*") };
    });
    return core.marks(
      text,
      wanted.filter(function (word) {
        return word.term;
      })
    );
  };
})();
