/**
 * A zip archive of files that are stored as they are: all that a workbook needs to be one.
 */
(function () {
  "use strict";

  var LOCAL = 0x04034b50;
  var CENTRAL = 0x02014b50;
  var END = 0x06054b50;
  var VERSION = 20;
  /** Names are in UTF-8. */
  var FLAGS = 0x0800;
  /** 1 January 1980, the first day of the format: the same list gives the same bytes. */
  var DAY = 0x0021;
  var POLYNOMIAL = 0xedb88320;

  var TABLE = new Uint32Array(256).map(function (_, byte) {
    var value = byte;
    for (var bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    }
    return value;
  });

  /**
   * @param {Uint8Array} bytes
   * @returns {number}
   */
  function crc32(bytes) {
    var value = 0xffffffff;
    bytes.forEach(function (byte) {
      value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    });
    return (value ^ 0xffffffff) >>> 0;
  }

  /**
   * @param {Array<[number, number]>} fields width in bytes and value
   * @returns {Uint8Array<ArrayBuffer>} little end first
   */
  function record(fields) {
    /** @type {number[]} */
    var bytes = [];
    fields.forEach(function (field) {
      for (var place = 0; place < field[0]; place += 1) {
        bytes.push((field[1] >>> (8 * place)) & 0xff);
      }
    });
    return Uint8Array.from(bytes);
  }

  /**
   * @param {Uint8Array[]} pieces
   * @returns {Uint8Array<ArrayBuffer>}
   */
  function joined(pieces) {
    var size = pieces.reduce(function (sum, piece) {
      return sum + piece.length;
    }, 0);
    var all = new Uint8Array(size);
    var place = 0;
    pieces.forEach(function (piece) {
      all.set(piece, place);
      place += piece.length;
    });
    return all;
  }

  /**
   * @param {Uint8Array} name
   * @param {Uint8Array} content
   * @returns {Array<[number, number]>} what both entries of a file say
   */
  function facts(name, content) {
    return [
      [2, VERSION],
      [2, FLAGS],
      [2, 0],
      [2, 0],
      [2, DAY],
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ];
  }

  /**
   * @param {Array<[string, Uint8Array]>} files names and contents
   * @returns {Uint8Array<ArrayBuffer>}
   */
  function zip(files) {
    /** @type {Uint8Array[]} */
    var body = [];
    /** @type {Uint8Array[]} */
    var directory = [];
    var place = 0;
    files.forEach(function (file) {
      var name = new TextEncoder().encode(file[0]);
      var told = facts(name, file[1]);
      var head = record([/** @type {[number, number]} */ ([4, LOCAL])].concat(told));
      body.push(head, name, file[1]);
      /** @type {Array<[number, number]>} */
      var before = [
        [4, CENTRAL],
        [2, VERSION],
      ];
      /** @type {Array<[number, number]>} */
      var after = [
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, place],
      ];
      directory.push(record(before.concat(told, after)), name);
      place += head.length + name.length + file[1].length;
    });
    var index = joined(directory);
    var end = record([
      [4, END],
      [2, 0],
      [2, 0],
      [2, files.length],
      [2, files.length],
      [4, index.length],
      [4, place],
      [2, 0],
    ]);
    return joined(body.concat([index, end]));
  }

  OCOP.zip = zip;
})();
