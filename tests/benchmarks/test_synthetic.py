"""The synthetic catalogue of the benchmark: always the same, and valid."""

from pathlib import Path

from benchmarks.synthetic import AS_OF, write_catalogue
from generator.catalogue.catalogue import make_catalogue
from generator.records.reader import read_folder
from generator.validation.validator import validate

REGISTERS = Path(__file__).parents[2] / "products" / "registers"


def _written(folder: Path, products: int, **options: int) -> dict[str, bytes]:
    write_catalogue(folder, REGISTERS, products, **options)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Figures of two days can only be compared when both days build the same."""
    assert _written(tmp_path / "one", 50) == _written(tmp_path / "two", 50)


def test_another_seed_gives_another_catalogue(tmp_path: Path) -> None:
    """The seed is really used."""
    assert _written(tmp_path / "one", 5) != _written(tmp_path / "two", 5, seed=1)


def test_the_records_are_valid(tmp_path: Path) -> None:
    """Nothing is told of them, neither error nor warning, so that a build does all of its work."""
    products = tmp_path / "products"
    write_catalogue(products, REGISTERS, 50)
    verdict = validate(read_folder(products, 1), products, AS_OF)
    assert () == verdict.issues
    assert verdict.collection is not None
    assert 50 == len(verdict.collection.products)


def test_every_standing_occurs(tmp_path: Path) -> None:
    """A benchmark of valid awards only would leave most of the words out."""
    products = tmp_path / "products"
    write_catalogue(products, REGISTERS, 400)
    collection = validate(read_folder(products, 1), products, AS_OF).collection
    assert collection is not None
    states = {entry.standing.state for entry in make_catalogue(collection, AS_OF, ("en",)).entries}
    assert {"valid", "expiring", "grace", "lapsed", "undated", "withdrawn", "proposed", "unrated"} == states
