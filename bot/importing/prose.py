"""The text around the tables: sections become topics of the guidance, lists of criteria the formal way up; the rest is left out by name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.importing.cleaning import key, sentences
from bot.importing.source import Cell, Findings, Paragraph, Source
from bot.importing.words import ImportWords

_CAPTION = re.compile(r"^(?:figure|table)\s+\d+", re.IGNORECASE)
_PAGE = re.compile(r"(?:\.{3,}|…|\s)\s*\d{1,3}$")
_LONGEST_TITLE = 90
_NOTES = "Notes to the matrix"
_FOOTNOTE = re.compile(r"^(?:[*†‡§¹²³]+|\(\d\))\s*\w")
_HEADS = 3  # rows of a table among which a line above it stands
_NEAR_TOP = 12  # paragraphs among which the document's title stands


@dataclass(slots=True)
class Section:
    """A section of the document with its sentences."""

    title: str
    place: str
    says: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """The criteria for one step, and how they are assessed."""

    lower: int
    higher: int
    criteria: tuple[str, ...]
    assessment: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True)
class Prose:
    """What the text gave."""

    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    title: str
    institution: str


def prose_of(source: Source, notes: Sequence[Cell], words: ImportWords, findings: Findings) -> Prose:
    """Read the text of a document; `notes` are the rows of its matrix that are mere text."""
    paragraphs = _without_templates(list(source.paragraphs()), words, findings)
    near_top = [*_heads(source), *paragraphs]
    title, institution = _title(near_top, words), _institution(near_top, words)
    body = _without_contents(paragraphs, words, findings)
    steps, used = _steps(body, words, findings)
    sections = _sections([part for part in body if part not in used], findings, title)
    found = _noted(notes)
    return Prose((*found, *sections), steps, title, institution)


def _without_templates(paragraphs: Sequence[Paragraph], words: ImportWords, findings: Findings) -> list[Paragraph]:
    """The text without the fields of a template: a line above a place to type in is the name of one."""
    to_type = [not words.without_placeholders(part.text).strip(" .") for part in paragraphs]
    kept = []
    for part, here, below in zip(paragraphs, to_type, [*to_type, False][1:], strict=True):
        if here or (below and not part.heading):
            findings.leave_out(f"“{_short(part.text)}” belongs to a template to fill in.", part.place)
        else:
            kept.append(part)
    return kept


def _noted(notes: Sequence[Cell]) -> list[Section]:
    """Lines below a matrix by themselves; those that a mark refers to are one section."""
    marked = [note for note in notes if _FOOTNOTE.match(note.text)]
    alone = [Section(_headline(note.text), note.place, sentences(note.text)) for note in notes if note not in marked]
    if not marked:
        return alone
    return [*alone, Section(_NOTES, marked[0].place, [text for note in marked for text in sentences(note.text)])]


def _headline(text: str) -> str:
    words = text.split()[:8]
    return " ".join(words).rstrip(" ,;:.") + (" ..." if len(text.split()) > len(words) else "")


def _heads(source: Source) -> list[Paragraph]:
    """The lines above the tables, inside of them, where all tables say the same or there is one table."""
    heads = [
        {_without(cell.text, table.title): cell for cell in row if cell.text} for table in source.tables() for row in table.rows[:_HEADS]
    ]
    lines = {text: Paragraph(text, cell.place) for row in heads if len(row) == 1 for text, cell in row.items()}
    return list(lines.values())


def _without(text: str, title: str) -> str:
    """A line without the name of the sheet it stands on."""
    return " ".join(text.replace(title, " ").split()) if title else text


def _title(paragraphs: Sequence[Paragraph], words: ImportWords) -> str:
    near = [part.text for part in paragraphs[:_NEAR_TOP] if len(part.text) <= _LONGEST_TITLE and not _PAGE.search(part.text)]
    return next((text for text in near if words.mentions(text, words.shape.document)), "")


def _institution(paragraphs: Sequence[Paragraph], words: ImportWords) -> str:
    kinds = "|".join(re.escape(kind.capitalize()) for kind in words.shape.institutions)
    word = r"[A-Z]\w+"
    of = rf"(?: of (?:the )?{word}(?: (?:of |and )?{word})*)"
    named = re.compile(rf"\b(?:(?:{kinds}){of}|(?:(?!The\b|Our\b|This\b|At\b){word} ){{1,3}}(?:{kinds}){of}?)\b")
    counted = Counter(found for part in paragraphs for found in named.findall(part.text))
    return counted.most_common(1)[0][0] if counted else ""


def _without_contents(paragraphs: Sequence[Paragraph], words: ImportWords, findings: Findings) -> list[Paragraph]:
    """The text without its table of contents: the lines below that word that end with the number of a page."""
    kept: list[Paragraph] = []
    inside = False
    for part in paragraphs:
        inside = (inside and bool(_PAGE.search(part.text))) or key(part.text) in map(key, words.shape.contents)
        if inside:
            findings.leave_out(f"“{part.text}” is a line of the table of contents.", part.place)
        else:
            kept.append(part)
    return kept


def _steps(paragraphs: Sequence[Paragraph], words: ImportWords, findings: Findings) -> tuple[tuple[Step, ...], list[Paragraph]]:
    """The lists of criteria, with the paragraphs that they are."""
    steps: list[Step] = []
    used: list[Paragraph] = []
    section, lower_higher = "", None
    for at, part in enumerate(paragraphs):
        section = part.text if part.heading else section
        lower_higher = words.step(part.text) or (None if part.heading else lower_higher)
        if part.listed or not words.mentions(part.text, words.shape.criteria):
            continue
        criteria = _list_after(paragraphs, at)
        if not criteria:
            continue
        if lower_higher is None:
            findings.leave_out(
                f"“{part.text}” does not say from which grade to which. Write “from grade 5 to 6” above the list.", part.place
            )
            continue
        after = at + 1 + len(criteria)
        assessed = after < len(paragraphs) and words.mentions(paragraphs[after].text, words.shape.assessed)
        assessment = _list_after(paragraphs, after) if assessed else []
        used += [part, *criteria, *([paragraphs[after]] if assessed else []), *assessment]
        texts, ways = (tuple(each.text for each in listed) for listed in (criteria, assessment))
        steps.append(Step(*lower_higher, texts, ways, section or part.text))
    return tuple(steps), used


def _list_after(paragraphs: Sequence[Paragraph], at: int) -> list[Paragraph]:
    found = []
    for part in paragraphs[at + 1 :]:
        if not part.listed:
            break
        found.append(part)
    return found


def _sections(paragraphs: Sequence[Paragraph], findings: Findings, title: str) -> list[Section]:
    sections: list[Section] = []
    for part in paragraphs:
        if part.heading:
            sections.append(Section(part.text, part.place))
        elif _CAPTION.match(part.text):
            findings.leave_out(f"“{part.text}” is the line above a table or picture.", part.place)
        elif sections:
            sections[-1].says += sentences(part.text)
        elif part.text != title:
            findings.leave_out(f"“{_short(part.text)}” stands under no heading.", part.place)
    for section in sections:
        if not section.says:
            findings.leave_out(f"The section “{section.title}” has no text of its own.", section.place)
    return [section for section in sections if section.says]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 (a line of a report)
