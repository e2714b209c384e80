"""Layouts of the peer: what is a constant on our pages of a language is one for it too."""

from dataclasses import replace

import pytest

from benchmarks.derived import read_views
from benchmarks.layouts import as_format, cut_shell, fill, language_values, quote
from benchmarks.project import make_project
from benchmarks.synthetic import AS_OF, SEED
from generator import urls
from generator.catalogue.catalogue import Neighbours
from generator.pages.cards import Cards
from generator.pages.product import make_product, make_product_head
from generator.pages.shell import read_shell
from generator.pages.view import View
from generator.plugin import read_settings

SHELL = '<a href="@@catalogue:alternate@@">\n@@catalogue:head@@\n<main>\n@@catalogue:main@@\n</main>'


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    """Both languages of a small catalogue; of each, one page stands in the site."""
    folder = tmp_path_factory.mktemp("layouts") / "project"
    settings = read_settings(str(make_project(folder, 3, ("vi", "en"), SEED)), AS_OF)
    views = read_views(replace(settings, site=folder / "site"))
    for view in views:
        write_page(view)
    return {view.language: view for view in views}


def write_page(view: View) -> None:
    """Write the page of the first product, as a build does."""
    entry = view.catalogue.entries[0]
    path = urls.product(view.language, entry.product.id)
    head = view.render("head.html", page=make_product_head(entry, view))
    related = Neighbours(view.catalogue.entries).related(entry)
    main = view.render("product.html", page=make_product(entry, view, Cards(view), related))
    other = urls.other_language(path, "en" if view.language == "vi" else "vi")
    page = read_shell(SHELL, urls.way_up(path)).fill(head, main, urls.link(other))
    target = view.settings.site / path
    target.mkdir(parents=True)
    (target / "index.html").write_text(page, encoding="utf-8")


def test_places_of_a_text_take_arguments_by_name() -> None:
    """A price says its currency last in Vietnamese and first in English."""
    order = ["currency", "low", "high"]
    assert "%[2]v – %[3]v %[1]v" == as_format("{low} – {high} {currency}", order)
    assert "%v %v – %v" == as_format("{currency} {low} – {high}", order)
    assert "100%% %v" == as_format("100% {name}", [])


def test_constants_are_quoted() -> None:
    """Line ends and quotes of a text do not end a constant of Go."""
    assert r'"\"a\"\n\\"' == quote('"a"\n\\')


def test_a_layout_is_filled_for_one_language(views: dict[str, View]) -> None:
    """Words of another language are marked, those of its own are not; what is for the other one is left out."""
    layout = "[[only en]]Tea[[end]][[only vi]]Chè[[end]] <h1[[as vi]]> [[open en]]x[[close en]] [[t field.brand]]"
    made = {language: fill(layout, language_values(view), view) for language, view in views.items()}
    assert f'Chè <h1> <span lang="en">x</span> {views["vi"].texts["field.brand"]}' == made["vi"]
    assert f'Tea <h1 lang="vi"> x {views["en"].texts["field.brand"]}' == made["en"]


def test_an_unknown_mark_is_an_error(views: dict[str, View]) -> None:
    """A slip in a layout is told before anything is measured."""
    with pytest.raises(KeyError):
        fill("[[nobody]]", {}, views["vi"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_shell_leaves_open_what_differs(views: dict[str, View], language: str) -> None:
    """Head and main are cut out, and the address in the other language waits for the id."""
    other = "en" if language == "vi" else "vi"
    assert [f'<a href="../../../{other}/p/{{{{ $d.id }}}}/">\n', "\n<main>\n", "\n</main>"] == cut_shell(
        views[language]
    )
