"""A table for each role, under a heading that names the role and its grade: "Technical Officer (Grade 5)"."""

import re
from dataclasses import dataclass

from bot.importing.grades import marked_grade
from bot.importing.source import Paragraph, Table
from bot.importing.words import ImportWords

_LEAST = 2  # columns: a name and what is expected
_MOST = 3  # and maybe what the competency is about
_LONGEST_NAME = 120  # characters of a competency's name; where the names are longer it is another kind of table
_SEVERAL = re.compile(r"\d\s*(?:to|and|or|-|–|→|/)\s*\D{0,8}\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a table: the last line, the section it is in, and the heading or line that names a role, if one does."""

    caption: str = ""
    section: str = ""
    owner: Paragraph | None = None

    def then(self, part: Paragraph, words: ImportWords) -> "Above":
        """The same after one more paragraph. A heading ends what an earlier line said of the tables below it."""
        if _names_a_role(part, words):
            return Above(part.text, self.section, part)
        if part.heading:
            return Above(part.text, part.text)
        return Above(part.text, self.section, self.owner)


def _names_a_role(part: Paragraph, words: ImportWords) -> bool:
    if part.listed or marked_grade(part.text, words) is None or _SEVERAL.search(part.text):
        return False
    return bool(part.heading) or not part.text.endswith((".", ";", ","))


def is_of_one_role(table: Table, words: ImportWords) -> bool:
    """Whether a table may hold what is expected of one role: names of competencies, and words beside them."""
    if table.width != _LEAST and not (table.width == _MOST and has_header(table, words)):
        return False
    label, _, said = columns_of_one_role(table, words)
    first = table.rows[0][said].text
    others = (words.shape.opportunities, words.shape.criteria, words.shape.plan, words.shape.version, words.shape.grid)
    if label == said or any(words.mentions(first, kind) for kind in others if len(first) <= _LONGEST_NAME and has_header(table, words)):
        return False
    rows = table.rows[has_header(table, words) :]
    return any(row[said].text for row in rows) and all(len(row[label].text) <= _LONGEST_NAME or row[said].spread for row in rows)


def has_header(table: Table, words: ImportWords) -> bool:
    """Whether its first row names the columns."""
    first, *others = (cell.text for cell in table.rows[0])
    return words.is_competency(first) or any(map(words.is_expected, others))


def columns_of_one_role(table: Table, words: ImportWords) -> tuple[int, int | None, int]:
    """Where the names stand, what a competency is about, and what is expected."""
    above = [cell.text for cell in table.rows[0]]
    about = next((at for at in range(1, table.width) if table.width == _MOST and words.is_description(above[at])), None)
    said = next(at for at in reversed(range(table.width)) if at != about)
    return 0, about, said
