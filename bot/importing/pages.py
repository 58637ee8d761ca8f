"""Text copied page by page: the numbers and running heads of its pages are taken out, and words that a line's end cut are put together."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bot.importing.source import Findings
from bot.importing.words import ImportWords

_NEAR = 3  # lines with words, from the edge of a page, among which its head and foot stand
_GAP = re.compile(r"\S {2,}\S")
_MOST_GAPS = 1  # a line with more is rather a row of a table
_LONGEST_WORD = 60
_FEWEST = 2  # times that a head or foot stands there
_BARE_NUMBER = re.compile(r"\W*(\d{1,3})\W*")
_CUT = re.compile(r"([^\W\d_]+)-$")
_GOES_ON = re.compile(r"[^\W\d_A-Z]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its number. `follows_page` says that a page ended before it."""

    number: int
    text: str
    follows_page: bool = False


def lines_of(text: str, words: ImportWords, findings: Findings) -> list[Line]:
    """The lines of a text without what only belongs to its pages, which is named."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [Line(number, line.replace("\f", ""), "\f" in line) for number, line in enumerate(raw, start=1)]
    numbers = _page_numbers(lines, words)
    edges = sorted({at for at, line in enumerate(lines) if line.follows_page} | numbers)
    if not edges:
        return lines
    furniture = numbers | _repeated(lines, edges, numbers)
    _tell(lines, furniture - numbers, len(numbers), findings)
    return _without(lines, furniture)


def _page_numbers(lines: Sequence[Line], words: ImportWords) -> set[int]:
    """Where the number of a page stands alone: "Page 3 of 9", or bare numbers that count on."""
    found = {at for at, line in enumerate(lines) if words.page_number.fullmatch(line.text.strip())}
    bare = [(at, int(number[1])) for at, line in enumerate(lines) if (number := _BARE_NUMBER.fullmatch(line.text.strip()))]
    counting = {place for (at, n), (after, m) in pairwise(bare) if m == n + 1 for place in (at, after)}
    return found | counting


def _repeated(lines: Sequence[Line], edges: Sequence[int], numbers: set[int]) -> set[int]:
    """Lines near the edges of pages that say the same on several of them; the first of all stays, for it may be the title."""
    at_edge: dict[str, set[int]] = defaultdict(set)
    said = {at for at, line in enumerate(lines) if line.text.strip()} - numbers
    for edge in edges:
        above, below = range(edge - 1, -1, -1), range(edge, len(lines))
        for at in (at for way in (above, below) for at in islice((at for at in way if at in said), _NEAR)):
            at_edge[_same(lines[at].text)].add(at)
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    heads = {
        same for same, places in at_edge.items() if len(places) >= _FEWEST and len(_GAP.findall(lines[min(places)].text)) <= _MOST_GAPS
    }
    near = set().union(*(at_edge[same] for same in heads)) if heads else set()
    return near - {first}


def _same(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _tell(lines: Sequence[Line], heads: set[int], numbered: int, findings: Findings) -> None:
    if numbered:
        findings.leave_out(f"The numbers of {numbered} pages.")
    for same in dict.fromkeys(_same(lines[at].text) for at in sorted(heads)):
        places = [at for at in sorted(heads) if _same(lines[at].text) == same]
        what = f"“{' '.join(lines[places[0]].text.split())}” was taken for the head or foot of {len(places)} pages."
        findings.leave_out(what, f"line {lines[places[0]].number}")


def _without(lines: Sequence[Line], furniture: set[int]) -> list[Line]:
    """The lines that stay; the first with words after a page's edge says so."""
    kept: list[Line] = []
    edge = False
    for at, line in enumerate(lines):
        edge = edge or line.follows_page or at in furniture
        if at in furniture or (edge and not line.text.strip()):
            continue
        while edge and kept and not kept[-1].text.strip():
            kept.pop()
        kept.append(replace(line, follows_page=edge))
        edge = False
    return kept


class Joiner:
    """Puts lines together. A word that a hyphen cuts at a line's end is whole again where the text has it whole, or as a guess."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._known = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
        self._findings = findings

    def join(self, one: str, other: str, place: str) -> str:
        """Two pieces of one text."""
        cut, rest = _CUT.search(one, max(len(one) - _LONGEST_WORD, 0)), _GOES_ON.match(other)
        if not (cut and rest):
            return f"{one} {other}".strip()
        whole = f"{cut[1]}{rest[0]}"
        if f"{cut[1]}-{rest[0]}".casefold() in self._known:
            return one + other
        if whole.casefold() not in self._known:
            self._findings.guess(f"“{one[cut.start() :]}” at a line's end and “{rest[0]}” were taken for one word, “{whole}”.", place)
        return one[:-1] + other
