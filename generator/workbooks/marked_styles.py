"""The styles of a workbook in, the same with fills for marked cells out: each style that is marked, with a fill."""

from collections.abc import Mapping

from generator.workbooks.marks import Kind, ListingStyles
from generator.workbooks.splicing import Splice, UnmarkableError, listen, opened, prefix_of, with_attributes

FILLS: Mapping[Kind, str] = {"error": "FFF6B8B5", "warning": "FFFFE8A3"}
"""By these colours marks of an earlier time are known again, whichever program saved the workbook since."""
_HEAD_FILL = "FFE7EEE6"
_FONTS = (
    '<{p}font><{p}b/><{p}sz val="14"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}b/><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',
    '<{p}font><{p}u/><{p}sz val="11"/><{p}color rgb="FF0B57A4"/><{p}name val="Calibri"/></{p}font>',
)
_FILL = '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/></{p}patternFill></{p}fill>'
_LISTS = ("fonts", "fills", "cellXfs")


class MarkedStyles:
    """Numbers of styles for marked cells, made when first asked for."""

    def __init__(self, data: bytes) -> None:
        """Read the part; raises `UnmarkableError` when it has no lists to add to."""
        self._splice = Splice(data)
        self._found = _Found(self._splice)
        listen(data, self._found)
        if any(name not in self._found.ends for name in _LISTS) or not self._found.styles:
            raise UnmarkableError("styles")
        self._prefix = prefix_of(self._splice.tag(*self._found.tags["cellXfs"]))
        self._fonts, self._fills = self._found.counts["fonts"], self._found.counts["fills"]
        kinds: list[Kind] = ["error", "warning"]
        self._fill_of = {kind: str(self._fills + number) for number, kind in enumerate(kinds)}
        self._added: list[str] = []
        self._numbers: dict[tuple[int, str], int] = {}

    def of(self, style: int, kind: Kind) -> int:
        """The number of a style with the fill of a mark."""
        return self._with_fill(style, self._fill_of[kind])

    def without(self, style: int) -> int:
        """The number of a style without the fill of an earlier mark; the same where it has none."""
        marked = style < len(self._found.styles) and self._found.fills[style] in self._found.ours
        return self._with_fill(style, "0") if marked else style

    def _with_fill(self, style: int, fill: str) -> int:
        style = style if style < len(self._found.styles) else 0
        if (style, fill) not in self._numbers:
            begin, end, last = self._found.styles[style]
            tag = with_attributes(self._splice.tag(begin, end), fillId=fill, applyFill="1")
            self._numbers[style, fill] = self._add(tag + self._splice.tag(end, last))
        return self._numbers[style, fill]

    def _add(self, style: str) -> int:
        self._added.append(style)
        return len(self._found.styles) + len(self._added) - 1

    def listing(self) -> ListingStyles:
        """Styles of the sheet that lists marks."""
        head = str(self._fills + len(self._fill_of))
        title, bold, plain, link = (str(self._fonts + number) for number in range(len(_FONTS)))
        error, warning = self._fill_of["error"], self._fill_of["warning"]
        looks = ((title, "0"), (bold, head), (plain, "0"), (link, "0"), (plain, error), (plain, warning))
        return ListingStyles(*(self._add(self._look(*look)) for look in looks))

    def _look(self, font: str, fill: str) -> str:
        p = self._prefix
        return (
            f'<{p}xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" applyFont="1" applyFill="1" '
            f'applyAlignment="1"><{p}alignment vertical="top" wrapText="1"/></{p}xf>'
        )

    def done(self) -> bytes:
        """The part with all that was asked for."""
        colours = (*FILLS.values(), _HEAD_FILL)
        self._extend("fonts", [font.format(p=self._prefix) for font in _FONTS])
        self._extend("fills", [_FILL.format(p=self._prefix, colour=colour) for colour in colours])
        self._extend("cellXfs", self._added)
        return self._splice.done()

    def _extend(self, name: str, added: list[str]) -> None:
        count = str(self._found.counts[name] + len(added))
        begin, end = self._found.tags[name]
        tag, _ = opened(with_attributes(self._splice.tag(begin, end), count=count))
        self._splice.replace(begin, end, tag)
        self._splice.insert(self._found.ends[name], "".join(added))


class _Found:
    """Where the lists of the part are, and its styles of cells."""

    def __init__(self, splice: Splice) -> None:
        self.tags: dict[str, tuple[int, int]] = {}
        self.ends: dict[str, int] = {}
        self.counts: dict[str, int] = dict.fromkeys(_LISTS, 0)
        self.styles: list[tuple[int, int, int]] = []
        """Begin and end of the tag, end of the element."""
        self.fills: list[str] = []
        self.ours: set[str] = set()
        """Fills of earlier marks."""
        self._splice = splice
        self._in = ""
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str], begin: int, end: int) -> None:
        if not self._in and name in _LISTS:
            self._in, self._depth = name, 0
            self.tags[name] = begin, end
            return
        if not self._in:
            return
        self._depth += 1
        if self._depth == 1:
            self.counts[self._in] += 1
            if self._in == "cellXfs":
                self.styles.append((begin, end, end))
                self.fills.append(attributes.get("fillId", "0"))
        elif name == "fgColor" and self._in == "fills" and attributes.get("rgb", "").upper() in FILLS.values():
            self.ours.add(str(self.counts["fills"] - 1))

    def end(self, name: str, begin: int, end: int) -> None:
        if self._in and not self._depth:
            if begin == end:
                raise UnmarkableError(name)
            self.ends[self._in] = begin
            self._in = ""
        elif self._in:
            if self._depth == 1 and self._in == "cellXfs":
                self.styles[-1] = (*self.styles[-1][:2], end)
            self._depth -= 1
