"""What the framework tells exactly: bands, roles, paths and competencies, in the first sentence, with the topic a press away."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.cards.expectations import role_row
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.career import career_map, moves
from bot.dialogs.guidance import guidance
from bot.dialogs.reply import Reply
from bot.framework.judging_topics import open_to
from bot.framework.model import CareerPath, Fact, FactKind, Framework, Grade, Role, Topic
from bot.phrases.en import buttons
from bot.phrases.en import facts as say
from bot.phrases.en import guidance as verdicts
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

_BAND = re.compile(r"\bbands?\s+(\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_COUNTS = "competency-count"


def guide(asked: Asked) -> Reply:
    """Answer about the guidance: with the fact that was asked for where there is one, else with the topic."""
    topic = _topic(asked)
    if topic is None or topic.fact is None or asked.start is not None or not _asks_for(asked, topic.fact):
        return guidance(asked)
    return FACTS[topic.fact.kind](asked, topic) or guidance(asked)


def _topic(asked: Asked) -> Topic | None:
    """The first topic that was meant, of this framework's guide or of another's."""
    first = next(iter(asked.reading.guide_topics), "")
    return next((each.topics[first] for each in asked.library.frameworks.values() if first in each.topics), None)


def _asks_for(asked: Asked, fact: Fact) -> bool:
    """Whether the question wants the fact: every question does where the fact has no words, else one with such a word or a grade."""
    said = _spoken(asked.reading.said)
    if not fact.words or any(f" {word} " in said for word in fact.words):
        return True
    return bool(_named(asked)) and _names_somebody(asked)


def _names_somebody(asked: Asked) -> bool:
    """Whether the question itself names a grade or role, or goes on from one about the guidance; else they are left from before."""
    said = asked.reading.said
    if not said or (asked.last is not None and asked.last.intent is Intent.GUIDE):
        return True
    if any(str(grade) in _NUMBER.findall(said) for grade in _named(asked)):
        return True
    heard = asked.reader.read(said, asked.framework.id, asked.profile).why.heard
    return any(each.slot in ("grade", "role", "path") for each in heard)


def _named(asked: Asked) -> tuple[int, ...]:
    return tuple(grade for grade in asked.reading.grades if grade in asked.framework.grades)


def _bands(asked: Asked, topic: Topic) -> Reply | None:
    """The band of a grade, or the grades and roles of a band."""
    framework, reading = asked.framework, asked.reading
    mapped = [each for each in framework.grades.values() if each.bands]
    if not mapped:
        return _told(asked, topic, say.NO_BANDS, ())
    bands = tuple(dict.fromkeys(int(number) for number in _BAND.findall(reading.said)))
    if bands:
        found = [grade for grade in mapped if set(bands) & set(grade.bands)]
        lead = " ".join(say.grades_of_band(band, [g for g in mapped if band in g.bands], _known(mapped)) for band in bands)
        titles = " ".join(say.roles_at(grade.grade, framework.roles_at(grade.grade)) for grade in found)
        return _told(asked, topic, f"{lead} {titles}".strip(), _roles_at(framework, found))
    own = tuple(role.grade for role in asked.own_roles)
    grades = [framework.grades[grade] for grade in dict.fromkeys(_named(asked) or own)]
    if grades:
        return _told(asked, topic, " ".join(map(say.band_of, grades)), _roles_at(framework, grades))
    rows = tuple(Line(say.bands(grade), say.grade(grade)) for grade in mapped)
    return _told(asked, topic, say.all_bands(_known(mapped)), (), (Section(lines=rows),))


def _known(mapped: Iterable[Grade]) -> list[int]:
    return sorted({band for grade in mapped for band in grade.bands})


def _roles_at(framework: Framework, grades: Iterable[Grade]) -> tuple[Role, ...]:
    return tuple(role for grade in grades for role in framework.roles_at(grade.grade))


def _roles(asked: Asked, topic: Topic) -> Reply | None:
    """The roles of a grade with their titles, or all roles."""
    grades = _named(asked)
    if not grades:
        return career_map(asked, lead=say.all_roles(asked.framework))
    roles = tuple(role for grade in grades for role in asked.framework.roles_at(grade))
    lead = " ".join(say.roles_at(grade, asked.framework.roles_at(grade)) for grade in grades)
    return _roles_told(asked, lead, roles, (_about(asked, topic),))


def _roles_told(asked: Asked, lead: str, roles: tuple[Role, ...], also: tuple[Button, ...]) -> Reply:
    framework = asked.framework
    titles = tuple(Line(say.titles(role.titles), say.place(framework, role)) for role in roles if role.titles != (role.title,))
    sections = (Section(say.IN_SOURCE, titles),) if titles else ()
    place = tuple(role.place for role in roles)
    steps = (*also, next_steps.career_map(framework, roles[0] if roles else None))
    rows = tuple(role_row(framework, role) for role in roles)
    return answer(View(say.ROLES, lead, sections, rows=rows, source=source(framework, place), buttons=steps), lead)


def _paths(asked: Asked, topic: Topic) -> Reply | None:
    """The paths and their grades, on the map, with what the guide says of them."""
    framework = asked.framework
    there = existence(asked)
    if there:
        return there
    named = tuple(framework.roles[role] for role in asked.reading.roles if role in framework.roles)
    moving = _between_paths(asked, named, topic)
    if moving:
        return moving
    marked = named or tuple(role for grade in _named(asked) for role in framework.roles_at(grade))
    of_home = topic.id in framework.topics
    sections = (Section(lines=tuple(Line(words) for words in topic.says)),) if of_home else ()
    return career_map(asked, marked, say.paths(framework), sections, (topic.place,) if of_home else ())


def existence(asked: Asked) -> Reply | None:
    """Whether a grade has a role of a path or a title, where that was asked: "is there a specialist at grade 9?"."""
    framework, said = asked.framework, asked.reading.said
    typed = tuple(grade for grade in _named(asked) if str(grade) in _NUMBER.findall(said))
    if not (asked.reading.yes_no and framework.wanted.there_is.search(said) and len(typed) == 1):
        return None
    at_grade, paths, titled = framework.roles_at(typed[0]), _paths_named(framework, said), _titled(framework, said)
    if not titled and len(paths) == 1:
        found = any(role.path == paths[0].id for role in at_grade)
        lead = say.is_there(say.called(paths[0]), typed[0], found=found)
    elif titled:
        lead = say.is_there(titled, typed[0], found=any(titled in _names(role) for role in at_grade))
    else:
        return None
    return _roles_told(asked, f"{lead} {say.roles_on(framework, typed[0], at_grade)}", at_grade, ())


def _titled(framework: Framework, said: str) -> str:
    """The longest title or other name of a role that a question holds; empty where it holds none."""
    spoken = _spoken(said)
    return max((name for role in framework.roles.values() for name in _names(role) if f" {name.lower()} " in spoken), key=len, default="")


def _names(role: Role) -> tuple[str, ...]:
    return (role.title, *role.aliases)


def _spoken(said: str) -> str:
    return f" {re.sub(r'[^a-z0-9]+', ' ', said.lower())} "


def _paths_named(framework: Framework, said: str) -> tuple[CareerPath, ...]:
    """The paths that a question names, by their names or their other names."""
    spoken = _spoken(said)
    return tuple(
        path
        for path in framework.paths.values()
        if any(f" {name.lower()} " in spoken for name in (say.called(path), f"{say.called(path)}s", *path.aliases))
    )


def _between_paths(asked: Asked, named: Sequence[Role], topic: Topic) -> Reply | None:
    """Whether one may move from one path to another, by the guide's own words."""
    said, framework = asked.reading.said, asked.framework
    several = len({role.path for role in named}) > 1 or len(_paths_named(framework, said)) > 1
    possible = open_to(framework, topic) if topic.id in framework.topics else None
    wanted = framework.wanted
    wished = wanted.permitted.search(said) and wanted.changes_path.search(said) and not wanted.negated.search(said)
    if not (asked.reading.yes_no and several and possible and wished):
        return None
    words = topic.says[possible.at]
    lead = verdicts.VERDICTS[possible.answer]
    steps = tuple(next_steps.career(framework, role) for role in named[:1])
    view = View(topic.title, lead, (Section(lines=(Line(words), Line(say.paths(framework)))),), source=source(framework, (topic.place,)))
    return answer(replace(view, buttons=(*steps, next_steps.career_map(framework, named[0] if named else None))), f"{lead} {words}")


