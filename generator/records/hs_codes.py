"""Reads the Harmonized System nomenclature: its codes and what they mean. Opened only when a record states a code."""

import csv
from pathlib import Path

LEVELS = ("4", "6")
FILE = "harmonized-system.csv"


def read_hs_codes(registers: Path) -> dict[str, str]:
    """English texts of headings and subheadings of HS 2022 by code (4 or 6 digits); empty without the file."""
    file = registers / FILE
    if not file.exists():
        return {}
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return {row["hscode"]: row["description"] for row in csv.DictReader(stream) if row["level"] in LEVELS}
