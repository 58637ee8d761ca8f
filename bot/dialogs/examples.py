"""Examples of questions that fit the asker's situation and have an answer."""

from bot.cards.payloads import Ask
from bot.cards.view import Row
from bot.dialogs import next_steps
from bot.framework.comparing import compare_roles
from bot.framework.model import Framework, Role
from bot.phrases.en import small_talk as say
from bot.understanding.reading import Intent, Reading

MOST_EXAMPLES = 5


def examples(framework: Framework, own: tuple[Role, ...], aim: Role | None = None) -> tuple[Row, ...]:
    """Questions as rows to press, for the asker's role or, where that is not known, for a role in the middle."""
    role = own[0] if own else _middle(framework)
    what = _telling(framework, role)
    short = framework.competencies[what].short
    one = Reading(framework.id, Intent.EXPECTATIONS, (role.grade,), competencies=(what,))
    mine = one.with_(competencies=(), roles=(role.id,) if len(own) == 1 else ())
    return (
        *((_row(say.ask_mine(role.grade), mine),) if own else ()),
        *_to_aim(framework, own, aim),
        *_of_team(framework, own),
        _row(say.ask_expected(short, role.grade), one),
        *_step(framework, role),
        _row(say.ask_develop(short), Reading(framework.id, Intent.DEVELOPMENT, competencies=(what,))),
        *_topic(framework),
        _row(say.ask_across(short), one.with_(grades=tuple(framework.grades))),
    )[:MOST_EXAMPLES]


def _to_aim(framework: Framework, own: tuple[Role, ...], aim: Role | None) -> tuple[Row, ...]:
    if aim is None or len(own) != 1 or aim.grade == own[0].grade:
        return ()
    reading = Reading(framework.id, Intent.COMPARE, (own[0].grade, aim.grade), (own[0].id, aim.id))
    return (_row(say.ask_aim(own[0].grade, aim.grade), reading),)


def _of_team(framework: Framework, own: tuple[Role, ...]) -> tuple[Row, ...]:
    """A question about a role below, for somebody on the managers' path."""
    if len(own) != 1 or not _manages(framework, own[0]):
        return ()
    below = next_steps.role_below(framework, own[0])
    below = (below and next((each for each in framework.roles_at(below.grade) if not _manages(framework, each)), None)) or below
    if below is None:
        return ()
    return (_row(say.ask_of_team(below), Reading(framework.id, Intent.EXPECTATIONS, (below.grade,), (below.id,))),)


def _manages(framework: Framework, role: Role) -> bool:
    path = framework.paths[role.path]
    return say.MANAGER in (path.name.casefold(), *path.aliases)


def _row(said: str, reading: Reading) -> Row:
    return Row(said, Ask(reading.with_(said=said)))


def _step(framework: Framework, role: Role) -> tuple[Row, ...]:
    above, below = next_steps.role_above(framework, role), next_steps.role_below(framework, role)
    lower, higher = (role, above) if above else (below or role, role)
    if lower is higher:
        return ()
    reading = Reading(framework.id, Intent.COMPARE, (lower.grade, higher.grade), (lower.id, higher.id))
    return (_row(say.ask_change(lower.grade, higher.grade), reading),)


def _topic(framework: Framework) -> tuple[Row, ...]:
    topics = [topic for topic in framework.topics.values() if topic.asked_as]
    if not topics:
        return ()
    topic = topics[len(topics) // 2]
    return (_row(say.ask_topic(topic.asked_as[0]), Reading(framework.id, Intent.GUIDE, guide_topics=(topic.id,))),)


def _middle(framework: Framework) -> Role:
    roles = tuple(framework.roles.values())
    return roles[len(roles) // 3]


def _telling(framework: Framework, role: Role) -> str:
    """The competency that changes most at the next grade, among those of which something is said."""
    above = next_steps.role_above(framework, role) or role
    stated = [c.id for c in framework.competencies.values() if c.expectations[role.id].kind == "stated"]
    compared = compare_roles(framework, role.id, above.id, stated or framework.competencies)
    return max(
        compared, key=lambda each: (each.shift == "changes", bool(framework.opportunities_for(each.competency)), each.size)
    ).competency
