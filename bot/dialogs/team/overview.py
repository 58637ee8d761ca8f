"""The team at a glance: who shared what and when, how complete it is, and what is needed most."""

from bot.assessment.model import Assessment
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.holding import day_of
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import Look, day, group_told, look, to, told
from bot.phrases.en import team as say
from bot.phrases.en.names import clipped
from bot.reviews.figures import FEWEST
from bot.reviews.needs import SEVERAL, Area, collective
from bot.reviews.team import Person

PAGE = 6
MOST_NAMED = 3
MOST_NEEDS = 8  # so many can be pressed; each further one can be named in words
TOPIC = "team-development"


def overview(asked: Asked, start: int = 0, lead: str = "") -> Reply:
    """The overview, from a person on. `lead` is said before it."""
    return of(look(asked), start, lead)


def of(seen: Look, start: int = 0, lead: str = "") -> Reply:
    """The overview of a group."""
    if not seen.everybody:
        return nobody(seen.asked)
    start = start if start < len(seen.people) else 0
    rows = tuple(_row(seen, person) for person in seen.people[start : start + PAGE])
    end = start + len(rows)
    more = (Row(say.MORE_PEOPLE, to("show", row=str(end)), say.page(start + 1, end, len(seen.people))),) if end < len(seen.people) else ()
    summary = say.summary(len(seen.people), sum(each.own is not None for each in seen.people))
    opening = " ".join(part for part in (lead, group_told(seen), summary) if part)
    short = _in_short(seen)
    buttons = (Button(say.NEEDS, to("needs")), Button(say.MARKS, to("marks")), Button(say.GROUP, to("group")))
    limits = Section(say.NOT_SEEN, (Line(say.NOT_SEEN_WORDS), Line(say.SEEN)))
    view = View(
        say.TITLE, opening, (Section(say.IN_SHORT, tuple(map(Line, short))), limits), say.SHARED_BY, (*rows, *more), buttons=buttons
    )
    return told(seen, view, " ".join((opening, *short)))


def nobody(asked: Asked) -> Reply:
    """Nobody shares anything: how that is asked for, and what comes then."""
    home = next((each for each in (asked.framework, *asked.other_frameworks) if TOPIC in each.topics), None)
    steps = (next_steps.topic(asked.framework, TOPIC, home),) if home else ()
    guidance = tuple(Button(say.GUIDANCE, step.payload) for step in steps)
    return answer(View(say.TITLE, say.NOBODY, (Section(say.THEN, tuple(map(Line, say.WHAT_COMES))),), buttons=guidance), say.NOBODY)


def coverage(asked: Asked, person: Person) -> str:
    """What somebody shares: which assessment, when, how complete it is; what they aspire to, and their plan."""
    until = day(asked, person.until)
    if person.own:
        finished = day(asked, person.own.finished or 0.0)
        first = say.coverage(_role(asked, person.own), finished, len(person.own.marked), len(person.own.walked), until)
    elif person.begun:
        first = say.unfinished(_role(asked, person.begun), len(person.begun.marked), len(person.begun.walked), until)
    else:
        first = say.no_assessment(until)
    aspired = say.aspires([_role(asked, each) for each in person.aspired])
    return " ".join(part for part in (first, aspired, plan_told(asked, person)) if part)


def plan_told(asked: Asked, person: Person) -> str:
    """A shared plan in a few words; empty where none is shared."""
    if person.plan is None:
        return ""
    today = day_of(asked.turn, asked.turn.now.timestamp())
    done = sum(each.status == "done" for each in person.plan)
    return say.planned(sum(each.open for each in person.plan), sum(each.overdue(today) for each in person.plan), done)


def few(seen: Look) -> tuple[str, ...]:
    """What is said where single people are told of."""
    return (say.FEW,) if any(0 < len(found) < FEWEST for found in _assessed(seen)) else ()


def _assessed(seen: Look) -> list[tuple[Person, ...]]:
    return [tuple(each for each in seen.people if each.own and each.own.framework == framework.id) for framework in seen.frameworks]


def _in_short(seen: Look) -> tuple[str, ...]:
    """The needs of several and the strengths of most, of the framework that most were marked with."""
    if not seen.frameworks:
        return (say.NO_OWN,)
    found, number = seen.areas(seen.frameworks[0]), len(_assessed(seen)[0])
    needed = [(clipped(area.name, 40), len(area.needing)) for area in collective(found)[:MOST_NAMED]]
    strong = sorted((area for area in found if len(area.strong) >= SEVERAL), key=lambda area: -len(area.strong))[:MOST_NAMED]
    told_of = (say.strongest([(clipped(area.name, 40), len(area.strong)) for area in strong], number),) if strong else ()
    return (say.most_needed(needed, number), *told_of, *others(seen, seen.frameworks[0].id), *few(seen))


def others(seen: Look, shown: str) -> tuple[str, ...]:
    """That the marks of other frameworks are set beside nobody's here."""
    rest = [say.with_framework(each) for each in seen.frameworks if each.id != shown]
    return (say.not_compared(rest),) if rest else ()


def needs_rows(found: tuple[Area, ...], framework: str, number: int) -> tuple[Row, ...]:
    """The collective needs, each to press."""
    several = collective(found)[:MOST_NEEDS]
    return tuple(Row(say.need(area.name, len(area.needing), number), to("area", row=area.id, of=framework)) for area in several)


def _row(seen: Look, person: Person) -> Row:
    return Row(person.name, to("person", row=seen.mark(person)), coverage(seen.asked, person))


def _role(asked: Asked, body: Assessment) -> str:
    framework = asked.library.frameworks.get(body.framework)
    return say.known_role(framework.roles.get(body.role) if framework else None)
