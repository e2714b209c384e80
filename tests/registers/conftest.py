"""The register of synonyms of the project, read as a build reads it."""

from pathlib import Path

import pytest

from generator.records.raw import RawRecord
from generator.records.reader import read_file
from generator.registers import SynonymsFile
from generator.synonyms import Synonyms
from generator.validation.conversion import convert

FILE = Path(__file__).parents[2] / "products" / "registers" / "synonyms.yml"


@pytest.fixture(scope="session")
def register() -> SynonymsFile:
    """The file `products/registers/synonyms.yml`."""
    record = read_file("register", "products/registers/synonyms.yml", str(FILE))
    assert isinstance(record, RawRecord)
    result = convert(record, SynonymsFile, record.values)
    assert isinstance(result, SynonymsFile)
    return result


@pytest.fixture(scope="session")
def synonyms(register: SynonymsFile) -> Synonyms:
    """What reads texts with it."""
    return Synonyms(register)
