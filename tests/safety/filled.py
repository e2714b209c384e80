"""Records in which every field of the models is filled, so that no field is forgotten when a model grows."""

import types
import typing
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator import fields
from generator.model import Producer, Product
from tests.build.project import Project
from tests.pictures.samples import picture

Text = Callable[[str], str]
"""Makes the text of the field at a path such as `content.ingredients.vi`."""
Values = dict[str, Any]
ADDRESS = "https://example.vn/a?b={{7*7}}&c=%22%3E#d"
SAMPLES: tuple[tuple[object, object], ...] = (
    (fields.Day, "2025-03-01"),
    (fields.Year, "2025"),
    (fields.Month, "2025-03"),
    (fields.Stars, "5"),
    (fields.SetNumber, "11"),
    (fields.Days, "30"),
    (fields.Whole, "3"),
    (fields.Amount, "95"),
    (fields.YesNo, "yes"),
    (fields.Url, ADDRESS),
    (fields.Email, "a&b'c@example.vn"),
    (fields.Phone, "0912345678"),
    (fields.Gtin, "8938505974194"),
    (fields.TaxCode, "0100109106"),
    (fields.HsCode, "0902.10"),
    (fields.OcopCode, "15-04468-12-2026"),
    (fields.Country, "JP"),
    (fields.Currency, "USD"),
)
"""A valid value of each type that takes no free text."""
FIXED: dict[str, object] = {
    "awards.issued": "2026-06-30",
    "awards.month": "2026-06",
    "awards.year": "2026",
    "awards.expires": "2028-03-01",
    "awards.extended": "2028-05-01",
    "awards.scores.a": "38",
    "awards.scores.b": "24",
    "awards.scores.c": "33",
    "awards.scores.criteria.code": "7",
    "awards.scores.criteria.points": "5",
    "certifications.expires": "2028-03-01",
    "certifications.scheme": "vietgap",
    "gln": "8938505970004",
    "images.file": '"><svg onload=alert(1)>.png',
    "origin.stated.province": "Lào Cai",
    "origin.today.province": "Lào Cai",
    "producer": "htx-ban-lien",
    "kind": "cooperative",
    "home.price.valid_until": "2027-12-31",
    "trade.price.valid_until": "2027-12-31",
}
"""Fields that refer to something else, or must fit another field."""


def fill(model: type[BaseModel], text: Text, path: str = "") -> Values:
    """Values for every field of a model but its id; lists have one item."""
    hints = typing.get_type_hints(model, include_extras=True)
    names = [name for name in model.model_fields if name not in {"id", "translated"}]
    return {name: _value(hints[name], f"{path}.{name}".removeprefix("."), text) for name in names}


def _value(hint: Any, path: str, text: Text) -> Any:
    if path in FIXED:
        return FIXED[path]
    if hint in (fields.Line, fields.Text):
        return text(path)
    for kind, sample in SAMPLES:
        if hint == kind:
            return sample
    return _composed(hint, path, text)


def _composed(hint: Any, path: str, text: Text) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value(inside[0], path, text)
    if origin is Literal:
        return inside[0]
    if origin in (Union, types.UnionType):
        return _value(next(one for one in inside if one is not types.NoneType), path, text)
    if origin is tuple:
        return [_value(inside[0], path, text)]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return fill(hint, text, path)
    raise TypeError(f"no value for {path}: {hint}")


def full_product(text: Text) -> Values:
    """A product with every field: an award that was withdrawn, and one in force."""
    record = fill(Product, text)
    withdrawn = record["awards"][0]
    in_force = {name: value for name, value in withdrawn.items() if name != "withdrawn"}
    before = {name: value for name, value in withdrawn.items() if name not in ("scores", "month", "year")}
    return record | {"awards": [in_force, {**before, "issued": "2025-02-01"}]}


def full_producer(text: Text) -> Values:
    """A producer with every field."""
    return fill(Producer, lambda path: text(f"producer.{path}"))


def write_full(project: Project, text: Text) -> None:
    """Write the full product `day-du` with its picture, and its producer."""
    project.product("day-du", full_product(text))
    project.producer("htx-ban-lien", full_producer(text))
    project.write(f"products/images/day-du/{FIXED['images.file']}", picture("PNG"))


def text_paths() -> list[str]:
    """The paths of all fields that take free text."""
    paths: list[str] = []

    def note(path: str) -> str:
        paths.append(path)
        return path

    fill(Product, note)
    full_producer(note)
    return paths


def address_paths(model: type[BaseModel]) -> list[tuple[str | int, ...]]:
    """The paths of all fields of a model that take an address, as pydantic names them."""
    return [path for path, value in leaves(fill(model, lambda path: path)) if value == ADDRESS]


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every single value inside maps and lists, with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path, value
