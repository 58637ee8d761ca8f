"""Words that point at what is at hand, "delete that", "forget my aim": never more than they point at."""

from dataclasses import replace

import pytest

from bot.assessment.evidence import Evidence
from bot.dialogs.turn import Memory
from bot.people.records import Record
from bot.settings import Settings
from bot.wiring import make_assistant
from tests.dialogs.person import Person

MILL = "I trained two apprentices on the mill"


@pytest.fixture(scope="module")
def somebody() -> Person:
    """Somebody who talks with the assistant that ships."""
    return Person(make_assistant(Settings(_env_file=None)))


@pytest.fixture
def alex(somebody: Person) -> Person:
    """Alex, grade 5, of whom nothing is kept yet."""
    fresh = Person(somebody.assistant)
    fresh.says("I'm a grade 5 technician")
    return fresh


def evidence(person: Person) -> list[str]:
    return [each.body.text for each in person.notebook.all(Evidence)]


def keeps(person: Person, *texts: str) -> None:
    person.notebook.keep([Record(f"e{at}", Evidence(framework="lancaster", text=text)) for at, text in enumerate(texts)], [], 1.0)


@pytest.mark.parametrize("said", ["delete that", "Delete it please", "remove it", "scrap it"])
def test_where_one_piece_is_shown_it_is_the_one_that_goes(alex: Person, said: str) -> None:
    keeps(alex, MILL)
    alex.says("my evidence")
    alex.says(said)
    assert evidence(alex) == []
    assert alex.profile.grade == 5
    alex.says("undo")
    assert evidence(alex) == [MILL]


def test_where_one_piece_is_shown_its_words_are_changed(alex: Person) -> None:
    keeps(alex, MILL)
    alex.says("my evidence")
    alex.says("change it to I trained three apprentices on the mill")
    assert evidence(alex) == ["I trained three apprentices on the mill"]


@pytest.mark.parametrize("said", ["delete that", "change it to something else entirely"])
def test_where_several_are_shown_it_is_asked_which(alex: Person, said: str) -> None:
    keeps(alex, MILL, "I ran the stores audit")
    alex.says("my evidence")
    assert alex.says(said).text.startswith("Which one?")
    assert len(evidence(alex)) == 2


@pytest.mark.parametrize("said", ["delete that", "remove it", "bin it"])
def test_with_nothing_at_hand_it_never_means_everything(alex: Person, said: str) -> None:
    keeps(alex, MILL)
    alex.memory = Memory()
    assert "Nothing was changed" in alex.says(said).text
    alex.says("yes")
    assert evidence(alex) == [MILL]
    assert alex.profile.grade == 5


def test_the_aim_is_forgotten_alone(alex: Person) -> None:
    keeps(alex, MILL)
    alex.profile = replace(alex.profile, aim="manager-7")
    alex.says("forget my aim")
    assert (alex.profile.aim, alex.profile.grade, evidence(alex)) == (None, 5, [MILL])


@pytest.mark.parametrize("said", ["add to my plan", "new entry", "add something to my plan"])
def test_something_is_added_to_the_plan_and_not_to_the_evidence(alex: Person, said: str) -> None:
    alex.says(said)
    assert alex.memory.focus is not None
    assert alex.memory.focus.dialog == "plan"


def test_reminders_of_the_plan_are_reminders(alex: Person) -> None:
    alex.says("remind me about my plan")
    assert alex.reply.text.startswith("I remind you of the dates in your plan")
