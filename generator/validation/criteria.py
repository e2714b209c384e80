"""Whether the register of criteria is whole: its own mistakes, and sums that are not those of the register of sets."""

from collections.abc import Iterator

from generator.criteria import PARTS
from generator.issues import Issue, Source
from generator.registers import Registers


def check_criteria(registers: Registers | None) -> Iterator[Issue]:
    """Issues of `criteria.csv`: each row, and the points of each part of each set. None without the file.

    Sums are looked at once every row can be used.
    """
    if registers is None:
        return
    criteria = registers.criteria
    yield from criteria.issues
    if criteria.issues or not criteria.text:
        return
    for number, one in sorted(registers.sets.items()):
        sheet = criteria.sheets.get(number)
        for part in PARTS:
            most = sum(criterion.most for criterion in sheet.part(part)) if sheet else 0
            expected = getattr(one.maxima, part)
            if most != expected:
                details = {"value": str(most), "expected": str(expected), "set": str(number), "part": part.upper()}
                yield Issue("criteria-sum", Source(criteria.file), details=details)
