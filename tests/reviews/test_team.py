"""The team as a manager may see it: what is shared and nothing else, the newest of it."""

import pytest

from bot.development.plan import PlanEntry
from bot.people.joint import Share
from bot.people.records import Record
from bot.reviews.group import TeamGroup, chosen, mark_of
from bot.reviews.needs import areas, collective, serving
from bot.reviews.team import Person as Member
from bot.reviews.team import team_of
from tests.dialogs.asking import library
from tests.dialogs.managing import DAY, NOW, assessment, ends, manager, shares, with_team
from tests.dialogs.person import Person
from tests.msteams.talking import shipped


def seen(of: Person) -> tuple[Member, ...]:
    """The team that somebody sees."""
    return team_of(of.book.of(of.id, of.now.timestamp()), of.id)


def test_nothing_but_what_a_share_names_is_seen() -> None:
    morgan = manager(shipped())
    alex = shares(morgan, "alex", "Alex Marsh", assessment("technician-5", {"budget": 3}))
    alex.notebook.keep(
        [Record("hidden", assessment("technician-5", {"budget": 9}, ago=1)), Record("p", PlanEntry(framework="lancaster"))], [], NOW
    )
    (person,) = seen(morgan)
    assert [row.mark for row in person.own.marked] == [3]  # type: ignore[union-attr]
    assert person.plan is None


@pytest.mark.parametrize("who", ["alex", "stranger", ""])
def test_nobody_else_sees_the_team(who: str) -> None:
    morgan = with_team(shipped())
    assert team_of(morgan.book.of(who, NOW), who) == ()


def test_a_newer_assessment_replaces_the_older_and_one_for_a_role_aspired_to_does_not() -> None:
    morgan = manager(shipped())
    shares(morgan, "alex", "Alex Marsh", assessment("technician-5", {"budget": 3}, ago=30))
    shares(morgan, "alex", "Alex Marsh", assessment("technician-5", {"budget": 6}, ago=2))
    shares(morgan, "alex", "Alex Marsh", assessment("senior-technician", {"budget": 1}, ago=1, own_role="technician-5", aspired=True))
    (person,) = seen(morgan)
    assert person.own is not None
    assert person.own.row("budget").mark == 6  # type: ignore[union-attr]
    assert [each.role for each in person.aspired] == ["senior-technician"]


def test_of_two_for_the_same_role_aspired_to_the_newer_counts() -> None:
    morgan = manager(shipped())
    for ago, mark in ((30, 2), (3, 7)):
        aimed = assessment("senior-technician", {"budget": mark}, ago=ago, own_role="technician-5", aspired=True)
        shares(morgan, "alex", "Alex Marsh", aimed)
    (person,) = seen(morgan)
    assert [each.row("budget").mark for each in person.aspired] == [7]  # type: ignore[union-attr]


def test_what_is_taken_back_over_deleted_or_not_finished_has_no_marks() -> None:
    morgan = manager(shipped())
    shares(morgan, "a", "Ann Ash", assessment("technician-5", {"budget": 3}))
    shares(morgan, "b", "Bea Birch", assessment("technician-5", {"budget": 3}), until=-1)
    shares(morgan, "c", "Cy Cole", assessment("technician-5", {"budget": 3}, deleted=NOW))
    shares(morgan, "d", "Di Dow", assessment("technician-5", {"budget": 3}, finished=None))
    ends(morgan, morgan.book.ids(Share)[0])
    (person,) = seen(morgan)
    assert (person.name, person.own, person.begun is not None) == ("Di Dow", None, True)


def test_two_of_one_name_are_told_apart() -> None:
    morgan = manager(shipped())
    for id_ in ("a", "b"):
        shares(morgan, id_, "Sam Hill", assessment("technician-5", {"budget": 3}))
    assert [each.name for each in seen(morgan)] == ["Sam Hill", "Sam Hill (2)"]


def test_a_priority_is_a_need_whatever_its_mark_and_rows_of_ones_own_are_left_out() -> None:
    morgan = with_team(shipped())
    found = {area.id: area for area in areas(library(), library().frameworks["lancaster"], seen(morgan))}
    assert [mark.person.name for mark in found["teamwork"].needing] == ["Kim Lee"]
    assert [mark.person.name for mark in found["budget"].needing] == ["Kim Lee", "Alex Marsh", "Jo Okafor"]
    assert [area.id for area in collective(found.values())] == ["budget", "planning"]


def test_an_opportunity_serves_those_who_need_what_it_is_listed_for() -> None:
    morgan = with_team(shipped())
    framework = library().frameworks["lancaster"]
    needs = collective(areas(library(), framework, seen(morgan)))
    for each in serving(library(), framework, needs):
        listed = {
            area.name
            for area in needs
            for id_ in area.competencies
            for known in framework.opportunities_for(id_)
            if known == each.opportunity
        }
        assert set(each.areas) == listed
        assert set(each.people) == {mark.person.id for area in needs if area.name in listed for mark in area.needing}
        assert len(each.people) >= 2


def test_people_of_two_frameworks_are_never_in_one_table() -> None:
    morgan = with_team(shipped())
    shares(morgan, "mo", "Mo Diaz", assessment("technician-5", {"budgets": 2}, framework="matrix"))
    for id_, number in (("lancaster", 4), ("matrix", 1)):
        found = areas(library(), library().frameworks[id_], seen(morgan))
        assert {len(area.marks) for area in found} == {number}


def test_a_group_knows_people_by_marks_that_tell_nothing_to_others() -> None:
    morgan = with_team(shipped())
    people = seen(morgan)
    group = TeamGroup(people=(mark_of("morgan", "kim"), mark_of("another manager", "jo")))
    assert [each.id for each in chosen(people, group, "morgan")] == ["kim"]
    assert all(each.id not in str(group.model_dump()) for each in people)


def test_what_is_shared_anew_counts_as_changed() -> None:
    morgan = with_team(shipped())
    alex = morgan.others["alex"]
    held = alex.notebook.find(type(assessment("technician-5", {})), "alex-assessment-0-0")
    assert held is not None
    alex.notebook.keep([held], [], NOW + DAY)
    assert {each.id: each.changed for each in seen(morgan)} == {"alex": NOW + DAY, "jo": NOW, "kim": NOW, "sam": NOW}
