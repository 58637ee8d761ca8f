"""Which role the words of a question come closest to, where nobody has written down that it is called so: "lab lead", Laboratory Leader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.framework.model import Framework, Role

LIKE = 0.8  # of 1: so much of its words a phrase and a title must share
_LONGEST = 3  # words of an alias
_BEGINNING = 3  # letters that a word must share where it is cut short
_OF = re.compile(r"\s(?:of|for|in)\s|\s*[/,(]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """Words of a question, the role they may mean, and its title that is like them."""

    words: str
    role: str
    title: str


def role_called(framework: Framework, question: str) -> Called | None:
    """The role that some words of a question are like; None where several are as like, or none is."""
    best: dict[str, tuple[float, Called]] = {}
    for phrase in _phrases(question):
        for role in framework.roles.values():
            like, title = _likest(phrase, role)
            if like >= LIKE and like > best.get(role.id, (0.0, None))[0]:
                best[role.id] = like, Called(" ".join(phrase), role.id, title)
    ranked = sorted(best.values(), key=lambda each: -each[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return None if _is_known(framework, ranked[0][1].words) else ranked[0][1]


def _phrases(question: str) -> Iterator[Sequence[str]]:
    """Words that follow each other."""
    for part in re.split(r"[^\w'’ -]", question.casefold()):
        words = re.findall(r"[^\W\d_]+", part)
        for length in range(_LONGEST, 1, -1):
            yield from (words[at : at + length] for at in range(len(words) - length + 1))


def _likest(phrase: Sequence[str], role: Role) -> tuple[float, str]:
    """How like a phrase is to the likest title of a role, whole or without what it is of."""
    forms = [(form, title) for title in (*role.titles, role.title) for form in (title, _OF.split(title)[0])]
    return max((_alike(phrase, re.findall(r"[^\W\d_]+", form.casefold())), title) for form, title in forms)


def _alike(phrase: Sequence[str], title: Sequence[str]) -> float:
    """How much of a title the words are, in the same order, from 0 to 1; 0 where one of them is no word of it."""
    at = 0
    for word in phrase:
        found = next((place for place in range(at, len(title)) if _same(word, title[place])), None)
        if found is None:
            return 0.0
        at = found + 1
    return 2 * len(phrase) / (len(phrase) + len(title))


def _same(one: str, other: str) -> bool:
    """Whether they are one word, whole or cut short: "lab", "laboratory"."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _BEGINNING and long.startswith(short))


def _is_known(framework: Framework, words: str) -> bool:
    names = (name for role in framework.roles.values() for name in (*role.titles, role.title, *role.aliases))
    return words in {name.casefold() for name in names}
