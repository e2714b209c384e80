"""Reads the Harmonized System nomenclature: which six-digit codes exist. Opened only when a record states a code."""

import csv
from pathlib import Path

LEVELS = ("4", "6")
FILE = "harmonized-system.csv"


def read_hs_codes(registers: Path) -> frozenset[str]:
    """Codes of headings and subheadings (4 and 6 digits) of HS 2022; empty when the file is not there."""
    file = registers / FILE
    if not file.exists():
        return frozenset()
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return frozenset(row["hscode"] for row in csv.DictReader(stream) if row["level"] in LEVELS)
