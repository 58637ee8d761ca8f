"""The template of what is held about a person: plain headings and lines."""

from docx.document import Document as Made
from docx.shared import Cm

from bot.documents.drafting.page import lines, page, unless_empty
from bot.documents.drafting.tables import details
from bot.phrases.en import documents as say


def holdings() -> Made:
    """The template."""
    document = page("{{ title }}")
    details(document, [(say.NAME, ""), (say.DATE, "{{ date }}")], Cm(17.0))
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.heading }}", style="Heading 1")
    lines(document, "section.rows", "line")
    unless_empty(document, "section.empty", "Quiet")
    document.add_paragraph("{%p endfor %}")
    unless_empty(document, "signs", "Quiet")
    return document
