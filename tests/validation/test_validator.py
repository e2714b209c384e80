from datetime import date

from generator.records.reader import Reading
from generator.registers import Registers, place_key
from generator.validation.validator import validate
from tests.conftest import AS_OF, MakeProject

NAME = "name: {vi: Chè Shan tuyết}\n"


def test_good_records_are_collected(project: MakeProject) -> None:
    """Valid records come out by id with their files, without an issue."""
    made = project({"records/lao-cai/che-shan.yml": NAME + "producer: htx\n", "producers/htx.yml": NAME})
    verdict = made.check()
    assert () == verdict.issues
    assert verdict.collection is not None
    assert {"che-shan": "products/records/lao-cai/che-shan.yml"} == verdict.collection.files
    assert ["htx"] == list(verdict.collection.producers)


def test_mistakes_of_all_files_are_told_in_order(project: MakeProject) -> None:
    """One run tells the mistakes of form, of fields and of references of every file, file by file."""
    made = project(
        {
            "records/x/c.yml": NAME + "producer: nobody\n",
            "records/x/a.yml": NAME + "brand: @\n",
            "records/x/b.yml": NAME + "gtin: x\nbrand: ['']\n",
            "producers/p.yml": "kind: x\n",
        }
    )
    told = [(issue.source.file, issue.id) for issue in made.check().issues]
    assert [
        ("products/producers/p.yml", "field-missing"),
        ("products/producers/p.yml", "value-unknown"),
        ("products/records/x/a.yml", "yaml-start"),
        ("products/records/x/b.yml", "gtin-form"),
        ("products/records/x/b.yml", "field-text"),
        ("products/records/x/c.yml", "producer-unknown"),
    ] == told


def test_an_empty_id_is_no_other_id(project: MakeProject) -> None:
    """An id line left empty, or one that repeats the file's name, is fine."""
    assert () == project({"records/x/a.yml": NAME + "id:\n", "records/x/b.yml": NAME + "id: b\n"}).check().issues


def test_a_register_that_cannot_be_read_is_told_once(project: MakeProject) -> None:
    """A register with a mistake of form is not called missing as well, and products are still checked."""
    made = project({"registers/communes.yml": "communes: @\n", "records/x/a.yml": NAME + "gtin: x\n"})
    verdict = made.check()
    assert verdict.collection is None
    assert ["gtin-form", "yaml-start"] == [issue.id for issue in verdict.issues]


def test_missing_registers_are_all_told(project: MakeProject) -> None:
    """Without registers there is no collection, only an issue for each."""
    verdict = validate(Reading((), ()), project().products, AS_OF)
    assert verdict.collection is None
    assert ["register-missing"] * 5 == [issue.id for issue in verdict.issues]


def test_the_day_decides_what_is_future(project: MakeProject) -> None:
    """The as-of date, not the clock, says whether an award is still to come."""
    made = project({"records/x/a.yml": NAME + "awards: [{stars: 4, issued: 2025-12-30}]\n"})
    assert ["award-future"] == [issue.id for issue in made.check(date(2025, 12, 29)).issues]
    assert () == made.check(date(2025, 12, 30)).issues


def test_places_are_known_by_any_spelling(registers: Registers) -> None:
    """A province is found with and without its kind, marks and case, by its former and its present name."""
    spellings = ["Bắc Kạn", "tỉnh Bắc Kạn", "BAC KAN", "T. Bắc Kạn", "Thái Nguyên", "Tỉnh Thái Nguyên"]
    assert {"thai-nguyen"} == {registers.province_names[place_key(spelling)].id for spelling in spellings}
    assert "Bắc Kạn" not in {province.name.get("vi") for province in registers.provinces.values()}


def test_every_former_province_has_a_place_today(registers: Registers) -> None:
    """63 former provinces lead to 34 of today."""
    former = [one.name for province in registers.provinces.values() for one in province.former]
    assert (63, 34) == (len(former), len(registers.provinces))
    assert all(place_key(name) in registers.province_names for name in former)
