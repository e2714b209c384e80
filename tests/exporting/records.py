"""Any record: values in the shape of the models, with whatever text in them."""

import typing
from datetime import date
from types import NoneType
from typing import Any, Literal

from hypothesis import strategies as st

from generator.model import Part

AWKWARD = [
    "=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "'x", "0712345", "12:30", "1e5", "NO", "yes", "~",
    "_x0041_", "_x005F_x000D_", "a\r\nb", "a\rb\n", "\ttab", " trước", "sau ", "một\n\nhai\n", "a; b", '"', ";", "x;",
    "\u0001", "\ufffe", "\u2028", "Nước mắm", "𠮷", "&lt;", "]]>", "true", "2024-02-30", "1899-01-01", "nan", "4.50",
]  # fmt: skip
texts = st.one_of(st.sampled_from(AWKWARD), st.text(min_size=1, max_size=12)).filter(lambda text: not text.isspace())
items = st.one_of(st.sampled_from([*AWKWARD, "", "  "]), st.text(max_size=6))
numbers = st.one_of(
    st.integers(0, 10**18).map(str), st.decimals(0, 10**6, places=2).map(str), st.sampled_from(["007", "1,5", "92.4"])
)
days = st.one_of(st.dates(date(1890, 1, 1), date(2200, 1, 1)).map(str), st.sampled_from(["20/7/2024", "2024"]))


def values_of(model: type[Part], names: typing.Iterable[str] | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Values of some of the fields of a model."""
    fields = {
        name: _values(field.annotation)
        for name, field in model.model_fields.items()
        if name != "id" and (names is None or name in names)
    }
    return st.fixed_dictionaries({}, optional=fields).filter(bool)


def _values(annotation: Any) -> st.SearchStrategy[Any]:
    origin = typing.get_origin(annotation)
    inner = [one for one in typing.get_args(annotation) if one not in (NoneType, Ellipsis)]
    if origin is tuple:
        one = _values(inner[0])
        is_part = isinstance(inner[0], type) and issubclass(inner[0], Part)
        return st.lists(one if is_part else items, min_size=1, max_size=3)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is not None:
        return _values(inner[0])
    if issubclass(annotation, Part):
        return st.deferred(lambda: values_of(annotation))
    return days if annotation is date else texts if annotation in (str, bool) else numbers
