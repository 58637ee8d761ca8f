"""`python -m bot check FOLDER --against OLD`: what a change of a framework touches, before anybody meets it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.assessment.rows import digest
from bot.framework.model import Competency, Expectation, Framework

MOST_SHOWN = 12  # cells, words or questions of a kind that are named; the rest is counted
_LONGEST = 70  # characters of a cell


def effect(old: Framework, new: Framework, stored: Mapping[str, int]) -> list[str]:
    """What changes from one framework to another, a line each; `stored` tells how many assessments there are of each role."""
    lines = [
        *_ids("role", old.roles, new.roles, lambda id_: _role(old if id_ in old.roles else new, id_)),
        *_ids("competency", old.competencies, new.competencies, lambda id_: _named(old if id_ in old.competencies else new, id_)),
        *_answers(old, new),
        *_assessments(old, new, stored),
        *_aliases(old, new),
        *_questions(old, new),
        *_around(old, new),
    ]
    return lines or ["Nothing that people see changes."]


def _ids(what: str, old: Iterable[str], new: Iterable[str], name: Callable[[str], str]) -> Iterator[str]:
    before, after = list(old), list(new)
    yield from (f"{what} gone: {name(id_)}" for id_ in before if id_ not in after)
    yield from (f"{what} new: {name(id_)}" for id_ in after if id_ not in before)


def _role(framework: Framework, id_: str) -> str:
    return f"{framework.roles[id_].title}, grade {framework.roles[id_].grade} ({id_})"


def _named(framework: Framework, id_: str) -> str:
    return f"{framework.competencies[id_].name} ({id_})"


def _changed(old: Framework, new: Framework) -> list[tuple[str, str]]:
    """The cells, by competency and role, that both have and that are answered differently."""
    both = [(c, r) for c in new.competencies if c in old.competencies for r in new.roles if r in old.roles]
    return [(c, r) for c, r in both if _answer(old.expectation(r, c)) != _answer(new.expectation(r, c))]


def _answer(cell: Expectation) -> tuple[object, ...]:
    return cell.kind, tuple(statement.text for statement in cell.statements), cell.notes


def _answers(old: Framework, new: Framework) -> Iterator[str]:
    changed = _changed(old, new)
    if changed:
        yield f"answers that change: {len(changed)} of {len(new.competencies) * len(new.roles)}"
    for competency, role in changed[:MOST_SHOWN]:
        before, after = (_shown(each.expectation(role, competency)) for each in (old, new))
        yield f"  {new.competencies[competency].name}, {_role(new, role)}: {before} → {after}"
    yield from _rest(len(changed))


def _shown(cell: Expectation) -> str:
    text = " ".join(statement.text for statement in cell.statements)
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}”" if text else cell.kind.replace("_", " ")


def _rest(count: int) -> Iterator[str]:
    if count > MOST_SHOWN:
        yield f"  and {count - MOST_SHOWN} more"


def _assessments(old: Framework, new: Framework, stored: Mapping[str, int]) -> Iterator[str]:
    """The roles whose assessments were made against other words, or against a role that is gone."""
    gone = [role for role in old.roles if role not in new.roles]
    other = [role for role in new.roles if role in old.roles and digest(old, role) != digest(new, role)]
    for role in other:
        yield f"assessments of {_role(new, role)}: {stored.get(role, 0)} stored; they were made against other words, and say so"
    for role in gone:
        yield f"assessments of {_role(old, role)}: {stored.get(role, 0)} stored; their role is gone"


def _words(competency: Competency) -> Iterator[str]:
    yield from (*competency.aliases, *competency.hints)


def _aliases(old: Framework, new: Framework) -> Iterator[str]:
    before = {word.lower(): each for each in old.competencies.values() for word in _words(each)}
    after = {word.lower(): each for each in new.competencies.values() for word in _words(each)}
    gone = [f"“{word}” ({each.name})" for word, each in before.items() if word not in after]
    moved = [f"“{word}” ({each.name} → {after[word].name})" for word, each in before.items() if word in after and after[word].id != each.id]
    for what, found in (("aliases gone", gone), ("aliases that mean another competency", moved)):
        if found:
            yield f"{what}: {len(found)}: {', '.join(found[:MOST_SHOWN])}"
            yield from _rest(len(found))


def _questions(old: Framework, new: Framework) -> Iterator[str]:
    """The recorded questions whose answer changes, or whose competency or topic is gone."""
    touched = {competency for competency, _ in _changed(old, new)}
    changed = sum(len(each.asked_as) for each in new.competencies.values() if each.id in touched)
    kept = set(_asked(new))
    gone = [question for question in _asked(old) if question not in kept]
    if changed:
        yield f"recorded questions about competencies whose answers change: {changed}"
    if gone:
        yield f"recorded questions gone: {len(gone)}: {'; '.join(gone[:MOST_SHOWN])}"
        yield from _rest(len(gone))


def _asked(framework: Framework) -> Iterator[str]:
    for competency in framework.competencies.values():
        yield from competency.asked_as
    for topic in framework.topics.values():
        yield from topic.asked_as


def _around(old: Framework, new: Framework) -> Iterator[str]:
    """What changes around the matrix."""
    yield from _ids("topic", old.topics, new.topics, lambda id_: (old if id_ in old.topics else new).topics[id_].title)
    ours, theirs = (dict(each.development.opportunities) if each.development else {} for each in (new, old))
    yield from _ids("opportunity", theirs, ours, lambda id_: (theirs if id_ in theirs else ours)[id_].name)
    said = [id_ for id_, topic in new.topics.items() if id_ in old.topics and topic.says != old.topics[id_].says]
    yield from (f"topic that says something else: {new.topics[id_].title}" for id_ in said)
    for what, before, after in (
        ("the self-assessment grid", old.grid, new.grid),
        ("the criteria for a step up", old.progressions, new.progressions),
        ("the plan's columns", old.plan, new.plan),
    ):
        if before != after:
            yield f"changed: {what}"
