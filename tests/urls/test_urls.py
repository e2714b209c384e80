"""Addresses and output paths: one module makes them, and none leads out of the site."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator import urls
from generator.fields import Slug

SITE = "https://x.example/ocop/"
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
WAYS_OUT = [
    "../x",
    "..",
    "vi/../../x",
    "vi/../x/",
    "/etc/passwd",
    "//host/x",
    "vi//x",
    "vi/./x",
    "./x",
    ".",
    "vi\\..\\x",
    "c:\\x",
    "vi/x/..",
    "vi/../",
    "../",
    "/",
]


@pytest.mark.parametrize("path", WAYS_OUT)
def test_a_path_out_of_the_site_is_refused(path: str) -> None:
    """Nothing is written above the site folder, by another root, or under a second name of the same file."""
    with pytest.raises(ValueError, match="not a path inside the site"):
        urls.output_file(path)


@given(st.text(alphabet="./\\ab:~\0", max_size=12))
def test_every_path_that_is_taken_stays_inside(path: str) -> None:
    """Whatever the letters: refused, or a plain way down from the site folder."""
    try:
        parts = PurePosixPath("/site", urls.output_file(path)).parts
    except ValueError:
        return
    assert ("/", "site") == parts[:2]
    assert not {"..", "."} & set(parts)
    assert "\0" not in "".join(parts)


@pytest.mark.parametrize(
    ("path", "file"),
    [("", "index.html"), ("vi/", "vi/index.html"), ("vi/p/a/", "vi/p/a/index.html"), ("robots.txt", "robots.txt")],
)
def test_a_page_is_a_folder_with_an_index(path: str, file: str) -> None:
    """Pages end with a slash, files do not."""
    assert file == urls.output_file(path)


@given(SLUGS, st.sampled_from(["vi", "en"]), st.integers(1, 99))
def test_pages_of_different_things_have_different_files(slug: str, language: str, number: int) -> None:
    """Product, listings of each kind and their pages never meet in one file."""
    kinds = [kind for kind in urls.LISTING_FOLDERS if kind not in ("market_of", "product", "bundle", "makers")]
    paths = [urls.product(language, slug), *(urls.listing(language, kind, slug, number) for kind in kinds)]
    paths += [urls.home(language), urls.about(language, "data"), urls.feed(language)]
    assert len(paths) == len({urls.output_file(path) for path in paths})


@pytest.mark.parametrize("digits", ["1", "2", "404", "0012"])
def test_an_id_is_never_a_page_number(digits: str) -> None:
    """The producer "2" would stand where page 2 of all producers stands: such ids are refused."""
    assert urls.output_file(urls.listing("vi", "producer", "2")) == urls.output_file(
        urls.listing("vi", "producer", "", 2)
    )
    with pytest.raises(ValueError, match="id-form"):
        TypeAdapter(Slug).validate_python(digits)


@pytest.mark.parametrize(
    ("path", "way"), [("", ""), ("404.html", ""), ("vi/", "../"), ("vi/p/a/", "../../../"), ("vi/feed.xml", "../")]
)
def test_the_way_up_has_a_step_a_folder(path: str, way: str) -> None:
    """From any page to the root."""
    assert way == urls.way_up(path)


@given(SLUGS)
def test_a_link_leads_from_any_page_to_its_target(slug: str) -> None:
    """The mark of a link, replaced by the way up, leads to the same file from every depth."""
    target = urls.product("vi", slug)
    for page in ("", "vi/", "vi/products/", "vi/products/2/", "en/provinces/lao-cai/2/"):
        href = urls.link(target).replace(urls.ROOT, urls.way_up(page))
        assert target == _resolved(page, href)


def _resolved(page: str, href: str) -> str:
    steps = page.split("/")[:-1]
    for step in href.split("/")[:-1]:
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps) + "/"


@given(st.text(max_size=20))
def test_a_full_address_is_ascii_and_means_the_same_path(path: str) -> None:
    """Letters outside ASCII, spaces, quotes and brackets are percent-encoded."""
    address = urls.absolute(SITE, path) if _encodes(path) else SITE
    assert address.isascii()
    assert not set(' "<>\\^`{|}\n') & set(address)
    if _encodes(path):
        assert path == unquote(address.removeprefix(SITE))


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def test_percent_encoding_keeps_slashes_and_encodes_the_rest() -> None:
    """A path stays a path; a question mark, a hash and a percent sign are no longer such."""
    assert f"{SITE}vi/p/%C4%91/%3Fa%23b%25/" == urls.absolute(SITE, "vi/p/đ/?a#b%/")
    assert ("", "") == urlsplit(urls.absolute(SITE, "a?b#c"))[3:]


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("https://x.example/", "/"),
        ("https://x.example", "/"),
        ("https://x.example/ocop/", "/ocop/"),
        ("https://x.example/a/b", "/a/b/"),
    ],
)
def test_the_base_path_has_slashes_at_both_ends(site: str, path: str) -> None:
    """What a page shown at any depth begins its links with."""
    assert path == urls.base_path(site)


@given(SLUGS)
def test_the_other_language_has_the_same_path(slug: str) -> None:
    """Only the first step differs; there and back is the same page."""
    page = urls.product("vi", slug)
    assert urls.product("en", slug) == urls.other_language(page, "en")
    assert page == urls.other_language(urls.other_language(page, "en"), "vi")
