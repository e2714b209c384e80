"""`ocop codes`: gives codes to new products, and keeps what is known of those that were renamed or removed.

Wishes in; the ledger, moved and deleted records, and an account out. Nothing is written while an id is unaccounted for.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.catalogue.entry import Entry, make_entry
from generator.changes.earlier import NoSuchStateError, earlier_products
from generator.codes.ledger import CODES_FILE, FORMER_FILE, Former, Ledger, render_codes, render_former
from generator.facts import ProductFacts
from generator.issues import Issue, has_errors
from generator.model import Award, Product
from generator.records.hs_codes import HsCodes
from generator.records.ledger_files import read_ledger_files
from generator.records.raw import RawRecord
from generator.records.reader import Reading, looks, read_file, read_folder
from generator.registers import Registers
from generator.validation.codes import check_codes
from generator.validation.examiner import Examiner, Packed
from generator.validation.validator import Producers, read_registers
from generator.writing import replace_file

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LAST_COMMIT = "HEAD"


@dataclass(frozen=True, slots=True)
class CodeWishes:
    """What has happened to products, besides that there are new ones."""

    day: date
    """The day on which it happened."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new id."""
    removed: tuple[str, ...] = ()
    note: str = ""
    since: str = LAST_COMMIT
    """An earlier state that still has the records: a commit, or a folder."""


@dataclass(frozen=True, slots=True)
class Account:
    """What was done, or why nothing was."""

    issues: tuple[Issue, ...] = ()
    new: int = 0
    every: int = 0
    moved: Mapping[Path, Path | None] = field(default_factory=dict)
    """Records that were moved, or deleted (None)."""


class RefusedWishError(Exception):
    """A wish that cannot be; `kind` is a part of the key of the words `codes-<kind>`."""

    def __init__(self, kind: str, product_id: str) -> None:
        """`product_id` is what the words are about."""
        super().__init__(product_id)
        self.kind = kind
        self.product_id = product_id


@dataclass(slots=True)
class _Book:
    """The ledger while wishes are written into it."""

    products: Path
    there: dict[str, str]
    """The file of each record."""
    codes: dict[str, str]
    former: dict[str, Former]
    moved: dict[Path, Path | None]


def update_codes(products: Path, wishes: CodeWishes) -> Account:
    """Write wishes and codes for new products into the ledger; raises `RefusedWishError`."""
    ledger = read_ledger_files(products)
    if ledger.issues:
        return Account(ledger.issues)
    book = _Book(products, _records(products), dict(ledger.codes), dict(ledger.former), {})
    known = len(book.codes)
    with _earlier(products, wishes, book) as earlier:
        for old, new in wishes.renamed:
            _rename(book, old, new, wishes, earlier)
        for old in wishes.removed:
            _remove(book, old, wishes, earlier)
    made = replace(ledger, codes=book.codes, former=book.former, exists=True, lines=_lines(book, ledger))
    reading = Reading(tuple(RawRecord("product", one, file, {}) for one, file in book.there.items()), ())
    issues = tuple(check_codes(made, reading))
    if has_errors(issues):
        return Account(tuple(issue for issue in issues if issue.severity == "error"))
    codes = made.with_new(one for one in book.there if _SLUG.fullmatch(one))
    _write(products, codes, book)
    return Account((), len(codes) - known, len(codes), book.moved)


def _records(products: Path) -> dict[str, str]:
    """The file of each record by its id, which is the name of the file."""
    files = (file for file in looks(products) if file.startswith(f"{products.name}/records/"))
    return {file.rsplit("/", 1)[-1].rsplit(".", 1)[0]: file for file in files}


def _lines(book: _Book, ledger: Ledger) -> dict[str, int]:
    return {one: ledger.lines.get(one, 0) for one in book.codes}


@contextmanager
def _earlier(products: Path, wishes: CodeWishes, book: _Book) -> Iterator[Path | None]:
    """The earlier state, if a record is needed that is not there; None when there is none.

    Raises `NoSuchStateError` when one was named that there is not.
    """
    gone = [*(old for old, _ in wishes.renamed), *wishes.removed]
    if all(one in book.there for one in gone):
        yield None
        return
    with ExitStack() as held:
        found = None
        try:
            found = held.enter_context(earlier_products(wishes.since, products))
        except NoSuchStateError:
            if wishes.since != LAST_COMMIT:
                raise
        yield found


