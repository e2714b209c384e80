"""Pictures of products from the folder to the page."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.languages.messages import read_messages
from generator.plugin import BuildStopped
from tests.build.project import DAY, TEA, Project, tree
from tests.pictures.samples import halves, located, opened, picture, png, saved

PICTURE = {"file": "hop.jpg", "alt": {"vi": "Hộp chè 100 g", "en": "Box of 100 g"}, "credit": "HTX"}
IMAGE = re.compile(r'<img src="(?:\.\./)*(images/[^"]+)" srcset="([^"]+)"[^>]* width="(\d+)" height="(\d+)"')
FOLDER = "products/images/che-dinh"


def with_picture(project: Project, content: bytes, name: str = "hop.jpg", **fields: object) -> None:
    """Give the tea a picture."""
    project.write(f"{FOLDER}/{name}", content)
    project.product(record={**TEA, "images": [{**PICTURE, "file": name, **fields}]})


def ids(project: Project) -> list[str]:
    """The ids of the mistakes that `ocop check` tells."""
    told = CliRunner().invoke(main, ["check", "-f", project.config, "--as-of", DAY.isoformat(), "--format", "json"])
    return [issue["id"] for issue in json.loads(told.output)["issues"] if issue["severity"] == "error"]


def test_pages_show_clean_copies_with_sizes(made: Project) -> None:
    """`src`, `srcset`, `width`, `height` and `alt` fit files that exist; nothing else of the original is published."""
    with_picture(made, located(6), name="hop.jpg")
    made.write(f"{FOLDER}/hop-lon.png", saved(halves((1400, 700)), "PNG"))
    images = [PICTURE, {**PICTURE, "file": "hop-lon.png"}]
    made.product(record={**TEA, "images": images})
    made.build()
    page = made.read("vi/p/che-dinh/index.html")
    shown = re.findall(
        r'<img src="(?:\.\./)*(images/[^"]+)" srcset="([^"]+)"[^>]* width="(\d+)" height="(\d+)"[^>]*>', page
    )
    assert 2 == len(shown)
    for src, srcset, width, height in shown:
        assert (int(width), int(height)) == opened((made.site / src).read_bytes()).size
        for part in srcset.split(", "):
            address, wide = part.split(" ")
            assert int(wide[:-1]) == opened((made.site / address.replace("../", "")).read_bytes()).width
    files = {path: content for path, content in made.files().items() if path.startswith("images/")}
    assert {".webp"} == {Path(path).suffix for path in files}
    assert 4 == len(files)
    assert [] == [path for path, content in made.files().items() if b"Secret" in content]


def test_the_alternative_text_is_in_the_language_of_the_page(made: Project) -> None:
    """Vietnamese on Vietnamese pages, English on English ones."""
    with_picture(made, picture())
    made.build()
    assert 'alt="Hộp chè 100 g"' in made.read("vi/p/che-dinh/index.html")
    assert 'alt="Box of 100 g"' in made.read("en/p/che-dinh/index.html")


@pytest.mark.parametrize("alt", ["", {}, {"vi": ""}])
def test_a_picture_without_alternative_text_is_refused(made: Project, alt: object) -> None:
    """Who cannot see it must be told what it shows."""
    with_picture(made, picture(), alt=alt)
    assert ids(made) in (["field-missing"], ["text-empty"])


@pytest.mark.parametrize(
    ("content", "issue"),
    [
        (picture("GIF"), "image-format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image-format"),
        (picture()[:200], "image-format"),
        (png(65_000, 65_000), "image-too-large"),
    ],
    ids=["gif", "svg", "cut", "bomb"],
)
def test_an_unusable_picture_is_told_with_its_place(made: Project, content: bytes, issue: str) -> None:
    """File, line and column of the record, in both languages; nothing is published."""
    with_picture(made, content)
    told = CliRunner().invoke(main, ["check", "-f", made.config, "--lang", "en"])
    assert re.search(rf"products/records/lao-cai/che-dinh\.yml:\d+:\d+: error: .*hop\.jpg.*\[{issue}\]", told.output)
    for language in ("vi", "en"):
        assert read_messages(language).message(issue, {"value": "hop.jpg", "field": "file"})
        assert read_messages(language).hint(issue, {"value": "hop.jpg"})
    with pytest.raises(BuildStopped):
        made.build()
    assert not made.site.exists()


@pytest.mark.parametrize(
    "name",
    ["../mat-ong/x.jpg", "/etc/passwd", "..", "a/b.jpg", "a\\b.jpg", "c:x.jpg", ".hidden.jpg", "x" * 256, "ả" * 100],
)
def test_a_name_that_is_more_than_a_file_is_refused(made: Project, name: str) -> None:
    """A picture lies in the folder of its product, nowhere else."""
    made.product(record={**TEA, "images": [{**PICTURE, "file": name}]})
    assert ids(made) in (["image-name"], ["image-missing"])
    assert ids(made) == ["image-name"] or not {"/", "\\", ":"} & set(name)


def test_a_missing_picture_is_told(made: Project) -> None:
    """The record names a file that is not there, or a folder."""
    made.product(record={**TEA, "images": [PICTURE]})
    assert ["image-missing"] == ids(made)
    (made.folder / FOLDER / "hop.jpg").mkdir(parents=True)
    assert ["image-missing"] == ids(made)


@pytest.mark.parametrize("link", ["hop.jpg", ".", ".."], ids=["picture", "folder", "all pictures"])
def test_links_are_not_followed(made: Project, tmp_path: Path, link: str) -> None:
    """Neither a linked picture nor a linked folder is read: it could show any file of the machine."""
    target = tmp_path / "elsewhere"
    (target / "che-dinh").mkdir(parents=True)
    for place in (target / "hop.jpg", target / "che-dinh" / "hop.jpg"):
        place.write_bytes(picture())
    place = Path(made.folder / FOLDER / link).resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target / "hop.jpg" if link == "hop.jpg" else target)
    made.product(record={**TEA, "images": [PICTURE]})
    assert ["file-link"] == ids(made)


def test_a_second_build_reads_copies_from_the_cache(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture is encoded once; the cache gives the same bytes."""
    with_picture(made, picture())
    made.build()
    before = made.hashes()
    monkeypatch.setattr("generator.catalogue.pictures._copy", lambda *_: pytest.fail("encoded again"))
    assert 0 == made.build().changed
    assert before == made.hashes()


def test_a_half_written_cache_is_not_used(made: Project) -> None:
    """Copies that a stopped build left are made again."""
    with_picture(made, picture())
    made.build()
    before = made.hashes()
    for mark in (made.folder / ".cache").rglob("complete"):
        mark.unlink()
    for file in (made.folder / ".cache").rglob("*.webp"):
        file.write_bytes(b"half")
    made.build()
    assert before == made.hashes()


def test_a_picture_that_is_gone_leaves_the_site(made: Project) -> None:
    """Copies of a removed picture are removed."""
    with_picture(made, picture())
    made.build()
    made.product()
    made.build()
    assert {} == {path: 0 for path in tree(made.site) if path.startswith("images/")}
