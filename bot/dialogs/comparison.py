"""What changes between roles: the competencies named in full, or the largest changes first."""

from collections.abc import Sequence
from itertools import pairwise

from bot.cards import comparisons as cards
from bot.cards.expectations import same_as_above
from bot.cards.payloads import Ask
from bot.cards.view import Button, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer, paged
from bot.dialogs.asked import Asked
from bot.dialogs.expectations import expectations
from bot.dialogs.growth import growth
from bot.dialogs.largest_changes import largest_changes
from bot.dialogs.progression import pay
from bot.dialogs.reply import Reply
from bot.framework.comparing import Comparison, compare_roles, steps_between
from bot.framework.model import Role
from bot.phrases.en import buttons
from bot.phrases.en import comparison as say
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

MOST_IN_FULL = 3
MOST_STEPS = 3


def comparison(asked: Asked) -> Reply:
    """Answer what changes."""
    pairs = _pairs(asked)
    if asked.framework.wanted.pay.search(asked.reading.said) and not asked.competencies:
        return pay(asked)
    if len(asked.competencies) == 1 and (not pairs or len({role.grade for role in asked.roles}) > MOST_STEPS):
        return growth(asked, asked.competencies[0], asked.roles or tuple(asked.framework.roles.values()))
    if not pairs:
        return expectations(asked) if asked.competencies else _pick_step(asked)
    return _named(asked, pairs) if asked.competencies else largest_changes(asked, pairs)


def _pairs(asked: Asked) -> tuple[tuple[Role, Role], ...]:
    """The pairs to compare; a role or grade alone is compared with the next, a grade of two roles with itself."""
    framework, roles = asked.framework, list(asked.roles)
    if len(roles) == 1:
        beside = next_steps.role_above(framework, roles[0]) or next_steps.role_below(framework, roles[0])
        roles += [beside] if beside else []
    return steps_between(framework, [role.id for role in roles])


def _pick_step(asked: Asked) -> Reply:
    """No grade is known: offer every step."""
    framework = asked.framework
    rows = []
    for lower, higher in pairwise(sorted(framework.grades)):
        rows.append(Row(say.step(lower, higher), Ask(Reading(framework.id, Intent.COMPARE, (lower, higher)))))
    title = say.title_of_all(tuple(framework.roles.values()))
    return answer(View(title, say.NOTHING_TO_COMPARE, rows=tuple(rows), source=source(framework, ())), say.NOTHING_TO_COMPARE)


def _named(asked: Asked, pairs: Sequence[tuple[Role, Role]]) -> Reply:
    """The competencies named, each over each step."""
    framework = asked.framework
    compared = [
        each
        for competency in asked.competencies
        for lower, higher in pairs
        for each in compare_roles(framework, lower.id, higher.id, (competency,))
    ]
    repeats = [before is not None and cards.told_alike(before, each) for before, each in zip((None, *compared), compared, strict=False)]
    names = [framework.competencies[id_].short for id_ in asked.competencies]
    told = [
        say.the_same(framework.roles[each.higher.role]) if again else _in_a_sentence(asked, each)
        for each, again in zip(compared, repeats, strict=True)
    ]
    view = View(
        say.titled(say.title_of(pairs), names),
        sections=tuple(_sections(asked, compared, repeats, len(pairs))),
        source=cards.source_of(framework, compared),
        buttons=_steps(asked, pairs),
    )
    return paged(asked, view, say.all_told(told))


def _sections(asked: Asked, compared: Sequence[Comparison], repeats: Sequence[bool], ways: int) -> list[Section]:
    framework = asked.framework
    sections = []
    for each, again in zip(compared, repeats, strict=True):
        heading = cards.heading(framework, each, alone=ways == 1) if len(compared) > 1 else ""
        full = len(compared) <= MOST_IN_FULL
        sections.append(same_as_above(heading, each.higher) if again else cards.changes(framework, each, heading, in_full=full))
    return sections


def _in_a_sentence(asked: Asked, compared: Comparison) -> str:
    framework = asked.framework
    lower, higher = framework.roles[compared.lower.role], framework.roles[compared.higher.role]
    phrase = say.beside if lower.grade == higher.grade else say.one
    what = framework.competencies[compared.competency].short
    return phrase(what, (lower, higher), cards.tally(framework, compared), [statement.text for statement in cards.told(compared)])


def _steps(asked: Asked, pairs: Sequence[tuple[Role, Role]]) -> tuple[Button, ...]:
    framework, competencies = asked.framework, asked.competencies
    top = pairs[-1][1]
    above = next_steps.role_above(framework, top)
    on = (next_steps.compare(framework, top, above, competencies),) if above else ()
    develop = (next_steps.develop(framework, competencies[0]),) if len(competencies) == 1 else ()
    everything = (Button(buttons.EVERY_CHANGE, next_steps.compare(framework, *pairs[-1]).payload),) if len(pairs) == 1 else ()
    grows = (next_steps.growth(framework, competencies[0]),) if len(competencies) == 1 else ()
    return (*on, *develop, *grows, *everything) if len(pairs) > 1 else (*on, *grows, *everything)
