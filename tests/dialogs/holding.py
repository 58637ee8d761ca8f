"""How a conversation is held move by move, and somebody kept as they are at one moment of it."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.dialogs.assistant import Assistant
from tests.dialogs.person import Person

_PRESS = re.compile(r"\[(?P<title>[^\]]+)\] ?(?P<fields>.*)")


@dataclass(frozen=True)
class Talk:
    """What is done, in order: words are typed, `[A button] field=value; field=value` is pressed, and `@sam` goes on as somebody else."""

    begins: Callable[[], Person]
    moves: tuple[str, ...]


def does(person: Person, move: str) -> Person:
    """Make a move; whoever makes the next one."""
    if move.startswith("@"):
        return person.others[move[1:]]
    press = _PRESS.fullmatch(move)
    if press is None:
        person.says(move)
    else:
        person.presses(press["title"], **dict(each.split("=", 1) for each in press["fields"].split("; ") if each))
    return person


def held(talk: Talk) -> Iterator[tuple[Person, str]]:
    """Each move with who is about to make it, as they are then."""
    person = talk.begins()
    for move in talk.moves:
        if not move.startswith("@"):
            yield cloned(person), move
        person = does(person, move)


def cloned(person: Person) -> Person:
    """The person with everything that is theirs and everybody's around them, at this moment; what never changes is the same."""
    everybody = (person, *person.others.values())
    fixed = [thing for each in everybody for thing in (each.assistant, each.reply, *each.cards, *each.told)]
    return copy.deepcopy(person, {id(thing): thing for thing in fixed})


def asking(person: Person, assistant: Assistant) -> Person:
    """The person and everybody around them, who talk with this assistant from now on."""
    for each in (person, *person.others.values()):
        each.assistant = assistant
    return person
