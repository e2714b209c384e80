/**
 * Packed numbers and sets of products: undoes `generator/search/packing.py`, and counts with one bit a product.
 */
(function () {
  "use strict";

  var core = OCOP.core;

  var LAST = 59;
  var MORE = 30;
  /** What each sign counts as a digit; quotes, backslash and the four marks of records are none. */
  var DIGITS = new Uint8Array(128);
  var next = 0;
  for (var code = 33; code < 127; code += 1) {
    if ('"\\,|~'.indexOf(String.fromCharCode(code)) < 0) {
      DIGITS[code] = next;
      next += 1;
    }
  }

  core.unpack = function (packed) {
    var numbers = [];
    var sum = 0;
    var scale = 1;
    for (var place = 0; place < packed.length; place += 1) {
      var digit = DIGITS[packed.charCodeAt(place)];
      sum += digit * scale;
      if (digit < LAST) {
        numbers.push(sum);
        sum = 0;
        scale = 1;
      } else {
        scale *= MORE;
      }
    }
    return numbers;
  };

  /**
   * Six numbers a sign, the lowest first.
   * @param {string} packed
   * @param {(number: number) => void} visit
   * @returns {void}
   */
  function eachBit(packed, visit) {
    for (var place = 1; place < packed.length; place += 1) {
      var bits = DIGITS[packed.charCodeAt(place)];
      for (var number = (place - 1) * 6; bits; number += 1, bits >>= 1) {
        if (bits & 1) {
          visit(number);
        }
      }
    }
  }

  // This loop is what a keystroke costs.
  core.each = function (packed, visit) {
    if (packed[0] === "~") {
      eachBit(packed, visit);
      return;
    }
    var number = -1;
    var scale = 1;
    for (var place = 0; place < packed.length; place += 1) {
      var digit = DIGITS[packed.charCodeAt(place)];
      number += digit * scale;
      if (digit < LAST) {
        number += 1;
        visit(number);
        scale = 1;
      } else {
        scale *= MORE;
      }
    }
  };

  core.unpackAscending = function (packed) {
    /** @type {number[]} */
    var numbers = [];
    core.each(packed, function (number) {
      numbers.push(number);
    });
    return numbers;
  };

  core.makeBits = function (size, packed) {
    var bits = new Uint32Array((size + 31) >>> 5);
    core.each(packed, function (number) {
      bits[number >>> 5] |= 1 << (number & 31);
    });
    return bits;
  };

  core.allBits = function (size) {
    var bits = new Uint32Array((size + 31) >>> 5).fill(0xffffffff);
    if (size & 31) {
      bits[bits.length - 1] = (1 << (size & 31)) - 1;
    }
    return bits;
  };

  core.has = function (bits, number) {
    return (bits[number >>> 5] & (1 << (number & 31))) !== 0;
  };

  core.add = function (bits, number) {
    bits[number >>> 5] |= 1 << (number & 31);
  };

  core.bitsOf = function (size, numbers) {
    var bits = new Uint32Array((size + 31) >>> 5);
    numbers.forEach(function (number) {
      core.add(bits, number);
    });
    return bits;
  };

  core.both = function (one, other) {
    return one.map(function (word, place) {
      return word & other[place];
    });
  };

  core.without = function (one, other) {
    return one.map(function (word, place) {
      return word & ~other[place];
    });
  };

  core.either = function (one, other) {
    return one.map(function (word, place) {
      return word | other[place];
    });
  };

  /**
   * @param {number} word of 32 bits
   * @returns {number} how many of them are set
   */
  function ones(word) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }

  core.countBits = function (bits) {
    var sum = 0;
    for (var place = 0; place < bits.length; place += 1) {
      sum += ones(bits[place]);
    }
    return sum;
  };

  core.countBoth = function (one, other) {
    var sum = 0;
    for (var place = 0; place < one.length; place += 1) {
      sum += ones(one[place] & other[place]);
    }
    return sum;
  };
})();
