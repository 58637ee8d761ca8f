"""Succession at a glance: each critical role with who aspires to it, those with nobody said plainly, and what the guidance says."""

from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import Plan, look, look_at, told
from bot.framework.model import Framework, Topic
from bot.phrases.en import succession as say
from bot.phrases.en.names import capital, role
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

TOPIC, WORKFORCE = "succession-planning", "workforce-planning"
ADVISER = "HR"  # whom the guidance names for what is never kept here
MOST_ROLES, MOST_ALSO = 20, 8


def overview(asked: Asked, lead: str = "") -> Reply:
    """The overview. `lead` is said before it."""
    return of(look(asked), lead)


def of(seen: Plan, lead: str = "") -> Reply:
    """The overview of what is looked at."""
    roles = seen.roles[:MOST_ROLES]
    found = {each.id: seen.aspirants(each.body) for each in seen.roles}
    summary = say.overview(len(seen.roles), sum(not each for each in found.values())) if roles else say.NONE_YET
    text = f"{lead} {summary}".strip()
    rows = tuple(Row(seen.name(each.body), look_at("open", each.id), say.line(each.body.horizon, len(found[each.id]))) for each in roles)
    guide = _topic(seen.asked, TOPIC)
    also = _also(seen)
    sections = (
        *((Section(say.ALSO_ASPIRED, also),) if also else ()),
        Section(say.HEED, tuple(map(Line, (say.NEVER_ASKED, *_on_people(guide))))) if roles else Section(lines=(Line(say.ONLY_YOU),)),
    )
    add = Button(say.ADD, look_at("new"))
    onward = tuple(Button(title, Ask(_reading(seen.asked, id_))) for title, id_ in _guides(seen.asked))
    where = source(guide[0], (guide[1].place,)) if guide and roles else ""
    view = View(say.TITLE, text, sections, say.roles(len(seen.roles) - len(roles)) if rows else "", rows, where, (add, *onward))
    return told(seen, view, text)


def _topic(asked: Asked, id_: str) -> tuple[Framework, Topic] | None:
    """A topic of the guidance, of the asker's framework or else of another, with whose it is."""
    homes = (asked.framework, *asked.other_frameworks)
    return next(((each, each.topics[id_]) for each in homes if id_ in each.topics), None)


def _guides(asked: Asked) -> tuple[tuple[str, str], ...]:
    known = ((say.SUCCESSION_GUIDE, TOPIC), (say.WORKFORCE, WORKFORCE))
    return tuple((title, id_) for title, id_ in known if _topic(asked, id_))


def _on_people(guide: tuple[Framework, Topic] | None) -> tuple[str, ...]:
    """The guidance on who is in the team: its own sentences, which name whom to talk to."""
    return tuple(words for words in guide[1].says if ADVISER in words) if guide else ()


def _also(seen: Plan) -> tuple[Line, ...]:
    """Who aspires to a role that is not marked as critical."""
    critical = {(each.body.framework, each.body.role) for each in seen.roles}
    frameworks = seen.asked.library.frameworks
    found = (
        (person.name, frameworks[each.framework].roles[each.role])
        for person in seen.people
        for each in person.aspired
        if (each.framework, each.role) not in critical and each.framework in frameworks and each.role in frameworks[each.framework].roles
    )
    return tuple(Line(capital(role(of)), name) for name, of in found)[:MOST_ALSO]


def _reading(asked: Asked, topic: str) -> Reading:
    return Reading(asked.framework.id, Intent.GUIDE, guide_topics=(topic,))