def _competencies(asked: Asked, topic: Topic) -> Reply | None:
    """How many there are and their names, with where the source counts differently."""
    framework = asked.framework
    every = tuple(sorted(framework.grades))
    note = framework.notes.get(_COUNTS)
    lead = say.competencies(framework, disputed=note is not None)
    rows = tuple(
        Row(each.name, Ask(Reading(framework.id, Intent.EXPECTATIONS, every, competencies=(each.id,))))
        for each in framework.competencies.values()
    )
    sections = (Section(notes=(note,)),) if note else ()
    title = say.competencies_title(framework)
    view = View(title, lead, sections, say.PRESS_ONE, rows, source=source(framework, ()), buttons=(_about(asked, topic),))
    return answer(view, f"{lead} {say.names([each.name for each in framework.competencies.values()])}")


def _moves(asked: Asked, topic: Topic) -> Reply | None:
    """Moves sideways from the asker's role or the one named."""
    roles = asked.roles
    return moves(asked, roles[0], topic) if len(roles) == 1 and topic.id in asked.framework.topics else None


def _told(asked: Asked, topic: Topic, lead: str, roles: tuple[Role, ...], sections: tuple[Section, ...] = ()) -> Reply:
    """The fact, the roles it is about, and the topic behind a button."""
    framework = asked.framework
    place = tuple(role.place for role in roles)
    rows = tuple(role_row(framework, role) for role in roles)
    steps = (_about(asked, topic), next_steps.career_map(framework, roles[0] if roles else None))
    return answer(View(say.BANDS, lead, sections, rows=rows, source=source(framework, place), buttons=steps), lead)


def _about(asked: Asked, topic: Topic) -> Button:
    reading = Reading(asked.framework.id, Intent.GUIDE, guide_topics=(topic.id,))
    return Button(buttons.ABOUT, Ask(reading, 0))


FACTS: Mapping[FactKind, Callable[[Asked, Topic], Reply | None]] = {
    "bands": _bands,
    "roles": _roles,
    "paths": _paths,
    "competencies": _competencies,
    "moves": _moves,
}
