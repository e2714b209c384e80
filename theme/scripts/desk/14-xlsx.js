/**
 * A table as a workbook of one sheet: text only, the first row a heading that stays in view.
 */
(function () {
  "use strict";

  var START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  var MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  var OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  var PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  var TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  var LONGEST_TITLE = 31;
  var LONGEST_CELL = 32767;
  var WIDEST = 48;
  var NARROWEST = 10;

  /**
   * @param {string} text
   * @returns {string} without what XML 1.0 cannot hold
   */
  function escaped(text) {
    return text
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");
  }

  /**
   * @param {string} text
   * @returns {string} a name that a sheet may have
   */
  function sheetName(text) {
    var name = text.replace(/[[\]:*?/\\]/g, " ").replace(/\s+/g, " ").trim();
    name = Array.from(name).slice(0, LONGEST_TITLE).join("").slice(0, LONGEST_TITLE);
    return name.replace(/^'+|'+$/g, "").trim() || "OCOP";
  }

  /**
   * @param {number} column from 0
   * @returns {string} A, B, …, AA
   */
  function letters(column) {
    var rest = column % 26;
    return (column < 26 ? "" : letters((column - rest) / 26 - 1)) + String.fromCharCode(65 + rest);
  }

  /**
   * @param {string[]} row
   * @param {number} number from 0
   * @returns {string}
   */
  function rowXml(row, number) {
    var cells = row.map(function (text, column) {
      var words = escaped(text.slice(0, LONGEST_CELL));
      var style = number === 0 ? "1" : "2";
      var start = '<c r="' + letters(column) + (number + 1) + '" s="' + style + '"';
      return words ? start + ' t="inlineStr"><is><t xml:space="preserve">' + words + "</t></is></c>" : start + "/>";
    });
    return '<row r="' + (number + 1) + '">' + cells.join("") + "</row>";
  }

  /**
   * @param {string[][]} rows
   * @returns {string} a width for each column, after its longest text
   */
  function columns(rows) {
    var made = (rows[0] || []).map(function (_, column) {
      var longest = rows.reduce(function (most, row) {
        return Math.max(most, (row[column] || "").length);
      }, 0);
      var width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
      return '<col min="' + (column + 1) + '" max="' + (column + 1) + '" width="' + width + '" customWidth="1"/>';
    });
    return made.length ? "<cols>" + made.join("") + "</cols>" : "";
  }

  /**
   * @param {string[][]} rows
   * @returns {string}
   */
  function sheet(rows) {
    var pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    return (
      START +
      '<worksheet xmlns="' + MAIN + '"><sheetViews><sheetView workbookViewId="0">' + pane + "</sheetView></sheetViews>" +
      columns(rows) + "<sheetData>" + rows.map(rowXml).join("") + "</sheetData></worksheet>"
    );
  }

  /** @returns {string} plain, bold for headings, and wrapped text at the top of its cell; all of them text */
  function styles() {
    var wrapped = '<alignment vertical="top" wrapText="1"/>';
    return (
      START + '<styleSheet xmlns="' + MAIN + '">' +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1" applyAlignment="1">' + wrapped + "</xf>" +
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">' + wrapped + "</xf></cellXfs>" +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }

  /**
   * @param {Array<[string, string, string]>} links id, kind and target
   * @returns {string}
   */
  function relations(links) {
    var made = links.map(function (link) {
      return '<Relationship Id="' + link[0] + '" Type="' + OFFICE + "/" + link[1] + '" Target="' + link[2] + '"/>';
    });
    return START + '<Relationships xmlns="' + PACKAGE + 'relationships">' + made.join("") + "</Relationships>";
  }

  /** @returns {string} */
  function contentTypes() {
    var parts = { "/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet", "/xl/styles.xml": "styles" };
    var made = Object.entries(parts).map(function (part) {
      return '<Override PartName="' + part[0] + '" ContentType="' + TYPE + part[1] + '+xml"/>';
    });
    return (
      START + '<Types xmlns="' + PACKAGE + 'content-types"><Default Extension="rels" ContentType="' +
      'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      made.join("") + "</Types>"
    );
  }

  /**
   * @param {string[][]} rows the first one is the heading
   * @param {string} title
   * @returns {Uint8Array<ArrayBuffer>}
   */
  function xlsx(rows, title) {
    var workbook =
      START + '<workbook xmlns="' + MAIN + '" xmlns:r="' + OFFICE + '"><sheets><sheet name="' + escaped(sheetName(title)) +
      '" sheetId="1" r:id="rId1"/></sheets></workbook>';
    /** @type {Array<[string, string]>} */
    var files = [
      ["[Content_Types].xml", contentTypes()],
      ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
      ["xl/workbook.xml", workbook],
      ["xl/_rels/workbook.xml.rels", relations([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "styles", "styles.xml"]])],
      ["xl/worksheets/sheet1.xml", sheet(rows)],
      ["xl/styles.xml", styles()],
    ];
    return OCOP.zip(
      files.map(function (file) {
        return /** @type {[string, Uint8Array]} */ ([file[0], new TextEncoder().encode(file[1])]);
      })
    );
  }

  OCOP.xlsx = xlsx;
})();
