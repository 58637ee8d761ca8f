"""A framework folder becomes a whole valid framework, or one report of every fault in it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.framework import crosscheck
from bot.framework.cells import Cells
from bot.framework.faults import Fault, KnowledgeError
from bot.framework.model import (
    Ambiguity,
    CareerPath,
    Competency,
    Criterion,
    Development,
    Fact,
    Framework,
    Grade,
    Grid,
    GridRow,
    JobDescription,
    Opportunity,
    PersonSpecification,
    Place,
    Plan,
    PlanColumn,
    Progression,
    Role,
    Scale,
    Section,
    Strand,
    Topic,
)
from bot.framework.shapes import (
    AssessmentShape,
    CompetencyShape,
    CriterionShape,
    DevelopmentShape,
    FrameworkShape,
    GuideShape,
    JobDescriptionShape,
    PlaceShape,
    PlanShape,
    ProgressionShape,
    StrandShape,
    UnspokenShape,
)
from bot.framework.sheets import Faults, Sheet
from bot.framework.wanted import SILENT, Wanted


def read_framework(folder: Path, wanted: Wanted = SILENT) -> Framework:
    """Read a framework folder; `wanted` is how its language asks and tells. Raises KnowledgeError with every fault found."""
    faults = Faults()
    if not (folder / "framework.yaml").is_file():
        raise KnowledgeError([Fault(folder, 0, "There is no framework.yaml here.", "Name a framework folder, or create the file.")])
    top = faults.sheet(folder / "framework.yaml", FrameworkShape)
    files = sorted((folder / "competencies").glob("*.yaml"))
    sheets = [sheet for path in files if (sheet := faults.sheet(path, CompetencyShape))]
    if not sheets and not faults.found:
        faults.found.append(Fault(folder / "competencies", 0, "There is no competency file here.", "Add one for each competency."))
    assessment = faults.optional_sheet(folder / "assessment.yaml", AssessmentShape)
    development = faults.optional_sheet(folder / "development.yaml", DevelopmentShape)
    progression = faults.optional_sheet(folder / "progression.yaml", ProgressionShape)
    plan = faults.optional_sheet(folder / "plan.yaml", PlanShape)
    job = faults.optional_sheet(folder / "job_description.yaml", JobDescriptionShape)
    guide = faults.optional_sheet(folder / "guide.yaml", GuideShape)
    unspoken = faults.optional_sheet(folder / "unspoken.yaml", UnspokenShape)
    if top is None:
        raise KnowledgeError(faults.found)
    document = top.shape.document
    roles = _roles(top)
    competencies = _competencies(sheets, document, roles, faults)
    readable = assessment is not None or not (folder / "assessment.yaml").exists()
    parts = crosscheck.Parts(top, sheets, assessment, development if readable else None, progression, plan, job, guide)
    unread = {path.stem for path in files} - {sheet.file.path.stem for sheet in sheets}  # what names these is no further fault
    crosscheck.check(parts, roles, competencies | dict.fromkeys(sorted(unread)), faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    shape = top.shape
    return Framework(
        id=shape.id,
        name=shape.name,
        institution=shape.institution,
        document=document,
        version=shape.version,
        wording=shape.wording,
        competency_word=shape.words.competency,
        competencies_word=shape.words.competencies,
        grades={grade.grade: Grade(grade.grade, tuple(grade.bands), grade.name) for grade in shape.grades},
        paths={path.id: CareerPath(path.id, path.name, tuple(path.aliases)) for path in shape.paths},
        paths_in_source=shape.paths_in_source,
        roles=roles,
        competencies=competencies,
        ambiguities=tuple(Ambiguity(tuple(a.words), tuple(a.competencies), a.question) for a in shape.ambiguous),
        notes={note.id: note.text for note in shape.notes},
        role_specific_points=shape.role_specific_points,
        topics=_topics(guide, document),
        grid=_grid(assessment, document),
        development=_development(development, document),
        progressions=_progressions(progression, document),
        plan=_plan(plan, document),
        job_description=_job_description(job, document),
        specification=PersonSpecification(tuple(shape.person_specification.essential), tuple(shape.person_specification.desirable)),
        unspoken=tuple(unspoken.shape.unspoken) if unspoken else (),
        wanted=wanted,
        grade_word=shape.words.grade,
    )


def _place(document: str, shape: PlaceShape) -> Place:
    return Place(document, shape.figure, shape.row, shape.column, shape.section)


def _roles(top: Sheet[FrameworkShape]) -> dict[str, Role]:
    document = top.shape.document
    return {
        role.id: Role(role.id, role.grade, role.path, role.title, tuple(role.titles), tuple(role.aliases), _place(document, role.place))
        for role in top.shape.roles
    }


def _strands(shape: CompetencyShape) -> dict[str, Strand]:
    strands = {}
    for id_, strand in shape.strands.items():
        row = shape.rows.get(strand.row or 0) if isinstance(strand, StrandShape) else None
        strands[id_] = Strand(id_, strand.name if isinstance(strand, StrandShape) else strand, row)
    return strands


def _competencies(sheets: Iterable[Sheet[CompetencyShape]], document: str, roles: dict[str, Role], faults: Faults) -> dict[str, Competency]:
    found = []
    for sheet in sheets:
        shape, strands = sheet.shape, _strands(sheet.shape)
        cells = Cells(sheet, document, roles, strands, faults)
        found.append(
            Competency(
                id=shape.id,
                order=shape.order,
                name=shape.names.get("matrix", shape.short),
                short=shape.short,
                about=shape.about,
                names={str(where): name for where, name in shape.names.items()},
                aliases=tuple(shape.aliases),
                hints=tuple(shape.hints),
                asked_as=tuple(shape.asked_as),
                strands=tuple(strands.values()),
                expectations=cells.expectations(),
                place=_place(document, shape.place),
            )
        )
    return {competency.id: competency for competency in sorted(found, key=lambda c: (c.order, c.id))}


def _topics(guide: Sheet[GuideShape] | None, document: str) -> dict[str, Topic]:
    topics = guide.shape.topics if guide else []
    return {
        t.id: Topic(
            t.id,
            t.title,
            tuple(t.says),
            tuple(t.aliases),
            tuple(t.asked_as),
            t.next,
            _place(document, t.place),
            Fact(t.fact.kind, tuple(t.fact.words)) if t.fact else None,
        )
        for t in topics
    }


def _grid(sheet: Sheet[AssessmentShape] | None, document: str) -> Grid | None:
    if sheet is None:
        return None
    shape, scale = sheet.shape, sheet.shape.scale
    rows = tuple(GridRow(row.id, row.name, tuple(row.competencies), row.note) for row in shape.rows)
    meaning = Scale(scale.lowest, scale.highest, scale.step, dict(scale.meaning), scale.note)
    return Grid(rows, meaning, dict(shape.outside), _place(document, shape.place))


def _development(sheet: Sheet[DevelopmentShape] | None, document: str) -> Development | None:
    if sheet is None:
        return None
    shape = sheet.shape
    opportunities = {o.id: Opportunity(o.id, o.name, o.kind, o.good_for, tuple(o.aliases)) for o in shape.opportunities}
    rows = {row: tuple(ids) for row, ids in shape.rows.items()}
    return Development(opportunities, rows, tuple(shape.notes), _place(document, shape.place))


def _criteria(shapes: Iterable[CriterionShape]) -> tuple[Criterion, ...]:
    return tuple(Criterion(shape.id, shape.text, tuple(shape.competencies)) for shape in shapes)


def _progressions(sheet: Sheet[ProgressionShape] | None, document: str) -> tuple[Progression, ...]:
    steps = sheet.shape.steps if sheet else []
    return tuple(
        Progression(s.lower, s.higher, _criteria(s.criteria), _criteria(s.assessment), s.note, _place(document, s.place)) for s in steps
    )


def _plan(sheet: Sheet[PlanShape] | None, document: str) -> Plan | None:
    if sheet is None:
        return None
    columns = tuple(PlanColumn(column.id, column.name, tuple(column.asks)) for column in sheet.shape.columns)
    return Plan(columns, _place(document, sheet.shape.place))


def _job_description(sheet: Sheet[JobDescriptionShape] | None, document: str) -> JobDescription | None:
    if sheet is None:
        return None
    shape = sheet.shape

    def sections(parts: Iterable[Any]) -> tuple[Section, ...]:
        return tuple(Section(part.id, part.name, tuple(part.competencies)) for part in parts)

    career_grade = shape.career_grade.text if shape.career_grade else ""
    place = _place(document, shape.place)
    return JobDescription(sections(shape.header), sections(shape.sections), career_grade, tuple(shape.guidance), dict(shape.outside), place)
