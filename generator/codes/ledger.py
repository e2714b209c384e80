"""The ledger of codes (`products/codes.csv`) and what is kept of products that left (`products/former.csv`).

Texts of both files in, look-ups and their mistakes out, and texts again. Reads and writes no files. Whether all records
are there that must be is judged in `validation/codes.py`.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.codes.signs import codes_for, is_code
from generator.issues import Issue, Source

CODES_FILE, FORMER_FILE = "codes.csv", "former.csv"
CODE_COLUMNS = ("id", "code")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KNOWN_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_STARS = frozenset("12345")
_TAKEN_BACK = "yes"
_REMARK = "#"


class Former(NamedTuple):
    """A product whose id is no longer that of a record. What is not known is empty."""

    id: str
    left: date
    """The day since which it is so."""
    renamed_to: str = ""
    """Id under which it goes on, or with which it was joined; empty when it was removed."""
    vi: str = ""
    en: str = ""
    """Its last names."""
    stars: int = 0
    """Of the last known award, like the next four; 0 when there was none."""
    decision: str = ""
    issued: str = ""
    """A day, or the month or year of which no more is known: YYYY-MM-DD, YYYY-MM, YYYY."""
    expires: date | None = None
    withdrawn: str = ""
    """Day of the withdrawal, or `yes` when that is not known."""
    set: str = ""
    """Number of the product set."""
    province: str = ""
    """Id of today's province."""
    producer: str = ""
    gtin: str = ""
    """Its article number."""
    note: str = ""
    """Why it left, as it is stated."""

    def cells(self) -> tuple[str, ...]:
        """The row of the file."""
        left, expires = self.left.isoformat(), self.expires.isoformat() if self.expires else ""
        row = self._replace(left=left, expires=expires, stars=str(self.stars or ""))  # type: ignore[arg-type]
        return tuple(map(str, row))


@dataclass(frozen=True)
class Ledger:
    """Every code that was ever given, by the id of its product; and the products that left, by id."""

    codes: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, Former] = field(default_factory=dict)
    exists: bool = False
    """Whether the project keeps a ledger; without one no product has a code."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each id in the ledger."""
    issues: tuple[Issue, ...] = ()
    """What is wrong with the files themselves."""
    file: str = CODES_FILE
    """Name of the ledger in messages."""
    former_file: str = FORMER_FILE

    def course(self, product_id: str) -> list[Former]:
        """What became of a product that left: each renaming, and the removal if it ended so; never a circle."""
        course: list[Former] = []
        seen: set[str] = set()
        while product_id in self.former and product_id not in seen:
            seen.add(product_id)
            course.append(self.former[product_id])
            product_id = course[-1].renamed_to
        return course

    def is_circle(self, product_id: str) -> bool:
        """Whether renamings lead from a product back to one of them."""
        course = self.course(product_id)
        return bool(course) and course[-1].renamed_to in self.former

    def end(self, product_id: str) -> str:
        """The id under which a product goes on; its own when it never left, the last one when it was removed."""
        course = self.course(product_id)
        return (course[-1].renamed_to or course[-1].id) if course else product_id

    def owners(self) -> dict[str, str]:
        """The id that each code leads to: of several that share it by renaming, the last."""
        return {code: one if one not in self.former else self._within(one, code) for one, code in self.codes.items()}

    def _within(self, product_id: str, code: str) -> str:
        """The last id of a course that has the same code: joined with another product, it keeps a page of its own."""
        for former in self.course(product_id):
            if self.codes.get(former.renamed_to) == code:
                product_id = former.renamed_to
        return product_id

    def with_new(self, ids: Iterable[str]) -> dict[str, str]:
        """The codes with those of ids that have none yet, given in the order of the ids."""
        codes, taken = dict(self.codes), set(self.codes.values())
        for one in sorted(ids):
            if one not in codes:
                codes[one] = next(code for code in codes_for(one) if code not in taken)
                taken.add(codes[one])
        return codes


NO_LEDGER = Ledger()


