/**
 * Takes a query apart: stars, export and names of places, groups and sets become filters, the rest stays words.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var SIGN = /[★*]+/g;
  /** @type {Map<string, number>} */
  var NUMBERS = new Map([
    ["mot", 1],
    ["hai", 2],
    ["ba", 3],
    ["bon", 4],
    ["nam", 5],
    ["one", 1],
    ["two", 2],
    ["three", 3],
    ["four", 4],
    ["five", 5],
  ]);
  var STAR = /^(sao|stars?|starred|[★*])$/;
  var CLOSED_UP = /^([1-5])(sao|stars?)$/;
  var THROUGH = /^(den|toi|to|through)$/;
  var OR = /^(hoac|hay|va|or|and)$/;
  var BESIDE_STARS = /^(ocop|hang|dat|rated|rating)$/;
  /** Phrases that mean products fit for export, the longest first. */
  var EXPORT = ["hang xuat khau", "de xuat khau", "xuat khau", "xuatkhau", "for export", "export capable", "exports", "export"];
  /** Thành phố, thị xã, thị trấn; records write them in full or not at all. */
  var ABBREVIATED_KIND = /^(tp|tx|tt)$/;
  var KIND_OF_PLACE = /^(tinh|tp|thanh pho|province of|city of) | (province|city)$/g;

  /** @typedef {{ first: number, end: number, values: string[] }} Run part of the tokens, and ids of values it means */

  /**
   * Tokens of a query; stars drawn as signs are tokens too.
   * @param {string} text
   * @returns {OCOP.Token[]}
   */
  function tokensOf(text) {
    var found = core.tokens(text);
    var match;
    SIGN.lastIndex = 0;
    while ((match = SIGN.exec(text))) {
      var sign = match[0];
      found.push({ text: sign, written: sign, term: sign, start: match.index, end: match.index + sign.length });
    }
    return found.sort(function (one, other) {
      return one.start - other.start;
    });
  }

  /**
   * @param {OCOP.Token | undefined} token
   * @returns {number} 0 when the token is no number of stars
   */
  function numberOf(token) {
    var term = token ? token.term : "";
    return /^[1-5]$/.test(term) ? Number(term) : NUMBERS.get(term) || 0;
  }

  /**
   * "5 sao", "4-5 stars", "3 đến 5 sao", "4 hoặc 5 sao", "5★", "★★★★".
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @returns {Run | null}
   */
  function starsAt(tokens, at) {
    var closed = CLOSED_UP.exec(tokens[at].term);
    var drawn = tokens[at].term.length > 1 && /^★+$/.test(tokens[at].term) ? tokens[at].term.length : 0;
    if (closed || drawn) {
      return { first: at, end: at + 1, values: [closed ? closed[1] : String(drawn)] };
    }
    var low = numberOf(tokens[at]);
    var next = at + 1;
    var word = tokens[next] ? tokens[next].term : "";
    var or = OR.test(word);
    next += or || THROUGH.test(word) ? 1 : 0;
    var high = numberOf(tokens[next]);
    next += high ? 1 : 0;
    if (!low || !tokens[next] || !STAR.test(tokens[next].term) || (or && !high)) {
      return null;
    }
    var values = [];
    for (var number = Math.min(low, high || low); number <= Math.max(low, high); number += 1) {
      if (!or || number === low || number === high) {
        values.push(String(number));
      }
    }
    return { first: at, end: next + 1, values: values };
  }

  /**
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @returns {Run | null}
   */
  function exportAt(tokens, at) {
    for (var phrase of EXPORT) {
      var words = phrase.split(" ");
      var meant = words.every(function (word, offset) {
        return tokens[at + offset] && tokens[at + offset].term === word;
      });
      if (meant) {
        return { first: at, end: at + words.length, values: ["yes"] };
      }
    }
    return null;
  }

  /**
   * The tokens without the first run that `find` finds, and that run.
   * @param {OCOP.Token[]} tokens
   * @param {(tokens: OCOP.Token[], at: number) => Run | null} find
   * @returns {Run | null}
   */
  function firstRun(tokens, find) {
    for (var at = 0; at < tokens.length; at += 1) {
      var run = find(tokens, at);
      if (run) {
        return run;
      }
    }
    return null;
  }

  /**
   * @param {OCOP.Token[]} tokens
   * @param {string} [between]
   * @returns {string}
   */
  function joined(tokens, between) {
    return tokens
      .map(function (token) {
        return token.term;
      })
      .join(between || "");
  }

  /**
   * @param {OCOP.Directory} directory
   * @param {OCOP.Token[]} tokens
   * @returns {number} the value that all tokens together name, -1 for none
   */
  function named(directory, tokens) {
    var whole = joined(tokens, " ");
    var bare = whole.replace(KIND_OF_PLACE, "");
    // "_" stands between words that would be another word without a space.
    for (var phrase of [whole, bare]) {
      for (var between of ["", "_"]) {
        var value = directory.phrases.get(phrase.replace(/ /g, between));
        if (value !== undefined) {
          return value;
        }
      }
    }
    return -1;
  }

  /**
   * Without "tỉnh", "tp" or "thành phố" before the name of a province: records give names alone.
   * @param {OCOP.Directory} directory
   * @param {OCOP.Token[]} tokens
   * @returns {OCOP.Token[]}
   */
  function withoutKinds(directory, tokens) {
    for (var at = 0; at < tokens.length; at += 1) {
      var kind = /^(tinh|tp|thanh pho)( |$)/.exec(joined(tokens.slice(at, at + 2), " "));
      var first = kind ? at + kind[1].split(" ").length : 0;
      for (var end = kind ? tokens.length : 0; end > first; end -= 1) {
        var value = directory.values[named(directory, tokens.slice(first, end))];
        if (value && value.facet === "province") {
          return tokens.slice(0, at).concat(tokens.slice(first));
        }
      }
    }
    return tokens;
  }

  core.understand = function (directory, text, literal) {
    var plain = literal.map(function (phrase) {
      return joined(tokensOf(phrase));
    });
    var tokens = tokensOf(text);
    var last = tokens[tokens.length - 1];
    /** @type {OCOP.UnderstoodFilter[]} */
    var understood = [];

    /**
     * @param {string} facet
     * @param {string[]} values
     * @param {OCOP.Token[]} run
     * @returns {boolean} whether they are filters now
     */
    function take(facet, values, run) {
      var known = values.filter(function (value) {
        return directory.numbers.has(facet + " " + value);
      });
      if (!known.length || plain.indexOf(joined(run)) >= 0) {
        return false;
      }
      var typed = text.slice(run[0].start, run[run.length - 1].end);
      known.forEach(function (value) {
        var number = /** @type {number} */ (directory.numbers.get(facet + " " + value));
        understood.push({ facet: facet, value: value, label: directory.values[number].label, text: typed });
      });
      return true;
    }

    [
      { facet: "stars", find: starsAt },
      { facet: "export", find: exportAt },
    ].forEach(function (kind) {
      var run = firstRun(tokens, kind.find);
      if (!run) {
        return;
      }
      while (kind.facet === "stars" && run.first && BESIDE_STARS.test(tokens[run.first - 1].term)) {
        run.first -= 1;
      }
      while (kind.facet === "stars" && tokens[run.end] && tokens[run.end].term === "ocop") {
        run.end += 1;
      }
      if (take(kind.facet, run.values, tokens.slice(run.first, run.end))) {
        tokens.splice(run.first, run.end - run.first);
      }
    });
    tokens = tokens.filter(function (token) {
      return !/^[★*]/.test(token.term);
    });
    tokens = withoutKinds(directory, tokens);
    var value = tokens.length ? named(directory, tokens) : -1;
    var known = directory.values[value];
    var optional = value >= 0 && take(known.facet, [known.id], tokens);
    return {
      understood: understood,
      words: tokens.map(function (token) {
        var abbreviated = tokens.length > 1 && ABBREVIATED_KIND.test(token.term);
        return Object.assign({ open: token === last && !optional, optional: optional || abbreviated }, token);
      }),
    };
  };
})();
