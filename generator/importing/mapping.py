"""A mapping file in: what one odd list calls its columns. And out: what was found, to be corrected and used again.

`columns` gives our names by headings ("Tên hàng: name_vi") or letters ("cột C: name_vi"); `skip` leaves a column out.
`all_rows` gives what holds for all rows where the list has no cell for it ("province_old: Hậu Giang").
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from generator.importing.tables import Table
from generator.importing.words import read_words
from generator.issues import Issue, Source
from generator.languages.codes import word_key
from generator.records.raw import Raw, RawRecord
from generator.records.reader import LARGEST_FILE
from generator.records.strict_yaml import StrictYamlError, parse, render
from generator.workbooks.letters import column_letters

SKIP = "skip"
_SKIPPED = {"skip", "boqua", "leftout"}
_HEAD = """\
# Tên cột của một danh sách: bên trái là tiêu đề (hoặc "cột C"), bên phải là tên của danh mục; skip = bỏ qua.
# What a list calls its columns: headings (or "column C") on the left, our names on the right; skip leaves a column out.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told about a list: our names of columns by the keys of headings, and cells for all rows."""

    columns: Mapping[str, str] = field(default_factory=dict)
    all_rows: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def read_mapping(file: Path) -> Told:
    """Read a mapping file; names that are not known are told. A missing file is an `OSError`."""
    name = file.as_posix()
    data = file.read_bytes()
    if len(data) > LARGEST_FILE:
        return Told(issues=(Issue("file-too-large", Source(name), details={"largest": str(LARGEST_FILE // 1024)}),))
    try:
        values = parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Told(issues=(Issue("file-encoding", Source(name)),))
    except StrictYamlError as error:
        place = Source(name, (), error.line, error.column)
        return Told(issues=(Issue(error.kind, place, details={"value": error.value[:120]}),))
    columns = read_columns(values.get("columns", {}), name)
    rows = read_columns({text: column for column, text in _pairs(values.get("all_rows", {}))}, name)
    told = {word_key(heading): column for heading, column in columns.names.items()}
    return Told(told, {column: text for text, column in rows.names.items()}, (*columns.issues, *rows.issues))


@dataclass(frozen=True, slots=True)
class Columns:
    """Our names of columns by what somebody calls them, and the issues of those that are not known."""

    names: Mapping[str, str]
    issues: tuple[Issue, ...]


def read_columns(stated: Raw, file: str) -> Columns:
    """Our names, of which somebody may have written a heading that we know: "Tên sản phẩm" is `name_vi`."""
    known = read_words("headings.yml")["columns"]
    names: dict[str, str] = {}
    issues: list[Issue] = []
    for heading, text in _pairs(stated):
        key = word_key(text)
        if key in _SKIPPED or key in known:
            names[heading] = "" if key in _SKIPPED else known[key]
        else:
            issues.append(_unknown(text, file))
    return Columns(names, tuple(issues))


def _unknown(text: str, file: str) -> Issue:
    names = sorted(set(read_words("headings.yml")["columns"].values()))
    near = get_close_matches(text, names, n=1)
    details = {"value": text[:120], "allowed": ", ".join(names), **({"suggestion": near[0]} if near else {})}
    return Issue("import-mapping", Source(file, ("columns",)), details=details)


def _pairs(values: Raw) -> Iterator[tuple[str, str]]:
    """The texts of a map; what is no text is left to nobody."""
    for name, text in values.items() if isinstance(values, dict) else ():
        if isinstance(text, str):
            yield name, text


def read_own_headings(records: Iterable[RawRecord]) -> Columns:
    """The headings that a project adds in `registers/headings.yml`, by key: our name, then a list of headings."""
    names: dict[str, str] = {}
    issues: list[Issue] = []
    for record in records:
        if record.kind == "register" and record.id == "headings":
            stated = record.values.get("columns", {})
            for name, headings in stated.items() if isinstance(stated, dict) else ():
                words = headings if isinstance(headings, list) else [headings]
                found = read_columns({str(word): name for word in words}, record.file)
                names |= {word_key(word): column for word, column in found.names.items()}
                issues += found.issues[:1]
    return Columns(names, tuple(issues))


def render_mapping(tables: Iterable[Table]) -> str:
    """The mapping of a list as a file that `read_mapping` reads."""
    columns: dict[str, Raw] = {}
    for table in tables:
        for column in table.columns:
            heading = column.heading if word_key(column.heading) else f"cột {column_letters(column.number + 1)}"
            if word_key(column.heading) or column.name:
                columns.setdefault(heading, column.name or SKIP)
    return _HEAD + render({"columns": columns})
