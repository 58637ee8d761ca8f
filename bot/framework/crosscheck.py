"""What the files of a framework must hold together: ids that exist, aliases that do not clash, rows with a place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.framework.model import Role
from bot.framework.shapes import (
    AssessmentShape,
    CompetencyShape,
    DevelopmentShape,
    FrameworkShape,
    GuideShape,
    JobDescriptionShape,
    PlanShape,
    ProgressionShape,
)
from bot.framework.sheets import Faults, Sheet
from bot.framework.yaml_file import Steps


@dataclass(frozen=True, slots=True)
class Parts:
    """The sheets of one framework; None where the framework has no such file."""

    top: Sheet[FrameworkShape]
    competencies: list[Sheet[CompetencyShape]]
    assessment: Sheet[AssessmentShape] | None
    development: Sheet[DevelopmentShape] | None
    progression: Sheet[ProgressionShape] | None
    plan: Sheet[PlanShape] | None
    job_description: Sheet[JobDescriptionShape] | None
    guide: Sheet[GuideShape] | None


def check(parts: Parts, roles: Mapping[str, Role], competencies: Mapping[str, object], faults: Faults) -> None:
    """Gather every fault between the sheets of a framework."""
    _check_framework(parts.top, competencies, faults)
    _check_competency_files(parts.competencies, faults)
    _check_aliases(parts, faults)
    if parts.assessment:
        _check_grid(parts.assessment, parts.competencies, competencies, faults)
    if parts.development:
        _check_development(parts.development, parts.assessment, competencies, faults)
    if parts.progression:
        _check_progression(parts.progression, {str(role.grade): role for role in roles.values()}, competencies, faults)
    if parts.job_description:
        _check_sections(parts.job_description, competencies, faults)
    if parts.guide:
        _check_guide(parts.guide, faults)


def _known(
    sheet: Sheet,  # type: ignore[type-arg]
    steps: Steps,
    kind: str,
    ids: Iterable[str],
    known: Mapping[str, object],
    *,
    faults: Faults,
) -> None:
    for index, id_ in enumerate(ids):
        if id_ not in known:
            faults.unknown(sheet, (*steps, index), kind, id_, known)


def _once(sheet: Sheet, steps: Steps, kind: str, ids: Iterable[object], faults: Faults) -> None:  # type: ignore[type-arg]
    seen: set[object] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            faults.at(sheet, (*steps, index), f"The {kind} `{id_}` is given twice.", "Keep one of them.")
        seen.add(id_)


def _check_framework(top: Sheet[FrameworkShape], competencies: Mapping[str, object], faults: Faults) -> None:
    shape = top.shape
    if shape.id != top.file.path.parent.name:
        faults.at(top, ("id",), f"The folder is called `{top.file.path.parent.name}`, the framework `{shape.id}`.", "Make them the same.")
    _once(top, ("grades",), "grade", (grade.grade for grade in shape.grades), faults)
    _once(top, ("paths",), "path", (path.id for path in shape.paths), faults)
    _once(top, ("roles",), "role", (role.id for role in shape.roles), faults)
    _once(top, ("notes",), "note", (note.id for note in shape.notes), faults)
    grades = {str(grade.grade): grade for grade in shape.grades}
    paths = {path.id: path for path in shape.paths}
    for index, role in enumerate(shape.roles):
        if str(role.grade) not in grades:
            faults.unknown(top, ("roles", index, "grade"), "grade", role.grade, grades)
        if role.path not in paths:
            faults.unknown(top, ("roles", index, "path"), "path", role.path, paths)
    for need in ("essential", "desirable"):
        _known(top, ("person_specification", need), "competency", getattr(shape.person_specification, need), competencies, faults=faults)
    for index, ambiguous in enumerate(shape.ambiguous):
        _known(top, ("ambiguous", index, "competencies"), "competency", ambiguous.competencies, competencies, faults=faults)


def _check_competency_files(sheets: Iterable[Sheet[CompetencyShape]], faults: Faults) -> None:
    for sheet in sheets:
        shape = sheet.shape
        if shape.id != sheet.file.path.stem:
            faults.at(sheet, ("id",), f"The file is called `{sheet.file.path.name}`, the competency `{shape.id}`.", "Make them the same.")
        for id_, strand in shape.strands.items():
            row = None if isinstance(strand, str) else strand.row
            if shape.rows and row not in shape.rows:
                rows = {str(number): name for number, name in shape.rows.items()}
                faults.unknown(sheet, ("strands", id_), "row", row, rows)


def _check_aliases(parts: Parts, faults: Faults) -> None:
    owners: dict[str, str] = {}
    for sheet in parts.competencies:
        for index, alias in enumerate(sheet.shape.aliases):
            owner = owners.setdefault(alias.lower(), sheet.shape.id)
            if owner != sheet.shape.id:
                remedy = "Keep it in one of them, or move it to `ambiguous` in framework.yaml."
                faults.at(sheet, ("aliases", index), f"“{alias}” is an alias of `{owner}` too.", remedy)
    _check_ambiguous(parts.top, owners, faults)
    _check_titles(parts.top, faults)


def _check_ambiguous(top: Sheet[FrameworkShape], owners: Mapping[str, str], faults: Faults) -> None:
    for number, ambiguous in enumerate(top.shape.ambiguous):
        for index, word in enumerate(ambiguous.words):
            if word.lower() in owners:
                what = f"“{word}” is ambiguous here and an alias of `{owners[word.lower()]}`."
                faults.at(top, ("ambiguous", number, "words", index), what, "Remove it from one of the two.")


def _check_titles(top: Sheet[FrameworkShape], faults: Faults) -> None:
    owners: dict[str, str] = {}
    for number, role in enumerate(top.shape.roles):
        for index, alias in enumerate(role.aliases):
            owner = owners.setdefault(alias.lower(), role.id)
            if owner != role.id:
                faults.at(top, ("roles", number, "aliases", index), f"“{alias}” is an alias of `{owner}` too.", "Keep it in one of them.")


def _check_grid(
    sheet: Sheet[AssessmentShape], files: Iterable[Sheet[CompetencyShape]], competencies: Mapping[str, object], faults: Faults
) -> None:
    shape = sheet.shape
    _once(sheet, ("rows",), "row", (row.id for row in shape.rows), faults)
    for index, row in enumerate(shape.rows):
        _known(sheet, ("rows", index, "competencies"), "competency", row.competencies, competencies, faults=faults)
    covered = {competency for row in shape.rows for competency in row.competencies}
    _check_covered(sheet, covered, shape.outside, competencies=competencies, place="grid row", faults=faults)
    names = {row.name for row in shape.rows}
    for file in files:
        name = file.shape.names.get("grid")
        if name is not None and name not in names:
            faults.unknown(file, ("names", "grid"), "grid row named", name, dict.fromkeys(sorted(names)))


def _check_covered(
    sheet: Sheet,  # type: ignore[type-arg]
    covered: set[str],
    outside: Mapping[str, str],
    *,
    competencies: Mapping[str, object],
    place: str,
    faults: Faults,
) -> None:
    for competency in competencies:
        if competency not in covered and competency not in outside:
            remedy = "Add it to one, or say under `outside` why it has none."
            faults.at(sheet, (), f"The competency `{competency}` has no {place}.", remedy)
    for competency in outside:
        if competency not in competencies:
            faults.unknown(sheet, ("outside", competency), "competency", competency, competencies)
        elif competency in covered:
            what = f"`{competency}` is `outside`, but it has a {place}."
            faults.at(sheet, ("outside", competency), what, "Remove it from one of the two.")


def _check_development(
    sheet: Sheet[DevelopmentShape], grid: Sheet[AssessmentShape] | None, competencies: Mapping[str, object], faults: Faults
) -> None:
    shape = sheet.shape
    _once(sheet, ("opportunities",), "opportunity", (o.id for o in shape.opportunities), faults)
    known = {opportunity.id: opportunity for opportunity in shape.opportunities}
    rows = {row.id: row for row in grid.shape.rows} if grid else {}
    for row, ids in shape.rows.items():
        if row not in (rows if grid else competencies):
            faults.unknown(sheet, ("rows", row), "grid row" if grid else "competency", row, rows if grid else competencies)
        _known(sheet, ("rows", row), "opportunity", ids, known, faults=faults)
    for row in rows:
        if row not in shape.rows:
            faults.at(sheet, ("rows",), f"The grid row `{row}` has no opportunities.", "Add it, with an empty list if the source has none.")
    used = {id_ for ids in shape.rows.values() for id_ in ids}
    for index, opportunity in enumerate(shape.opportunities):
        if opportunity.id not in used:
            faults.at(sheet, ("opportunities", index), f"No row offers `{opportunity.id}`.", "Add it to a row or remove it.")


def _check_progression(
    sheet: Sheet[ProgressionShape], grades: Mapping[str, object], competencies: Mapping[str, object], faults: Faults
) -> None:
    for number, step in enumerate(sheet.shape.steps):
        for grade, field in ((step.lower, "from"), (step.higher, "to")):
            if str(grade) not in grades:
                faults.unknown(sheet, ("steps", number, field), "grade", grade, grades)
        for part, criteria in (("criteria", step.criteria), ("assessment", step.assessment)):
            for index, criterion in enumerate(criteria):
                at = ("steps", number, part, index, "competencies")
                _known(sheet, at, "competency", criterion.competencies, competencies, faults=faults)


def _check_sections(sheet: Sheet[JobDescriptionShape], competencies: Mapping[str, object], faults: Faults) -> None:
    for index, section in enumerate(sheet.shape.sections):
        _known(sheet, ("sections", index, "competencies"), "competency", section.competencies, competencies, faults=faults)
    covered = {competency for section in sheet.shape.sections for competency in section.competencies}
    _check_covered(
        sheet, covered, sheet.shape.outside, competencies=competencies, place="section in the job description template", faults=faults
    )


def _check_guide(sheet: Sheet[GuideShape], faults: Faults) -> None:
    topics = {topic.id: topic for topic in sheet.shape.topics}
    _once(sheet, ("topics",), "topic", (topic.id for topic in sheet.shape.topics), faults)
    for index, topic in enumerate(sheet.shape.topics):
        if topic.next is not None and topic.next not in topics:
            faults.unknown(sheet, ("topics", index, "next"), "topic", topic.next, topics)
