"""The examples that are offered: pressed and typed they are answered alike, in whatever situation the asker is."""

import pytest

from bot.cards.payloads import pack
from bot.dialogs.examples import examples
from bot.dialogs.turn import Pressed, Said, Turn
from bot.framework.model import Role
from bot.people.profile import Profile
from tests.dialogs.asking import library
from tests.dialogs.test_replies import assistant

SITUATIONS = [(framework.id, role) for framework in library().frameworks.values() for role in (None, *framework.roles)]


def profile_of(framework: str, role: Role | None) -> Profile:
    """The profile of somebody in a role."""
    return Profile(framework=framework, grade=role.grade, role=role.id, path=role.path) if role else Profile()


@pytest.mark.parametrize(("framework", "of"), SITUATIONS)
def test_an_example_says_the_same_pressed_and_typed(framework: str, of: str | None) -> None:
    known = library().frameworks[framework]
    role = known.roles[of] if of else None
    profile = profile_of(framework, role)
    for row in examples(known, (role,) if role else ()):
        pressed = assistant(framework).answer(Turn(Pressed(*pack(row.payload)), profile))
        typed = assistant(framework).answer(Turn(Said(row.title), profile))
        assert pressed.text == typed.text, row.title


@pytest.mark.parametrize(("framework", "of"), SITUATIONS)
def test_there_are_examples_enough_and_each_once(framework: str, of: str | None) -> None:
    known = library().frameworks[framework]
    titles = [row.title for row in examples(known, (known.roles[of],) if of else ())]
    assert len(titles) == len(set(titles)) >= 4
