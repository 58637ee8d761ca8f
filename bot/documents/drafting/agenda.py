"""The template of a one-to-one's agenda: what to talk about, what is agreed, what helps, the dates, and both sides in full."""

from docx.document import Document as Made
from docx.shared import Cm

from bot.documents.drafting.page import lines, page, unless_empty
from bot.documents.drafting.tables import details, repeated, table
from bot.phrases.en import documents as say

_WIDTHS = tuple(map(Cm, (8.6, 2.8, 2.8, 2.8)))
_HEADS = (say.AREA, say.TECHNICIAN, say.RATED_BY, say.APART)
_PLACES = ("{{ topic.name }}", "{{ topic.own }}", "{{ topic.other }}", "{{ topic.apart }}")


def agenda() -> Made:
    """The template."""
    document = page(say.AGENDA)
    about = (
        (say.TECHNICIAN, "{{ technician }}"),
        (say.RATED_BY, "{{ reviewer }}"),
        (say.AGAINST, "{{ role }}"),
        (say.FRAMEWORK, "{{ framework }}"),
        (say.DATE, "{{ date }}"),
    )
    details(document, about, Cm(17.0))
    document.add_heading(say.TALK_OF, 1)
    unless_empty(document, "nothing_far")
    _marks(document, "topics")
    _agreed(document)
    _helps(document)
    document.add_heading(say.BOTH_SIDES, 1)
    _marks(document, "rows")
    _told(document, "comments", say.COMMENTS, "{{ each.name }}", "{{ each.comment }}")
    _told(document, "notes", say.SINCE, "{{ each.label }}", "{{ each.text }}")
    unless_empty(document, "signs", "Quiet")
    return document


def _marks(document: Made, of: str) -> None:
    made = table(document, _HEADS, _WIDTHS)
    repeated(made, f"topic in {of}", _PLACES, _WIDTHS)
    document.add_paragraph()


def _agreed(document: Made) -> None:
    document.add_heading(say.AGREED, 1)
    unless_empty(document, "nothing_agreed")
    unless_empty(document, "settled", "Quiet")
    lines(document, "agreed", "line")
    unless_empty(document, "development", "Own words")
    details(document, ((say.BY, "{{ by }}"), (say.MEET_AGAIN, "{{ meet }}")), Cm(17.0))


def _helps(document: Made) -> None:
    document.add_heading(say.WHAT_HELPS, 1)
    document.add_paragraph("{%p for help in helps %}")
    document.add_paragraph("{{ help.name }}", style="Label")
    lines(document, "help.opportunities", "line")
    unless_empty(document, "help.none", "Quiet")
    document.add_paragraph("{%p endfor %}")


def _told(document: Made, of: str, heading: str, name: str, words: str) -> None:
    document.add_paragraph(f"{{%p if {of} %}}")
    document.add_heading(heading, 1)
    document.add_paragraph(f"{{%p for each in {of} %}}")
    document.add_paragraph(name, style="Label")
    document.add_paragraph(words, style="Own words")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
