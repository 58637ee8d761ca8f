"""Getting to the next grade: formal criteria where the framework gives some, else what changes."""

from itertools import pairwise

from bot.cards import comparisons
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.comparing import Comparison, compare_roles, largest_first
from bot.framework.model import Criterion, Framework, Progression, Role
from bot.phrases.en import progression as say
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

LARGEST = 3


def progression(asked: Asked) -> Reply:
    """Answer how to get from one grade to the next."""
    framework = asked.framework
    step = _step(asked)
    if step is None:
        return _which(framework)
    formal = next((each for each in framework.progressions if (each.lower, each.higher) == step), None)
    return _formal(framework, formal) if formal else _informal(asked, *step)


def _step(asked: Asked) -> tuple[int, int] | None:
    """The grades asked about; one grade alone is where somebody wants to get to, the asker's own is where they start."""
    framework = asked.framework
    grades = sorted({g for g in asked.reading.grades if g in framework.grades} | {framework.roles[r].grade for r in _named(asked)})
    if len(grades) > 1:
        return grades[0], grades[-1]
    own = asked.own_roles[0].grade if asked.own_roles else None
    if grades:
        lower = own if own is not None and own < grades[0] else framework.grade_below(grades[0])
        if own == grades[0] or lower is None:
            return _up(framework, grades[0])
        return lower, grades[0]
    return _up(framework, own) if own is not None else None


def _named(asked: Asked) -> tuple[str, ...]:
    return tuple(role for role in asked.reading.roles if role in asked.framework.roles)


def _up(framework: Framework, grade: int) -> tuple[int, int] | None:
    above = framework.next_grade(grade)
    return (grade, above) if above is not None else None


def _which(framework: Framework) -> Reply:
    """No step is known: offer every step, and say which have formal criteria."""
    formal = {(step.lower, step.higher) for step in framework.progressions}
    grades = sorted(framework.grades)
    rows = []
    for lower, higher in pairwise(grades):
        reading = Reading(framework.id, Intent.CAREER_PROGRESSION, (lower, higher))
        rows.append(Row(say.title(lower, higher), Ask(reading), say.FORMAL if (lower, higher) in formal else ""))
    text = f"{say.WHICH} {say.formal_steps(framework.progressions)}"
    return answer(View(say.TITLE, text, rows=tuple(rows), source=source(framework, ())), text)


def _formal(framework: Framework, step: Progression) -> Reply:
    criteria = Section(say.CRITERIA, tuple(_criterion(framework, each) for each in step.criteria))
    assessment = Section(say.ASSESSMENT, tuple(Line(each.text) for each in step.assessment), notes=(step.note,) if step.note else ())
    lower, higher = framework.roles_at(step.lower)[0], framework.roles_at(step.higher)[0]
    buttons = (next_steps.compare(framework, lower, higher), next_steps.expect(framework, higher))
    view = View(
        say.title(step.lower, step.higher), say.lead(step), (criteria, assessment), source=source(framework, (step.place,)), buttons=buttons
    )
    return answer(view, say.text(step))


def _criterion(framework: Framework, criterion: Criterion) -> Line:
    names = [framework.competencies[id_].short for id_ in criterion.competencies if id_ in framework.competencies]
    return Line(criterion.text, aside=say.touches(names) if names else "")


def _informal(asked: Asked, lower: int, higher: int) -> Reply:
    """No formal criteria: say so, and show where most changes, on each path that is open."""
    framework = asked.framework
    low, highs = _ends(asked, lower, higher)
    largest = [(high, _largest(framework, low, high)) for high in highs]
    lead = say.not_formal(lower, higher, framework.progressions)
    sections = tuple(Section(say.changes_heading(low, high), tuple(_change(framework, each) for each in found)) for high, found in largest)
    told = [say.changes([framework.competencies[each.competency].short for each in found], low, high) for high, found in largest]
    view = View(
        say.title(lower, higher),
        lead,
        sections,
        source=comparisons.source_of(framework, [each for _, found in largest for each in found]),
        buttons=_steps(framework, low, highs),
    )
    return answer(view, " ".join((lead, *told)))


def _ends(asked: Asked, lower: int, higher: int) -> tuple[Role, tuple[Role, ...]]:
    """The role at the start, and those it may lead to: those named or the asker's own, else the same path, else all."""
    framework = asked.framework
    known = (*(framework.roles[role] for role in _named(asked)), *asked.own_roles)
    named = tuple(dict.fromkeys(role for role in known if role.grade == higher))
    low = next((role for role in known if role.grade == lower), None)
    if low is None:
        paths = {role.path for role in named}
        low = next((role for role in framework.roles_at(lower) if role.path in paths), framework.roles_at(lower)[0])
    same_path = tuple(role for role in framework.roles_at(higher) if role.path == low.path)
    return low, named or same_path or framework.roles_at(higher)


def _largest(framework: Framework, low: Role, high: Role) -> list[Comparison]:
    return [each for each in largest_first(compare_roles(framework, low.id, high.id)) if each.size][:LARGEST]


def _change(framework: Framework, compared: Comparison) -> Line:
    summary = say.changes_line(comparisons.tally(framework, compared))
    first = next(iter(comparisons.told(compared)), None)
    return Line(summary, framework.competencies[compared.competency].short, below=first.text if first else "")


def _steps(framework: Framework, low: Role, highs: tuple[Role, ...]) -> tuple[Button, ...]:
    """The step in full, for each role it may lead to."""
    if len(highs) == 1:
        return (next_steps.compare(framework, low, highs[0]), next_steps.expect(framework, highs[0]))
    return tuple(Button(say.to(framework, high), next_steps.compare(framework, low, high).payload) for high in highs)
