"""Grades, bands and titles in the cells of a header. A letter or a Roman number is the grade of its place: D and IV are 4."""

import re
from collections.abc import Sequence

from bot.importing.source import Cell
from bot.importing.words import ImportWords, value_of

_BARE = re.compile(r"(\d{1,2})(?:\.0)?")
_NUMBER = re.compile(r"(?<![\d.])\d{1,2}(?![\d.]*\d)")
LONGEST_HEADER = 90  # characters; a longer cell is no header, whatever it says of grades
_FEWEST_GRADES = 2


def plain_grade(text: str, *, roman: bool = False) -> int | None:
    """The grade that a cell under the label "Grade" holds; of "6/7" the lower."""
    bare = _BARE.fullmatch(text.strip())
    if bare:
        return int(bare[1]) or None
    if text.strip().isalpha():
        return value_of(text.strip(), roman=roman) or None
    found = [int(number) for number in _NUMBER.findall(text)] if len(text) <= LONGEST_HEADER else []
    glued = re.search(r"\d{1,2}(?!\d)", text) if not found and len(text) <= LONGEST_HEADER else None
    return min(found, default=int(glued[0]) if glued else 0) or None


def marked_grade(text: str, words: ImportWords) -> tuple[int, str] | None:
    """The grade of a header cell that says it with the word for it, and what else the cell says: "Technician (Grade 5)"."""
    found = words.marked_grade.search(text) if len(text) <= LONGEST_HEADER else None
    number = value_of(found["number"], roman=words.roman) if found else 0
    if found is None or words.reference.match(text) or number == 0:
        return None
    rest = re.sub(r"\(\s*\)|\[\s*\]", " ", f"{text[: found.start()]} {text[found.end() :]}")
    return number, " ".join(rest.split()).strip(" ,:;/–—-")


def grade_name(text: str, words: ImportWords) -> str:
    """How a header cell writes its grade where that is no number: the D of "Band D"."""
    found = words.marked_grade.search(text)
    token = found["number"] if found else text.strip()
    return token if not token.isdigit() and value_of(token, roman=words.roman) else ""


def all_marked(cells: Sequence[Cell], words: ImportWords) -> bool:
    """Whether every cell that says anything is a grade with the word for it."""
    said = [cell.text for cell in cells if cell.text]
    return len(said) >= _FEWEST_GRADES and all(marked_grade(text, words) for text in said)


def all_bare(cells: Sequence[Cell]) -> bool:
    """Whether every cell that says anything is a mere number."""
    said = [cell.text for cell in cells if cell.text]
    return len(said) >= _FEWEST_GRADES and all(_BARE.fullmatch(text) for text in said)


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of a cell, "1 or 2" and "1-3" among them."""
    found = [int(number) for number in _NUMBER.findall(text)]
    return tuple(range(found[0], found[1] + 1)) if re.fullmatch(r"\D*\d+\s*[-–]\s*\d+\D*", text) and len(found) > 1 else tuple(found)


def without_descriptor(title: str) -> str:
    """A title without what only keeps a place in it: "Senior (Descriptor) Technician"."""
    return " ".join(re.sub(r"\((?:descriptor|discipline|specialism|subject|area)\)|\[[^\]]*\]", " ", title, flags=re.IGNORECASE).split())


def titles_of(cell: str, several: Sequence[str]) -> list[str]:
    """The titles that a header cell holds."""
    joined = re.compile(rf"\s*(?:[,;\n]|\s(?:{'|'.join(map(re.escape, several)) or '(?!)'})\s)\s*")
    titles = [part.strip() for part in joined.split(cell) if part.strip()]
    found = []
    for title in titles:
        parts = [part.strip() for part in title.split("/")]
        whole = all(len(without_descriptor(part).split()) > 1 for part in parts)
        found += parts if len(parts) > 1 and whole else [title]
    return [" ".join(title.split()) for title in found]
