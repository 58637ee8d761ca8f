"""What is expected: one cell, several, a whole role, or a competency through the grades."""

from collections.abc import Sequence

from bot.cards import expectations as cards
from bot.cards.payloads import Ask
from bot.cards.view import Button, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer, paged
from bot.dialogs.asked import Asked
from bot.dialogs.facts import existence
from bot.dialogs.one_cell import all_silent, one_cell
from bot.dialogs.progression import pay
from bot.dialogs.reply import Reply
from bot.dialogs.whole_role import whole_role
from bot.dialogs.yes_or_no import decided, settled, tells_something, yes_or_no_for_each
from bot.framework.around import asks
from bot.framework.model import Expectation, Framework, Place, Role
from bot.phrases.en import buttons
from bot.phrases.en import expectations as say
from bot.phrases.en.judging import NOT_SAID_SO
from bot.phrases.en.names import capital, grades, listed, role
from bot.phrases.en.sources import source

MOST_ROLES_IN_FULL = 3


def expectations(asked: Asked) -> Reply:
    """Answer what is expected, as briefly as the question allows."""
    roles, competencies = asked.roles, asked.competencies
    if asked.reading.grades and not roles:
        return _no_such_grade(asked)
    if _asks_of_pay(asked):
        return pay(asked)
    if not competencies:
        return _of_roles(asked, roles)
    if len(roles) == len(competencies) == 1:
        return one_cell(asked, roles[0], competencies[0])
    if not roles or (len(roles) > MOST_ROLES_IN_FULL and asked.start is None):
        return _through_the_grades(asked, roles, competencies)
    return _several(asked, roles, competencies)


def _asks_of_pay(asked: Asked) -> bool:
    """Whether it asks what somebody is paid, and tells of no competency itself: one may be left from what was talked of."""
    said = asked.reading.said
    if not asked.framework.wanted.pay.search(said):
        return False
    return not asked.competencies or not asked.reader.about(said, asked.framework.id)


def _of_roles(asked: Asked, roles: Sequence[Role]) -> Reply:
    """No competency named: whether there is such a role, or all that it is expected to do."""
    unsaid = bool(roles) and asked.reading.yes_no and asked.start is None and tells_something(asked)
    lead = NOT_SAID_SO if unsaid else ""
    return existence(asked) or (whole_role(asked, roles[0], lead) if len(roles) == 1 else _pick_role(asked, roles, lead))


def _no_such_grade(asked: Asked) -> Reply:
    framework = asked.framework
    text = say.no_such_grade(asked.reading.grades, framework)
    competencies = asked.competencies
    one = framework.competencies[competencies[0]] if len(competencies) == 1 else None
    rows = tuple(cards.role_row(framework, each, one) for each in framework.roles.values())
    return answer(View(say.ALL_ROLES, text, rows=rows, source=source(framework, (_table(framework),))), text)


def _pick_role(asked: Asked, roles: Sequence[Role], lead: str) -> Reply:
    """No competency named, and no role or more than one."""
    framework = asked.framework
    if roles and roles == framework.roles_at(roles[0].grade):
        return _pick_in_grade(framework, roles, lead)
    shown = roles or tuple(framework.roles.values())
    numbers = tuple(dict.fromkeys(each.grade for each in shown))
    text = f"{lead} {say.several_roles(numbers, shown) if roles else say.PICK_GRADE}".strip()
    title = say.title(say.WHAT_IS_EXPECTED, grades(numbers)) if roles else say.ALL_ROLES
    rows = tuple(cards.role_row(framework, each) for each in shown)
    return answer(View(title, text, rows=rows, source=source(framework, (_table(framework),))), text)


def _pick_in_grade(framework: Framework, roles: Sequence[Role], lead: str) -> Reply:
    """A grade with several roles: each of them, or one competency for all."""
    number = roles[0].grade
    told = [each for each in framework.competencies.values() if any(each.expectations[of.id].kind != "blank" for of in roles)]
    text = f"{lead} {say.several_roles((number,), roles)}".strip()
    view = View(
        say.title(say.WHAT_IS_EXPECTED, grades((number,))),
        text,
        rows_heading=say.one_for_each(framework.competency_word),
        rows=tuple(cards.competency_names_row(framework, each, roles) for each in told),
        source=source(framework, (_table(framework),)),
        buttons=(*(next_steps.expect(framework, each) for each in roles[:2]), next_steps.compare(framework, roles[0], roles[1])),
    )
    return answer(view, text)


