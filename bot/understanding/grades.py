"""The grades in a message: "gr7", "grade seven", "a seven", "6->7", "4, 5 and 6", and what dictation makes of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.understanding.language import WordsShape
from bot.understanding.tokens import Token

MOST_DIGITS = 2
MOST_BRIEF = 3  # in so short a message a number at its end is a grade
LONGEST_TIME = 3  # "in the morning"
MOST_LINKS = 3  # so many words may stand between two grades of a list
_LIST_MARKS = frozenset({",", "/", "-", "+"})
_SETS_APART = frozenset({"to", "from", "than"})
_BETWEEN = "between"
_FOR = 4
_ARTICLES = frozenset({"a", "an", "the"})
_OWN_POST = frozenset({"my", "our", "the", "his", "her", "their"})
_ONE_POST = frozenset({"role", "job", "post"})
_NEW_POST = _ARTICLES | {"our", "my", "new", "any"}


@dataclass(frozen=True, slots=True)
class GradeSpan:
    """A grade as heard: tokens `start` to `end` (exclusive).

    `named` says that the word grade stood there, `band` which band stood for it.
    """

    start: int
    end: int
    grade: int
    named: bool
    band: int | None = None


class GradeFinder:
    """Finds the grades of one framework in messages of one language. `grades` are those it has, `bands` the grades of each band."""

    def __init__(self, words: WordsShape, grades: Collection[int], bands: Mapping[int, Sequence[int]] | None = None) -> None:
        self._bands = bands or {}
        self._band_words = frozenset(words.band_words)
        self._words = words
        self._grades = frozenset(grades)
        self._grade_words = frozenset(words.grade_words)
        self._units = frozenset(words.not_grades_after)
        self._links = frozenset(words.links) | _LIST_MARKS
        self._asks = frozenset(words.yes_no)
        self._doing = self._asks - {"is", "are", "am", "was", "have", "has", "any", "ok", "allowed"}
        self._before = frozenset(words.bare_before)
        self._after = frozenset(words.bare_after)
        self._scale = frozenset(words.scale_words)
        self._words_of_days = frozenset(words.days)

    def find(self, tokens: Sequence[Token]) -> list[GradeSpan]:
        """The grades heard, in order; grades that the framework does not have are left in only where the word grade stands."""
        if not any(token.word in self._grade_words or self._number(token) is not None for token in tokens):
            return []
        on_scale = any(token.word in self._scale for token in tokens)
        numbered = self._numbering(tokens)
        found: list[GradeSpan] = []
        at = 0
        while at < len(tokens):
            past = self._past_bands(tokens, at)
            if past > at:
                found += self._of_bands(tokens, at, past)
                at = past
                continue
            scored = at in numbered or (on_scale and not self._is_of_people(tokens, at))
            span = self._named(tokens, at) or self._listed(tokens, at, found) or (None if scored else self._bare(tokens, at))
            if span is not None:
                found.append(span)
            at = span.end if span else at + 1
        return self._ranges_filled(tokens, self._without_denied(tokens, found))

    def _numbering(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Where figures only number the parts of a message, from 1 on: "director: 1 the green agenda 2 the buildings 3 money"."""
        places: list[int] = []
        for at, token in enumerate(tokens):
            told = places and any(each.word.isalpha() and each.word not in self._links for each in tokens[places[-1] : at])
            if token.word == str(len(places) + 1) and (told or not places):
                places.append(at)
        return frozenset(places) if len(places) > 1 and 1 not in self._grades else frozenset()

    def _without_denied(self, tokens: Sequence[Token], found: list[GradeSpan]) -> list[GradeSpan]:
        """ "6 not 8" is about 6, and so is "6, leave 8 out"."""
        kept = [span for span in found if not self._is_denied(tokens, span)]
        return kept or found

    def _is_denied(self, tokens: Sequence[Token], span: GradeSpan) -> bool:
        before = tokens[span.start - 1].word if span.start else ""
        after = tokens[span.end].word if span.end < len(tokens) else ""
        return before in self._words.denies or (before in self._words.leaves and self._words.leaves[before] == after)

    def _past_bands(self, tokens: Sequence[Token], start: int) -> int:
        """Where "band 3" or "bands 2 and 3" ends; `start` where no band stands there."""
        if tokens[start].word not in self._band_words:
            return start
        at, end = start + 1, start
        while at < len(tokens):
            if self._number(tokens[at]) is not None:
                end = at + 1
            elif end == start or tokens[at].word not in self._links:
                break
            at += 1
        return end

    def _of_bands(self, tokens: Sequence[Token], start: int, end: int) -> list[GradeSpan]:
        """The grades of the bands named there; a band that the framework does not map gives none. The word band stays a word."""
        numbers = [number for token in tokens[start:end] if (number := self._number(token)) is not None]
        banded = [(grade, number) for number in numbers for grade in self._bands.get(number, ())]
        return [GradeSpan(end if at else start + 1, end, grade, named=True, band=band) for at, (grade, band) in enumerate(banded)]

    def _number(self, token: Token) -> int | None:
        if token.word.isdigit() and len(token.word) <= MOST_DIGITS:
            return int(token.word)
        return self._words.numbers.get(token.word)

    def _named(self, tokens: Sequence[Token], start: int) -> GradeSpan | None:
        if tokens[start].word not in self._grade_words:
            return None
        at = start + 1
        while at < len(tokens) and (tokens[at].word in {"-", ".", ":", "s", "number"}):
            at += 1
        if at >= len(tokens):
            return None
        number = self._number(tokens[at]) or self._spoken(tokens, start, at)
        if number is None or self._is_qualification(tokens, at + 1) or self._is_level_of_one(tokens, start):
            return None
        return GradeSpan(start, self._past_plural(tokens, at + 1), number, named=True)

    def _spoken(self, tokens: Sequence[Token], start: int, at: int) -> int | None:
        number = self._words.spoken_grades.get(tokens[at].word)
        if number not in self._grades:
            return None
        if tokens[at].word not in self._links | self._before:
            return number
        follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
        before = tokens[start - 1].word if start else ""
        placed = before in {"a", "an", "at", "as", "am", "on"} and follows in self._after | {""}
        return number if placed or (not before and follows == "technician") else None

    def _is_qualification(self, tokens: Sequence[Token], at: int) -> bool:
        apart = self._links | self._before | self._after  # "a 7 on quals", "does a 4 need any qualifications"
        near = takewhile(lambda token: token.word not in apart, tokens[at : at + 3])
        return any(token.word in self._words.not_grades_before for token in near)

    def _is_level_of_one(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a level is that of a qualification, which the message speaks of: "a level 6 thing, is that a degree"."""
        words = {token.word.removesuffix("s") for token in tokens}
        return tokens[start].word in self._words.level_words and not words.isdisjoint(self._words.not_grades_before)

    def _past_plural(self, tokens: Sequence[Token], at: int) -> int:
        return at + 1 if at < len(tokens) and tokens[at].word == "s" else at

    def _listed(self, tokens: Sequence[Token], at: int, found: Sequence[GradeSpan]) -> GradeSpan | None:
        """A number that goes on a list which a named grade began: "grade 4, 5 and 6"."""
        number = self._number(tokens[at])
        if number not in self._grades or not found:
            return None
        between = [token.word for token in tokens[found[-1].end : at] if token.word not in _ARTICLES]
        linked = 0 < len(between) <= MOST_LINKS and all(word in self._links for word in between)
        apart = found[-1].start > 0 and tokens[found[-1].start - 1].word == _BETWEEN  # "is it between 4 and 5 different"
        joined = apart or between in (["/"], ["-"])  # "grade 5/6 posts" counts no posts
        return self._span(tokens, at, number) if linked and (joined or not self._counts_things(tokens, at)) else None

    def _bare(self, tokens: Sequence[Token], at: int) -> GradeSpan | None:
        number = self._number(tokens[at])
        if number not in self._grades or self._counts_things(tokens, at) or self._is_part_of_more(tokens, at):
            return None
        if at and tokens[at - 1].word in self._words.numbered:
            return None
        if self._is_time(tokens, at) or self._is_for(tokens, at) or self._is_qualification(tokens, at + 1):
            return None
        if tokens[at].word.isdigit():
            return self._span(tokens, at, number)
        return self._span(tokens, at, number) if self._spoken_alone(tokens, at) else None

    def _spoken_alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number word stands for a grade: "at six", "a seven can", "five as well", but not "three other labs"."""
        before = tokens[at - 1].word if at else ""
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if tokens[at].word.endswith("s") or before in {"a", "an"} or before in self._doing:
            return True
        if not self._counts_any(tokens, at) and (self._is_beside_another(tokens, at) or self._is_of_somebody(tokens, at)):
            return True
        opened = not before or not before.isalpha() or before in self._before or before in self._words.numbers
        closed = not after or not after.isalpha() or after in self._after or after in self._words.numbers or after.endswith("ing")
        said = [token for token in tokens if not token.is_mark and token.word != "?"]
        return (opened and closed) or (len(said) <= MOST_BRIEF and said[-1] is tokens[at])  # "safe environment six"

    def _counts_any(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a plural follows, which the number may count: "my four lads"."""
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        return after.endswith("s") and after not in self._after | self._links | self._asks

    def _is_beside_another(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether it stands beside another grade: "four and five", "six to seven"."""
        near = [other for other in (at - 2, at + 2) if 0 <= other < len(tokens) and self._number(tokens[other]) in self._grades]
        return any(tokens[(at + other) // 2].word in self._links and not self._counts_any(tokens, other) for other in near)

    def _is_of_people(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].word.endswith("s") or self._is_asked_of(tokens, at) or self._is_of_somebody(tokens, at)

    def _is_of_somebody(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether it is asked of somebody at that grade: "can my four use it", "do managers on 7 mark work"."""
        second, first = [token.word for token in tokens[max(0, at - 2) : at]] if at > 1 else ["", ""]
        return (first in _OWN_POST and second in self._asks) or (first in {"on", "at"} and second.removesuffix("s") in self._before)

    def _is_part_of_more(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number is the end of a longer one: "forty-six"."""
        before = [token.word for token in tokens[max(0, at - 2) : at] if token.word != "-"]
        return bool(before) and before[-1] in self._words.tens

    def _is_time(self, tokens: Sequence[Token], at: int) -> bool:
        follows = " ".join(token.word for token in tokens[at + 1 : at + 1 + LONGEST_TIME])
        if any(f"{follows} ".startswith(f"{time} ") for time in self._words.not_grades_then):
            return True
        words = ["", "", *(token.word for token in tokens), "", ""]
        before, after = words[at : at + 2], words[at + 3 : at + 5]
        if before[1] == "at" and not self._words_of_days.isdisjoint((before[0], *after)):  # "interview tomorrow at 9"
            return True
        return (before[1] == ":" and before[0].isdigit()) or (after[0] == ":" and after[1].isdigit())

    def _span(self, tokens: Sequence[Token], at: int, number: int) -> GradeSpan:
        return GradeSpan(at, self._past_plural(tokens, at + 1), number, named=False)

    def _is_asked_of(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a question is about a number as about a person: "is a 6 allowed to mark lab books", "do I have to mark as a 6"."""
        before = [token.word for token in tokens[max(0, at - 2) : at]]
        if len(before) < 2 or before[1] not in {"a", "an"}:  # noqa: PLR2004 (two words)
            return False
        of_asker = before[0] == "as" and tokens[0].word in self._asks and not any(token.word == "myself" for token in tokens)
        return before[0] in self._asks or of_asker

    def _is_for(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a figure stands for a word of the same sound: "expectations 4 a g7", "laser safety 4 a specialist"."""
        if tokens[at].word != str(_FOR) or not 0 < at < len(tokens) - 1:
            return False
        before, after = tokens[at - 1].word, tokens[at + 1].word
        stands = before in self._before | self._links | self._asks or after in (self._after | self._links) - {"a"}
        return before.isalpha() and after.isalpha() and not stands

    def _counts_things(self, tokens: Sequence[Token], at: int) -> bool:
        if at + 1 >= len(tokens):
            return False
        after = tokens[at + 1]
        if after.word == "-" and at + 2 < len(tokens):  # "the five-year view"
            after = tokens[at + 2]
        if after.word == "am" and at + 2 < len(tokens) and tokens[at + 2].word == "i":  # "at 5 am I"
            return False
        counted = after.word in self._units or after.stem in self._units or after.word.removesuffix("s") in self._units
        beyond = tokens[at + 2].word if at + 2 < len(tokens) else ""
        if not counted or (beyond in _SETS_APART and not after.word.endswith("s")):  # "a 4 different to a 3", but "4 posts to fill"
            return False
        before = tokens[at - 1].word if at else ""
        if after.word in _ONE_POST:  # "the specialist 7 post"
            return False
        return not (after.word in {"technician", "staff"} and (before in _NEW_POST or before in self._grade_words or not before))

    def _ranges_filled(self, tokens: Sequence[Token], found: list[GradeSpan]) -> list[GradeSpan]:
        text = " ".join(token.word for token in tokens)
        if not found or found[0].grade >= found[-1].grade or found[1:-1]:
            return found
        low, high = found[0], found[-1]
        whole = [words for words in self._words.whole_range if f" {words} " in f" {text} "]
        laddered = {word for words in whole for word in words.split()}
        between = {token.word for token in tokens[low.end : high.start]} - _ARTICLES - self._grade_words - laddered
        plural = tokens[low.start].word.endswith("s") and tokens[low.start].word in self._grade_words
        spans = bool(whole or plural or between & set(self._words.strong_range))
        every = (
            bool(whole) and between == {"and"} and low.start > 0 and tokens[low.start - 1].word == _BETWEEN
        )  # "all grades between 3 and 5"
        if not every and not (between and between <= frozenset(self._words.range_links) and spans):
            return found
        filling = [GradeSpan(low.end, low.end, grade, named=True) for grade in sorted(self._grades) if low.grade < grade < high.grade]
        return [low, *filling, high]
