from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model import Award, Proposal
from generator.registers import Registers
from generator.standing import (
    IN_FORCE,
    STATES,
    Standing,
    State,
    add_months,
    course_of,
    current_award,
    extended_until,
    last_day,
    standing_of,
    state_on,
)
from tests.standing.oracle import months_on, same_day_36_months_on, state
from tests.standing.records import make_award, make_proposal, make_withdrawal

ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
days = st.dates(EARLIEST, LATEST)
"""All days that a record may state."""
any_day = st.none() | days
any_stars = st.none() | st.integers(1, 5)
certified = st.integers(3, 5)


@st.composite
def any_award(
    draw: st.DrawFn,
    stars: st.SearchStrategy[int | None] = any_stars,
    issued: st.SearchStrategy[date | None] = any_day,
) -> Award:
    """Any award that validation lets through."""
    begins = draw(issued)
    expires = draw(st.none() | st.dates((begins or EARLIEST) + ONE_DAY, LATEST + ONE_DAY * 2))
    ends = expires if expires and expires <= LATEST else None
    extended = draw(st.none() | st.dates((ends or EARLIEST) + ONE_DAY, LATEST + ONE_DAY * 2))
    return make_award(
        stars=draw(stars),
        issued=begins,
        expires=ends,
        extended=extended if extended and extended <= LATEST else None,
        year=draw(st.none() | st.integers(2018, 2100)),
        withdrawn=draw(st.none() | st.builds(make_withdrawal, st.none() | days)),
    )


@st.composite
def award_and_day(draw: st.DrawFn) -> tuple[Award, date]:
    """An award and a day, mostly one near the days on which something changes."""
    award = draw(any_award())
    turns = [award.expires, award.extended, award.issued and same_day_36_months_on(award.issued)]
    turns += [award.withdrawn.date if award.withdrawn else None, date(award.year + 4, 12, 31) if award.year else None]
    near = st.builds(
        lambda turn, past: turn + timedelta(days=past),
        st.sampled_from([turn for turn in turns if turn] or [EARLIEST]),
        st.sampled_from([-181, -180, -179, -1, 0, 1, 179, 180, 181]),
    )
    return award, draw(near | days)


def standing(day: date, registers: Registers, *given_awards: Award, proposals: tuple[Proposal, ...] = ()) -> Standing:
    """The standing of awards on a day."""
    return standing_of(given_awards, proposals, day, registers.star_rules)


@given(day=days, months=st.integers(0, 240))
def test_months_are_added_as_a_calendar_adds_them(day: date, months: int) -> None:
    """The day stays the same, or becomes the last of a shorter month."""
    assert months_on(day, months) == add_months(day, months)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 1, 31), 36, date(2026, 1, 31)),
        (date(2023, 12, 30), 36, date(2026, 12, 30)),
    ],
)
def test_end_of_month(day: date, months: int, later: date) -> None:
    """29 February and 36 months end on 28 February."""
    assert later == add_months(day, months)


@given(issued=days, stars=certified)
def test_validity_is_36_months_and_ends_with_its_last_day(registers: Registers, issued: date, stars: int) -> None:
    """On the day of expiry an award is still in force; on the next it has lapsed."""
    award = make_award(stars=stars, issued=issued)
    end = same_day_36_months_on(issued)
    assert end == last_day(award, registers.star_rules)
    assert "expiring" == standing(end, registers, award).state
    assert "lapsed" == standing(end + ONE_DAY, registers, award).state


@given(issued=days, expires=days)
def test_a_stated_end_counts_more_than_36_months(registers: Registers, issued: date, expires: date) -> None:
    """The certificate's own last day is the last day."""
    assume(expires > issued)
    award = make_award(stars=4, issued=issued, expires=expires)
    assert expires == standing(expires, registers, award).expires
    assert standing(expires, registers, award).in_force
    assert "lapsed" == standing(expires + ONE_DAY, registers, award).state


@given(issued=days)
def test_the_window_opens_180_days_before_the_end(registers: Registers, issued: date) -> None:
    """Re-assessment begins exactly 180 days before the last day (26/2026, article 7.6.a)."""
    award = make_award(stars=3, issued=issued)
    opens = same_day_36_months_on(issued) - timedelta(days=180)
    assert "valid" == standing(opens - ONE_DAY, registers, award).state
    assert "expiring" == standing(opens, registers, award).state


