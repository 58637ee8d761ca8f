"""The template of the progression dossier: each criterion with its evidence, what is missing, and how it is assessed."""

from docx.document import Document as Made
from docx.shared import Cm

from bot.documents.drafting.page import lines, page, unless_empty
from bot.documents.drafting.tables import details, name_and_reviewer, repeated, table
from bot.phrases.en import documents as say

_WIDTHS = tuple(map(Cm, (1.0, 13.4, 2.6)))


def dossier() -> Made:
    """The template."""
    document = page(say.DOSSIER)
    details(document, [*name_and_reviewer(), (say.STEP, "{{ step }}")], Cm(17.0))
    unless_empty(document, "ready")
    made = table(document, ("", say.CRITERION, say.READY), _WIDTHS)
    repeated(made, "one in criteria", ("{{ one.number }}", "{{ one.text }}", "{{ one.ready }}"), _WIDTHS)
    document.add_heading(say.MISSING, 1)
    lines(document, "missing", "line")
    unless_empty(document, "nothing_missing")
    document.add_heading(say.EVIDENCE, 1)
    _evidence(document)
    document.add_heading(say.HOW_ASSESSED, 1)
    lines(document, "assessed", "line", "List Number")
    unless_empty(document, "note", "Quiet")
    unless_empty(document, "signs", "Quiet")
    return document


def _evidence(document: Made) -> None:
    document.add_paragraph("{%p for one in criteria %}")
    document.add_paragraph("{{ one.number }}. {{ one.text }}", style="Heading 2")
    unless_empty(document, "one.note")
    lines(document, "one.evidence", "line", "Own words")
    unless_empty(document, "one.no_evidence", "Quiet")
    document.add_paragraph("{%p endfor %}")
