"""A chain of edits, each built on what the last build left, comes to the bytes of a build anew."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.catalogue.places import MOST_TOGETHER
from tests.build.edits import BUNDLES, EDITS, Edit, Edited
from tests.build.project import tree

CHAINS = int(os.environ.get("EDIT_CHAINS", "6"))
"""A few in every run; a hundred are a long one."""
NUMBERS = st.integers(0, 5)
CHAIN = st.lists(st.tuples(st.sampled_from(EDITS), NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5)


@settings(
    max_examples=CHAINS, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)  # each example is several builds: a shorter one would cost more than it explains
@given(chain=CHAIN, bundle=st.sampled_from(BUNDLES))
def test_any_chain_of_edits_comes_to_a_build_anew(
    chain: list[tuple[Edit, int, int, int]], bundle: dict[str, str]
) -> None:
    """Whatever is left out of a build would have come out the same."""
    with TemporaryDirectory() as folder:
        edited = Edited(Path(folder))
        edited.bundle = bundle
        edited.again()
        for edit, number, name, place in chain:
            edit(edited, number, name, place)
            edited.again()
        assert edited.anew() == tree(edited.site)


@pytest.mark.parametrize("bundle", [{}, {"vi": "lapsed", "en": "all"}], ids=["apart", "together"])
@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_comes_to_a_build_anew(edit: Edit, bundle: dict[str, str], tmp_path: Path) -> None:
    """Twice in turn, so that what an edit took away is there again; with products that share pages, too."""
    edited = Edited(tmp_path)
    edited.bundle = bundle
    edited.again()
    for number in (1, 2):
        edit(edited, number, 3, 4)
        edited.again()
        assert edited.anew() == tree(edited.site)


def test_products_move_when_they_need_more_pages(tmp_path: Path) -> None:
    """One product more than a page holds: there are two pages, and every link to them changes; and back."""
    edited = Edited(tmp_path)
    edited.bundle = {"vi": "all"}
    for number in range(MOST_TOGETHER):
        edited.product(number, number, number)
    for change in (edited.again, lambda: edited.product(MOST_TOGETHER, 1, 1), lambda: edited.removed(MOST_TOGETHER)):
        change()
        edited.again()
        assert edited.anew() == tree(edited.site)
    assert ["1"] == sorted(folder.name for folder in (edited.site / "vi" / "b").iterdir() if folder.is_dir())


def test_nothing_is_made_again_without_an_edit(tmp_path: Path) -> None:
    """A second build writes nothing."""
    edited = Edited(tmp_path)
    first = edited.again()
    second = edited.again()
    assert (first.files, 0, 0) == (second.files, second.changed, second.removed)
