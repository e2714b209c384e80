"""The file in which an officer decides about near matches: decisions in, open questions out.

One entry a pair: what the list says, which record is near, and `decision`: `same` or `new`, blank while it is open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.importing.drafts import Draft
from generator.importing.matching import first_name
from generator.importing.near import Known, producer_of, told
from generator.importing.words import organisation_key
from generator.issues import Issue, Source
from generator.languages.codes import word_key
from generator.records.raw import Raw
from generator.records.strict_yaml import StrictYamlError, parse, render

Answer = Literal["same", "new"]
Pair = tuple[str, str, str, str]
_WORDS: Mapping[str, Answer] = {
    **dict.fromkeys(("same", "cung", "trung", "motsanpham", "la"), "same"),
    **dict.fromkeys(("new", "moi", "khac", "khong"), "new"),
}
_HEAD = """\
# Sản phẩm trong danh sách giống hồ sơ đã có nhưng chưa chắc là một. Mỗi mục ghi decision: same (là một) hoặc new (sản
# phẩm khác), rồi chạy lại lệnh nhập với --decide và tệp này.
# Products of the list that look like a record but may be another one. Write decision: same, or new, into each entry,
# then import again with --decide and this file.
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A row and a record that may be the same product."""

    draft: Draft
    known: Known

    @property
    def pair(self) -> Pair:
        """What makes the question the same in another run: the row's names and place, and the record."""
        name, producer = first_name(self.draft.product["name"]), producer_of(self.draft)
        return word_key(name), organisation_key(producer), self.draft.province, self.known.id


@dataclass(slots=True)
class Decisions:
    """What was decided, the entries of the file as they are, and what is still open."""

    answers: dict[Pair, Answer] = field(default_factory=dict)
    entries: list[Raw] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    open: list[Question] = field(default_factory=list)

    def choose(self, draft: Draft, candidates: Iterable[Known]) -> Known | Literal["new", "open"]:
        """The record that a draft was decided to be, or that it is a new one, or that somebody has to decide."""
        questions = [Question(draft, known) for known in candidates]
        answers = [self.answers.get(question.pair) for question in questions]
        for question, answer in zip(questions, answers, strict=True):
            if answer == "same":
                return question.known
        if all(answer == "new" for answer in answers):
            return "new"
        self.open += [question for question, answer in zip(questions, answers, strict=True) if not answer]
        return "open"

    def render(self) -> str:
        """The file with the questions that it does not hold yet."""
        held = {_pair(entry) for entry in self.entries if isinstance(entry, dict)}
        fresh: list[Raw] = []
        for question in self.open:
            if question.pair not in held:
                held.add(question.pair)
                fresh.append(_entry(question))
        return _HEAD + render({"decisions": [*self.entries, *fresh]})


def _entry(question: Question) -> dict[str, Raw]:
    draft = question.draft
    return {
        "name": first_name(draft.product["name"]),
        "producer": producer_of(draft),
        "place": draft.province,
        "row": str(draft.source).rpartition("/")[2],
        "record": question.known.id,
        "record_says": told(question.known),
        "decision": "",
    }


def _pair(entry: Mapping[str, Raw]) -> Pair:
    name, producer, place, record = (str(entry.get(key, "")) for key in ("name", "producer", "place", "record"))
    return word_key(name), organisation_key(producer), place, record


def read_decisions(file: Path) -> Decisions:
    """Read a file of decisions; one that is not there yet has none. Words that are no decision are told."""
    if not file.is_file():
        return Decisions()
    name, found = file.as_posix(), Decisions()
    try:
        values = parse(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        found.issues.append(Issue("file-encoding", Source(name)))
        return found
    except StrictYamlError as error:
        place = Source(name, (), error.line, error.column)
        found.issues.append(Issue(error.kind, place, details={"value": error.value[:120]}))
        return found
    entries = values.get("decisions", [])
    found.entries = entries if isinstance(entries, list) else []
    for number, entry in enumerate(found.entries):
        if isinstance(entry, dict) and (word := str(entry.get("decision", "") or "")):
            answer = _WORDS.get(word_key(word))
            if answer:
                found.answers[_pair(entry)] = answer
            else:
                found.issues.append(
                    Issue("import-decision", Source(name, ("decisions", number)), details={"value": word})
                )
    return found
