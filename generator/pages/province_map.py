"""The map of the provinces by number of export-capable products. Outlines: `theme/catalogue/map/`."""

import json
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from generator import urls
from generator.pages.contexts import Archipelago, MapClass, ProvinceMap, ProvinceShape
from generator.pages.view import View

CLASSES = 4
"""How many classes there are above that of no products; as many patterns are told apart without colours."""
_NICE = (1, 2, 5)
Range = tuple[int, int]


def make_map(view: View, capable: Mapping[str, int]) -> ProvinceMap:
    """The map; `capable` has the number of export-capable products by province."""
    drawn = json.loads((view.settings.theme / "catalogue" / "map" / "provinces.json").read_text(encoding="utf-8"))
    ranges = class_ranges(max(capable.values(), default=0))
    islands = {one["province"]: _archipelago(one, view) for one in drawn["archipelagos"]}
    shapes = tuple(_shape(one, view, capable.get(one["id"], 0), ranges, islands) for one in drawn["provinces"])
    return ProvinceMap(drawn["viewBox"], shapes, _legend(view, ranges, Counter(shape.fill for shape in shapes)))


def class_ranges(most: int) -> list[Range]:
    """The least and the greatest number of each class from 1 to `most`, each but the last twice as wide as before.

    Numbers of provinces differ that much: in classes of one width, most provinces would look the same.
    """
    if most <= CLASSES:
        return [(number, number) for number in range(1, most + 1)]
    step = next(nice for nice in _nice_numbers() if nice * 2 ** (CLASSES - 1) >= most)
    ends = [0, *(step * 2**number for number in range(CLASSES - 1)), most]
    return [(low + 1, min(high, most)) for low, high in pairwise(ends) if low < most]


def _nice_numbers() -> list[int]:
    return [nice * 10**power for power in range(8) for nice in _NICE]


def _fill(number: int, ranges: list[Range]) -> int:
    return sum(low <= number for low, _ in ranges)


def _archipelago(one: Mapping[str, Any], view: View) -> Archipelago:
    province = _province_name(one["province"], view)
    return Archipelago(one["path"], view.texts[f"programme.map.{one['id']}"], f"({province})", one["x"], one["y"])


def _province_name(key: str, view: View) -> str:
    province = view.catalogue.registers.provinces.get(key)
    return view.local(province.name) if province else key


def _shape(
    one: Mapping[str, Any], view: View, number: int, ranges: list[Range], islands: Mapping[str, Archipelago]
) -> ProvinceShape:
    key: str = one["id"]
    far = islands.get(key)
    words = {"province": _province_name(key, view), "count": view.count("programme.map.count", number)}
    return ProvinceShape(
        one["path"],
        urls.link(urls.listing(view.language, "province", key)) if key in view.catalogue.registers.provinces else None,
        view.texts.fill(
            f"programme.map.{'label.islands' if far else 'label'}", **words, islands=far.name if far else ""
        ),
        _fill(number, ranges),
        view.number(number) if number else "",
        one["x"],
        one["y"],
        far,
    )


def _legend(view: View, ranges: list[Range], held: Counter[int]) -> tuple[MapClass, ...]:
    labels = [view.texts["programme.map.none"]]
    labels += [view.number(low) if low == high else f"{view.number(low)}–{view.number(high)}" for low, high in ranges]
    return tuple(MapClass(fill, label, view.count("count.provinces", held[fill])) for fill, label in enumerate(labels))
