/**
 * What one word finds: for each product the cost of its best match. Also what two neighbours find written as one.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  /** No match. */
  var NONE = (core.NONE = 255);
  /** Costs add up. The fields of a form cost 1 (name) to 5 (text); 0 is for the first product of each meaning. */
  var FIRST = 1;
  var GRADE = 5;
  var OTHER_SPELLING = 10;
  var JOINED = 5;
  var BEGINNING = 20;
  /** Fields as in `generator/search/said.py`. */
  var PLACE = 2;
  var TEXT = 4;
  /** Letters of two words, the second half typed. */
  var SHORTEST_OPEN_PAIR = 4;
  /** In these syllables i and y are two spellings of one sound. */
  var Y_OR_I = /^(b|h|k|l|m|qu|s|t|v)([iy])$/;

  /**
   * @param {string} term
   * @returns {string | null} the other spelling
   */
  function otherSpelling(term) {
    var found = Y_OR_I.exec(term);
    return found ? found[1] + (found[2] === "i" ? "y" : "i") : null;
  }

  /**
   * @param {OCOP.Costs} costs
   * @param {string} packed
   * @param {number} cost
   * @returns {void}
   */
  function lower(costs, packed, cost) {
    core.each(packed, function (number) {
      if (cost < costs[number]) {
        costs[number] = cost;
      }
    });
  }

  /**
   * A code of a value, and the field its names count as.
   * @param {OCOP.Directory} directory
   * @param {number} code
   * @returns {{ value: number, field: number }}
   */
  function coded(directory, code) {
    var value = code >> 1;
    var kind = directory.kinds.find(function (one) {
      return value < one.end;
    });
    return { value: value, field: code & 1 || !kind ? TEXT : kind.field };
  }

  /**
   * Packed products by field and packed codes of values; `firm` leaves out values of which the word is true only in part.
   * @typedef {{ fields: string[], values: string, cost: number, firm?: boolean }} Match
   */

  /**
   * @param {OCOP.Word} word
   * @param {OCOP.TermRecord} record
   * @param {number} cost
   * @param {boolean} strict whether marks were typed at all
   * @returns {Match[]}
   */
  function matches(word, record, cost, strict) {
    return record.forms.map(function (form) {
      var grade = strict ? core.grade(word, form.written) : 0;
      return { fields: form.fields, values: form.values, cost: cost + GRADE * grade };
    });
  }

  /**
   * @param {OCOP.TermRecord | null} record
   * @param {number} cost
   * @returns {Match[]}
   */
  function joinedMatches(record, cost) {
    var joined = record && record.joined;
    return joined ? [{ fields: joined.fields, values: joined.values, cost: cost }] : [];
  }

  /**
   * The costs of all matches together.
   * @param {OCOP.Store} store
   * @param {Match[]} found
   * @param {number} [last] field of values beyond which they are left out
   * @returns {Promise<OCOP.Costs>}
   */
  function costsOf(store, found, last) {
    var all = found.flatMap(function (match) {
      var codes = core.unpackAscending(match.values).filter(function (code) {
        return !match.firm || !(code & 1);
      });
      return codes.map(function (code) {
        return { code: coded(store.directory, code), cost: match.cost };
      });
    });
    var values = all.filter(function (one) {
      return last === undefined || one.code.field <= last;
    });
    var wanted = values.map(function (one) {
      return one.code.value;
    });
    return store.need(wanted).then(function () {
      var costs = new Uint8Array(store.directory.size).fill(NONE);
      found.forEach(function (match) {
        match.fields.forEach(function (packed, field) {
          lower(costs, packed, FIRST + match.cost + field);
        });
      });
      values.forEach(function (one) {
        lower(costs, store.packed(one.code.value), FIRST + one.cost + one.code.field);
      });
      return costs;
    });
  }

  /**
   * @param {OCOP.Word} word
   * @param {OCOP.Reading} found
   * @param {boolean} strict
   * @returns {Match[]}
   */
  function longerMatches(word, found, strict) {
    var longer = found.longer.flatMap(function (record) {
      return matches(word, record, BEGINNING, strict);
    });
    if (!found.summed.length) {
      return longer;
    }
    var bare = longer.map(function (match) {
      return Object.assign({}, match, { values: "" });
    });
    return bare.concat({ fields: found.summed, values: "", cost: BEGINNING + (strict ? 2 * GRADE : 0) });
  }

  /**
   * @param {OCOP.Store} store
   * @param {OCOP.Word} word
   * @param {boolean} strict
   * @returns {Promise<Match[]>}
   */
  async function find(store, word, strict) {
    var other = otherSpelling(word.term);
    var read = await Promise.all([core.read(store, word.term, word.open), other ? core.read(store, other, false) : null]);
    var found = read[0];
    var whole = found.whole ? matches(word, found.whole, 0, strict) : [];
    return whole.concat(
      read[1] && read[1].whole ? matches(word, read[1].whole, OTHER_SPELLING, false) : [],
      longerMatches(word, found, strict),
      joinedMatches(found.whole, JOINED)
    );
  }

  /**
   * One letter means only the word that is written so.
   * @param {OCOP.Store} store
   * @param {OCOP.Word} word
   * @returns {Promise<Match[]>}
   */
  async function findLetter(store, word) {
    var found = await core.read(store, word.term, false);
    var forms = found.whole ? found.whole.forms : [];
    return forms
      .filter(function (form) {
        return form.written === word.written;
      })
      .map(function (form) {
        return { fields: form.fields, values: form.values, cost: 0 };
      });
  }

  /**
   * "dua" may mean dừa, dưa or dứa: the best product of each comes first.
   * @param {OCOP.Costs} costs
   * @param {OCOP.TermRecord | null} record
   * @returns {void}
   */
  function mixMeanings(costs, record) {
    (record ? record.forms : []).forEach(function (form) {
      var first = core.unpackAscending(form.fields[0] || "").slice(0, 1);
      first.forEach(function (number) {
        costs[number] = 0;
      });
    });
  }

  core.lookUp = async function (store, word, strict, alone) {
    if (word.every) {
      return new Uint8Array(store.directory.size).fill(FIRST + TEXT);
    }
    var found = await (word.term.length > 1 ? find(store, word, strict) : findLetter(store, word));
    var costs = await costsOf(store, found, word.optional ? PLACE : undefined);
    if (alone && !strict && word.term.length > 1) {
      mixMeanings(costs, (await core.read(store, word.term, false)).whole);
    }
    return costs;
  };

  // What only words written as one begin with: "dakl", "caph".
  core.lookUpJoined = async function (store, word) {
    var found = await core.read(store, word.term, true, true);
    var joined = found.longer.flatMap(function (longer) {
      return joinedMatches(longer, BEGINNING);
    });
    return costsOf(store, joined);
  };

  core.lookUpPair = async function (store, first, second) {
    var term = first.term + second.term;
    var found = await core.read(store, term, second.open && term.length >= SHORTEST_OPEN_PAIR, true);
    var beside = found.longer.concat(found.whole || []).flatMap(function (record) {
      return joinedMatches(record, 0).map(function (match) {
        return Object.assign({ firm: true }, match);
      });
    });
    // Two words that together are one syllable (dự án, Duẩn) are not that syllable written apart, as "sa pa" is Sapa.
    var joined = found.whole && !core.isSyllable(term) ? matches(first, found.whole, JOINED, false) : [];
    return { beside: await costsOf(store, beside), joined: joined.length ? await costsOf(store, joined) : null };
  };
})();
