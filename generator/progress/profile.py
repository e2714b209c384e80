"""Where the time of a build went, as tables for people: phases, folders of the site, memory."""

import sys
from collections.abc import Iterable, Iterator

from generator.languages import formats
from generator.languages.messages import read_messages
from generator.progress import words
from generator.progress.phases import Stopwatch

if sys.platform != "win32":
    import resource

_SMALLEST_SHARE = 0.01
"""Folders that took less are told together."""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts memory."""
Row = tuple[str, float]
"""What it is, and its seconds."""


def render_profile(watch: Stopwatch) -> str:
    """The tables of a build that has ended, in the language it spoke; the shares of each table add up to 100 %."""
    language = watch.language
    messages = read_messages(language)
    lines = [*_table("profile-phase", _phases(watch), language)]
    if watch.folders:
        lines += ["", *_table("profile-folder", _folders(watch, messages.word("profile-rest")), language)]
    lines += ["", messages.word("profile-loading").format(seconds=words.seconds(watch.loading, language))]
    return "\n".join([*lines, *_memory(language)])


def _phases(watch: Stopwatch) -> Iterator[Row]:
    """Every phase by the clock, and what came before the first."""
    if watch.phases:
        yield words.name_of("start", watch.language), watch.phases[0].begun - watch.begun
    for phase in watch.phases:
        yield words.name_of(phase.name, watch.language), phase.seconds


def _folders(watch: Stopwatch, rest: str) -> Iterator[Row]:
    """Folders by processor seconds, the longest first."""
    least = _SMALLEST_SHARE * sum(watch.folders.values())
    large = {folder: taken for folder, taken in watch.folders.items() if taken >= least}
    for folder, taken in sorted(large.items(), key=lambda row: (-row[1], row[0])):
        yield f"{folder}/", taken
    if len(large) < len(watch.folders):
        yield rest, sum(watch.folders.values()) - sum(large.values())


def _table(heading: str, rows: Iterable[Row], language: str) -> Iterator[str]:
    """Lines of three columns: what, seconds, share; then the sum."""
    messages, told = read_messages(language), list(rows)
    total = sum(taken for _, taken in told)
    lines = [(messages.word(heading), messages.word("profile-seconds"), messages.word("profile-share"))]
    for name, taken in (*told, (messages.word("profile-total"), total)):
        share = formats.decimal(100 * taken / total if total else 0.0, language)
        lines.append((name, formats.decimal(taken, language, 2), f"{share} %"))
    width = max(len(name) for name, _, _ in lines)
    return (f"{name:{width}}  {taken:>8}  {share:>8}" for name, taken, share in lines)


def _memory(language: str) -> Iterator[str]:
    """The most memory this process held, and the largest of its helpers; no line where the system does not tell."""
    if sys.platform != "win32":
        own, other = (
            formats.number(resource.getrusage(who).ru_maxrss * _UNIT // 1_000_000, language)
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        yield read_messages(language).word("profile-memory").format(own=own, helper=other)
