"""The shapes of the knowledge files, as pydantic reads them. What each field means stands in `knowledge/README.md`."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.framework.model import GRADE, FactKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Sentences = Annotated[list[Words], BeforeValidator(_as_list), Field(min_length=1)]


class Shape(BaseModel):
    """Strict about names: a field nobody knows is a fault, not a silent loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlaceShape(Shape):
    figure: Words | None = None
    row: Words | None = None
    column: Words | None = None
    section: Words | None = None


class GradeShape(Shape):
    grade: int = Field(ge=1, le=99)
    name: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,3}$")] = ""
    bands: list[int] = []


class PathShape(Shape):
    id: Id
    name: Words
    aliases: list[Words] = []


class RoleShape(Shape):
    id: Id
    grade: int
    path: Id
    title: Words
    titles: list[Words] = Field(min_length=1)
    aliases: list[Words] = []
    place: PlaceShape


class AmbiguousShape(Shape):
    words: list[Words] = Field(min_length=1)
    competencies: list[Id] = Field(min_length=2)
    question: Words


class NoteShape(Shape):
    id: Id
    text: Words


class WordsShape(Shape):
    competency: Words = "competency"
    competencies: Words = "competencies"
    grade: Annotated[str, StringConstraints(pattern=r"^[a-z]{3,20}$")] = GRADE


class SpecificationShape(Shape):
    essential: list[Id] = []
    desirable: list[Id] = []


class FrameworkShape(Shape):
    id: Id
    name: Words
    institution: Words
    document: Words
    version: Words
    wording: Literal["own", "official"]
    words: WordsShape = WordsShape()
    grades: list[GradeShape] = Field(min_length=1)
    paths: list[PathShape] = Field(min_length=1)
    paths_in_source: bool = True
    roles: list[RoleShape] = Field(min_length=1)
    ambiguous: list[AmbiguousShape] = []
    role_specific_points: int | None = None
    person_specification: SpecificationShape = SpecificationShape()
    notes: list[NoteShape] = []


class StrandShape(Shape):
    name: Words
    row: int | None = None


class ExpectationShape(Shape):
    statements: dict[Id, Sentences] = {}
    same_as: Words | int | None = None
    reference: Words | None = None
    adds: dict[Id, Sentences] = {}
    not_expected: bool = False
    unclear: Words | None = None
    note: Words | None = None
    also_said: list[Words] = []


class CompetencyShape(Shape):
    id: Id
    order: int
    names: dict[Literal["matrix", "grid", "template"], Words]
    short: Words
    about: Words
    place: PlaceShape
    aliases: list[Words] = []
    hints: list[Words] = []
    asked_as: list[Words] = []
    rows: dict[int, Words] = {}
    strands: dict[Id, StrandShape | Words] = {}
    expectations: dict[Id, ExpectationShape]
    blank: list[Id] = []


class GridRowShape(Shape):
    id: Id
    name: Words
    competencies: list[Id] = Field(min_length=1)
    note: Words | None = None


class ScaleShape(Shape):
    lowest: float
    highest: float
    step: float = Field(gt=0)
    meaning: dict[int, Words]
    note: Words | None = None


class AssessmentShape(Shape):
    place: PlaceShape
    scale: ScaleShape
    rows: list[GridRowShape] = Field(min_length=1)
    outside: dict[Id, Words] = {}


class OpportunityShape(Shape):
    id: Id
    name: Words
    kind: Literal["course", "on-the-job", "people", "resource"]
    good_for: Words
    aliases: list[Words] = []


class DevelopmentShape(Shape):
    place: PlaceShape
    opportunities: list[OpportunityShape]
    rows: dict[Id, list[Id]]
    notes: list[Words] = []


class CriterionShape(Shape):
    id: Id
    text: Words
    competencies: list[Id] = []


class StepShape(Shape):
    lower: int = Field(alias="from")
    higher: int = Field(alias="to")
    place: PlaceShape
    criteria: list[CriterionShape] = Field(min_length=1)
    assessment: list[CriterionShape] = []
    note: Words | None = None


class ProgressionShape(Shape):
    steps: list[StepShape]


class ColumnShape(Shape):
    id: Id
    name: Words
    asks: Sentences


class PlanShape(Shape):
    place: PlaceShape
    columns: list[ColumnShape] = Field(min_length=1)


class FieldShape(Shape):
    id: Id
    name: Words


class SectionShape(FieldShape):
    competencies: list[Id] = []
    note: Words | None = None


class CareerGradeShape(Shape):
    text: Words
    note: Words | None = None


class JobDescriptionShape(Shape):
    place: PlaceShape
    header: list[SectionShape]
    sections: list[SectionShape]
    career_grade: CareerGradeShape | None = None
    outside: dict[Id, Words] = {}
    guidance: list[Words] = []


class FactShape(Shape):
    kind: FactKind
    words: list[Words] = []


class TopicShape(Shape):
    id: Id
    title: Words
    place: PlaceShape
    says: Sentences
    fact: FactShape | None = None
    next: Id | None = None
    aliases: list[Words] = []
    asked_as: list[Words] = []


class GuideShape(Shape):
    topics: list[TopicShape]


class UnspokenShape(Shape):
    """What people ask about and no cell speaks of."""

    unspoken: list[Words] = Field(min_length=1)


class CrosswalkShape(Shape):
    pairs: list[dict[str, Words | list[Id]]]
    unmatched: dict[Id, list[Id]] = {}
