import pytest

from generator.languages.messages import LANGUAGES
from generator.report import render_text
from tests.conftest import MakeProject
from tests.validation.broken import CASES, HS_CODES, case_names, fill
from tests.validation.ids import ids_in_code

NO_CASE = {
    "field-invalid": "what pydantic finds and we have no word for; nothing is known that leads to it",
    "file-unreadable": "a file that vanishes or is forbidden: test_reader makes one",
    "image-format": "told when pictures are decoded, after validation",
    "image-too-large": "told when pictures are decoded, after validation",
}
"""Ids that no broken record brings about, with the reason; codes, importing and publishing have tests of their own."""


@pytest.mark.parametrize("case", case_names())
def test_broken_record_is_told(case: str, project: MakeProject) -> None:
    """Each broken record gets exactly the expected messages, with line and column, in both languages."""
    made = project()
    fill(made, case)
    issues = made.check(hs_codes=HS_CODES).issues
    expected = {language: (CASES / case / f"expected.{language}.txt").read_text("utf-8") for language in LANGUAGES}
    assert expected == {language: render_text(issues, language) + "\n" for language in LANGUAGES}


@pytest.mark.parametrize("case", case_names())
def test_case_is_about_its_id(case: str) -> None:
    """A case tells the id it is named for."""
    assert f"[{case.partition('--')[0]}]\n" in (CASES / case / "expected.en.txt").read_text("utf-8")


def test_every_id_has_a_case() -> None:
    """Every issue id that a record can bring about has a broken record here."""
    elsewhere = ("book-", "code-", "import-", "sheet-", "site-", "workbook-")
    told = {issue for issue in ids_in_code() if not issue.startswith(elsewhere)}
    assert told - set(NO_CASE) == {case.partition("--")[0] for case in case_names()}
