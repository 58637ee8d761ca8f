"""Examples of questions that fit the asker's situation and have an answer."""

from bot.cards.payloads import Ask
from bot.cards.view import Row
from bot.dialogs import next_steps
from bot.dialogs.career import up_from
from bot.framework.comparing import compare_roles
from bot.framework.model import Framework, Role
from bot.phrases.en import small_talk as say
from bot.understanding.reading import Intent, Reading

MOST_EXAMPLES = 5


def examples(framework: Framework, own: tuple[Role, ...], aim: Role | None = None) -> tuple[Row, ...]:
    """Questions as rows to press, for the asker's role or, where that is not known, for a role in the middle.

    Pressed and typed they are answered alike, so their words name nothing that the reading does not.
    """
    role = own[0] if own else _middle(framework)
    what = _telling(framework, role)
    short = framework.competencies[what].short
    reading = Reading(framework.id, Intent.EXPECTATIONS, (role.grade,), (role.id,) if len(own) == 1 else ())
    one = say.ask_mine(short) if own else say.ask_expected(short, role.grade)
    return (
        *((_row(say.ASK_MINE, reading),) if own else ()),
        *_to_aim(framework, own, aim),
        *_of_team(framework, own),
        _row(one, reading.with_(competencies=(what,))),
        *_step(framework, own, role),
        *_career(framework, own),
        *_develop(framework, what, short),
        *_topic(framework),
        *(() if own else (_row(say.ask_across(short), Reading(framework.id, Intent.COMPARE, competencies=(what,))),)),
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


def _step(framework: Framework, own: tuple[Role, ...], role: Role) -> tuple[Row, ...]:
    """What changes one grade up, or, at the top, from the grade below; of the asker's own role where that has one way on."""
    above, below = framework.next_grade(role.grade), framework.grade_below(role.grade)
    if len(own) == 1 and above is not None:
        roles = tuple(each.id for each in up_from(framework, role))
        return (_row(say.ASK_NEXT, Reading(framework.id, Intent.COMPARE, (role.grade, above), (role.id, *roles))),)
    lower, higher = (role.grade, above) if above is not None else (below, role.grade)
    if lower is None:
        return ()
    return (_row(say.ask_change(lower, higher), Reading(framework.id, Intent.COMPARE, (lower, higher))),)


def _career(framework: Framework, own: tuple[Role, ...]) -> tuple[Row, ...]:
    """Where the asker can go, where the framework has no list of development that could be shown instead."""
    if len(own) != 1 or framework.development is not None:
        return ()
    reading = Reading(framework.id, Intent.CAREER_PROGRESSION, (own[0].grade,), (own[0].id,))
    return (_row(say.ASK_CAREER, reading),)


def _develop(framework: Framework, what: str, short: str) -> tuple[Row, ...]:
    """How to develop something, where the framework lists anything for it."""
    if not framework.opportunities_for(what):
        return ()
    return (_row(say.ask_develop(short), Reading(framework.id, Intent.DEVELOPMENT, competencies=(what,))),)


def _topic(framework: Framework) -> tuple[Row, ...]:
    """A topic of the guidance, one that leads through something step by step where there is one."""
    topics = [topic for topic in framework.topics.values() if topic.fact is None]
    stepped = (topic for topic in topics if any(framework.wanted.step.search(words) for words in topic.says))
    topic = next(stepped, next(iter(topics), None))
    if topic is None:
        return ()
    return (_row(say.ask_topic(topic.title), Reading(framework.id, Intent.GUIDE, guide_topics=(topic.id,))),)


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
