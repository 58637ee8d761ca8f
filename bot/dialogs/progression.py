"""Getting to the next grade: formal criteria where the framework gives some, else what changes."""

from collections.abc import Collection
from dataclasses import replace

from bot.cards import careers as cards
from bot.cards import comparisons
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.career import pick_own, up_from, ways_on
from bot.dialogs.reply import Reply
from bot.framework.comparing import compare_roles
from bot.framework.model import Criterion, Framework, Progression, Role
from bot.phrases.en import buttons
from bot.phrases.en import career as careers
from bot.phrases.en import progression as say
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading


def progression(asked: Asked) -> Reply:
    """Answer how to get from one grade to the next."""
    framework = asked.framework
    step = _step(asked)
    if framework.wanted.pay.search(asked.reading.said):
        return pay(asked)
    if step is None:
        return _which(asked)
    formal = next((each for each in framework.progressions if (each.lower, each.higher) == step), None)
    return _formal(asked, formal) if formal else _informal(asked, *step)


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


def _which(asked: Asked) -> Reply:
    """No step is known: the asker's role is the highest, or each role is offered."""
    framework = asked.framework
    formal = framework.progressions
    if len(formal) == 1 and asked.start is None and framework.wanted.decides.search(asked.reading.said):
        return _formal(asked, formal[0])
    if asked.roles:
        return ways_on(asked, asked.roles[0])
    lead = f"{careers.WHICH_ROLE} {say.formal_steps(framework.progressions)}"
    decides = not formal and framework.wanted.decides.search(asked.reading.said)
    return pick_own(asked, tuple(framework.roles.values()), f"{say.NO_DECIDER} {lead}" if decides else lead)


def _formal(asked: Asked, step: Progression) -> Reply:
    """The criteria first, those of a competency that was named alone, and how it is assessed a press away; and back."""
    framework = asked.framework
    lower, higher = framework.roles_at(step.lower)[0], framework.roles_at(step.higher)[0]
    steps = (next_steps.compare(framework, lower, higher), next_steps.career(framework, lower))
    title, named = say.title(step.lower, step.higher), asked.reader.names(asked.reading.said, framework.id)
    if asked.start or (asked.start is None and framework.wanted.decides.search(asked.reading.said)):
        section = Section(say.ASSESSMENT, tuple(Line(each.text, f"{number}") for number, each in enumerate(step.assessment, 1)))
        view = View(title, say.assessment(step), (section,), buttons=(_criteria(framework, step), *steps))
        return _told(asked, step, view, say.assessment_text(step))
    if asked.start is None and any(set(named) & set(each.competencies) for each in step.criteria):
        section = _section(framework, step, named)
        lead = say.touching(step, [framework.competencies[id_].short for id_ in named], len(section.lines))
        ways = (next_steps.expect(framework, higher, named), _criteria(framework, step), steps[0])
        return _told(asked, step, View(title, lead, (section,), buttons=ways), f"{lead} {say.texts(line.text for line in section.lines)}")
    assessed = Button(buttons.ASSESSMENT, Ask(Reading(framework.id, Intent.CAREER_PROGRESSION, (step.lower, step.higher)), 1))
    view = View(title, say.lead(step), (_section(framework, step),), buttons=(assessed, *steps))
    return _told(asked, step, view, say.text(step))


def _told(asked: Asked, step: Progression, view: View, text: str) -> Reply:
    """What the framework says of a step, after what was asked for and it does not say."""
    unsaid = _unsaid(asked)
    whole = replace(view, lead=f"{unsaid} {view.lead}".strip(), source=source(asked.framework, (step.place,)))
    return answer(whole, f"{unsaid} {text}".strip())


def _criteria(framework: Framework, step: Progression) -> Button:
    return Button(buttons.CRITERIA, Ask(Reading(framework.id, Intent.CAREER_PROGRESSION, (step.lower, step.higher)), 0))


def _section(framework: Framework, step: Progression, competencies: Collection[str] = ()) -> Section:
    """The criteria with their numbers: all, or those that touch one of some competencies."""
    told = ((n, each) for n, each in enumerate(step.criteria, 1) if not competencies or set(competencies) & set(each.competencies))
    return Section(say.CRITERIA, tuple(_criterion(framework, n, each) for n, each in told), notes=(step.note,) if step.note else ())


def _unsaid(asked: Asked) -> str:
    """What was asked for and the framework does not say: whether somebody will be promoted, or how long it takes."""
    said, wanted = asked.reading.said, asked.framework.wanted
    if asked.reading.yes_no and wanted.promise(said):
        return say.NO_PROMISE
    return say.NO_TIME if wanted.length_of_time.search(said) else ""


def pay(asked: Asked) -> Reply:
    """Nothing is said of what anybody is paid; what changes is a press away."""
    framework = asked.framework
    roles = asked.roles
    steps = next_steps.step_up(framework, roles[0]) if roles else ()
    expected = tuple(next_steps.expect(framework, role) for role in roles[:2])
    view = View(say.PAY_TITLE, say.PAY, source=source(framework, ()), buttons=(*steps, *expected) or (next_steps.career_map(framework),))
    return answer(view, say.PAY)


def _criterion(framework: Framework, number: int, criterion: Criterion) -> Line:
    names = [framework.competencies[id_].short for id_ in criterion.competencies if id_ in framework.competencies]
    return Line(criterion.text, f"{number}", aside=say.touches(names) if names else "")


def _informal(asked: Asked, lower: int, higher: int) -> Reply:
    """No formal criteria: say so, and show where the role can lead, or, where the role aimed at is known, what changes most."""
    framework = asked.framework
    low, highs = _ends(asked, lower, higher)
    decides = say.NO_DECIDER if framework.wanted.decides.search(asked.reading.said) else ""
    lead = " ".join(part for part in (_unsaid(asked), decides, say.not_formal(lower, higher, framework.progressions)) if part)
    if higher == framework.next_grade(lower) and set(highs) == set(up_from(framework, low)):
        return ways_on(asked, low, lead)
    compared = [each for high in highs for each in cards.largest_changes(compare_roles(framework, low.id, high.id))]
    view = View(
        say.title(lower, higher),
        lead,
        tuple(cards.step(framework, low, high, say.changes_heading(low, high)) for high in highs),
        source=comparisons.source_of(framework, compared),
        buttons=(*_on_the_way(framework, lower, higher), *_steps(framework, low, highs)),
    )
    told = (
        say.changes([framework.competencies[each.competency].short for each in compared if each.higher.role == high.id], low, high)
        for high in highs
    )
    return answer(view, " ".join((lead, *told)))


def _on_the_way(framework: Framework, lower: int, higher: int) -> tuple[Button, ...]:
    """The formal criteria of a single step on a longer way."""
    inside = [step for step in framework.progressions if lower <= step.lower and step.higher <= higher]
    return tuple(next_steps.progression(framework, step.lower, step.higher) for step in inside)


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


def _steps(framework: Framework, low: Role, highs: tuple[Role, ...]) -> tuple[Button, ...]:
    """The step in full, for each role it may lead to."""
    if len(highs) == 1:
        return (next_steps.compare(framework, low, highs[0]), next_steps.expect(framework, highs[0]))
    return tuple(Button(say.to(framework, high), next_steps.compare(framework, low, high).payload) for high in highs)
