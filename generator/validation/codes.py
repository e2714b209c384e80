"""Whether every code and id that was ever given still leads somewhere: the ledger beside the records that there are."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.codes.ledger import Former, Ledger
from generator.issues import Issue, Source
from generator.records.reader import Reading

MOST_COMPARED = 500
"""New ids among which the one is looked for that a product may have been renamed to."""


def check_codes(ledger: Ledger, reading: Reading) -> Iterator[Issue]:
    """Issues of the ledger by itself, and with all records of a reading, before any are left out.

    Nothing is said of records that could not be read.
    """
    yield from ledger.issues
    if not ledger.exists:
        return
    there = {record.id: record.file for record in reading.records if record.kind == "product"}
    unread = {issue.source.file.rsplit("/", 1)[-1].rsplit(".", 1)[0] for issue in reading.issues}
    new = {one: file for one, file in there.items() if one not in ledger.codes}
    for file in new.values():
        yield Issue("code-missing", Source(file), "warning")
    yield from _vanished(ledger, there, new, unread)
    yield from _twice(ledger)
    for former in ledger.former.values():
        yield from _former(former, ledger, there)


def _vanished(ledger: Ledger, there: Mapping[str, str], new: Mapping[str, str], unread: set[str]) -> Iterator[Issue]:
    """Ids without a record of which nobody has said what became of them."""
    candidates = sorted(new) if len(new) <= MOST_COMPARED else []
    for one, code in ledger.codes.items():
        if one not in there and one not in ledger.former and one not in unread:
            near = get_close_matches(one, candidates, n=1)
            details = {"value": one, "code": code, "suggestion": near[0] if near else ""}
            yield Issue("code-vanished", Source(ledger.file, (), ledger.lines[one]), details=details)


def _twice(ledger: Ledger) -> Iterator[Issue]:
    """Codes of two products; a product that was renamed keeps its own."""
    first: dict[str, str] = {}
    for one, code in ledger.codes.items():
        other = first.setdefault(code, one)
        if other != one and ledger.end(other) != ledger.end(one):
            details = {"value": code, "id": one, "other": other}
            yield Issue("code-twice", Source(ledger.file, (), ledger.lines[one]), details=details)


def _former(former: Former, ledger: Ledger, there: Mapping[str, str]) -> Iterator[Issue]:
    """Whether what is said of a product that left can be so."""
    source = Source(ledger.former_file)
    if former.id in there:
        yield Issue("code-returned", source, details={"value": former.id, "other": there[former.id]})
    if former.id not in ledger.codes:
        yield Issue("code-former-unknown", source, details={"value": former.id})
    goal = former.renamed_to
    is_known = goal in there or goal in ledger.former or goal in ledger.codes
    if goal and (not is_known or ledger.is_circle(former.id)):
        yield Issue("code-successor", source, details={"value": former.id, "other": goal})
