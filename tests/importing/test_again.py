"""What an import does to records that exist already: it adds, and leaves alone what an officer wrote."""

from generator.records.strict_yaml import render
from generator.standing import standing_of
from tests.importing.project import DAY, FILE, ROW, Project, csv_text, ids

RENEWED = {**ROW, "status": "re-recognised", "decision_number": "90/QĐ-UBND", "issued_at": "2024-08-01"}


def test_the_same_list_twice_changes_nothing(project: Project) -> None:
    """Not one byte, and nothing is told."""
    project.import_rows(ROW)
    before = project.files()
    result = project.import_rows(ROW)
    assert (before, (), ()) == (project.files(), result.written, result.issues)


def test_a_dry_run_writes_nothing_and_names_the_files(project: Project) -> None:
    """The account is that of a real run."""
    list_ = project.folder / "list.csv"
    list_.write_text(csv_text(ROW), encoding="utf-8")
    result = project.import_list(list_, dry_run=True)
    files = (f"products/{FILE}", "products/producers/htx-che-vi-du.yml")
    assert (files, {}, 1) == (result.written, project.files(), result.products.new)
    assert result.summary("en").endswith("trial run, nothing was written; files that would be written: 2")


def test_a_later_decision_adds_an_award(project: Project) -> None:
    """The product is the same, its history grows, and the newest award counts."""
    project.import_rows(ROW)
    result = project.import_rows(RENEWED)
    (product,) = project.collection().products
    rules = project.collection().registers.star_rules
    assert ["12/QĐ-UBND", "90/QĐ-UBND"] == [award.decision for award in product.awards]
    assert (1, "valid") == (result.products.changed, standing_of(product.awards, (), DAY, rules).state)


def test_a_later_decision_finds_its_product_without_an_id(project: Project) -> None:
    """By its name and producer, also when the later list writes them in capitals and leaves the province out."""
    project.import_rows(ROW)
    without = {column: cell for column, cell in RENEWED.items() if column not in {"id", "province_old"}}
    result = project.import_rows({**without, "name_vi": "CHÈ ĐINH", "producer": "HTX CHÈ VÍ DỤ"})
    assert (1, 0) == (result.products.changed, result.products.new)


def test_the_same_decision_in_other_words_adds_nothing(project: Project) -> None:
    """An office and a decision can be written in several ways."""
    project.import_rows(ROW)
    result = project.import_rows(
        {**ROW, "authority": "Ủy ban nhân dân tỉnh Thái Nguyên", "decision_number": "Số 12/QĐ-UBND"}
    )
    assert ((), ()) == (result.written, result.issues)


def test_a_row_that_knows_more_fills_an_award_in(project: Project) -> None:
    """A list with the year only, then one with the decision and its day: one award."""
    project.import_rows({**ROW, "decision_number": "", "issued_at": "", "cert_year": "2021"})
    project.import_rows(ROW)
    project.import_rows({**ROW, "decision_number": "", "issued_at": "", "cert_year": "2021"})
    (product,) = project.collection().products
    assert [("12/QĐ-UBND", "2021-07-20")] == [(award.decision, str(award.issued)) for award in product.awards]


def test_a_proposal_that_was_granted_becomes_an_award_beside_it(project: Project) -> None:
    """The proposal stays as history."""
    project.import_rows({**ROW, "status": "proposed", "stars": "", "notes": "potential 5-star at province council"})
    project.import_rows({**ROW, "stars": "5", "authority": "Bộ Nông nghiệp và Môi trường"})
    (product,) = project.collection().products
    assert ([5], [5]) == ([one.stars for one in product.proposals], [one.stars for one in product.awards])


def test_what_an_officer_added_stays(project: Project) -> None:
    """Fields no list knows, and the comments at the head of the file."""
    project.import_rows(ROW)
    path = project.products / FILE
    summary = {"summary": {"vi": "Chè một tôm hai lá."}, "content": {"net": "200 g"}}
    path.write_text("# Đã kiểm tra\n" + render({**project.record(FILE), **summary}), encoding="utf-8")
    project.import_rows(RENEWED)
    assert summary == {field: value for field, value in project.record(FILE).items() if field in summary}
    assert path.read_text(encoding="utf-8").startswith("# Đã kiểm tra\nname:")


def test_what_an_officer_corrected_stays_and_is_told(project: Project) -> None:
    """The list's own words do not come back, they are told."""
    project.import_rows({**ROW, "name_en": "Tea", "name_en_origin": "translation"})
    path = project.products / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("en: Tea", "en: Dinh tea"), encoding="utf-8")
    before = project.files()
    result = project.import_rows({**ROW, "name_en": "Tea", "name_en_origin": "translation"})
    assert (before, ["import-differs"]) == (project.files(), ids(result))
    assert ("Tea", "Dinh tea") == (result.issues[0].details["value"], result.issues[0].details["other"])


def test_marks_an_officer_took_away_do_not_come_back(project: Project) -> None:
    """An English name that was confirmed is no translation any more; a set that was confirmed is not inferred."""
    named = {**ROW, "name_en": "Dinh tea", "name_en_origin": "translation"}
    project.import_rows(named)
    path = project.products / FILE
    confirmed = path.read_text(encoding="utf-8").replace("  translated: [en]\n", "").replace("  inferred: yes\n", "")
    path.write_text(confirmed, encoding="utf-8")
    assert ((), confirmed) == (project.import_rows(named).written, path.read_text(encoding="utf-8"))


def test_a_file_that_was_moved_is_found(project: Project) -> None:
    """The id counts, not the folder."""
    project.import_rows(ROW)
    moved = project.products / "records/che-dinh-thai-nguyen.yml"
    (project.products / FILE).rename(moved)
    assert ("products/records/che-dinh-thai-nguyen.yml",) == project.import_rows(RENEWED).written


def test_comments_and_the_way_things_are_written_stay(project: Project) -> None:
    """What the list adds stands below what was there."""
    project.import_rows(ROW)
    path = project.products / FILE
    text = path.read_text(encoding="utf-8").replace("set: 11", "set:   11  # xem lại")
    path.write_text(text, encoding="utf-8")
    assert [] == ids(project.import_rows(RENEWED))
    added = path.read_text(encoding="utf-8").splitlines()
    assert [] == [line for line in text.splitlines() if line not in added]


def test_comments_that_are_lost_are_told(project: Project) -> None:
    """A comment between brackets cannot be kept when what stands there is written again."""
    project.import_rows(ROW)
    path = project.products / FILE
    values = {name: value for name, value in project.record(FILE).items() if name != "awards"}
    award = "{stars: 4, decision: 12/QĐ-UBND, issued: 2021-07-20}"
    path.write_text(f"{render(values)}awards: [\n  {award},  # xem lại\n]\n", encoding="utf-8")
    assert ["import-comments"] == ids(project.import_rows(RENEWED))


def test_nothing_is_written_beside_a_broken_record(project: Project) -> None:
    """A file that cannot be read may be the product of the list."""
    broken = project.products / FILE
    broken.parent.mkdir(parents=True)
    broken.write_text("name: [", encoding="utf-8")
    result = project.import_rows(ROW)
    assert ((), b"name: [") == (result.written, broken.read_bytes())
    assert result.issues
