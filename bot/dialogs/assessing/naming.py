"""Which row somebody names: by its name, or by what the framework or people call its competency."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.assessment.model import Row
from bot.dialogs.assessing.work import Work
from bot.framework.model import Competency
from bot.understanding.spoken import Spoken

_APART = re.compile(r"\s*(?:[,;+/]|\band\b|&)\s*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
SHORTEST = 4  # a word as short as this is not enough to know a row by


def row_named(work: Work, words: str) -> Row | None:
    """The one row that some words name; None for none, or several."""
    wanted = _key(work, words)
    if not wanted:
        return None
    rows = work.body.rows
    exact = [row for row in rows if any(wanted in keys for keys in _all_keys(work, row))]
    if exact:
        return exact[0] if len(exact) == 1 else None
    if max(map(len, wanted)) < SHORTEST:
        return None
    within = [row for row in rows if any(set(wanted) <= set(key) for keys in _title_keys(work, row) for key in keys)]
    return within[0] if len(within) == 1 else None


def rows_named(work: Work, words: str) -> tuple[Row, ...]:
    """The rows of a list such as "budgets and planning"; none where a part of it names no row."""
    parts = [part for part in _APART.split(words.strip(" .!")) if part]
    found: list[Row] = []
    at = 0
    while at < len(parts):
        row, at = _longest(work, parts, at)
        if row is None:
            return ()
        found.append(row)
    return tuple(dict.fromkeys(found))


def row_within(work: Work, text: str) -> Row | None:
    """The one row that is named somewhere in a message; None for none, or several."""
    said = f" {' '.join(_key(work, text))} "
    found = [row for row in work.body.rows if any(f" {name} " in said for name in _names(work, row))]
    return found[0] if len(found) == 1 else None


def _longest(work: Work, parts: Sequence[str], at: int) -> tuple[Row | None, int]:
    """The row that the most parts from here name together: "planning and organising" is one."""
    for end in range(len(parts), at, -1):
        row = row_named(work, " and ".join(parts[at:end]))
        if row is not None:
            return row, end
    return None, at


def _names(work: Work, row: Row) -> Iterator[str]:
    """Every name of a row that is long enough to be told within a message."""
    names = (" ".join(key) for keys in _all_keys(work, row) for key in keys)
    return (name for name in names if len(name) >= SHORTEST)


def _all_keys(work: Work, row: Row) -> Iterator[frozenset[tuple[str, ...]]]:
    """Every name of a row by which it may be called."""
    yield from _title_keys(work, row)
    yield from (_known(work.asked.reader.spoken, tuple(competency.aliases)) for competency in _competencies(work, row))


def _title_keys(work: Work, row: Row) -> Iterator[frozenset[tuple[str, ...]]]:
    yield frozenset({_key(work, row.name)})
    for competency in _competencies(work, row):
        yield _known(work.asked.reader.spoken, (competency.name, competency.short, *competency.names.values()))


def _competencies(work: Work, row: Row) -> Iterator[Competency]:
    known = work.framework.competencies if work.stands else {}
    return (known[id_] for id_ in row.competencies if id_ in known)


def _key(work: Work, words: str) -> tuple[str, ...]:
    return _counting(work.asked.reader.spoken, words)


@lru_cache(maxsize=2048)
def _known(spoken: Spoken, names: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The same for names of a framework, of which there are not many; what people type is not kept."""
    return frozenset(_counting(spoken, name) for name in names)


def _counting(spoken: Spoken, words: str) -> tuple[str, ...]:
    """The words that count, singular."""
    heard = spoken.named(words.replace("&", " and "))
    return tuple(word.removesuffix("s") for word in _WORD.findall(heard) if word != "and")
