"""What each cell of a matrix says: statements, no, nothing, or what another cell says."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.importing.cleaning import key, sentences
from bot.importing.grades import without_descriptor
from bot.importing.matrix import Matrix, MatrixCompetency, MatrixRole
from bot.importing.source import Cell, Findings
from bot.importing.words import ImportWords, value_of

_ENDS = ".;,:– "
_LONGEST = 1_990  # characters of what the reader is told of an unclear cell


@dataclass(slots=True)
class Said:
    """One cell as the framework keeps it. `texts` are the statements of each row; `reference` the document's words for `same_as`."""

    texts: dict[int, list[str]] = field(default_factory=dict)
    same_as: str = ""
    reference: str = ""
    is_no: bool = False
    unclear: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Reference:
    """How a cell refers to others: to which roles it may, in which words, and what it says after them."""

    words: str
    rest: str
    candidates: tuple[MatrixRole, ...]


class CellReader:
    """Reads the cells of a matrix; what it guesses is noted with its place."""

    def __init__(self, matrix: Matrix, words: ImportWords, findings: Findings) -> None:
        self._matrix = matrix
        self._words = words
        self._findings = findings

    def read(self, competency: MatrixCompetency) -> dict[str, Said]:
        """The cells of a competency by role; none for a role of which every row is empty."""
        found: dict[str, Said] = {}
        for role in self._matrix.roles:
            cells = {number: row.cells[role.id] for number, row in enumerate(competency.rows, start=1) if role.id in row.cells}
            cells = {number: cell for number, cell in cells.items() if not self._is_empty(cell)}
            if cells:
                found[role.id] = self._cell(role, competency, cells)
        places = {role: cell.place for row in reversed(competency.rows) for role, cell in row.cells.items()}
        self._settle(found, places)
        return found

    def _is_empty(self, cell: Cell) -> bool:
        if self._words.is_empty(cell.text):
            self._findings.guess(f"“{cell.text}” was taken for an empty cell.", cell.place)
            return True
        return False

    def _cell(self, role: MatrixRole, competency: MatrixCompetency, cells: dict[int, Cell]) -> Said:
        first = next(iter(cells.values()))
        if len(cells) == 1:
            if self._words.is_no(first.text):
                return Said(is_no=True)
            if self._words.is_above(first.text):
                return self._as_above(role, competency, next(iter(cells)), first)
            reference = self._reference(role, first.text)
            if reference is not None:
                return self._referring(role, reference, next(iter(cells)), first.place)
        return Said(texts={number: sentences(cell.text) for number, cell in cells.items()})

    def _reference(self, role: MatrixRole, text: str) -> _Reference | None:
        """The reference that a cell begins with; None where it does not."""
        found = self._words.reference.match(text)
        if found:
            if found["band"]:
                return self._qualified(role, text, found.end(), self._in_band(role, int(found["band"])))
            grade = value_of(found["grade"], roman=self._words.roman) if found["grade"] else self._grade_below(role.grade)
            candidates = tuple(each for each in self._matrix.roles if each.grade == grade and each.id != role.id)
            return self._qualified(role, text, found.end(), candidates)
        opening = self._words.opening.match(text)
        return self._by_title(role, text, opening.end()) if opening else None

    def _as_above(self, role: MatrixRole, competency: MatrixCompetency, row: int, cell: Cell) -> Said:
        """A cell that says "as above": the role before, where roles stand below each other, else the words of the competency above."""
        end = self._words.end_of_above(cell.text)
        if self._matrix.turned:
            before = tuple(each for each in self._matrix.roles if each.grade == self._grade_below(role.grade))
            return self._referring(role, _Reference(cell.text[:end], cell.text[end:], before), row, cell.place)
        name, words = self._above(role, competency)
        told = " ".join(cell.text.split())
        if not words:
            self._findings.guess(f"“{told}” has no words above it; it is told to the reader as unclear.", cell.place)
            return Said(unclear=f"The document says “{told}” here, and there is nothing above it.")
        self._findings.guess(f"“{told}” was taken to mean the cell above it, of “{name}”; the reader is told both.", cell.place)
        return Said(unclear=f"The document says “{told}” here. Above it, for {name}, it says: “{words}”"[:_LONGEST])

    def _above(self, role: MatrixRole, competency: MatrixCompetency) -> tuple[str, str]:
        """The nearest competency above with words of its own for a role, and those words."""
        at = self._matrix.competencies.index(competency)
        for each in reversed(self._matrix.competencies[:at]):
            for row in reversed(each.rows):
                cell = row.cells.get(role.id)
                if cell is not None and not self._words.is_above(cell.text):
                    return each.name, " ".join(sentences(cell.text))
        return "", ""

    def _in_band(self, role: MatrixRole, band: int) -> tuple[MatrixRole, ...]:
        """The other roles of a band, those nearest in grade first; where the bands were taken for grades, of that grade."""
        others = [each for each in self._matrix.roles if each.id != role.id and band in (each.bands or (each.grade,))]
        return tuple(sorted(others, key=lambda each: abs(role.grade - each.grade)))

    def _grade_below(self, grade: int) -> int:
        return max((role.grade for role in self._matrix.roles if role.grade < grade), default=0)

    def _qualified(self, role: MatrixRole, text: str, end: int, candidates: tuple[MatrixRole, ...]) -> _Reference:
        """The reference with the words after the grade that say which of several roles is meant."""
        if self._matrix.by_family:
            candidates = tuple(each for each in candidates if each.path == role.path) or candidates
        chosen = candidates
        for word in text[end:].split():
            if not key(word) or (text[:end].rstrip()[-1:] in _ENDS.strip()):
                break
            narrowed = tuple(role for role in chosen if key(word) in _words_of(role))
            if not narrowed:
                break
            chosen, end = narrowed, text.index(word, end) + len(word.rstrip(_ENDS))
            if word[-1] in _ENDS:
                break
        return _Reference(text[:end].strip(), text[end:], chosen)

    def _by_title(self, role: MatrixRole, text: str, end: int) -> _Reference | None:
        """A reference by a role's title: "As Senior Technician"."""
        rest = f"{key(text[end:])} "
        others = [each for each in self._matrix.roles if each.id != role.id]
        titled = [(title, each) for each in others for title in {key(without_descriptor(t)) for t in (*each.titles, each.title)} if title]
        longest = max((title for title, _ in titled if rest.startswith(f"{title} ")), key=len, default="")
        if not longest:
            return None
        stop = end
        while stop < len(text) and len(key(text[end:stop])) < len(longest):
            stop += 1
        candidates = tuple(each for title, each in titled if title == longest)
        found = _Reference(text[:stop], text[stop:], candidates)
        return found if _is_clean(found.rest) else None

    def _referring(self, role: MatrixRole, reference: _Reference, row: int, place: str) -> Said:
        words, rest = reference.words, reference.rest
        if not reference.candidates:
            why = f"The document says “{_whole(words, rest)}” here, and there is no other role that this can mean."
            self._findings.guess(f"“{words}” refers to no other role; it is told to the reader as unclear.", place)
            return Said(unclear=why)
        target = self._nearest(role, reference.candidates)
        said = Said(same_as=target.id)
        if _is_clean(rest):
            said.reference = words + rest[: len(rest) - len(rest.lstrip(_ENDS))].rstrip()
            added = sentences(rest.lstrip(_ENDS))
        else:
            added = sentences(words + rest)
        if added:
            said.texts = {row: added}
        if len(reference.candidates) > 1:
            count = len(reference.candidates)
            said.note = f"The document says “{words.rstrip(_ENDS)}”, where there are {count} roles; read here as {target.title}."
            self._findings.guess(f"“{words.rstrip(_ENDS)}” may mean {count} roles; taken to be {target.title}.", place)
        return said

    def _nearest(self, role: MatrixRole, candidates: Sequence[MatrixRole]) -> MatrixRole:
        """The role meant: on the same path if there is one, else the first."""
        same = [each for each in candidates if key(each.path) == key(role.path)]
        alike = [each for each in same or candidates if _last_word(each) == _last_word(role)]
        return (alike or same or list(candidates))[0]

    def _settle(self, found: dict[str, Said], places: dict[str, str]) -> None:
        """What refers to an empty cell, or round in a circle, is unclear: the reader is told, and nothing is made up."""
        for role, said in found.items():
            seen, at = [role], said.same_as
            while at and at in found and at not in seen:
                seen.append(at)
                at = found[at].same_as
            if at and (at not in found or at == role):
                why = "refers to an empty cell" if at not in found else "refers round in a circle"
                if at not in found and said.same_as != at:
                    continue  # the one before it is unclear by itself
                self._findings.guess(f"The cell {why}; it is told to the reader as unclear.", places[role])
                told = " ".join([said.reference, *(text for texts in said.texts.values() for text in texts)]).strip()
                found[role] = Said(unclear=f"The document says “{told}” here, which {why}.")


def _words_of(role: MatrixRole) -> set[str]:
    return {word for text in (role.path, role.title, *role.titles) for word in key(text).split()}


def _last_word(role: MatrixRole) -> str:
    return (key(role.title).split() or [""])[-1]


def _is_clean(rest: str) -> bool:
    """Whether a reference is a sentence of its own, so that what follows can stand alone."""
    return not rest.strip(_ENDS + "\n") or rest.lstrip(" ")[:1] in ".;\n"


def _whole(words: str, rest: str) -> str:
    return " ".join((words + rest).split())
