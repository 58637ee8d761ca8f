"""The template of the Personal Development Plan: the five columns and the status, then what the role asks, then what was learnt."""

from docx.document import Document as Made
from docx.shared import Cm

from bot.documents.drafting.page import page, small, unless_empty
from bot.documents.drafting.tables import details, lines_of, name_and_reviewer, repeated, table
from bot.phrases.en import documents as say

_WIDTHS = tuple(map(Cm, (5.6, 5.2, 5.2, 4.0, 3.3, 2.4)))
_COLUMNS = ("objective", "activity", "difference", "support", "date")


def plan() -> Made:
    """The template."""
    document = page(say.PLAN, landscape=True)
    details(document, name_and_reviewer(), Cm(25.7))
    unless_empty(document, "note", "Quiet")
    _entries(document)
    unless_empty(document, "empty")
    unless_empty(document, "left_out", "Quiet")
    _each(document, "quoted", "entry", say.EXPECTED, "entry.quote")
    _each(document, "reflections", "entry", say.LEARNT, "entry.learnt")
    unless_empty(document, "signs", "Quiet")
    return document


def _entries(document: Made) -> None:
    heads = [f"{{{{ columns.{id_}.name }}}}" for id_ in _COLUMNS]
    made = table(document, [*heads, say.STATUS], _WIDTHS)
    for cell, id_ in zip(made.rows[0].cells, _COLUMNS, strict=False):
        cell.add_paragraph(f"{{{{ columns.{id_}.asks }}}}", style="Asks")
    places = [f"{{{{ entry.{id_} }}}}" for id_ in (*_COLUMNS, "status")]
    row = repeated(made, "entry in entries", places, _WIDTHS)
    lines_of(row.cells[0], [(places[0], "Strong words"), ("{{ entry.competency }}", "Quiet"), ("{{ entry.serves }}", "Quiet")])


def _each(document: Made, of: str, one: str, heading: str, words: str) -> None:
    document.add_paragraph(f"{{%p if {of} %}}")
    document.add_heading(heading, 1)
    document.add_paragraph(f"{{%p for {one} in {of} %}}")
    document.add_paragraph(f"{{{{ {one}.objective }}}}", style="Heading 2")
    document.add_paragraph(f"{{{{ {words} }}}}")
    small(document, f"{{{{ {one}.serves }}}}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
