"""The tasks as a whole, each section in a line; and one section, with everything that may be chosen for it."""

from collections.abc import Mapping

from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Entry, Line, Row, Section, View
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.taking import Taken, several, ticked, too_long
from bot.dialogs.vacancy.work import Case, entered, marks
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.vacancies import sections
from bot.vacancies.checks import SECTION
from bot.vacancies.draft import LONGEST_LINE, MOST_LINES, DraftSection, key
from bot.vacancies.draft import Line as Task
from bot.vacancies.editing import chosen, with_own

TASKS, OWN = "tasks", "own"
MOST_TASKS_TOLD = 4  # of a section in the view of all of them


def all_sections(case: Case, said: str = "") -> Reply:
    """Every section with how much is chosen for it, to be kept as it is or gone through; what is chosen is a press away."""
    lead = f"{said} {say.areas(case.framework, say.SECTIONS_LEAD)}".strip()
    return _all(case, lead, _numbers(case), say.SHOW_TASKS, "tasks")


def every_task(case: Case) -> Reply:
    """The same with the tasks themselves."""
    return drawing.fitted(lambda width: _all(case, "", _tasks(case, width), say.HIDE_TASKS, "open"))


def one_section(case: Case, id_: str, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """One section: its tasks to tick, numbered, and room for one in the author's own words."""
    section = case.body.section(id_)
    if section is None:
        return all_sections(case, said)
    return drawing.fitted(lambda width: _one(case, section, said, typed or {}, width))


def taken(case: Case, id_: str, move: Move) -> Taken:
    """What was ticked and unticked, and a task in the author's own words."""
    section = case.body.section(id_)
    if section is None:
        return Taken(case)
    now = frozenset(key(line.text) for line in section.lines)
    after = case.with_body(chosen(case.framework, case.body, section, ticked(move, TASKS, now)))
    own = entered(move, OWN)
    return with_task(after, id_, own) if own else Taken(after)


def with_task(case: Case, id_: str, text: str) -> Taken:
    """A task in the author's own words, by the form or in words."""
    section = case.body.section(id_)
    refused = too_long(case, text, LONGEST_LINE, OWN)
    if section is None or refused:
        return refused or Taken(case)
    if any(line.text == text for line in section.lines):
        return Taken(case, say.ALREADY)
    if len(section.lines) >= MOST_LINES:
        return Taken(case, say.NO_ROOM, {OWN: text})
    return Taken(case.with_body(with_own(case.body, section, text)))


def offered(case: Case, section: DraftSection) -> tuple[Task, ...]:
    """What a section offers, in the order of its numbers."""
    return sections.offered(case.framework, case.role, section) if case.role else section.lines


def _numbers(case: Case) -> tuple[Line, ...]:
    told = ((say.numbered(at, section.name), len(section.lines)) for at, section in enumerate(case.body.sections, 1))
    return tuple(Line(say.amount(number), name) for name, number in told)


def _tasks(case: Case, width: int) -> tuple[Line, ...]:
    return tuple(Line(_told(section, width), say.numbered(at, section.name)) for at, section in enumerate(case.body.sections, 1))


def _all(case: Case, lead: str, lines: tuple[Line, ...], other: str, move: str) -> Reply:
    body = case.body
    left = sections.left_out(case.framework, case.role) if case.role else ()
    gone = tuple(name for name in left if name not in {section.name for section in body.sections})
    below = (Section(lines=(Line(say.left_out(gone)),)),) if gone else ()
    go = Button(say.ONE_BY_ONE, case.move("one_by_one", order.SECTIONS))
    view = View(
        say.SECTIONS,
        lead,
        (Section(lines=lines), *below),
        rows=(Row(other, case.move(move, order.SECTIONS)),),
        buttons=(Button(say.KEEP_ALL, case.move("next", order.SECTIONS)), go, Button(say.OVERVIEW, case.move("overview", order.SECTIONS))),
    )
    return drawing.card(case, order.SECTIONS, view)


def _told(section: DraftSection, width: int) -> str:
    shown = section.lines[:MOST_TASKS_TOLD]
    more = len(section.lines) - len(shown)
    texts = (clipped(line.text, width) for line in shown)
    return " ".join((*texts, *((say.and_more(more),) if more else ()))) or say.NONE_CHOSEN


def _one(case: Case, section: DraftSection, said: str, typed: Mapping[str, str], width: int) -> Reply:
    lines, step = offered(case, section), SECTION + section.id
    ids = [each.id for each in case.body.sections]
    ticks = tuple(key(line.text) for line in section.lines)
    options = tuple((key(line.text), say.numbered(at, clipped(line.text, width))) for at, line in enumerate(lines, 1))
    where = say.section_of(ids.index(section.id) + 1, len(ids), len(section.lines), len(lines))
    choice = (Choice(TASKS, say.CHOOSE, options, ",".join(ticks), many=True),) if options else ()
    given = {**several({TASKS: ticks}), **marks({OWN: ""})}
    view = View(
        section.name,
        f"{said} {where}".strip(),
        (Section(lines=(Line(say.IN_WORDS),)),) if ids and section.id == ids[0] else (),
        fields=(*choice, Entry(OWN, say.OWN_LINE, typed.get(OWN, ""), say.OWN_LINE_HINT)),
        buttons=drawing.buttons(case, step, given),
    )
    return drawing.card(case, step, view)
