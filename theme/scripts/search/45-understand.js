/**
 * Takes a query apart: stars, export and names of places, groups and sets become filters, the rest stays words.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /** Signs that are tokens of a query too; the plus of "4+ stars" among them. */
  var SIGN = /[★*]+|\+/g;
  /** Phrases that mean products fit for export, the longest first. */
  var EXPORT = ["hang xuat khau", "de xuat khau", "xuat khau", "xuatkhau", "for export", "export capable", "exports", "export"];
  /** What every product is, whether its record says so or not. */
  var EVERY = ["ocop", "viet nam", "vietnam", "vietnamese", "san pham", "products", "product"];
  /** Thành phố, thị xã, thị trấn; records write them in full or not at all. */
  var ABBREVIATED_KIND = /^(tp|tx|tt)$/;
  var KIND_OF_PLACE = /^(tinh|tp|thanh pho|province of|city of) | (province|city)$/g;

  /**
   * Tokens of a query; stars drawn as signs are tokens too.
   * @param {string} text
   * @returns {OCOP.Token[]}
   */
  function tokensOf(text) {
    var found = core.tokens(text).slice(); // a copy: theirs is kept for the next letter
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
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @param {string[]} phrases
   * @returns {number} how many tokens from there on are the first of the phrases that stands there
   */
  function lengthAt(tokens, at, phrases) {
    var found = phrases.find(function (phrase) {
      return phrase.split(" ").every((word, offset) => tokens[at + offset] && tokens[at + offset].term === word);
    });
    return found ? found.split(" ").length : 0;
  }

  /**
   * @param {OCOP.Token[]} tokens
   * @param {number} at
   * @returns {OCOP.Run | null}
   */
  function exportAt(tokens, at) {
    var length = lengthAt(tokens, at, EXPORT);
    return length ? { first: at, end: at + length, values: ["yes"] } : null;
  }

  /**
   * @param {OCOP.Token[]} tokens
   * @returns {Set<OCOP.Token>} those that are true of every product
   */
  function trueOfAll(tokens) {
    return new Set(tokens.flatMap((_, at) => tokens.slice(at, at + lengthAt(tokens, at, EVERY))));
  }

  /**
   * The first run that `find` finds.
   * @param {OCOP.Token[]} tokens
   * @param {(tokens: OCOP.Token[], at: number) => OCOP.Run | null} find
   * @returns {OCOP.Run | null}
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
      { facet: "stars", find: core.starsAt },
      { facet: "export", find: exportAt },
    ].forEach(function (kind) {
      var run = firstRun(tokens, kind.find);
      if (!run) {
        return;
      }
      if (take(kind.facet, run.values, tokens.slice(run.first, run.end))) {
        tokens.splice(run.first, run.end - run.first);
      }
    });
    tokens = tokens.filter(function (token) {
      return !/^[★*+]/.test(token.term);
    });
    tokens = withoutKinds(directory, tokens);
    var every = trueOfAll(tokens);
    var telling = tokens.filter((token) => !every.has(token));
    var value = telling.length ? named(directory, telling) : -1;
    var known = directory.values[value];
    var optional = value >= 0 && take(known.facet, [known.id], telling);
    return {
      understood: understood,
      words: tokens.map(function (token) {
        var abbreviated = tokens.length > 1 && ABBREVIATED_KIND.test(token.term);
        var flags = { open: token === last && !optional, optional: optional || abbreviated, every: every.has(token) };
        return Object.assign(flags, token);
      }),
    };
  };
})();
