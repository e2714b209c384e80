"""Sheets of texts in, a plain xlsx workbook out that says the same in the same cells: for lists in other formats."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.workbooks.letters import column_letters
from generator.workbooks.marks import MAIN
from generator.workbooks.sheet import Area, Sheet
from generator.workbooks.splicing import as_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MOMENT = (2026, 1, 1, 0, 0, 0)
_NARROWEST, _WIDEST = 8, 45
_STYLES = (
    f'{_DECLARATION}<styleSheet xmlns="{MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1">'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_plain(sheets: Sequence[Sheet]) -> bytes:
    """The workbook: every cell a text, merged cells merged, columns as wide as their texts."""
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _links([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _links(
            [*(("worksheet", f"worksheets/sheet{number}.xml") for number in _numbers(sheets)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name, text in (*parts.items(), *_sheet_parts(sheets)):
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, text.encode())
    return stream.getvalue()


def _numbers(sheets: Sequence[Sheet]) -> range:
    return range(1, len(sheets) + 1)


def _types(count: int) -> str:
    parts = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    parts |= {f"/xl/worksheets/sheet{number}.xml": "worksheet" for number in range(1, count + 1)}
    rows = "".join(f'<Override PartName="{name}" ContentType="{_OFFICE}.{kind}+xml"/>' for name, kind in parts.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{default}{rows}</Types>'


def _links(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _book(sheets: Sequence[Sheet]) -> str:
    rows = "".join(
        f'<sheet name="{_title(sheet)}" sheetId="{number}"{_state(sheet)} r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return (
        f'{_DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">'
        f"<bookViews><workbookView/></bookViews><sheets>{rows}</sheets></workbook>"
    )


def _title(sheet: Sheet) -> str:
    return as_xml(sheet.name).replace('"', "&quot;")


def _state(sheet: Sheet) -> str:
    return ' state="hidden"' if sheet.hidden else ""


def _sheet_parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for number, sheet in enumerate(sheets, 1):
        yield f"xl/worksheets/sheet{number}.xml", _sheet(sheet)


def _sheet(sheet: Sheet) -> str:
    rows = "".join(_row(number, cells) for number, cells in sorted(sheet.rows.items()))
    merged = "".join(f'<mergeCell ref="{_reference(area)}"/>' for area in sheet.merged)
    areas = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else ""
    columns = _columns(sheet)
    return (
        f'{_DECLARATION}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
        f"{columns}<sheetData>{rows}</sheetData>{areas}</worksheet>"
    )


def _row(number: int, cells: dict[int, str]) -> str:
    texts = "".join(
        f'<c r="{column_letters(column + 1)}{number}" s="0" t="inlineStr">'
        f'<is><t xml:space="preserve">{as_xml(text)}</t></is></c>'
        for column, text in sorted(cells.items())
    )
    return f'<row r="{number}">{texts}</row>'


def _columns(sheet: Sheet) -> str:
    """Widths from the longest text of each column, those that are merged over others not counted."""
    over = {(area.top, area.left) for area in sheet.merged if area.left < area.right}
    widths: dict[int, int] = {}
    for number, cells in sheet.rows.items():
        for column, text in cells.items():
            if (number, column) not in over:
                widths[column] = max(widths.get(column, _NARROWEST), min(len(text) + 2, _WIDEST))
    columns = "".join(
        f'<col min="{column + 1}" max="{column + 1}" width="{width}" customWidth="1"/>'
        for column, width in sorted(widths.items())
    )
    return f"<cols>{columns}</cols>" if columns else ""


def _reference(area: Area) -> str:
    return f"{column_letters(area.left + 1)}{area.top}:{column_letters(area.right + 1)}{area.bottom}"
