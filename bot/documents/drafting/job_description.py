"""The template of the job description: its header, the tasks by section, the person specification, and progression where it is kept."""

from docx.document import Document as Made
from docx.shared import Cm

from bot.documents.drafting.page import lines, page, unless_empty
from bot.documents.drafting.tables import repeated, table
from bot.phrases.en import documents as say

_HEADER = tuple(map(Cm, (5.2, 11.8)))
_PERSON = tuple(map(Cm, (11.6, 2.7, 2.7)))


def job_description() -> Made:
    """The template."""
    document = page(say.JOB_DESCRIPTION)
    made = table(document, ("", say.ROLE), _HEADER)
    made._tbl.remove(made.rows[0]._tr)  # noqa: SLF001 (python-docx takes no row away, and this table needs no heading)
    row = repeated(made, "field in header", ("", "{{ field.text }}"), _HEADER)
    row.cells[0].paragraphs[0].add_run("{{ field.name }}").bold = True
    document.add_heading(say.TASKS, 1)
    unless_empty(document, "based_on", "Quiet")
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.name }}", style="Heading 2")
    lines(document, "section.lines", "line")
    document.add_paragraph("{%p endfor %}")
    unless_empty(document, "specific", "Heading 2")
    lines(document, "duties", "line")
    _person(document)
    _career(document)
    unless_empty(document, "signs", "Quiet")
    return document


def _person(document: Made) -> None:
    document.add_heading(say.PERSON, 1)
    made = table(document, ("", say.ESSENTIAL, say.DESIRABLE), _PERSON)
    row = repeated(made, "one in person", ("{%p if one.of %}", "{{ one.essential }}", "{{ one.desirable }}"), _PERSON)
    row.cells[0].add_paragraph("{{ one.of }}", style="Quiet")  # what a group of lines has in common stands before its first
    row.cells[0].add_paragraph("{%p endif %}")
    row.cells[0].add_paragraph("{{ one.text }}")


def _career(document: Made) -> None:
    unless_empty(document, "career", "Heading 1")
    unless_empty(document, "criteria_heading", "Heading 2")
    lines(document, "criteria", "line", "List Number")
    document.add_paragraph("{%p if assessed %}")
    document.add_paragraph(say.HOW_ASSESSED, style="Heading 2")
    document.add_paragraph("{%p endif %}")
    lines(document, "assessed", "line")
    lines(document, "own_criteria", "line", "Normal")