@given(issued=st.dates(EARLIEST, date(2095, 1, 1)), past=st.integers(-400, 400))
def test_grace_is_stated_and_at_most_180_days(registers: Registers, issued: date, past: int) -> None:
    """Only a stated extension prolongs an award, and never beyond 180 days (26/2026, article 12)."""
    end = same_day_36_months_on(issued)
    award = make_award(stars=5, issued=issued, extended=end + timedelta(days=past))
    until = extended_until(award, end, registers.star_rules)
    assert end + timedelta(days=min(max(past, 0), 180)) == until
    assert ("grace" if past > 0 else "expiring") == standing(until, registers, award).state
    assert "lapsed" == standing(until + ONE_DAY, registers, award).state


@settings(max_examples=300)
@given(award_and_day())
def test_course_agrees_with_a_second_reading(registers: Registers, award_day: tuple[Award, date]) -> None:
    """The state of any award on any day is what the rules say when read day by day."""
    award, day = award_day
    assert state(award, day) == state_on(course_of(award, registers.star_rules), day)


@given(award=any_award())
def test_course_goes_forward(registers: Registers, award: Award) -> None:
    """A course begins before all time, its days only grow, and no state follows itself."""
    course = course_of(award, registers.star_rules)
    assert date.min == course[0][0]
    assert all(earlier[0] < later[0] and earlier[1] != later[1] for earlier, later in pairwise(course))
    order: list[State] = ["unrated", "undated", "valid", "expiring", "grace", "lapsed", "withdrawn"]
    assert [one for one in order if one in dict(course).values() or one in {name for _, name in course}] == [
        name for _, name in course
    ]


@given(given_awards=st.lists(any_award(), max_size=4), day=days)
def test_no_day_and_no_award_raises(registers: Registers, given_awards: list[Award], day: date) -> None:
    """Any awards on any day have a standing, and its state is what its course says."""
    result = standing(day, registers, *given_awards)
    assert result.state in STATES
    assert not result.course or result.state == state_on(result.course, day)


@pytest.mark.parametrize("day", [EARLIEST, LATEST, date.min, date.max])
def test_extreme_days(registers: Registers, day: date) -> None:
    """The first and the last days there are can be asked for."""
    early, late = make_award(stars=5, issued=EARLIEST), make_award(stars=5, issued=LATEST, extended=LATEST, year=2100)
    for award in (early, late, make_award(stars=5, year=2100), make_award(stars=5)):
        assert standing(day, registers, award).state in STATES


@given(award=any_award(issued=days), early=st.integers(1, 10_000))
def test_before_it_was_issued_an_award_does_not_count(registers: Registers, award: Award, early: int) -> None:
    """As of an earlier day there is no award yet, and a proposal is only a proposal."""
    day = (award.issued or date.max) - timedelta(days=early)
    proposal = make_proposal(stars=5)
    assert Standing("unrated") == standing(day, registers, award)
    assert Standing("proposed", proposal=proposal) == standing(day, registers, award, proposals=(proposal,))


@given(first=days, second=days, stars=certified, later=certified)
def test_a_later_award_replaces_an_earlier_one(
    registers: Registers, first: date, second: date, stars: int, later: int
) -> None:
    """The newest award counts, also when it has fewer stars, in whatever order the record lists them."""
    assume(first < second)
    old, new = make_award(stars=stars, issued=first), make_award(stars=later, issued=second)
    assert new == standing(second, registers, old, new).award
    assert new == standing(second, registers, new, old).award
    assert old == standing(second - ONE_DAY, registers, new, old).award


def test_a_downgrade_counts() -> None:
    """Four stars after five are four stars, not five."""
    five, four = (
        make_award(stars=5, issued=date(2024, 1, 1)),
        make_award(stars=4, issued=date(2025, 1, 1), kind="downgrade"),
    )
    assert four == current_award([five, four], date(2025, 1, 1))


def test_of_awards_of_one_day_the_last_listed_counts() -> None:
    """Two awards that begin on one day are taken in the order of the record."""
    one, other = make_award(stars=3, year=2024), make_award(stars=4, issued=date(2024, 1, 1))
    assert other == current_award([one, other], date(2025, 1, 1))
    assert one == current_award([other, one], date(2025, 1, 1))


@given(issued=days, withdrawn=days)
def test_a_dated_withdrawal_counts_from_its_day(registers: Registers, issued: date, withdrawn: date) -> None:
    """Until the day before, the award is what it was; from the day on it is withdrawn, also after its end."""
    assume(issued < withdrawn)
    plain, eve = make_award(stars=5, issued=issued), withdrawn - ONE_DAY
    award = make_award(stars=5, issued=issued, withdrawn=make_withdrawal(withdrawn))
    assert standing(eve, registers, plain).state == standing(eve, registers, award).state
    assert "withdrawn" == standing(withdrawn, registers, award).state
    assert "withdrawn" == standing(LATEST, registers, award).state


