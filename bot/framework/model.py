"""A career framework as the assistant knows it: roles, competencies, and what each role is expected to do.

Everything here is frozen and resolved: references between cells are already followed, so `Expectation.statements` holds the words
of the cell and of every cell it refers to, each with the place in the source where it stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.framework.wanted import SILENT, Wanted

Wording = Literal["own", "official"]
ExpectationKind = Literal["stated", "not_expected", "blank", "unclear"]
FactKind = Literal["bands", "roles", "paths", "competencies", "moves"]
OpportunityKind = Literal["course", "on-the-job", "people", "resource"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source document."""

    document: str
    figure: str | None = None
    row: str | None = None
    column: str | None = None
    section: str | None = None

    def __str__(self) -> str:
        parts = [self.document, self.section and f"section {self.section}", self.figure, self.row and f"row “{self.row}”", self.column]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Grade:
    """A pay grade of the institution and the sector bands it is mapped to (empty where the source maps none).

    `name` is how the institution writes it where that is no number: the D of "Band D".
    """

    grade: int
    bands: tuple[int, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class CareerPath:
    """A career path, or, where the source names none, a family of job titles."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the framework: one column of its table."""

    id: str
    grade: int
    path: str
    title: str
    titles: tuple[str, ...]
    aliases: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Strand:
    """A thread of a competency that runs through the grades; statements of one strand are compared with each other."""

    id: str
    name: str
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of what is expected, with the role under which the source says it."""

    strand: Strand
    text: str
    role: str
    place: Place


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one competency asks of one role.

    `kind` is `stated`, `not_expected` (the source says no), `blank` (the source is silent) or `unclear` (a reference that cannot be
    followed; `notes` says why). `statements` are resolved; `same_as` lists the roles referred to, nearest first; `added` are the
    statements of this cell alone.
    """

    role: str
    competency: str
    kind: ExpectationKind
    statements: tuple[Statement, ...] = ()
    same_as: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    also_said: tuple[str, ...] = ()
    place: Place = field(default_factory=lambda: Place(""))

    @property
    def added(self) -> tuple[Statement, ...]:
        """The statements that stand in this cell itself."""
        return tuple(s for s in self.statements if s.role == self.role)


@dataclass(frozen=True, slots=True)
class Competency:
    """A competency (or area): its names in the source, how people say it, and its expectation for every role."""

    id: str
    order: int
    name: str
    short: str
    about: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    hints: tuple[str, ...]
    asked_as: tuple[str, ...]
    strands: tuple[Strand, ...]
    expectations: Mapping[str, Expectation]
    place: Place


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Words that mean several competencies, and the question that settles it."""

    words: tuple[str, ...]
    competencies: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the self-assessment grid and the competencies it covers."""

    id: str
    name: str
    competencies: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of the self-assessment grid, from `lowest` to `highest` in steps of `step`."""

    lowest: float
    highest: float
    step: float
    meaning: Mapping[int, str]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The self-assessment grid."""

    rows: tuple[GridRow, ...]
    scale: Scale
    outside: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A development opportunity and what such an activity is good for."""

    id: str
    name: str
    kind: OpportunityKind
    good_for: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """The development opportunities, and which grid rows (by id) each serves."""

    opportunities: Mapping[str, Opportunity]
    rows: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion or step of a progression, and the competencies it touches."""

    id: str
    text: str
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progression:
    """The formal way from one grade to the next: what must be shown, and how it is assessed."""

    lower: int
    higher: int
    criteria: tuple[Criterion, ...]
    assessment: tuple[Criterion, ...]
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of the Personal Development Plan template and the questions it asks."""

    id: str
    name: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The Personal Development Plan template."""

    columns: tuple[PlanColumn, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the job description template."""

    id: str
    name: str
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobDescription:
    """The job description template: header fields, competency sections, and the part for career grades."""

    header: tuple[Section, ...]
    sections: tuple[Section, ...]
    career_grade: str
    guidance: tuple[str, ...]
    outside: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """What a topic is about that the framework itself tells exactly, and the words that ask for it."""

    kind: FactKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the guidance around a framework."""

    id: str
    title: str
    says: tuple[str, ...]
    aliases: tuple[str, ...]
    asked_as: tuple[str, ...]
    next: str | None
    place: Place
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class PersonSpecification:
    """The competencies (by id) that say what somebody knows and holds: what is asked of applicants, and what would only help."""

    essential: tuple[str, ...] = ()
    desirable: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.essential, *self.desirable)


NO_SPECIFICATION = PersonSpecification()  # of a framework that names none
GRADE = "grade"  # what most institutions call it


@dataclass(frozen=True, slots=True, eq=False)
class Framework:
    """A whole career framework. Lookups raise KeyError for an id it does not have. Each is only equal to itself, so that it can be a key.

    `wanted` is how its language asks and tells; with it, questions are held against its sentences. `grade_word` is what the institution
    calls a grade: a level, a band. `unspoken` is what people ask about and no cell speaks of.
    """

    id: str
    name: str
    institution: str
    document: str
    version: str
    wording: Wording
    competency_word: str
    competencies_word: str
    grades: Mapping[int, Grade]
    paths: Mapping[str, CareerPath]
    paths_in_source: bool
    roles: Mapping[str, Role]
    competencies: Mapping[str, Competency]
    ambiguities: tuple[Ambiguity, ...]
    notes: Mapping[str, str]
    role_specific_points: int | None
    topics: Mapping[str, Topic]
    grid: Grid | None = None
    development: Development | None = None
    progressions: tuple[Progression, ...] = ()
    plan: Plan | None = None
    job_description: JobDescription | None = None
    specification: PersonSpecification = NO_SPECIFICATION
    unspoken: tuple[str, ...] = ()
    wanted: Wanted = SILENT
    grade_word: str = GRADE

    def roles_at(self, grade: int) -> tuple[Role, ...]:
        """The roles of a grade, in the source's order; empty for a grade the framework does not have."""
        return tuple(role for role in self.roles.values() if role.grade == grade)

    def roles_of(self, grades: Iterable[int], roles: Iterable[str]) -> tuple[Role, ...]:
        """The roles that a question is about: those named, or every role of the grades named."""
        named = tuple(self.roles[role] for role in roles)
        return named or tuple(role for grade in grades for role in self.roles_at(grade))

    def expectation(self, role: str, competency: str) -> Expectation:
        """What a competency asks of a role."""
        return self.competencies[competency].expectations[role]

    def next_grade(self, grade: int) -> int | None:
        """The grade above, or None at the top."""
        return min((g for g in self.grades if g > grade), default=None)

    def grade_below(self, grade: int) -> int | None:
        """The grade below, or None at the bottom."""
        return max((g for g in self.grades if g < grade), default=None)

    def opportunities_for(self, competency: str) -> tuple[Opportunity, ...]:
        """The development opportunities mapped to the grid rows that cover a competency, or to itself where there is no grid."""
        if self.development is None:
            return ()
        rows = [row.id for row in self.grid.rows if competency in row.competencies] if self.grid else [competency]
        ids = dict.fromkeys(opportunity for row in rows for opportunity in self.development.rows.get(row, ()))
        return tuple(self.development.opportunities[opportunity] for opportunity in ids)


@dataclass(frozen=True, slots=True)
class Library:
    """Every framework the assistant knows, how people say things, and how the frameworks correspond.

    `crosswalk` maps (framework, competency) to the corresponding competencies of each other framework.
    """

    frameworks: Mapping[str, Framework]
    crosswalk: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]

    def corresponding(self, framework: str, competencies: Iterable[str], other: str) -> tuple[str, ...]:
        """The competencies of another framework that correspond to some of a framework's, each once; empty where none does."""
        theirs = (self.crosswalk.get((framework, id_), {}).get(other, ()) for id_ in competencies)
        return tuple(dict.fromkeys(id_ for ids in theirs for id_ in ids))

    def seen(self, ids: Iterable[str]) -> "Library":
        """Only these frameworks, in this order, as if there were no others."""
        frameworks = {id_: self.frameworks[id_] for id_ in ids if id_ in self.frameworks}
        crosswalk = {
            key: {id_: theirs for id_, theirs in others.items() if id_ in frameworks}
            for key, others in self.crosswalk.items()
            if key[0] in frameworks
        }
        return Library(frameworks, crosswalk)
