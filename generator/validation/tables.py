"""Whether the registers that are tables are whole: criteria and former communes."""

from collections.abc import Iterator

from generator.issues import Issue
from generator.registers import Registers
from generator.validation.criteria import check_criteria


def check_tables(registers: Registers | None) -> Iterator[Issue]:
    """Issues of `criteria.csv` and `former-communes.csv`; none without the files."""
    yield from check_criteria(registers)
    if registers:
        yield from registers.former_communes.issues
