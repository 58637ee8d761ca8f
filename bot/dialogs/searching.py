"""What a search from the compose box finds: cards for anybody's chat, best first, with nothing personal and nothing to press."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from bot.cards import expectations as cards
from bot.cards.drawing import draw
from bot.cards.inserting import insertable
from bot.cards.payloads import Ask
from bot.cards.view import Line, Row, Section, View
from bot.cards.words import card_words
from bot.dialogs import next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.comparison import comparison
from bot.dialogs.development import development
from bot.dialogs.examples import examples
from bot.dialogs.expectations import MOST_ROLES_IN_FULL
from bot.dialogs.finding_grades import finding_grades
from bot.dialogs.guidance import guidance
from bot.dialogs.one_cell import one_cell
from bot.dialogs.profile import PERSONAL
from bot.dialogs.progression import progression
from bot.dialogs.reply import Card, Reply
from bot.framework.around import first_expected
from bot.framework.model import Competency, Place, Role
from bot.phrases.en import searching as say
from bot.phrases.en.expectations import brief
from bot.phrases.en.names import clipped, listed
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Outcome, Reading, Understood, Unsure

MOST_HITS = 8
LINE_LENGTH = 140
# After these, what roles are expected to do is worth a card as well.
_SHOWS_ROLES = {
    Intent.EXPECTATIONS,
    Intent.COMPARE,
    Intent.DEVELOPMENT,
    Intent.FIND_GRADE,
    Intent.CAREER_PROGRESSION,
    Intent.JOB_DESCRIPTION,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A card to insert (plain JSON), and the title and line by which it is chosen."""

    title: str
    line: str
    card: Card


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, best first; where that is nothing, `said` says so and what to try."""

    found: tuple[Hit, ...] = ()
    said: str = ""


def starters(asked: Asked) -> Hits:
    """Examples to begin with, before anything was typed: each card under the question that it answers."""
    asks = ((row.title, row.payload.reading) for row in examples(asked.framework, ()) if isinstance(row.payload, Ask))
    first = ((title, next(_hits(replace(asked, reading=reading)), None)) for title, reading in asks)
    return Hits(tuple(replace(hit, title=title, line=hit.title) for title, hit in first if hit))


def found(asked: Asked, outcome: Outcome) -> Hits:
    """What fits a query that was read as `outcome`."""
    readings = _readings(outcome)
    if not readings:
        return Hits(said=say.NOTHING)
    if readings[0].off_grades:
        return Hits(said=say.no_such_grade(min(asked.framework.grades), max(asked.framework.grades)))
    if readings[0].intent in PERSONAL:
        return Hits(said=say.PERSONAL)
    every = (hit for reading in readings for hit in _hits(replace(asked, reading=reading)))
    hits = tuple(islice(_each_title_once(every), MOST_HITS))
    if not hits and readings[0].intent in _SHOWS_ROLES:
        return starters(asked)
    return Hits(hits, "" if hits else say.NOTHING)


def _readings(outcome: Outcome) -> tuple[Reading, ...]:
    """The readings worth showing: nobody is asked back here, so what may well be off the topic finds nothing.

    Of what could be meant, one's own records cannot be shown here, so the others are.
    """
    match outcome:
        case Understood(reading):
            return (reading,)
        case Unsure(candidates) if all(each.intent is not Intent.OUT_OF_SCOPE for each in candidates[:2]):
            return tuple(each for each in candidates if each.intent not in PERSONAL) or candidates
        case _:
            return ()


def _each_title_once(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: set[str] = set()
    for hit in hits:
        if hit.title not in seen:
            seen.add(hit.title)
            yield hit


def _hits(asked: Asked) -> Iterator[Hit]:
    """What one reading finds: its own answer first, then what is asked around it."""
    reading = asked.reading
    match reading.intent:
        case Intent.COMPARE if asked.roles:
            yield _hit(comparison(asked))
        case Intent.DEVELOPMENT if asked.competencies or reading.opportunities:
            yield _hit(development(asked))
        case Intent.FIND_GRADE if asked.reader.find(reading).grades:
            yield _hit(finding_grades(asked))
        case Intent.CAREER_PROGRESSION if reading.grades:
            yield _hit(progression(asked))
        case Intent.GUIDE:
            for topic in reading.guide_topics:
                yield _hit(guidance(replace(asked, reading=reading.with_(guide_topics=(topic,)))))
    if reading.intent in _SHOWS_ROLES:
        yield from _expected(asked)


def _expected(asked: Asked) -> Iterator[Hit]:
    """What is expected: of the roles asked for, of those a grade down and up, and through all the grades."""
    roles, competencies = asked.roles, asked.competencies
    if not competencies:
        yield from (_whole(asked, role) for role in (*roles, *_neighbours(asked, roles)))
        return
    if not roles or len(roles) > MOST_ROLES_IN_FULL:
        yield from (_through(asked, competency) for competency in competencies)
        roles = tuple(role for role in roles or asked.framework.roles.values() if _is_stated(asked, role, competencies[0]))
    yield from (_cell(asked, role, competency) for competency in competencies for role in roles)
    yield from (_cell(asked, role, competencies[0]) for role in _neighbours(asked, roles))
    yield from (_through(asked, competency) for competency in competencies)


def _neighbours(asked: Asked, roles: Iterable[Role]) -> tuple[Role, ...]:
    """The roles a grade down and up from some, that are not among them."""
    framework, named = asked.framework, tuple(roles)
    near = (beside(framework, role) for role in named for beside in (next_steps.role_below, next_steps.role_above))
    return tuple(dict.fromkeys(role for role in near if role and role not in named))


def _hit(reply: Reply) -> Hit:
    title = next(card_words(reply.card or {}), "")
    return Hit(title, clipped(reply.text, LINE_LENGTH), insertable(reply.card or {"body": []}))


def _cell(asked: Asked, role: Role, competency: str) -> Hit:
    expectation = asked.framework.expectation(role.id, competency)
    return replace(_hit(one_cell(asked, role, competency)), line=brief(expectation, LINE_LENGTH))


def _whole(asked: Asked, role: Role) -> Hit:
    """A role with a line for each competency of which something is said."""
    framework = asked.framework
    rows = [cards.competency_row(framework, each, role) for each in framework.competencies.values() if _is_told(each, role)]
    place = Place(framework.document, role.place.figure, column=role.place.column)
    return _listing(cards.heading(role), clipped(listed(row.title for row in rows), LINE_LENGTH), rows, source(framework, (place,)))


def _through(asked: Asked, id_: str) -> Hit:
    """One competency with a line for each role."""
    framework, competency = asked.framework, asked.framework.competencies[id_]
    rows = [cards.role_row(framework, role, competency) for role in framework.roles.values()]
    line = say.begins(first_expected(framework, id_))
    return _listing(say.through(competency.short), line, rows, source(framework, (competency.place,)))


def _listing(title: str, line: str, rows: Iterable[Row], where: str) -> Hit:
    section = Section(lines=tuple(Line(row.detail, row.title) for row in rows))
    return Hit(title, line, draw(View(title, sections=(section,), source=where), f"{title}. {line}"))


def _is_stated(asked: Asked, role: Role, competency: str) -> bool:
    return asked.framework.expectation(role.id, competency).kind == "stated"


def _is_told(competency: Competency, role: Role) -> bool:
    return competency.expectations[role.id].kind != "blank"
