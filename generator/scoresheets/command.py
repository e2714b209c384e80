"""`ocop score`: writes an empty score sheet, or says what a filled one amounts to. Text and success out."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.criteria import PARTS
from generator.issues import Issue, Source, has_errors
from generator.languages.messages import read_messages
from generator.pages.texts import read_texts
from generator.records.reader import read_folder
from generator.refusals import refusal_issues
from generator.registers import Registers
from generator.report import render_text
from generator.scoresheets.reading import read_score_sheet
from generator.scoresheets.telling import Verdict
from generator.scoresheets.writing import make_score_sheet
from generator.settings import SITE_LANGUAGES, Settings
from generator.validation.criteria import check_criteria
from generator.validation.validator import read_registers
from generator.writing import UnwritableError, replace_file, writing


class Told(NamedTuple):
    """What is said, and whether all is well."""

    text: str
    is_well: bool


def score(number: int, file: Path | None, settings: Settings, language: str, *, record: bool = False) -> Told:
    """Work out the filled sheet of a product set; without it, or when the file is not there, write an empty one.

    With `record`, the points are told as lines of a record instead of in words.
    """
    reading = read_folder(settings.products, 1, folders=("registers",))
    registers, issues = read_registers(reading, settings.products, {})
    issues = [*reading.issues, *issues, *check_criteria(registers)]
    if registers is None or has_errors(issues):
        return _told(issues, language)
    if number not in registers.criteria.sheets:
        return _told([Issue("register-missing", Source(registers.criteria.file))], language)
    if file is None or not file.exists():
        return _write_empty(number, file or Path(f"ocop-score-{number:02}.xlsx"), registers, settings, language)
    return _work_out(number, file, registers, language, record=record)


def _write_empty(number: int, file: Path, registers: Registers, settings: Settings, language: str) -> Told:
    if file.exists():
        details = {"value": str(file), "set": str(number)}
        return _told([Issue("sheet-exists", Source(str(file)), details=details)], language)
    name = {one: registers.sets[number].name.best(one)[0] for one in SITE_LANGUAGES}
    texts = {one: read_texts(settings.theme, one) for one in SITE_LANGUAGES}
    parts = {part: {one: texts[one][f"score.part.{part}"] for one in SITE_LANGUAGES} for part in PARTS}
    content = make_score_sheet(registers.criteria.sheets[number], name, parts)
    try:
        with writing(file):
            replace_file(file, content)
    except UnwritableError as error:
        return _told(refusal_issues(error, settings), language)
    return Told(read_messages(language).word("score-written").format(file=file), is_well=True)


def _work_out(number: int, file: Path, registers: Registers, language: str, *, record: bool) -> Told:
    sheet = registers.criteria.sheets[number]
    try:
        filled = read_score_sheet(file, sheet)
    except OSError as error:
        details = {"value": error.strerror or ""}
        return _told([Issue("file-unreadable", Source(file.name), details=details)], language)
    if has_errors(filled.issues):
        return _told(filled.issues, language)
    verdict = Verdict(sheet, filled, registers.star_rules, language)
    if record:
        return Told("\n".join(verdict.record()), is_well=True)
    warned = [render_text(filled.issues, language, show_all=True, unchanged=False)] if filled.issues else []
    return Told("\n".join([*warned, *verdict.lines(registers.sets[number].name.best(language)[0])]), is_well=True)


def _told(issues: Sequence[Issue], language: str) -> Told:
    return Told(render_text(issues, language, show_all=True, unchanged=False), is_well=False)
