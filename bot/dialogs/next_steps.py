"""Next steps: the buttons under an answer, each a question that can be answered."""

from collections.abc import Iterable

from bot.cards.expectations import ask
from bot.cards.payloads import Ask, Career, Move
from bot.cards.view import Button
from bot.framework.model import Framework, Role
from bot.phrases.en import buttons
from bot.understanding.reading import Intent, Reading


def role_above(framework: Framework, role: Role) -> Role | None:
    """The role one grade up on the same path, or the first there."""
    return _beside(framework, role, framework.next_grade(role.grade))


def role_below(framework: Framework, role: Role) -> Role | None:
    """The role one grade down on the same path, or the first there."""
    return _beside(framework, role, framework.grade_below(role.grade))


def other_roles(framework: Framework, role: Role) -> tuple[Role, ...]:
    """The other roles of the same grade."""
    return tuple(each for each in framework.roles_at(role.grade) if each.id != role.id)


def expect(framework: Framework, role: Role, competencies: Iterable[str] = ()) -> Button:
    """What is expected of a role."""
    return Button(buttons.for_role(framework, role), ask(framework, (role,), competencies))


def expect_at(framework: Framework, grade: int, competency: str) -> Button:
    """What one competency asks at a grade."""
    title = buttons.at_grade(framework.competencies[competency].short, grade)
    return Button(title, ask(framework, framework.roles_at(grade), (competency,)))


def compare(framework: Framework, lower: Role, higher: Role, competencies: Iterable[str] = ()) -> Button:
    """What changes between two roles."""
    grades = tuple(dict.fromkeys((lower.grade, higher.grade)))
    title = buttons.changes_at(higher.grade) if len(grades) > 1 else buttons.compare_with(framework, higher)
    return Button(title, Ask(Reading(framework.id, Intent.COMPARE, grades, (lower.id, higher.id), tuple(competencies))))


def step_up(framework: Framework, role: Role, competencies: Iterable[str] = ()) -> tuple[Button, ...]:
    """What changes at the next grade, or, at the top, from the grade below."""
    above, below = role_above(framework, role), role_below(framework, role)
    if above:
        return (compare(framework, role, above, competencies),)
    return (compare(framework, below, role, competencies),) if below else ()


def beside(framework: Framework, role: Role, competencies: Iterable[str] = ()) -> tuple[Button, ...]:
    """The other role of the same grade, where there is one."""
    return tuple(expect(framework, other, competencies) for other in other_roles(framework, role)[:1])


def career(framework: Framework, role: Role) -> Button:
    """Where a role can lead."""
    return Button(buttons.CAREER, Career(framework.id, role.id))


def career_map(framework: Framework, role: Role | None = None) -> Button:
    """Every role by grade, one of them marked."""
    return Button(buttons.CAREER_MAP, Career(framework.id, role.id if role else None, map=True))


def growth(framework: Framework, competency: str) -> Button:
    """Where a competency begins and how it grows."""
    every = tuple(sorted(framework.grades))
    return Button(buttons.GROWTH, Ask(Reading(framework.id, Intent.COMPARE, every, competencies=(competency,))))


def develop(framework: Framework, competency: str, title: str = buttons.DEVELOP) -> Button:
    """What helps to develop one competency."""
    return Button(title, Ask(Reading(framework.id, Intent.DEVELOPMENT, competencies=(competency,))))


def into_plan(framework: Framework, competencies: Iterable[str]) -> tuple[Button, ...]:
    """What helps with some competencies, to be put into one's development plan."""
    named = ",".join(competencies)
    given = (("framework", framework.id), ("competencies", named))
    return (Button(buttons.INTO_PLAN, Move("plan", "choose", given=given)),) if named else ()


def across(framework: Framework, competency: str, title: str = buttons.GRADES) -> Button:
    """One competency through all grades."""
    every = tuple(sorted(framework.grades))
    return Button(title, Ask(Reading(framework.id, Intent.EXPECTATIONS, every, competencies=(competency,))))


def progression(framework: Framework, lower: int, higher: int) -> Button:
    """The way from one grade to the next."""
    return Button(buttons.progress(lower, higher), Ask(Reading(framework.id, Intent.CAREER_PROGRESSION, (lower, higher))))


def topic(framework: Framework, id_: str, home: Framework) -> Button:
    """A topic of the guidance; `home` is the framework whose guide holds it, `framework` the asker's."""
    return Button(buttons.next_topic(home.topics[id_].title), Ask(Reading(framework.id, Intent.GUIDE, guide_topics=(id_,))))


def plain(framework: Framework, intent: Intent, title: str) -> Button:
    """A question without further slots."""
    return Button(title, Ask(Reading(framework.id, intent)))


def _beside(framework: Framework, role: Role, grade: int | None) -> Role | None:
    roles = framework.roles_at(grade) if grade is not None else ()
    return next((each for each in roles if each.path == role.path), next(iter(roles), None))