def read_ledger(codes: str, former: str, file: str = CODES_FILE, former_file: str = FORMER_FILE) -> Ledger:
    """The ledger of the texts of both files; rows that cannot be used are told and left out."""
    issues: list[Issue] = []
    given: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, product_id, code in _code_rows(codes, file, issues):
        if product_id in given:
            issues.append(_issue("code-id-twice", file, line, product_id))
        else:
            given[product_id], lines[product_id] = code, line
    left: dict[str, Former] = {}
    for line, one in _former_rows(former, former_file, issues):
        if one.id in left:
            issues.append(_issue("code-id-twice", former_file, line, one.id))
        left.setdefault(one.id, one)
    return Ledger(given, left, exists=True, lines=lines, issues=tuple(issues), file=file, former_file=former_file)


def _issue(kind: str, file: str, line: int, value: str, **details: str) -> Issue:
    return Issue(kind, Source(file, (), line), details={"value": value, **details})


def _code_rows(text: str, file: str, issues: list[Issue]) -> Iterator[tuple[int, str, str]]:
    """Lines, ids and codes. Neither can hold a comma: 20,000 rows take a third of the time that `csv` needs."""
    for line, row in enumerate(text.splitlines(), start=1):
        product_id, _, code = row.partition(",")
        if (product_id, code) == CODE_COLUMNS or not row or row.startswith(_REMARK):
            continue
        if not _ID.fullmatch(product_id):
            issues.append(_issue("code-row", file, line, row[:80]))
        elif not is_code(code):
            issues.append(_issue("code-form", file, line, code[:80], id=product_id))
        else:
            yield line, product_id, code


def _former_rows(text: str, file: str, issues: list[Issue]) -> Iterator[tuple[int, Former]]:
    reader = csv.reader("" if line.startswith(_REMARK) else line for line in text.splitlines())
    rows = ((reader.line_num, [cell.strip() for cell in cells]) for cells in reader if cells)
    first, names = next(rows, (0, list(Former._fields)))
    if unknown := [name for name in Former._fields if name not in names]:
        issues.append(_issue("code-columns", file, first, ", ".join(unknown), allowed=",".join(Former._fields)))
        return
    for line, cells in rows:
        row = dict(zip(names, cells, strict=False))
        wrong = [name for name in Former._fields if not _fits(name, row.get(name, ""))]
        issues.extend(_issue("code-former-value", file, line, row.get(name, ""), column=name) for name in wrong)
        if not wrong:
            yield line, _former(row)


def _fits(name: str, value: str) -> bool:
    """Whether a cell of a column can be used; most may be empty."""
    if not value:
        return name not in ("id", "left")
    rule = _RULES.get(name)
    return rule(value) if rule else value.isprintable()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_known_day(text: str) -> bool:
    """Whether a text is a day, or the month or year of one."""
    return bool(_KNOWN_DAY.fullmatch(text)) and _is_day(text + "-01-01"[len(text) - 4 :])


def _is_id(text: str) -> bool:
    return bool(_ID.fullmatch(text))


_RULES: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("id", "renamed_to", "province", "producer"), _is_id),
    **dict.fromkeys(("left", "expires"), _is_day),
    "issued": _is_known_day,
    "withdrawn": lambda text: text == _TAKEN_BACK or _is_day(text),
    "set": str.isdecimal,
    "gtin": str.isdecimal,
    "stars": _STARS.__contains__,
}
"""What a cell of a column must be, where it is not free text."""


def _former(row: Mapping[str, str]) -> Former:
    values = {name: row.get(name, "") for name in Former._fields}
    expires = date.fromisoformat(values["expires"]) if values["expires"] else None
    typed = {"left": date.fromisoformat(values["left"]), "stars": int(values["stars"] or 0), "expires": expires}
    return Former(**{**values, **typed})  # type: ignore[arg-type]


def render_codes(codes: Mapping[str, str]) -> str:
    """The ledger, sorted by id: branches that add products seldom touch the same lines."""
    return "".join(f"{one},{code}\n" for one, code in (CODE_COLUMNS, *sorted(codes.items())))


def render_former(former: Mapping[str, Former]) -> str:
    """The file of products that left, sorted by id."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Former._fields)
    writer.writerows(one.cells() for _, one in sorted(former.items()))
    return text.getvalue()
