"""What an institution calls its grades, in a message: "band D" and "a D" are heard as the grade they are."""

import re

from bot.framework.model import GRADE, Framework

_BEFORE = ("a", "an", "at", "to", "from", "as", "and", "or", "between", "than", "vs", "versus", "into", "next to")
_PLAIN = frozenset({"grade", "level"})  # words that every message is searched for as it is


class GradeNames:
    """Puts the number of a grade in place of its name, for one framework."""

    def __init__(self, framework: Framework) -> None:
        self._word = framework.grade_word
        self._numbers = {grade.name.casefold(): grade.grade for grade in framework.grades.values() if grade.name}
        names = "|".join(sorted(map(re.escape, self._numbers), key=len, reverse=True)) or r"(?!)"
        self._called = re.compile(rf"\b({self._word})(s?)\b", re.IGNORECASE)
        letter = "|(?-i:[A-Z])" if self._numbers else ""
        self._named = re.compile(rf"\b({GRADE}|level|{self._word})(s?)([ .:-]*)({names}{letter})\b(?!['’])", re.IGNORECASE)
        self._bare = re.compile(rf"\b(?i:({'|'.join(_BEFORE)})|(,)) ?(?-i:({names.upper()}))\b(?!['’])")

    def heard(self, text: str) -> str:
        """A message with numbers for names: "from band D to E" is "from grade 4 to 5"."""
        if self._numbers:
            text = self._named.sub(lambda found: f"{GRADE}{found[2]} {self._number(found[4])}", text)
            text = self._bare.sub(lambda found: f"{found[1] or found[2]} {self._numbers[found[3].casefold()]}", text)
        return text if self._word in _PLAIN else self._called.sub(lambda found: f"{GRADE}{found[2]}", text)

    def _number(self, name: str) -> int:
        """The number of a name; of a letter that no grade has, its place in the alphabet, so that it can be said that there is none."""
        return self._numbers.get(name.casefold(), ord(name[0]) - ord("A") + 1)
