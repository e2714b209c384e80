"""What the browser keeps: read with care, changed without side effects."""

import json

import pytest

from tests.desk.conftest import Run

EMPTY = {"current": "1", "lists": [{"id": "1", "name": "", "items": []}], "compare": []}
TEA = {"id": "che", "quantity": "2", "note": "x"}


def kept(*lists: dict[str, object], current: str = "1", compare: tuple[str, ...] = ()) -> dict[str, object]:
    """What is kept, with these lists."""
    return {"current": current, "lists": list(lists), "compare": list(compare)}


def named(number: str, name: str, *items: dict[str, str]) -> dict[str, object]:
    """A list."""
    return {"id": number, "name": name, "items": list(items)}


@pytest.mark.parametrize("text", [None, "", "{", "null", "[]", "5", '"x"', '{"lists": 5}', '{"lists": [null, {}]}'])
def test_what_cannot_be_read_is_an_empty_list(run: Run, text: str | None) -> None:
    """Whatever stands in the storage, there is one list to put products into."""
    assert EMPTY == run("OCOP.lists.read(given.text)", text=text)


def test_only_ids_and_short_texts_are_taken_over(run: Run) -> None:
    """Ids that no product can have, equal ids and texts of the wrong kind are left out; long texts are cut."""
    items = [TEA, TEA, {"id": "../x"}, {"id": "<b>"}, {"id": "mat-ong", "quantity": 5, "note": "y" * 600}, None, {}]
    text = json.dumps(kept(named("1", "z" * 90, *items), compare=("a", "a", "B", "c")))  # type: ignore[arg-type]
    read = run("OCOP.lists.read(given.text)", text=text)
    assert ["a", "c"] == read["compare"]
    assert ["che", "mat-ong"] == [item["id"] for item in read["lists"][0]["items"]]
    assert ["", 500, 80] == [
        read["lists"][0]["items"][1]["quantity"],
        len(read["lists"][0]["items"][1]["note"]),
        len(read["lists"][0]["name"]),
    ]


def test_limits_hold(run: Run) -> None:
    """At most six products are compared, a hundred stand in a list."""
    items = [{"id": f"p-{number}"} for number in range(300)]
    text = json.dumps(kept(named("1", "", *items), compare=tuple(f"p-{number}" for number in range(9))))  # type: ignore[arg-type]
    read = run("OCOP.lists.read(given.text)", text=text)
    assert [6, 100] == [len(read["compare"]), len(read["lists"][0]["items"])]
    assert 100 == len(run("OCOP.lists.toggled(given.list, 'them')", list=read["lists"][0])["items"])


def test_a_product_goes_in_and_out(run: Run) -> None:
    """The second press undoes the first; the note of the others stays; what was given is not changed."""
    before = named("1", "", TEA)
    result = run(
        """(() => { const once = OCOP.lists.toggled(given.list, "mat-ong");
        return [once, OCOP.lists.toggled(once, "mat-ong"), OCOP.lists.toggled(given.list, "che"), given.list]; })()""",
        list=before,
    )
    assert [
        named("1", "", TEA, {"id": "mat-ong", "quantity": "", "note": ""}),
        before,
        named("1", ""),
        before,
    ] == result


def test_a_new_list_is_the_current_one(run: Run) -> None:
    """The list that nobody has named or filled goes when there is another."""
    made = run("OCOP.naming.added(given.kept, ' Tết   2027 ', ['che'])", kept=EMPTY)
    assert kept(named("2", "Tết 2027", {"id": "che", "quantity": "", "note": ""}), current="2") == made


def test_names_are_told_apart(run: Run) -> None:
    """A name that another list has gets a number; a list may keep its own."""
    now = kept(named("1", "Tết"), named("3", "Tết (2)"), named("4", "Hè"), current="4")
    assert ["Tết (3)", "Tết (2) (2)", "Hè", ""] == run(
        "['Tết', 'Tết (2)', 'Hè', ' '].map((name) => OCOP.naming.freeName(given.kept, name, '4'))", kept=now
    )


def test_dropping_a_list_leaves_one(run: Run) -> None:
    """The first of the others becomes the current one; the last list leaves an empty one behind."""
    now = kept(named("1", "a"), named("2", "b", TEA), current="2", compare=("che",))
    assert kept(named("1", "a"), compare=("che",)) == run("OCOP.naming.dropped(given.kept)", kept=now)
    assert EMPTY == run("OCOP.naming.dropped(given.kept)", kept=kept(named("7", "b", TEA), current="7"))
