"""Fewer files: which products share a page, and that they leave it again, each shown by a real build."""

import re
from datetime import date
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from generator.plugin import read_settings
from tests.build.project import HONEY, TEA, Project

TEA_PAGE, HONEY_PAGE = "p/che-dinh/index.html", "p/mat-ong/index.html"
SHARED = "b/1/index.html"
ANCHORS = re.compile('<article class="cat-bundle__item" id="p-([a-z-]+)"')
NEW_AWARD = {**HONEY, "awards": [{"stars": "4", "level": "province", "issued": "2026-05-01"}]}
LAPSED = date(2028, 3, 2)
"""The day after the last one of the tea."""


def places(project: Project, language: str) -> tuple[set[str], list[str]]:
    """The products with a page of their own, and those that share one."""
    files = project.files()
    own = {"che-dinh": f"{language}/{TEA_PAGE}", "mat-ong": f"{language}/{HONEY_PAGE}"}
    shared = files.get(f"{language}/{SHARED}", b"").decode()
    return {name for name, path in own.items() if path in files}, ANCHORS.findall(shared)


@pytest.mark.parametrize(
    ("bundle", "vietnamese", "english"),
    [
        ("none", ({"che-dinh", "mat-ong"}, []), ({"che-dinh", "mat-ong"}, [])),
        ("lapsed", ({"che-dinh"}, ["mat-ong"]), ({"che-dinh"}, ["mat-ong"])),
        ("all", (set(), ["che-dinh", "mat-ong"]), (set(), ["che-dinh", "mat-ong"])),
        ({"en": "all"}, ({"che-dinh", "mat-ong"}, []), (set(), ["che-dinh", "mat-ong"])),
        ({"en": "all", "vi": "lapsed"}, ({"che-dinh"}, ["mat-ong"]), (set(), ["che-dinh", "mat-ong"])),
    ],
)
def test_the_choice_says_which_products_share_pages(
    bundle: Any, vietnamese: object, english: object, made: Project
) -> None:
    """For all languages, or for each: the tea is rated, the honey lapsed years ago."""
    made.configure({"bundle": bundle})
    made.build()
    assert (vietnamese, english) == (places(made, "vi"), places(made, "en"))


def test_a_product_that_is_rated_again_gets_its_page_back(made: Project) -> None:
    """The page that it shared goes when nobody is left there."""
    made.configure({"bundle": "lapsed"})
    made.build()
    made.product("mat-ong", NEW_AWARD, "tuyen-quang")
    made.build()
    assert ({"che-dinh", "mat-ong"}, []) == places(made, "vi")
    assert [] == [path for path in made.files() if path.startswith(("vi/b/", "en/b/"))]
    assert "#p-" not in made.read("vi/products/index.html") + made.read("api/v1/products.json")


def test_a_product_joins_the_others_on_the_day_it_lapses(made: Project) -> None:
    """Its own page goes, and its card and its neighbour's links lead to the new place."""
    made.configure({"bundle": "lapsed"})
    made.build()
    made.build(LAPSED)
    assert (set(), ["che-dinh", "mat-ong"]) == places(made, "vi")
    assert 'href="../../vi/b/1/#p-che-dinh"' in made.read("vi/products/index.html")


def test_producers_share_pages_when_all_products_do(made: Project) -> None:
    """With `lapsed` they keep their own; either way the product leads to its producer."""
    made.configure({"bundle": {"vi": "lapsed", "en": "all"}})
    made.build()
    files = made.files()
    assert {"vi/producers/htx-ban-lien/index.html", "en/m/1/index.html", "en/m/index.html"} <= set(files)
    assert not {"en/producers/htx-ban-lien/index.html", "vi/m/index.html"} & set(files)
    assert 'href="../../../vi/producers/htx-ban-lien/"' in made.read("vi/p/che-dinh/index.html")
    assert 'href="../../../en/m/1/#m-htx-ban-lien"' in made.read("en/b/1/index.html")


def test_one_language_can_be_published_alone_with_shared_pages(made: Project) -> None:
    """What is said of a language that the site does not have is of no account."""
    made.configure({"languages": ["vi"], "bundle": {"vi": "all", "en": "lapsed"}}, nav=["vi/about/stars.md"])
    made.configure(exclude_docs="en/\n")
    made.build()
    assert (set(), ["che-dinh", "mat-ong"]) == places(made, "vi")
    assert 'hreflang="en"' not in made.read(f"vi/{SHARED}")


@pytest.mark.parametrize("bundle", ["lapse", {"fr": "all"}, {"vi": "al"}, {"vi": ["all"]}])
def test_an_unknown_choice_is_refused(bundle: object, made: Project) -> None:
    """With what is allowed, before anything is read."""
    made.configure({"bundle": bundle})
    with pytest.raises(PluginError, match=r"bundle is .*, must be one of none, lapsed, all"):
        read_settings(made.config)


def test_a_letter_names_the_whole_address(made: Project) -> None:
    """An anchor in the text of a mail is quoted: it would end the address of the mail."""
    made.configure({"bundle": "all"})
    made.product("che-dinh", TEA | {"producer": "htx-ban-lien"})
    made.build(date(2026, 11, 23))
    mails = re.findall('href="(mailto:[^"]*)"', made.read(f"vi/{SHARED}"))
    assert mails
    assert [] == [mail for mail in mails if "#" in mail]
