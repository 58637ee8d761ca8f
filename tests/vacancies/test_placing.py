"""Duties that a manager brings: a few are role-specific, more go where they belong, and what has no room is told."""

from hypothesis import given
from hypothesis import strategies as st

from bot.vacancies.before import changed, remembered, taken_back
from bot.vacancies.draft import LONGEST_LINE, Draft
from bot.vacancies.placing import placed
from bot.vacancies.sections import filled, most_duties
from tests.dialogs.asking import library

LANCASTER = library().frameworks["lancaster"]
ROLE = LANCASTER.roles["technician-5"]
DRAFT = Draft(framework="lancaster", role=ROLE.id, sections=filled(LANCASTER, ROLE))
MANY = tuple(f"Mends pump {number}" for number in range(1, 9))


def nowhere(_: str) -> tuple[str, ...]:
    return ()


def test_a_few_are_role_specific() -> None:
    found = placed(LANCASTER, DRAFT, MANY[:3], lambda _: ("budget",))
    assert found.draft.duties == MANY[:3]
    assert (found.own, found.sections, found.left) == (3, (), ())


def test_of_more_than_there_is_room_for_each_goes_where_it_belongs() -> None:
    found = placed(LANCASTER, DRAFT, MANY, lambda text: ("budget",) if text < "Mends pump 5" else ())
    budgets = next(each for each in found.draft.sections if "budget" in each.competencies)
    assert [line.text for line in budgets.lines if not line.role] == [*MANY[:4]]
    assert found.draft.duties == MANY[4:]
    assert found.sections == (budgets.name,)


def test_nothing_is_lost_in_silence() -> None:
    found = placed(LANCASTER, DRAFT, MANY, nowhere)
    assert (*found.draft.duties, *found.left) == MANY
    assert len(found.draft.duties) == most_duties(LANCASTER)


def test_what_is_in_it_already_is_not_put_in_twice() -> None:
    once = placed(LANCASTER, DRAFT, MANY[:2], nowhere).draft
    assert placed(LANCASTER, once, MANY[:2], nowhere).draft == once


@given(st.lists(st.text(min_size=1, max_size=LONGEST_LINE + 50), max_size=30), st.booleans())
def test_every_duty_is_in_it_or_told(duties: list[str], plainly: bool) -> None:
    found = placed(LANCASTER, DRAFT, duties, lambda _: ("budget", "safety") if plainly else ())
    there = {*found.draft.duties, *(line.text for line in found.draft.lines), *found.left}
    assert set(duties) <= there


def test_a_change_is_taken_back_and_had_again() -> None:
    after = remembered(DRAFT, DRAFT.with_entered("department", "Physics"))
    was = taken_back(after)
    assert was is not None
    assert changed(DRAFT, was) == ()
    again = taken_back(remembered(after, was))
    assert again is not None
    assert again.entered("department") == "Physics"
    assert taken_back(DRAFT) is None
