"""What stands in a column in, our name of the column out, where its heading says nothing. It is told as a guess."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice

from stdnum import ean

from generator.importing.cells import stars
from generator.importing.cleaning import clean
from generator.importing.layout import Layout
from generator.importing.tables import Column
from generator.workbooks.sheet import Sheet

_LOOKED_AT = 200
"""Rows that a guess is made from."""
_FEWEST = 3
_SHARE = 0.8
_ORGANISATION = re.compile(
    r"(?:HTX|Hợp tác xã|Công ty|Cty|CT|Cơ sở|Hộ kinh doanh|HKD|Hộ|Tổ hợp tác|THT|DNTN|Doanh nghiệp|Trang trại)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|TP)\b", re.IGNORECASE)
_DECISION = re.compile(r".*\d+\s*/\s*QĐ", re.IGNORECASE)
_CODE = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,6}){3,4}")
_DRAWN = "★⭐"


def _are_stars(cell: str) -> bool:
    """Whether a cell names stars as such: a bare 4 may be anything."""
    return stars(cell) in {"1", "2", "3", "4", "5"} and ("sao" in cell.lower() or cell[0] in _DRAWN)


_SIGNS: Mapping[str, Callable[[str], bool]] = {
    "stars": _are_stars,
    "code": lambda cell: bool(_CODE.fullmatch(cell)),
    "gtin": lambda cell: len(cell) > len("00000000") and bool(ean.is_valid(cell)),
    "decision_number": lambda cell: bool(_DECISION.match(cell)),
    "source_url": lambda cell: cell.startswith(("https://", "http://")),
    "producer": lambda cell: bool(_ORGANISATION.match(cell)),
    "address": lambda cell: bool(_PLACE.search(cell)) and "," in cell,
}


def guess_columns(sheet: Sheet, layout: Layout) -> Layout:
    """The layout with columns that are not known named by what stands in them, each of our columns once."""
    taken = {column.name for column in layout.columns if column.name}
    columns: list[Column] = []
    for column in layout.columns:
        name = None if column.name is not None else _guess(sheet, layout, column.number)
        if name and name not in taken:
            taken.add(name)
            columns.append(replace(column, name=name, found="content"))
        else:
            columns.append(column)
    return replace(layout, columns=tuple(columns))


def _guess(sheet: Sheet, layout: Layout, number: int) -> str | None:
    below = (cells[number] for row, cells in sheet.rows.items() if row > layout.last and number in cells)
    texts = list(filter(None, map(clean, islice(below, _LOOKED_AT))))
    if len(texts) < _FEWEST:
        return None
    return next((name for name, fits in _SIGNS.items() if sum(map(fits, texts)) >= _SHARE * len(texts)), None)
