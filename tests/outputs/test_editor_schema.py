"""The schemas that editors use are current, valid, and as lenient as the readers."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.model import Producer, Product
from generator.outputs.editor_schema import editor_schema, editor_schemas
from generator.registers import REGISTER_FILES

PRODUCTS = Path(__file__).parents[2] / "products"


@pytest.mark.parametrize("name", sorted(editor_schemas()))
def test_the_file_in_products_is_current(name: str) -> None:
    """`ocop schema` writes it again after the model changed."""
    assert editor_schemas()[name] == (PRODUCTS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(editor_schemas()))
def test_the_schema_is_valid(name: str) -> None:
    """JSON Schema 2020-12."""
    Draft202012Validator.check_schema(json.loads(editor_schemas()[name]))


@pytest.mark.parametrize("register", REGISTER_FILES, ids=lambda one: one.file)
def test_the_register_of_the_project_passes(register: Any) -> None:
    """An editor shows no mistake in a register that is right."""
    values = yaml.load((PRODUCTS / "registers" / f"{register.file}.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  strings only
    assert [] == [error.message for error in Draft202012Validator(editor_schema(register)).iter_errors(values)]


def test_id_is_not_required_because_the_file_name_gives_it() -> None:
    """A record needs a name and nothing else."""
    assert ["name"] == editor_schema(Product)["required"] == editor_schema(Producer)["required"]


@pytest.mark.parametrize(
    "fields",
    [
        {"gtin": 8938505974194},
        {"hs": [2103.9]},
        {"awards": [{"stars": 5, "issued": "2025-03-01", "decision": 1234}]},
        {"awards": [{"stars": "5"}]},
        {"trade": {"incoterms": [{"rule": "FOB", "year": 2020}]}},
        {"trade": {"minimum_order": {"amount": 1.5}}},
        {"brand": None, "hs": None, "origin": None, "awards": None},
        {"category": {"set": 7, "inferred": "yes"}},
    ],
)
def test_what_the_readers_take_is_no_mistake_in_the_editor(fields: dict[str, Any]) -> None:
    """Numbers without quotes and fields left blank, as YAML reads them."""
    assert [] == list(Draft202012Validator(editor_schema(Product)).iter_errors({"name": {"vi": "Chè"}, **fields}))


@pytest.mark.parametrize("fields", [{"nmae": 1}, {"awards": [{"stars": 7}]}, {"producer": "Chè Đinh"}, {"hs": "0902"}])
def test_what_the_readers_refuse_is_a_mistake_in_the_editor(fields: dict[str, Any]) -> None:
    """Unknown fields, stars out of range, ids in the wrong form, a text where a list belongs."""
    assert [] != list(Draft202012Validator(editor_schema(Product)).iter_errors({"name": {"vi": "Chè"}, **fields}))


def test_descriptions_reach_the_officer() -> None:
    """The words of the model are the hints in the editor."""
    award = editor_schema(Product)["$defs"]["Award"]["properties"]
    assert "Last day of validity" in award["expires"]["description"]
