"""Readers propose corrections of a product where `mkdocs.yml` says: nowhere, at its file in a repository, by mail."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html
from mkdocs.exceptions import PluginError

from generator.options import read_corrections
from tests.build.project import TEA, Project, small_project

EDIT = "https://github.com/so-nn/ocop/edit/main/{file}"
HOSTILE = 'Chè "&body=<b>\u2019\u00e9%0D%0A&bcc=x@y.vn'


def links(project: Project, path: str) -> list[tuple[str, str, str]]:
    """Text, address and `rel` of the links of a page by which corrections are proposed."""
    found = html.fromstring(project.read(path)).xpath("//*[contains(@class, 'cat-correction')]/a")
    return [(link.text, link.get("href"), link.get("rel")) for link in found]


def test_nothing_is_offered_unless_a_way_is_named(tmp_path: Path) -> None:
    """Then the file in the repository, in both languages, also after it was moved; then mail, on shared pages too."""
    project = small_project(tmp_path / "project")
    project.product("che-dinh", TEA | {"name": {"vi": HOSTILE}})
    project.build()
    assert [] == links(project, "vi/p/che-dinh/index.html")

    project.configure({"corrections": EDIT})
    project.build()
    address = EDIT.format(file="products/records/lao-cai/che-dinh.yml")
    for language, text in (("vi", "Đề nghị sửa thông tin"), ("en", "Propose a correction")):
        assert [(text, address, "noopener nofollow")] == links(project, f"{language}/p/che-dinh/index.html")
    record = project.products / "records/lao-cai/che-dinh.yml"
    project.write("products/records/khac/che-dinh.yml", record.read_bytes())
    record.unlink()
    project.build()
    assert "khac/che-dinh.yml" in links(project, "vi/p/che-dinh/index.html")[0][1]

    project.configure({"corrections": "mailto:sua@so-nn.vn", "bundle": {"en": "all"}})
    project.build()
    ((_, mail, _),) = links(project, "vi/p/che-dinh/index.html")
    shared = [
        found
        for page in project.site.glob("en/b/*/index.html")
        for found in links(project, page.relative_to(project.site).as_posix())
    ]
    assert 2 == len(shared)
    parts = urlsplit(mail)
    assert ("mailto", "sua@so-nn.vn") == (parts.scheme, unquote(parts.path))
    asked = parse_qs(parts.query, strict_parsing=True)
    assert {"subject", "body"} == set(asked)
    assert "che-dinh" in asked["subject"][0]
    assert "https://catalogue.example/vi/p/che-dinh/\r\n" in asked["body"][0]
    assert f"{HOSTILE}\r\n" in asked["body"][0]
    assert any("en/b/" in unquote(address) for _, address, _ in shared)


@pytest.mark.parametrize(
    "way",
    [
        "javascript:alert(1)//{id}",
        "http://so-nn.vn/{file}",
        "https://so-nn.vn/edit",
        "https://{id}.vn/",
        "https://a:b@so-nn.vn/{file}",
        "https://so-nn.vn/{file!r}",
        "https://so-nn.vn/{}",
        "https://so-nn.vn/{other}",
        'https://so-nn.vn/"{file}',
        "//so-nn.vn/{file}",
        "mailto:",
        "mailto:so nn@so-nn.vn",
        "mailto:a@so-nn.vn?cc=b@so-nn.vn",
    ],
)
def test_a_way_that_is_none_is_refused(way: str) -> None:
    """With the value and an example."""
    with pytest.raises(PluginError, match="corrections"):
        read_corrections(way)


@pytest.mark.parametrize(
    ("way", "kept"),
    [
        (None, None),
        ("", None),
        (EDIT, EDIT),
        ("https://so-nn.vn/sua?san-pham={id}&trang={address}", "https://so-nn.vn/sua?san-pham={id}&trang={address}"),
        ("http://localhost:8000/{file}", "http://localhost:8000/{file}"),
        ("mailto:a?b@so-nn.vn", "mailto:a%3Fb@so-nn.vn"),
    ],
)
def test_ways_that_are_taken(way: str | None, kept: str | None) -> None:
    """As they are; what a mail address may hold and a link may not is written as links write it."""
    assert kept == read_corrections(way)
