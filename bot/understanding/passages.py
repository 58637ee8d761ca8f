"""Looking words up among the cells of a framework: which competency, and which role, do they speak of?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.framework.model import Competency, Expectation, Framework
from bot.understanding.index import Index, query, terms
from bot.understanding.tokens import Tokenizer

WEIGHTS = {"also_said": 1.0, "statement": 1.0, "hint": 1.0, "alias": 1.4}

Cell = tuple[str, str]  # role, competency


@dataclass(frozen=True, slots=True)
class Pointed:
    """A competency that the words point to. `score` is comparable within a message; `share` is the part of its weight that was found."""

    competency: str
    score: float
    share: float


class Passages:
    """An inverted index over the words of every cell (its statements and how people describe them) and of every competency."""

    def __init__(self, framework: Framework, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.words: set[str] = set()
        self.stems: set[str] = set()
        self._cells: list[Cell] = []
        cells: list[Counter[str]] = []
        for competency in framework.competencies.values():
            for expectation in competency.expectations.values():
                self._cells.append((expectation.role, competency.id))
                cells.append(self._counted(_cell_texts(expectation)))
        self._competencies = list(framework.competencies)
        rows = [self._counted(_row_texts(competency)) for competency in framework.competencies.values()]
        self._of_row = [self._competencies.index(competency) for _, competency in self._cells]
        self._cell_index = Index(cells)
        self._row_index = Index(rows)

    def _counted(self, texts: Iterable[tuple[str, float]]) -> Counter[str]:
        counted: Counter[str] = Counter()
        for text, weight in texts:
            tokens = [t for t in self._tokenizer.tokens(text) if not t.is_mark]
            self.words.update(token.word for token in tokens if token.word.isalpha())
            self.stems.update(token.stem for token in tokens)
            for term in terms(self._tokenizer.key(tokens)):
                counted[term] += weight  # type: ignore[assignment]
        return counted

    def competencies(self, stems: Sequence[str], roles: Collection[str], quiet: Mapping[str, float]) -> list[Pointed]:
        """The competencies that words point to, best first. Cells of `roles` (all, if empty) count more; `quiet` weakens words."""
        asked = query(stems, quiet)
        rows = self._row_index.scores(asked)
        best: dict[int, float] = defaultdict(float)
        for cell, score in self._cell_index.scores(asked).items():
            role = self._cells[cell][0]
            near = 1.0 if not roles or role in roles else 0.6
            row = self._of_row[cell]
            best[row] = max(best[row], score * near)
        total = sum(self._row_index.weight(term) * weight for term, weight in asked.items() if " " not in term) or 1.0
        found = [
            Pointed(self._competencies[row], rows.get(row, 0.0) + best.get(row, 0.0), self._row_index.found(row, asked) / total)
            for row in rows.keys() | best.keys()
        ]
        return sorted(found, key=lambda pointed: (-pointed.score, self._competencies.index(pointed.competency)))

    def cells(self, stems: Sequence[str], competencies: Collection[str], quiet: Mapping[str, float]) -> list[tuple[Cell, float]]:
        """The cells that words speak of, best first, only those of `competencies` where any are given."""
        scores = self._cell_index.scores(query(stems, quiet))
        found = [(self._cells[cell], score) for cell, score in scores.items() if not competencies or self._cells[cell][1] in competencies]
        return sorted(found, key=lambda hit: -hit[1])


def _cell_texts(expectation: Expectation) -> Iterable[tuple[str, float]]:
    yield from ((text, WEIGHTS["also_said"]) for text in expectation.also_said)
    yield from ((statement.text, WEIGHTS["statement"]) for statement in expectation.statements)


def _row_texts(competency: Competency) -> Iterable[tuple[str, float]]:
    yield from ((alias, WEIGHTS["alias"]) for alias in (*competency.aliases, *competency.names.values(), competency.short))
    yield from ((hint, WEIGHTS["hint"]) for hint in (*competency.hints, competency.about, *(s.name for s in competency.strands)))
    for expectation in competency.expectations.values():
        yield from ((text, WEIGHTS["also_said"]) for text in expectation.also_said)
        yield from ((statement.text, WEIGHTS["statement"]) for statement in expectation.added)