def _through_the_grades(asked: Asked, roles: Sequence[Role], competencies: Sequence[str]) -> Reply:
    framework = asked.framework
    chosen = framework.competencies[competencies[0]]
    shown = roles or tuple(framework.roles.values())
    cells = [chosen.expectations[each.id] for each in shown]
    first = next((each for each, cell in zip(shown, cells, strict=True) if asks(framework, cell)), None)
    text = " ".join(part for part in (settled(asked), say.across(chosen.short, first)) if part)
    if len(competencies) > 1:
        names = [framework.competencies[id_].short for id_ in competencies[1:]]
        text = f"{say.one_of_several(framework.competencies_word, chosen.short, names)} {text}"
    others = tuple(next_steps.across(framework, id_, framework.competencies[id_].short) for id_ in competencies[1:])
    every = asked.reading.with_(grades=tuple(dict.fromkeys(each.grade for each in shown)), competencies=(chosen.id,))
    return answer(
        View(
            say.title(chosen.short, grades(sorted({each.grade for each in shown}))),
            text,
            rows=tuple(cards.role_row(framework, each, chosen) for each in shown),
            source=source(framework, (chosen.place,)),
            buttons=(*others, Button(buttons.SHOW_ALL, Ask(every, 0)), next_steps.develop(framework, chosen.id)),
        ),
        f"{text} {say.each_in_brief(framework, shown, cells)}",
    )


def _several(asked: Asked, roles: Sequence[Role], competencies: Sequence[str]) -> Reply:
    framework = asked.framework
    cells = [framework.expectation(each.id, competency) for competency in competencies for each in roles]
    if len(competencies) == 1 and all(cell.kind == "blank" for cell in cells):
        return all_silent(asked, roles, competencies[0])
    if asked.reading.yes_no and asked.start is None:
        one = competencies[0] if len(competencies) == 1 else decided(asked, roles, competencies)
        if one:
            return _yes_or_no(asked, roles, one)
    what = listed(framework.competencies[competency].short for competency in competencies)
    numbers = tuple(dict.fromkeys(each.grade for each in roles))
    where = role(roles[0]) if len(roles) == 1 else grades(numbers)
    lead = say.SEVERAL_MEANT if asked.reading.clarify and len(asked.competencies) > 1 else ""
    return paged(
        asked,
        View(
            say.title(what, where),
            lead,
            sections=_sections(framework, cells, roles, competencies),
            source=cards.cell_source(framework, cells),
            buttons=_steps_for_several(framework, roles, competencies),
        ),
        " ".join(part for part in (capital(lead), say.cells(what, _in_brief(framework, cells, roles, competencies))) if part),
    )


def _yes_or_no(asked: Asked, roles: Sequence[Role], competency: str) -> Reply:
    if len(roles) == 1:
        return one_cell(asked, roles[0], competency)
    return yes_or_no_for_each(asked, roles, competency, _steps_for_several(asked.framework, roles, (competency,)))


def _sections(
    framework: Framework, cells: Sequence[Expectation], roles: Sequence[Role], competencies: Sequence[str]
) -> tuple[Section, ...]:
    found: list[Section] = []
    for alike in _alike(cells):
        first, *others = cards.cell(framework, alike[0], _heading(framework, alike, roles, competencies))
        notes = tuple(dict.fromkeys(note for cell in alike[1:] for note in cell.notes if note not in alike[0].notes))
        found += [first, *others, *((Section(notes=notes),) if notes else ())]
    return tuple(found)


def _in_brief(
    framework: Framework, cells: Sequence[Expectation], roles: Sequence[Role], competencies: Sequence[str]
) -> list[tuple[str, str]]:
    """A heading and a passage for each cell, or for cells that say the same."""
    return [(_heading(framework, alike, roles, competencies), " ".join(_words(alike[0])) or say.state(alike[0])) for alike in _alike(cells)]


def _alike(cells: Sequence[Expectation]) -> list[list[Expectation]]:
    """Neighbouring cells of a competency that say the same, together."""
    found: list[list[Expectation]] = []
    for cell in cells:
        if found and found[-1][0].competency == cell.competency and cell.statements and _words(found[-1][0]) == _words(cell):
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def _words(cell: Expectation) -> tuple[str, ...]:
    return tuple(statement.text for statement in cell.statements)


def _heading(framework: Framework, alike: Sequence[Expectation], roles: Sequence[Role], competencies: Sequence[str]) -> str:
    what, who = framework.competencies[alike[0].competency].short, [framework.roles[cell.role] for cell in alike]
    if len(competencies) == 1:
        several = len({each.grade for each in roles}) > 1
        return say.together([capital(role(each)) if several else each.title for each in who])
    return what if len(roles) == 1 else say.title(what, say.together([role(each) for each in who]))


def _steps_for_several(framework: Framework, roles: Sequence[Role], competencies: Sequence[str]) -> tuple[Button, ...]:
    if len(roles) == 1:
        return (*next_steps.step_up(framework, roles[0], competencies), *next_steps.beside(framework, roles[0], competencies))
    first, last = (framework.expectation(each.id, competencies[0]) for each in (roles[0], roles[-1]))
    differ = len(competencies) > 1 or _words(first) != _words(last)
    compared = (next_steps.compare(framework, roles[0], roles[-1], competencies),) if differ else ()
    if len(competencies) > 1:
        return compared
    above = framework.next_grade(roles[-1].grade)
    on = (next_steps.expect_at(framework, above, competencies[0]),) if above else ()
    return (*compared, *on, next_steps.develop(framework, competencies[0]))


def _table(framework: Framework) -> Place:
    return Place(framework.document, next(iter(framework.competencies.values())).place.figure)
