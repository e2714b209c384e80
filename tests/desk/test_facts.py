"""The facts of products as files: what pages state, in parts of 128, read back by the script that reads them."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build import load
from generator.catalogue.entry import Entry
from generator.catalogue.listings import by_standing
from generator.pages.facts import PART, make_facts, make_facts_part
from generator.pages.sheets import make_sheets
from generator.pages.view import View, make_view
from generator.plugin import read_settings
from tests.build.project import DAY, HONEY, Project
from tests.desk.conftest import Run
from tests.real_site import FULL, add_full_records, add_real_records

TOLD_BY_CARDS = (
    *("category.group", "category.set", "origin.today", "keeping.shelf_life_days"),
    *("trade.minimum_order", "markets"),
)
NOT_COMPARED = (
    *("category.stated", "keywords", "origin.stated", "origin.decision"),
    *("traceability.system", "traceability.code", "traceability.url"),
)


def catalogue(folder: Path) -> dict[str, View]:
    """Views of the real and the synthetic records together."""
    project = Project(folder)
    add_real_records(project.products)
    add_full_records(project.products)
    project.product(
        "mat-ong-dich", HONEY | {"content": {"ingredients": {"vi": "Mật", "en": "Honey", "translated": ["en"]}}}
    )
    settings = read_settings(project.config, DAY)
    loaded = load(settings)
    assert loaded.catalogue
    assert loaded.gallery
    return {one: make_view(settings, loaded.catalogue, loaded.gallery, one) for one in settings.languages}


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, View]:
    """Views of a catalogue in both languages."""
    return catalogue(tmp_path_factory.mktemp("facts") / "project")


def entry_of(view: View, product: str) -> Entry:
    """The entry of a product."""
    return next(entry for entry in view.catalogue.entries if entry.product.id == product)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_row_of_the_product_sheet_is_told(views: dict[str, View], language: str) -> None:
    """A new field of the product sheet must be told here, or in a card, or be left out on purpose."""
    view = views[language]
    entry = entry_of(view, FULL)
    labels = {row.label for sheet in make_sheets(entry, view) for row in sheet.rows}
    told = {view.texts[f"field.{fact.key}"] for fact in make_facts(entry, view) if not fact.key.startswith("contact.")}
    others = {view.texts[f"field.{key}"] for key in (*TOLD_BY_CARDS, *NOT_COMPARED)}
    assert set() == labels - told - others


def test_facts_are_in_the_words_of_the_page(views: dict[str, View]) -> None:
    """Languages other than the page's and translations are marked; several values stand in one line."""
    facts = {fact.key: fact for fact in make_facts(entry_of(views["en"], FULL), views["en"])}
    assert ("0902.10; 0902.30", "", False, "") == facts["hs"][1:]
    assert ("44/QĐ-BNNMT", "vi", False, "") == facts["awards.decision"][1:]
    assert "2027-01-31" == facts["trade.price"].until
    assert "xã Tân Cương mới" == facts["origin.commune"].words
    assert {"vi", ""} == {fact.lang for fact in facts.values()}
    honey = entry_of(views["en"], "mat-ong-dich")
    assert ("content.ingredients", "Honey", "", True, "") in [*make_facts(honey, views["en"])]


def test_contacts_come_last_and_only_if_they_may_be_shown(views: dict[str, View]) -> None:
    """The synthetic cooperative is a legal person; its numbers are written as E.164."""
    facts = [*make_facts(entry_of(views["vi"], FULL), views["vi"])]
    contacts = [(fact.key, fact.words) for fact in facts if fact.key.startswith("contact.")]
    assert contacts == [(fact.key, fact.words) for fact in facts[-len(contacts) :]]
    assert ("contact.whatsapp", "+84912345670") in contacts
    assert {"person", "email", "phone", "zalo", "whatsapp", "website"} == {key.partition(".")[2] for key, _ in contacts}


def data_of(script: str) -> tuple[str, dict[str, Any]]:
    """Key and data of a part."""
    assert script.startswith("OCOP.part(")
    key, data = json.loads(f"[{script.removeprefix('OCOP.part(').rstrip().removesuffix(');')}]")
    return key, data


@pytest.mark.parametrize("language", ["vi", "en"])
def test_parts_are_read_back_as_they_were_made(views: dict[str, View], language: str, run: Run) -> None:
    """Row for row, with keys, labels, words, languages and marks; past the end there is nothing."""
    view = views[language]
    entries = by_standing(view.catalogue.entries)
    for number in range(len(entries) // PART + 1):
        chunk = entries[number * PART : (number + 1) * PART]
        ((path, script),) = make_facts_part(number, chunk, view)
        key, data = data_of(script)
        assert f"{language}/sheets-{number}" == key == path.removeprefix("search/").split(".")[0]
        read = run("Array.from({length: 129}, (_, place) => OCOP.readSheet(given.data, place))", data=data)
        assert [entry.product.id for entry in chunk] == [one["id"] for one in read if one]
        expected = [[[*fact] for fact in make_facts(entry, view)] for entry in chunk]
        told = [
            [[key, words, lang, bool(translated), until] for key, _, words, lang, translated, until in one["rows"]]
            for one in read
            if one
        ]
        assert expected == told
        assert [None] * (129 - len(chunk)) == read[len(chunk) :]


def test_same_products_give_the_same_bytes(views: dict[str, View], tmp_path: Path) -> None:
    """Also from records read again."""
    again = catalogue(tmp_path / "project")
    for language, view in views.items():
        first, second = (
            list(make_facts_part(0, by_standing(one.catalogue.entries)[:PART], one)) for one in (view, again[language])
        )
        assert first == second


def test_a_line_end_of_scripts_cannot_stand_in_a_part(views: dict[str, View]) -> None:
    """Every part is one line: nothing in a record ends a string early."""
    entries = by_standing(views["vi"].catalogue.entries)[:PART]
    ((_, script),) = make_facts_part(0, entries, views["vi"])
    assert 1 == len(script.splitlines())