def _rename(book: _Book, old: str, new: str, wishes: CodeWishes, earlier: Path | None) -> None:
    _expect_known(book, old)
    if old in book.there and new in book.there:
        raise RefusedWishError("both-there", old)
    if old not in book.there and new not in book.there:
        raise RefusedWishError("no-record", new)
    if not _SLUG.fullmatch(new):
        raise RefusedWishError("no-id", new)
    left = _last_known(book, old, wishes, earlier) or Former(old, wishes.day)
    if old in book.there:
        _move(book, old, new)
    book.former.pop(new, None)  # it goes by a name that it had before
    book.former[old] = left._replace(renamed_to=new, note=wishes.note)
    book.codes.setdefault(new, book.codes[old])


def _move(book: _Book, old: str, new: str) -> None:
    file = book.there.pop(old)
    folder, _, name = file.rpartition("/")
    book.there[new] = f"{folder}/{new}.{name.rsplit('.', 1)[1]}"
    root = book.products.parent
    book.moved[root / file] = root / book.there[new]
    images = book.products / "images"
    if (images / old).is_dir():
        book.moved[images / old] = images / new


def _remove(book: _Book, old: str, wishes: CodeWishes, earlier: Path | None) -> None:
    _expect_known(book, old)
    left = _last_known(book, old, wishes, earlier)
    if left is None:
        raise RefusedWishError("nothing-known", old)
    book.former[old] = left._replace(note=wishes.note)
    if old in book.there:
        book.moved[book.products.parent / book.there.pop(old)] = None


def _expect_known(book: _Book, product_id: str) -> None:
    if product_id not in book.codes:
        raise RefusedWishError("unknown", product_id)
    if product_id in book.former:
        raise RefusedWishError("left", product_id)


def _last_known(book: _Book, product_id: str, wishes: CodeWishes, earlier: Path | None) -> Former | None:
    """What the record says, or said; None when there is none, or nothing in it is sound."""
    products = book.products
    file = book.there.get(product_id, "")
    if not file and earlier:
        products, file = earlier, _records(earlier).get(product_id, "")
    registers = _registers(book.products)
    record = read_file("product", file, f"{products.parent}/{file}") if file else None
    if registers is None or not isinstance(record, RawRecord):
        return None
    content, facts, _ = Examiner(registers, products, wishes.day).examine(record)
    if not content:
        return None
    packed = Packed(file, record.fingerprint, Product, content, ProductFacts(*facts))
    return _former(make_entry(packed, Producers({}), registers, wishes.day), wishes.day)


def _registers(products: Path) -> Registers | None:
    folder = products / "registers"
    return read_registers(read_folder(products, 1, folders=("registers",)), products, HsCodes(folder))[0]


def _former(entry: Entry, day: date) -> Former:
    product, award = entry.product, entry.standing.award
    left = Former(
        entry.id,
        day,
        vi=product.name.vi or "",
        en=product.name.en or "",
        set=str(entry.facts.set or ""),
        province=entry.facts.province or "",
        producer=entry.facts.producer or "",
        gtin=entry.facts.gtin or "",
    )
    if award is None:
        return left
    return left._replace(
        stars=award.stars or 0,
        decision=award.decision or "",
        issued=str(award.issued or award.month or award.year or ""),
        expires=entry.standing.expires,
        withdrawn=_withdrawn(award),
    )


def _withdrawn(award: Award) -> str:
    if award.withdrawn is None:
        return ""
    return award.withdrawn.date.isoformat() if award.withdrawn.date else "yes"


def _write(products: Path, codes: Mapping[str, str], book: _Book) -> None:
    """The ledger first: what it says must not be lost when a record is already gone."""
    replace_file(products / CODES_FILE, render_codes(codes).encode())
    if book.former or (products / FORMER_FILE).exists():
        replace_file(products / FORMER_FILE, render_former(book.former).encode())
    for old, new in book.moved.items():
        if new is None:
            old.unlink()
        else:
            shutil.move(old, new)
