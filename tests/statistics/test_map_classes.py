"""Classes of the map: whatever the numbers of the provinces, each falls into one class, and few classes are enough."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.province_map import CLASSES, class_ranges

MOST = st.integers(0, 100_000)


@given(MOST)
def test_classes_follow_each_other_from_one_to_the_most(most: int) -> None:
    """None overlaps, none is left out, none is empty; the last ends with the greatest number."""
    ranges = class_ranges(most)
    assert ([1] if most else []) == [low for low, _ in ranges[:1]]
    assert ([most] if most else []) == [high for _, high in ranges[-1:]]
    assert all(high + 1 == low for (_, high), (low, _) in pairwise(ranges))
    assert all(low <= high for low, high in ranges)


@given(MOST)
def test_there_are_as_many_classes_as_patterns_tell_apart(most: int) -> None:
    """And as many as there are numbers, where these are few."""
    assert min(most, 1) <= len(class_ranges(most)) <= min(CLASSES, most)


@given(st.integers(CLASSES + 1, 100_000))
def test_bounds_are_round_numbers(most: int) -> None:
    """1, 2 or 5 with zeros, doubled once and twice: all but the last, which is the greatest number."""
    ends = [high for _, high in class_ranges(most)[:-1]]
    assert str(ends[0]).rstrip("0") in ("1", "2", "5")
    assert [ends[0] * 2**number for number in range(len(ends))] == ends


def test_real_numbers_make_classes_that_people_understand() -> None:
    """Provinces with at most 5 products, and with at most 300."""
    assert [(1, 1), (2, 2), (3, 4), (5, 5)] == class_ranges(5)
    assert [(1, 50), (51, 100), (101, 200), (201, 300)] == class_ranges(300)
