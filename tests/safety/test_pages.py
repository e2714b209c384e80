"""Every page of a site: nothing inline, nothing from elsewhere, the policy first."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.pages.navigation import POLICY
from tests.build.project import Project
from tests.safety.pages import addresses, parse

DATA = {"application/ld+json", "application/json"}
OWN = {"", "catalogue.example"}
DANGEROUS = rb"\beval\(|new Function|innerHTML|document\.write|insertAdjacentHTML"
ACTIVE = re.compile(rb"<script|\son\w+=|<foreignObject|href=")
LOADED = {"link": {"stylesheet", "icon", "preload", "manifest", "modulepreload"}}


@pytest.fixture(scope="module")
def pages(site: Project) -> dict[str, Any]:
    """The trees of one page of each template, and of hand-written pages."""
    kinds = ["", "vi", "en", "vi/products", "en/groups", "vi/groups/beverages", "vi/stars/5", "en/provinces/lao-cai"]
    kinds += ["vi/p/che-dinh", "en/p/mat-ong", "vi/producers/htx-ban-lien", "en/producers", "vi/about/stars"]
    kinds += ["en/about/data", "vi/certifications", "en/export", "vi/programme"]
    names = ["404.html", *(f"{kind}/index.html".removeprefix("/") for kind in kinds)]
    return {name: parse(site.read(name)) for name in names}


def test_nothing_is_inline(pages: dict[str, Any]) -> None:
    """No script or style of its own, no style attribute, no event attribute; data blocks are not scripts."""
    for name, tree in pages.items():
        for element in tree.iter():
            assert "style" != element.tag, name
            assert element.tag != "script" or element.get("src") or element.get("type") in DATA, name
            assert [] == [one for one in element.attrib if one == "style" or one.startswith("on")], name


def test_no_page_at_all_has_inline_code(site: Project) -> None:
    """The same for every page, by a plain search."""
    code = r"<style|<script(?![^>]*(src=|type=\"application/))|\sstyle=|<[^>]+\son[a-z]+=|javascript:"
    inline = re.compile(code, re.IGNORECASE)
    pages = {path: content.decode() for path, content in site.files().items() if path.endswith(".html")}
    assert len(pages) > 150
    assert {} == {path: found[0] for path, page in pages.items() if (found := inline.search(page))}


def test_the_policy_comes_first(pages: dict[str, Any]) -> None:
    """The Content-Security-Policy stands before anything that could load."""
    for name, tree in pages.items():
        first = next(iter(tree.find("head")))
        assert ("Content-Security-Policy", POLICY) == (first.get("http-equiv"), first.get("content")), name


@pytest.mark.parametrize("word", ["unsafe-inline", "unsafe-eval", "http:", "https:", "*", "blob:"])
def test_the_policy_has_no_hole(word: str) -> None:
    """Nothing inline, nothing from another host."""
    assert word not in POLICY
    assert POLICY.startswith("default-src 'none';")


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Any]) -> None:
    """Scripts, styles, pictures, fonts and frames are ours; other sites are only linked to."""
    for name, tree in pages.items():
        for element, address in addresses(tree):
            loads = element.tag not in {"a", "link"} or LOADED["link"] & set((element.get("rel") or "").split())
            assert not loads or urlsplit(address).netloc in OWN, (name, address)
        assert [] == [one.tag for one in tree.iter() if one.tag in {"iframe", "object", "embed", "base", "frame"}], name


def test_styles_and_scripts_load_nothing_from_elsewhere(site: Project) -> None:
    """No address of another host in a style sheet; no request in a script."""
    for path, content in site.files().items():
        if path.endswith(".css"):
            foreign = re.findall(rb"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+", content)
            assert [] == foreign, path
        if path.endswith(".js"):
            assert [] == re.findall(rb"\beval\(|new Function|innerHTML|document\.write|insertAdjacentHTML", content), (
                path
            )


def test_drawings_hold_no_script(site: Project) -> None:
    """SVG files are ours and only draw."""
    drawings = {path: content for path, content in site.files().items() if path.endswith(".svg")}
    assert drawings
    assert [] == [
        path for path, content in drawings.items() if re.search(rb"<script|\son\w+=|<foreignObject|href=", content)
    ]


def test_only_known_kinds_of_files_are_published(site: Project) -> None:
    """No template, source map, record or cache among them."""
    known = {"html", "css", "js", "svg", "woff2", "webp", "png", "xml", "json", "csv", "txt", "ics"}
    assert {} == {path: "" for path in site.files() if path.rpartition(".")[2] not in known}
