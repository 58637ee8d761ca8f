"""Figures of a team as an Excel file: a sheet for each framework, nobody's name or mark, and nothing of fewer than three people."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from bot.documents.sheets import look, write
from bot.phrases.en import documents
from bot.phrases.en import team_file as say
from bot.phrases.en.grade_words import OwnWords, said_by
from bot.reviews.figures import FEWEST, AreaFigures, FrameworkFigures, TeamFigures

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def write_team(figures: TeamFigures, at: datetime) -> bytes:
    """The file."""
    from openpyxl import Workbook  # noqa: PLC0415 (costs 0.35 s, and most processes write no Excel for hours)

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, each in enumerate(figures.frameworks, 1):
        _areas(book.create_sheet(_title(number, say.SHEET_AREAS)), figures, each, at)
        _served(book.create_sheet(_title(number, say.SHEET_SERVED)), each)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _areas(sheet: "Worksheet", figures: TeamFigures, each: FrameworkFigures, at: datetime) -> None:
    heading = (
        (say.TITLE, ""),
        (documents.FRAMEWORK, documents.framework(each.framework)),
        (say.DATE, documents.day(at.date())),
        (say.GROUP, say.group(each.people, everybody=figures.everybody)),
        (say.ROLES, say.roles(each.roles)),
        (say.rules(FEWEST), ""),
        (say.own_role(each.below), ""),
        *(((say.TOO_FEW, ""),) if figures.too_few else ()),
    )
    own = OwnWords(each.framework, said_by(each.framework))
    for number, words in enumerate(heading, 1):
        write(sheet, number, tuple(map(own.of, words)), wrap=False)
    head = len(heading) + 2
    write(sheet, head, (say.AREA, say.MARKED, say.AVERAGE, say.NEEDING, say.STRONG))
    for number, area in enumerate(each.areas, head + 1):
        write(sheet, number, _row(area))
    look(sheet, {"A": 44, "B": 16, "C": 16, "D": 16, "E": 16}, head)


def _row(area: AreaFigures) -> tuple[str | float, ...]:
    figures = (area.marked, area.average, area.needing, area.strong)
    return (area.name, *(say.LEFT_OUT if figure is None else figure for figure in figures))


def _served(sheet: "Worksheet", each: FrameworkFigures) -> None:
    write(sheet, 1, (say.OPPORTUNITY, say.PEOPLE, say.IN_AREAS))
    for number, served in enumerate(each.served, 2):
        write(sheet, number, (served.name, served.people, "\n".join(served.areas)))
    if not each.served:
        write(sheet, 2, (say.NONE_SERVES,), wrap=False)
    look(sheet, {"A": 50, "B": 14, "C": 50}, 1)


def _title(number: int, what: str) -> str:
    """The name of a sheet; a number keeps those of two frameworks apart."""
    return f"{what} {number}" if number > 1 else what