@given(award=any_award(), day=days)
def test_an_undated_withdrawal_counts_always(registers: Registers, award: Award, day: date) -> None:
    """When nobody knows since when, the award counts on no day."""
    withdrawn = award.model_copy(update={"withdrawn": make_withdrawal()})
    assume(current_award([withdrawn], day))
    assert "withdrawn" == standing(day, registers, withdrawn).state


@given(day=days, stars=certified)
def test_proposals_never_count(registers: Registers, day: date, stars: int) -> None:
    """The words "potential 5 stars" give no stars, alone or beside an award."""
    proposal = make_proposal(stars=5, date=day)
    alone = standing(day, registers, proposals=(proposal,))
    assert ("proposed", None, False, False) == (alone.state, alone.stars, alone.rated, alone.export_capable)
    assert stars == standing(day, registers, make_award(stars=stars, issued=day), proposals=(proposal,)).stars


@given(year=st.integers(2018, 2100), stars=certified)
def test_an_award_known_by_its_year_lapses_when_it_is_surely_over(registers: Registers, year: int, stars: int) -> None:
    """Decided at the latest at the end of the next year, it cannot be valid 36 months after that."""
    award = make_award(stars=stars, year=year)
    over = date(year + 4, 12, 31)
    assert "undated" == standing(date(year, 1, 1), registers, award).state
    assert "undated" == standing(over, registers, award).state
    assert "lapsed" == standing(over + ONE_DAY, registers, award).state
    assert standing(over, registers, award).expires is None


@given(award=any_award(stars=st.sampled_from([None, 1, 2])), day=days)
def test_one_and_two_stars_are_never_in_force(registers: Registers, award: Award, day: date) -> None:
    """Below three stars nothing is recognised (26/2026, article 4.1.a)."""
    result = standing(day, registers, award)
    assert not result.in_force
    assert not result.rated
    assert not result.export_capable


@given(award=any_award(), day=days)
def test_export_capable_means_four_stars_in_force(registers: Registers, award: Award, day: date) -> None:
    """Export-capable is four or five stars in force, and nothing else."""
    result = standing(day, registers, award)
    assert (result.stars in (4, 5) and result.state in ("valid", "expiring", "grace")) == result.export_capable


@given(award=any_award(), day=days)
def test_rated_means_stars_may_be_shown(registers: Registers, award: Award, day: date) -> None:
    """Lapsed, withdrawn, proposed and unrated products never look rated."""
    result = standing(day, registers, award)
    if result.rated:
        assert result.state in IN_FORCE | {"undated"}
        assert (result.stars or 0) >= 3


def test_ranks_put_what_is_in_force_in_front() -> None:
    """In force before undated before lapsed; inside, more stars first."""
    order = [
        Standing("grace", 5),
        Standing("valid", 4),
        Standing("expiring", 3),
        Standing("undated", 5),
        Standing("lapsed", 5),
        Standing("proposed"),
        Standing("unrated"),
        Standing("withdrawn", 5),
    ]
    assert order == sorted([*order[4:], *order[:4]], key=lambda one: one.rank)


@given(month=st.dates(date(2018, 1, 1), date(2096, 12, 31)), stars=certified)
def test_an_award_known_by_its_month_is_undated_until_it_is_surely_over(
    registers: Registers, month: date, stars: int
) -> None:
    """No day is made up for it: whichever day it was, it is over 36 months after the last of its month."""
    award = make_award(stars=stars, month=f"{month:%Y-%m}")
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    over = last.replace(year=last.year + 3, day=min(last.day, 28 if last.month == 2 else 31))
    assert month.year == award.year
    assert ("unrated", "undated") == tuple(standing(day, registers, award).state for day in (first - ONE_DAY, first))
    assert ("undated", "lapsed") == tuple(standing(day, registers, award).state for day in (over, over + ONE_DAY))
    assert standing(over, registers, award).expires is None


def test_a_month_and_a_day_in_it_are_one_time(registers: Registers) -> None:
    """The day counts where both are stated."""
    both = make_award(stars=4, month="2025-06", issued=date(2025, 6, 26))
    assert date(2028, 6, 26) == standing(date(2026, 1, 1), registers, both).expires
