"""The two heat tables: needs and strengths by competency with who, and every mark side by side."""

from bot.assessment.result import HIGH
from bot.cards.payloads import Move
from bot.cards.view import Button, Heat, Line, Row, Section, Shade, Tone, View
from bot.dialogs import files
from bot.dialogs.asked import Asked
from bot.dialogs.presses import place_of
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import MOST_DIGITS, Look, back, group_told, look, to, told
from bot.dialogs.team.overview import MOST_NEEDS, few, needs_rows, nobody, others
from bot.documents import kinds
from bot.framework.model import Framework
from bot.phrases.en import team as say
from bot.phrases.en.names import clipped
from bot.reviews.figures import figures_of
from bot.reviews.needs import Area, Mark, Standing, collective, middle, of_framework, serving
from bot.reviews.team import Person

SIDE_BY_SIDE = 3  # so many people fit on a phone beside the names of the rows
MOST_SERVING = 5
LONGEST_AREA = 48
NEEDS, MARKS = "needs:", "marks"
"""The steps of the two; after the first comes the framework."""
_SIGNS: dict[Standing, str] = {"need": say.NEED, "between": say.BETWEEN, "strength": say.STRENGTH, "none": say.NONE}
_TONES: dict[Standing, Tone] = {"need": "attention", "between": "", "strength": "good", "none": ""}


def needs(seen: Look, of: str = "") -> Reply:
    """Every competency with who needs it and who is strong in it, and what would serve several."""
    framework = seen.framework(of)
    if framework is None:
        return without_marks(seen)
    found, group = seen.areas(framework), of_framework(seen.people, framework.id)
    table = Heat((say.COLUMN_NAMES, say.NEED_COLUMN, say.STRONG_COLUMN), tuple(_of_area(area) for area in found), _legend(seen, framework))
    text = " ".join(part for part in (group_told(seen), _told(found, len(group))) if part)
    rows = (*needs_rows(found, framework.id, len(group)), *_other(seen, framework, "needs"))
    third = Button(say.FILE, file()) if makes_file(seen) else back()
    buttons = (Button(say.MARKS, to("marks", of=framework.id)), third, Button(say.GROUP, to("group")))
    several = len(collective(found))
    heading = say.areas(several - MOST_NEEDS) if several else ""
    sections = (*_serving(seen, framework, found), *_notes(seen, framework))
    return told(seen, View(say.NEEDS_TITLE, text, sections, heading, rows, heat=table, buttons=buttons), text, f"{NEEDS}{framework.id}")


def marks(seen: Look, of: str = "", start: int = 0) -> Reply:
    """Every mark, three people at a time."""
    framework = seen.framework(of)
    if framework is None:
        return without_marks(seen)
    group, found = of_framework(seen.people, framework.id), seen.areas(framework)
    start = start if start < len(group) else 0
    shown = group[start : start + SIDE_BY_SIDE]
    rows = tuple((clipped(area.name, LONGEST_AREA), _cells(area, shown)) for area in found)
    table = Heat((say.COLUMN_NAMES, *_columns(shown)), rows, _legend(seen, framework))
    page = say.page(start + 1, start + len(shown), len(group)) if len(group) > SIDE_BY_SIDE else ""
    text = " ".join(part for part in (group_told(seen), page or f"{say.MARKS_TITLE}.") if part)
    end = start + len(shown)
    onward = str(end if end < len(group) else 0)
    more = (Button(say.NEXT_PEOPLE, to("marks", row=onward, of=framework.id)),) if len(group) > SIDE_BY_SIDE else ()
    buttons = (*more, Button(say.NEEDS, to("needs", of=framework.id)), back() if more or not makes_file(seen) else Button(say.FILE, file()))
    other = _other(seen, framework, "marks")
    return told(seen, View(say.MARKS_TITLE, text, _notes(seen, framework), rows=other, heat=table, buttons=buttons), text, MARKS)


def without_marks(seen: Look) -> Reply:
    """There are people, and no marks to set side by side."""
    if not seen.everybody:
        return nobody(seen.asked)
    text = " ".join(part for part in (group_told(seen), say.NO_OWN) if part)
    return told(seen, View(say.NEEDS_TITLE, text, buttons=(back(), Button(say.GROUP, to("group")))), text)


def makes_file(seen: Look) -> bool:
    """Whether there is any figure that may leave the chat."""
    return bool(figures_of(seen.people, seen.asked.library, everybody=seen.whole).frameworks)


def file() -> Move:
    """The figures of the group as a file."""
    return Move(files.NAME, files.OFFER, row=kinds.TEAM)


def show_needs(asked: Asked, move: Move) -> Reply:
    """Pressed: needs and strengths."""
    return needs(look(asked), move.field("of"))


def show_marks(asked: Asked, move: Move) -> Reply:
    """Pressed: the marks, from a person on."""
    return marks(look(asked), move.field("of"), place_of(move.row, MOST_DIGITS))


def _of_area(area: Area) -> tuple[str, tuple[Shade, ...]]:
    need, strong = area.needing, area.strong
    cells = (
        Shade(_who(need), "attention" if len(need) > 1 else "warning" if need else ""),
        Shade(_who(strong), "good" if strong else ""),
    )
    return clipped(area.name, LONGEST_AREA), cells


def _who(found: tuple[Mark, ...]) -> str:
    return say.names([say.person(mark.person.name) for mark in found])


def _cells(area: Area, shown: tuple[Person, ...]) -> tuple[Shade, ...]:
    by_person = {mark.person.id: mark for mark in area.marks}
    return tuple(_cell(by_person[person.id]) for person in shown)


def _cell(mark: Mark) -> Shade:
    return Shade(say.mark(_SIGNS[mark.standing], mark.mark, priority=mark.priority), _TONES[mark.standing])


def _columns(shown: tuple[Person, ...]) -> tuple[str, ...]:
    """The names over the columns, short where that tells them apart."""
    short = [say.person(person.name) for person in shown]
    return tuple(short) if len(set(short)) == len(short) else tuple(person.name for person in shown)


def _legend(seen: Look, framework: Framework) -> str:
    return say.legend(middle(seen.asked.library, framework), HIGH)


def _told(found: tuple[Area, ...], group: int) -> str:
    return say.most_needed([(area.name, len(area.needing)) for area in collective(found)[:3]], group)


def _serving(seen: Look, framework: Framework, found: tuple[Area, ...]) -> tuple[Section, ...]:
    """The opportunities that serve several people, those that serve the most first."""
    served = serving(seen.asked.library, framework, collective(found))[:MOST_SERVING]
    lines = tuple(Line(say.serves(len(each.people), each.areas), clipped(each.opportunity.name, 80)) for each in served)
    return (Section(say.SERVES_SEVERAL, lines),) if lines else ()


def _notes(seen: Look, framework: Framework) -> tuple[Section, ...]:
    """What is to be known before marks are compared."""
    left_out = [person.name for person in seen.people if person.own is None]
    own = any(row.own for person in seen.people if person.own for row in person.own.rows)
    words = (
        say.OWN_ROLE,
        *((say.OWN_ROWS,) if own else ()),
        *((say.without_marks(left_out[:8]),) if left_out else ()),
        *others(seen, framework.id),
        *few(seen),
        *((say.LEFT_OUT,) if few(seen) and makes_file(seen) else () if makes_file(seen) else (say.NO_FILE,)),
    )
    return (Section(lines=tuple(map(Line, words))),)


def _other(seen: Look, framework: Framework, move: str) -> tuple[Row, ...]:
    return tuple(Row(say.with_framework(each), to(move, of=each.id)) for each in seen.frameworks if each.id != framework.id)
