"""What tests of several layers start from: the real registers, and a project in a folder of its own."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.records.reader import Reading, read_folder
from generator.registers import Registers
from generator.validation.validator import Verdict, validate

REGISTERS = Path(__file__).parents[1] / "products" / "registers"
AS_OF = date(2026, 11, 23)

# A property is a fact, not a time: a busy machine makes none of them false.
settings.register_profile("facts", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("facts")


@dataclass(frozen=True)
class Project:
    """A products folder with the real registers, to write records into."""

    products: Path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files below the products folder, named like `records/lao-cai/che-shan.yml`."""
        for name, content in files.items():
            file = self.products / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self) -> Reading:
        """Read all files, in this process."""
        return read_folder(self.products, 1)

    def check(self, day: date = AS_OF, hs_codes: frozenset[str] = frozenset()) -> Verdict:
        """Read and validate all files."""
        return validate(self.read(), self.products, day, hs_codes)


MakeProject = Callable[..., Project]


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Make a project: `project({"records/lao-cai/che-shan.yml": "name: {vi: Chè Shan}"})`."""

    def make(files: Mapping[str, str | bytes] | None = None) -> Project:
        made = Project(tmp_path / "products")
        (made.products / "registers").mkdir(parents=True)
        for register in (*REGISTERS.glob("*.yml"), REGISTERS / "criteria.csv"):
            shutil.copy(register, made.products / "registers")
        made.write(files or {})
        return made

    return make


@pytest.fixture(scope="session")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    """The registers in `products/registers`."""
    products = tmp_path_factory.mktemp("registers") / "products"
    shutil.copytree(REGISTERS, products / "registers")
    collection = Project(products).check().collection
    assert collection is not None
    return collection.registers
