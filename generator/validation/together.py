"""What records mean beside each other, and beside the pictures: ids and article numbers used twice, producers, files.

Facts of validated records in, issues out. Judged anew in every build: other files decide it too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path as FilePath

from generator.facts import ProductFacts
from generator.issues import Issue, Path, Source
from generator.records.raw import RawRecord
from generator.validation.references import reference

LONGEST_FILE_NAME = 255
"""Bytes; what Linux, Windows and macOS allow."""


def check_ids(groups: Mapping[str, list[RawRecord]]) -> Iterator[Issue]:
    """Ids that two files share, also when they differ only in case or in Unicode form."""
    for records in groups.values():
        for record in records[1:]:
            yield Issue("id-twice", Source(record.file), details={"value": record.id, "other": records[0].file})


def check_gtins(products: Iterable[tuple[ProductFacts, str]]) -> Iterator[Issue]:
    """Article numbers that two products share."""
    first: dict[str, str] = {}
    for product, file in products:
        if product.gtin and first.setdefault(product.gtin, file) != file:
            details = {"value": product.gtin, "other": first[product.gtin]}
            yield Issue("gtin-twice", Source(file, ("gtin",)), "error", details)


def check_producers(products: Iterable[tuple[ProductFacts, str]], producers: Collection[str]) -> Iterator[Issue]:
    """Producers that no record is of, with the nearest that one is of; `producers` are the ids of all."""

    @lru_cache(maxsize=1024)
    def near(producer: str) -> list[str]:
        return get_close_matches(producer, sorted(producers), n=1)

    known = frozenset(producers)
    for product, file in products:
        if product.producer and product.producer not in known:
            yield reference("producer-unknown", file, ("producer",), product.producer, near(product.producer))


def check_pictures(products: Iterable[tuple[ProductFacts, str]], images: FilePath) -> Iterator[Issue]:
    """Pictures that are not where they should be: in a folder of `images` called like the product."""
    for product, file in products:
        for number, picture in enumerate(product.images):
            path: Path = ("images", number, "file")
            if not _is_file_name(picture):
                yield reference("image-name", file, path, picture)
                continue
            place = images / product.id / picture
            if any(one.is_symlink() for one in (place, place.parent, images)):
                yield reference("file-link", file, path, picture)
            elif not place.is_file():
                yield reference("image-missing", file, path, picture, [f"{images.name}/{product.id}/"])


def _is_file_name(name: str) -> bool:
    """Whether a text names a file in its own folder: no path, not hidden, no longer than file systems take."""
    return not (set(name) & set("/\\:") or name.startswith(".") or len(name.encode()) > LONGEST_FILE_NAME)
