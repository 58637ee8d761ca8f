"""Where a role can lead: one step up, sideways, and the map of all roles."""

from dataclasses import replace

from bot.cards import careers as cards
from bot.cards.comparisons import source_of
from bot.cards.payloads import Career
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.comparing import compare_roles
from bot.framework.model import Framework, Place, Role, Topic
from bot.phrases.en import career as say
from bot.phrases.en.names import capital, shortened
from bot.phrases.en.names import role as named
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

MOST_UP = 2
TOPIC_LIMIT = 400


def reading_of(pressed: Career, framework: Framework) -> Reading:
    """What a press of a career button asks, as it is remembered."""
    roles = (framework.roles[pressed.role],) if pressed.role else ()
    return Reading(framework.id, Intent.CAREER_PROGRESSION, tuple(role.grade for role in roles), tuple(role.id for role in roles))


def career(asked: Asked, pressed: Career) -> Reply:
    """Answer a press of a career button."""
    role = asked.framework.roles[pressed.role] if pressed.role else None
    reply = career_map(asked, (role,) if role else ()) if role is None or pressed.map else ways_on(asked, role)
    return replace(reply, answers=asked.reading, memory=Memory(asked.reading))


def ways_on(asked: Asked, role: Role, opening: str = "") -> Reply:
    """The roles one step up from a role and beside it, with what each asks more; `opening` is said first."""
    framework = asked.framework
    up, beside = up_from(framework, role), next_steps.other_roles(framework, role)
    lead = f"{opening} {say.ways_on(role, up, beside)}".strip()
    compared = [each for other in (*up, *beside) for each in cards.largest_changes(compare_roles(framework, role.id, other.id))]
    view = View(
        say.ways_on_title(role),
        lead,
        (*(cards.step(framework, role, each, say.up_heading(each)) for each in up), *_beside(framework, role, beside)),
        rows=tuple(_row(framework, role, other) for other in (*up, *beside)),
        source=source_of(framework, compared) if compared else source(framework, (role.place,)),
        buttons=(*criteria(framework, role), next_steps.career_map(framework, role), next_steps.expect(framework, role)),
    )
    return answer(view, lead)


def moves(asked: Asked, role: Role, topic: Topic) -> Reply:
    """The roles beside a role, after what the guide says of such moves, and the roles one step up a press away."""
    framework = asked.framework
    beside = next_steps.other_roles(framework, role)
    lead = f"{say.sideways(role, beside)} {' '.join(topic.says)}"
    compared = [each for other in beside for each in cards.largest_changes(compare_roles(framework, role.id, other.id))]
    places = (topic.place, *(each.place for cell in compared for each in (cell.lower, cell.higher)))
    view = View(
        say.moves_title(role),
        lead,
        tuple(cards.step(framework, role, each, say.beside_heading(each)) for each in beside),
        rows=tuple(_row(framework, role, other) for other in beside),
        source=source(framework, tuple(dict.fromkeys(places))),
        buttons=(next_steps.career(framework, role), next_steps.career_map(framework, role)),
    )
    return answer(view, lead)


def career_map(
    asked: Asked, roles: tuple[Role, ...] = (), lead: str = "", sections: tuple[Section, ...] = (), places: tuple[Place, ...] = ()
) -> Reply:
    """Every role by grade, the asker's and those asked about marked; `places` are where the sections stand."""
    framework = asked.framework
    figure = replace(next(iter(framework.roles.values())).place, column=None)
    text = f"{lead} {say.MAP_LEAD}".strip()
    note = "" if framework.paths_in_source else framework.notes.get("paths", "")
    view = View(
        say.MAP,
        text,
        (*sections, Section(notes=(note,))) if note else sections,
        source=source(framework, (figure, *places)),
        buttons=_from_map(framework, roles),
        rungs=cards.career_map(framework, asked.own_roles, roles),
    )
    return answer(view, text)


def pick_own(asked: Asked, roles: tuple[Role, ...], opening: str) -> Reply:
    """It is not known which role is the asker's: each as a line that opens where it leads."""
    framework = asked.framework
    rows = tuple(Row(capital(named(role)), Career(framework.id, role.id), _formal(framework, role)) for role in roles)
    buttons = (next_steps.career_map(framework),)
    return answer(View(say.WHERE_NEXT, opening, rows=rows, source=source(framework, ()), buttons=buttons), opening)


def up_from(framework: Framework, role: Role) -> tuple[Role, ...]:
    """The roles one step up: those of the same path, else every role of the next grade."""
    above = framework.next_grade(role.grade)
    roles = framework.roles_at(above) if above is not None else ()
    return tuple(each for each in roles if each.path == role.path) or roles


def criteria(framework: Framework, role: Role) -> tuple[Button, ...]:
    """The formal criteria of the step up from a role, where there are some."""
    formal = [step for step in framework.progressions if step.lower == role.grade]
    return tuple(next_steps.progression(framework, step.lower, step.higher) for step in formal)


def _beside(framework: Framework, role: Role, beside: tuple[Role, ...]) -> tuple[Section, ...]:
    """Each other role of the same grade in a line, and what the guide says of moves sideways."""
    lines = tuple(Line(cards.in_brief(framework, role, each), capital(named(each))) for each in beside)
    topic = next((topic for topic in framework.topics.values() if topic.fact and topic.fact.kind == "moves"), None)
    told = (Line(shortened(topic.says, TOPIC_LIMIT), say.GUIDE_SAYS),) if topic else ()
    return (Section(say.SIDEWAYS, (*lines, *told)),) if lines or told else ()


def _row(framework: Framework, role: Role, other: Role) -> Row:
    return Row(say.compared(role, other), next_steps.compare(framework, role, other).payload)


def _formal(framework: Framework, role: Role) -> str:
    return say.FORMAL if criteria(framework, role) else ""


def _from_map(framework: Framework, roles: tuple[Role, ...]) -> tuple[Button, ...]:
    return tuple(Button(say.from_(role), Career(framework.id, role.id)) for role in roles[:MOST_UP])
