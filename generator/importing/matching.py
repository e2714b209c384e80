"""Which record a row belongs to: the one with its id or OCOP code, else with its names and place, else a new one.

Gives ids to what is new. Names are compared without case, marks and spaces, those of producers with their legal
form written out; places by today's province.
"""

from collections.abc import Callable, Iterable, Mapping

from generator.importing.cells import LONGEST_ID, slug
from generator.importing.drafts import Draft
from generator.importing.places import province_today
from generator.importing.words import organisation_key
from generator.languages.codes import word_key
from generator.records.raw import Raw, RawRecord
from generator.registers import Registers

_MAIN_LANGUAGES = ("vi", "en", "fr")


class Producers:
    """The producers known so far: those with a file, then those of the list in the order of its rows."""

    def __init__(self, existing: Iterable[RawRecord], registers: Registers) -> None:
        self._places: dict[str, str] = {}
        self._named: dict[str, list[str]] = {}
        self._names: dict[str, Raw] = {}
        for record in existing:
            province = province_today(record.values.get("origin", {}), registers)
            self._add(record.id, record.values.get("name", {}), province.id if province else "")

    def id_of(self, draft: Draft) -> str:
        """The id of the producer of a draft: one of the same name, unless both places are known and differ."""
        name = draft.producer["name"]
        keys = name_keys(name, organisation_key)
        same = self._named.get(keys[0], ()) if keys else ()
        fitting = [one for one in same if not draft.province or self._places[one] in ("", draft.province)]
        if len(fitting) > 1:
            fitting = [one for one in fitting if name_keys(self._names[one])[:1] == name_keys(name)[:1]]
        if len(fitting) == 1:
            self._places[fitting[0]] = self._places[fitting[0]] or draft.province
            return fitting[0]
        found = free_id(first_name(name), draft.province if same else "", self._places)
        self._add(found, name, draft.province)
        return found

    def values_of(self, draft: Draft, producer: str) -> dict[str, Raw]:
        """What a draft says of its producer, with the name as it was stated first where it is the same name."""
        first, name = self._names[producer], draft.producer["name"]
        if not isinstance(first, dict) or not isinstance(name, dict):
            return draft.producer
        kept = {language: _first_stated(first.get(language, text), text) for language, text in name.items()}
        return {**draft.producer, "name": kept}

    def _add(self, producer: str, name: Raw, province: str) -> None:
        self._places[producer] = province
        self._names[producer] = name
        for key in name_keys(name, organisation_key):
            self._named.setdefault(key, []).append(producer)


class Products:
    """The products known so far, for lists without ids."""

    def __init__(self, existing: Iterable[RawRecord], registers: Registers) -> None:
        self._ids: set[str] = set()
        self._known: dict[tuple[str, str, str], str] = {}
        self._gtins: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        for record in existing:
            province = province_today(record.values.get("origin", {}), registers)
            producer = str(record.values.get("producer", ""))
            self._add(record.id, record.values.get("name", {}), producer, province.id if province else "")
            self._gtins.setdefault(_digits(record.values.get("gtin", "")), record.id)
            if code := _code(record.values):
                self._codes.setdefault(code, record.id)

    def holder_of_gtin(self, draft: Draft, record: str) -> str:
        """The other product that has the article number of a draft for `record`; empty when there is none."""
        gtin = _digits(draft.product.get("gtin", ""))
        holder = self._gtins.setdefault(gtin, record) if gtin else record
        return holder if holder != record else ""

    def find(self, draft: Draft, producer: str) -> str:
        """The id a draft states; else that of the product with its OCOP code, else with its name and producer."""
        code = self._codes.get(_code(draft.product), "")
        keys = self._keys(draft, producer)
        return draft.id or code or next((self._known[key] for key in keys if key in self._known), "")

    def take(self, draft: Draft, producer: str, record: str = "") -> str:
        """Remember that a draft is `record`, or a new product with an id of its own; its id."""
        found = record or free_id(f"{first_name(draft.product['name'])} {draft.province}", "", self._ids)
        self._ids.add(found)
        for key in self._keys(draft, producer):
            self._known.setdefault(key, found)
        if code := _code(draft.product):
            self._codes.setdefault(code, found)
        return found

    def _keys(self, draft: Draft, producer: str) -> list[tuple[str, str, str]]:
        return [_identity(key, producer, draft.province) for key in name_keys(draft.product["name"])]

    def _add(self, product: str, name: Raw, producer: str, province: str) -> None:
        self._ids.add(product)
        for key in name_keys(name):
            self._known[_identity(key, producer, province)] = product


def _code(values: Mapping[str, Raw]) -> str:
    """The OCOP code of a product without blanks; empty when it has none."""
    return "".join(str(values.get("code", "")).split())


def _digits(gtin: Raw) -> str:
    """An article number in its full length; empty when there is none."""
    return str(gtin).replace(" ", "").zfill(14) if gtin else ""


def _identity(name: str, producer: str, province: str) -> tuple[str, str, str]:
    """What makes a product the same without an id: its name and producer, or its name and place without one."""
    return name, producer, "" if producer else province


def _first_stated(first: Raw, text: Raw) -> Raw:
    same = isinstance(first, str) and isinstance(text, str) and organisation_key(first) == organisation_key(text)
    return first if same else text


def name_keys(name: Raw, key: Callable[[str], str] = word_key) -> list[str]:
    """Keys of a name, that of the main language first."""
    texts = name if isinstance(name, dict) else {}
    found = [texts[language] for language in _MAIN_LANGUAGES if language in texts]
    return [key(text) for text in found if isinstance(text, str) and word_key(text)]


def first_name(name: Raw) -> str:
    """The name in the main language; empty when there is none."""
    texts = name if isinstance(name, dict) else {}
    return str(next((texts[language] for language in _MAIN_LANGUAGES if language in texts), ""))


def free_id(name: str, province: str, taken: Iterable[str]) -> str:
    """An id from a name that is not taken yet: with the province where one is given, then with a number."""
    room = LONGEST_ID - 4
    wanted = slug(name) if not province else f"{slug(name, room - len(province))}-{province}"
    known = taken if isinstance(taken, dict | set) else set(taken)
    number, found = 1, wanted
    while found in known:
        number += 1
        found = f"{slug(wanted, room)}-{number}"
    return found
