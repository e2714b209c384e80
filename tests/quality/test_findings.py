"""What is found about products: what they lack, the score, what is due, twins, links."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entry import Entry
from generator.fields import Url
from generator.quality.aspects import ASPECTS, SHEET, WHOLE, Subject, applies, lacking
from generator.quality.findings import KINDS, find
from generator.quality.links import fault_of, judge
from generator.quality.tallies import PRODUCTS, SCORES, add_up, count, pack, unpack
from generator.quality.twins import find_twins
from tests.quality.conftest import DAY, Made

URL = TypeAdapter(Url)


def entry(catalogue: Catalogue, name: str) -> Entry:
    """The entry with an id."""
    return next(one for one in catalogue.entries if one.id == name)


def told(made: Made, name: str) -> dict[str, tuple[object, ...]]:
    """The last finding of each kind of a product, with place and value."""
    one = entry(made.catalogue, name)
    found = find(one, DAY, find_twins(made.catalogue.entries).get(one, ()))
    return {finding.kind: (finding.file, finding.path, finding.value) for finding in found.findings}


def test_the_points_of_all_aspects_are_100() -> None:
    """And each has words of its own."""
    assert WHOLE == sum(one.points for one in ASPECTS)
    assert len(KINDS) == len(set(KINDS))
    assert {one.id for one in ASPECTS} >= SHEET


def test_a_record_that_states_everything_has_nothing_to_do(made: Made) -> None:
    """Its score is 100."""
    assert ((), 100) == find(entry(made.catalogue, "du-het"), DAY)


def test_what_is_lacking_is_told_at_its_place(made: Made) -> None:
    """A household's telephone is no contact without consent: what lacks stands in the producer's file."""
    found = told(made, "keo-dai")
    file = "products/records/lao-cai/keo-dai.yml"
    assert (file, ("name", "en"), "") == found["name_en"]
    assert ("products/producers/ho-a.yml", ("contact",), "") == found["contact"]
    assert (file, ("awards", 0, "issued"), "2026-10-01") == found["grace"]
    assert {"producer", "decision", "date", "place", "set"}.isdisjoint(found)


def test_only_what_a_product_can_state_is_asked_for(made: Made) -> None:
    """Without a set nothing of the sheet but a price, without an award no decision and no day."""
    lacks, score = lacking(Subject(entry(made.catalogue, "ten-thoi"), DAY))
    expected = ["name_en", "summary", "summary_en", "picture", "producer", "contact", "place", "set", "price"]
    assert (expected, 0) == ([one.id for one in lacks], score)


def test_the_score_is_the_share_of_the_points(made: Made) -> None:
    """A tea that lacks a picture of 15 points: 85 of 100."""
    lacks, score = lacking(Subject(entry(made.catalogue, "sap-het-han"), DAY))
    assert (["picture"], 85) == ([one.id for one in lacks], score)


@given(number=st.integers(1, 26), lost=st.sets(st.sampled_from([one.id for one in ASPECTS])))
def test_scores_follow_from_the_table(made: Made, number: int, lost: set[str]) -> None:
    """Whatever the set, whatever is lacking: between 0 and 100, and never more for stating less."""
    one = entry(made.catalogue, "du-het")
    of_set = replace(one, facts=one.facts._replace(set=number))
    asked = [aspect for aspect in ASPECTS if applies(aspect.scope, of_set)]
    most = sum(aspect.points for aspect in asked)
    reached = most - sum(aspect.points for aspect in asked if aspect.id in lost)
    assert 0 <= round(100 * reached / most) <= 100 == lacking(Subject(of_set, DAY))[1]


def test_the_last_180_days_are_told(made: Made) -> None:
    """With the last day, at the day of the award that it is counted from."""
    place = ("products/records/lao-cai/sap-het-han.yml", ("awards", 0, "issued"), "2027-02-01")
    assert place == told(made, "sap-het-han")["expiring"]
    assert "2024-05-01" == told(made, "trung-1")["lapsed"][2]


def test_twins_have_the_same_name_producer_and_place(made: Made) -> None:
    """In whatever spelling, and when the producer was entered twice too; each names the other."""
    twins = find_twins(made.catalogue.entries)
    assert {"trung-1": ["trung-2"], "trung-2": ["trung-1"]} == {
        one.id: [other.id for other in others] for one, others in twins.items()
    }
    assert "trung-2" == told(made, "trung-1")["twin"][2]


def test_links_are_told_by_their_form(made: Made) -> None:
    """Each with its own place; those without a fault are not told."""
    found = told(made, "duong-dan")
    assert (("home", "links", 0, "url"), "http://ban-hang.vn/che") == found["insecure"][1:]
    assert ("home", "links", 1, "url") == found["private"][1]
    assert ("home", "links", 2, "url") == found["malformed"][1]


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://ocopvietnam.gov.vn/tra-cuu?q=a%20b", None),
        ("https://vi.wikipedia.org/wiki/Tr%C3%A0_(th%E1%BB%A9_u%E1%BB%91ng)_xanh", None),
        ("https://xn--t-bia.vn/", None),
        ("http://baoapbac.vn/kinh-te/", "insecure"),
        ("http://127.0.0.1/a", "private"),
        ("https://10.0.0.8:8080/", "private"),
        ("https://kho.local/", "private"),
        ("https://www.example.com/", "private"),
        ("https://kho.invalid/", "private"),
        ("http://8.8.8.8/", "insecure"),
        ("https://ban-hang.vn/che%20", "malformed"),
        ("https://ban-hang.vn/che.", "malformed"),
        ("https://ban-hang.vn/%zz", "malformed"),
        ("https://ban-hang.vn/?q=100%", "malformed"),
        ("https://ban-hang.vn//https://ban-hang.vn/", "malformed"),
        ("https://ban-hang.c/", "malformed"),
        ("https://ban-hang.123/", "malformed"),
    ],
)
def test_faults_of_links(url: str, fault: str | None) -> None:
    """All of these pass the check of a record."""
    assert fault == fault_of(URL.validate_python(url))


@given(
    scheme=st.sampled_from(["http", "https"]),
    host=st.one_of(st.text("a1.-", min_size=1, max_size=9), st.sampled_from(["example", "www.example", "10.0.0"])),
    rest=st.one_of(
        st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=9), st.text("/w.W", max_size=9)
    ),
)
def test_any_address_of_a_record_is_judged(scheme: str, host: str, rest: str) -> None:
    """Whatever a record may state is judged without an error."""
    url = f"{scheme}://{host}.com/{rest}"
    try:
        stated = URL.validate_python(url)
    except ValidationError:
        return
    assert fault_of(stated) in {None, "insecure", "private", "malformed"}
    assert fault_of(stated) or stated.startswith("https://")
    assert fault_of(stated) == judge(stated)


def test_tallies_add_up(made: Made) -> None:
    """Counted in any two parts, packed and added, the numbers are those of all."""
    entries = made.catalogue.entries
    found = [(one, find(one, DAY)) for one in entries]
    whole = count(found)
    for cut in range(len(entries) + 1):
        parts = (count(part) for part in (found[:cut], found[cut:]))
        assert whole == add_up(unpack(pack(part)) for part in parts)
    assert len(entries) == sum(tally[PRODUCTS] for tally in whole.values())
    assert sum(one.score for _, one in found) == sum(tally[SCORES] for tally in whole.values())
