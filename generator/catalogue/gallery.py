"""All pictures of a catalogue: where the copies of each are. Copies are kept in the cache by the hash of their source.

A picture whose file looks as it did in the last build, and of which the cache has the copies, is not opened.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from generator.cached import read_plain, write_plain
from generator.catalogue.pictures import LARGEST_FILE, RECIPE, StoredPicture, UnusablePictureError, encode
from generator.issues import Issue, Source
from generator.model import Picture
from generator.records.reader import State
from generator.validation.remembered import settled
from generator.validation.validator import PackedProduct
from generator.writing import replace_file, writing

KNOWN = "pictures.bin"
FOLDER = "pictures"
Copies: TypeAlias = "tuple[str, tuple[tuple[int, int], ...]]"
"""The name of what a picture holds, and width and height of each copy, smallest first."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """All pictures of the catalogue: by product, the files to write, and the issues of those that cannot be used."""

    pictures: Mapping[str, tuple[StoredPicture, ...]]
    files: Mapping[str, Path | bytes]
    """By path in the site: where the cache has a copy, or the copy itself where there is no cache."""
    issues: tuple[Issue, ...]


def make_gallery(products: Iterable[PackedProduct], images: Path, cache: Path | None) -> Gallery:
    """Find or make the copies of all pictures of `products`; raises `UnwritableError`."""
    store = _Store(cache)
    pictures: dict[str, tuple[StoredPicture, ...]] = {}
    issues: list[Issue] = []
    for packed in products:
        product = packed.facts.id
        made: list[StoredPicture] = []
        for number, picture in enumerate(packed.model.images if packed.facts.images else ()):
            try:
                made.append(store.add(product, picture, images / product / picture.file))
            except UnusablePictureError as error:
                source = Source(packed.file, ("images", number, "file"))
                issues.append(Issue(str(error), source, details={"value": picture.file}))
        if made:
            pictures[product] = tuple(made)
    store.remember()
    return Gallery(pictures, store.files, tuple(issues))


class _Store:
    """The copies in the cache, and what is known of the files that they were made from."""

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self._known: dict[str, tuple[State, Copies]] = read_plain(cache and cache / KNOWN) or {}
        self._met: dict[str, tuple[State, Copies]] = {}
        self.files: dict[str, Path | bytes] = {}

    def add(self, product: str, picture: Picture, file: Path) -> StoredPicture:
        """See to it that there are copies of a picture; raises `UnusablePictureError`."""
        found = file.stat()
        state = found.st_size, found.st_mtime_ns, found.st_ctime_ns
        known = self._known.get(str(file))
        if known and known[0] == state and self._places(known[1]):
            copies, contents = known[1], self._places(known[1])
        else:
            copies, contents = self._make(file)
        self._met[str(file)] = state, copies
        name, sizes = copies
        paths = tuple([(width, f"images/{product}/{name}-{width}.webp") for width, _ in sizes])
        self.files |= {path: content for (_, path), content in zip(paths, contents, strict=True)}
        return StoredPicture(paths, *sizes[-1], picture.alt, picture.credit, picture.licence)

    def remember(self) -> None:
        """Keep for the next build what is known of files that cannot have changed since."""
        is_settled = settled(state for state, _ in self._met.values())
        kept = {file: one for file, one in self._met.items() if is_settled(one[0])}
        if self._cache and kept != self._known:
            write_plain(self._cache / KNOWN, kept)

    def _make(self, file: Path) -> tuple[Copies, Sequence[Path | bytes]]:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
        name = sha256(RECIPE.encode() + data).hexdigest()[:16]
        if self._cache:
            sizes = self._sizes_of(name) or self._keep(name, encode(data))
            return (name, sizes), self._places((name, sizes))
        copies = encode(data)
        return (name, _sizes(copies)), [content for _, content in copies.values()]

    def _folder(self, name: str) -> Path:
        return (self._cache or Path()) / FOLDER / name

    def _places(self, copies: Copies) -> Sequence[Path | bytes]:
        """Where the copies are; none when the cache does not have them all."""
        name, sizes = copies
        folder = self._folder(name)
        return [folder / f"{width}x{height}.webp" for width, height in sizes] if _is_complete(folder) else []

    def _sizes_of(self, name: str) -> tuple[tuple[int, int], ...]:
        """The copies that the cache has; none when they are not complete."""
        folder = self._folder(name)
        stems = (file.stem.split("x") for file in (folder.glob("*.webp") if _is_complete(folder) else ()))
        return tuple(sorted((int(width), int(height)) for width, height in stems))

    def _keep(self, name: str, copies: Mapping[int, tuple[int, bytes]]) -> tuple[tuple[int, int], ...]:
        folder = self._folder(name)
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for width, (height, content) in copies.items():
                # Another build, or `mkdocs serve`, may be writing the same picture.
                replace_file(folder / f"{width}x{height}.webp", content)
            (folder / "complete").touch()
        return _sizes(copies)


def _sizes(copies: Mapping[int, tuple[int, bytes]]) -> tuple[tuple[int, int], ...]:
    return tuple([(width, height) for width, (height, _) in copies.items()])


def _is_complete(folder: Path) -> bool:
    """The last file that is written carries no copy: with it all are there."""
    with suppress(OSError):
        return (folder / "complete").exists()
    return False
