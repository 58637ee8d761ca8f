"""Which row somebody names: by its name, or by what the framework or people call its competency."""

import re
from collections.abc import Iterator, Sequence

from bot.assessment.model import Row
from bot.dialogs.assessing.work import Work

_APART = re.compile(r"\s*(?:[,;+/]|\band\b|&)\s*", re.IGNORECASE)
_WORD = re.compile(r"\w+")
SHORTEST = 4  # a word as short as this is not enough to know a row by


def row_named(work: Work, words: str) -> Row | None:
    """The one row that some words name; None for none, or several."""
    wanted = _key(work, words)
    if not wanted:
        return None
    rows = work.body.rows
    exact = [row for row in rows if wanted in {_key(work, name) for name in _names(work, row)}]
    if exact:
        return exact[0] if len(exact) == 1 else None
    if max(map(len, wanted)) < SHORTEST:
        return None
    within = [row for row in rows if any(set(wanted) <= set(_key(work, name)) for name in _titles(work, row))]
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
    found = [row for row in work.body.rows if any(len(key) >= SHORTEST and f" {key} " in said for key in _keys(work, row))]
    return found[0] if len(found) == 1 else None


def _keys(work: Work, row: Row) -> Iterator[str]:
    return (" ".join(_key(work, name)) for name in _names(work, row))


def _longest(work: Work, parts: Sequence[str], at: int) -> tuple[Row | None, int]:
    """The row that the most parts from here name together: "planning and organising" is one."""
    for end in range(len(parts), at, -1):
        row = row_named(work, " and ".join(parts[at:end]))
        if row is not None:
            return row, end
    return None, at


def _names(work: Work, row: Row) -> Iterator[str]:
    yield from _titles(work, row)
    for id_ in row.competencies:
        if work.stands and id_ in work.framework.competencies:
            yield from work.framework.competencies[id_].aliases


def _titles(work: Work, row: Row) -> Iterator[str]:
    yield row.name
    for id_ in row.competencies:
        if work.stands and id_ in work.framework.competencies:
            competency = work.framework.competencies[id_]
            yield from (competency.name, competency.short, *competency.names.values())


def _key(work: Work, words: str) -> tuple[str, ...]:
    """The words that count, singular."""
    heard = work.asked.reader.spoken.named(words.replace("&", " and "))
    return tuple(word.removesuffix("s") for word in _WORD.findall(heard) if word != "and")
