"""The Harmonized System: its codes and what they mean. Its file is opened only when a record states a code."""

import csv
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from generator.fingerprints import content_print

LEVELS = ("4", "6")
FILE = "harmonized-system.csv"


class HsCodes(Mapping[str, str]):
    """English texts of headings and subheadings of HS 2022 by code (4 or 6 digits); empty without the file."""

    def __init__(self, registers: Path) -> None:
        """`registers` is the folder of the file."""
        self._file = registers / FILE

    @property
    def fingerprint(self) -> str:
        """Of the content of the file."""
        return content_print(self._file.read_bytes()) if self._file.exists() else ""

    @cached_property
    def _texts(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        with self._file.open(encoding="utf-8-sig", newline="") as stream:
            return {row["hscode"]: row["description"] for row in csv.DictReader(stream) if row["level"] in LEVELS}

    def __getitem__(self, code: str) -> str:
        return self._texts[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
