"""The files of a framework folder, in the formats of `knowledge/README.md`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bot.framework.model import GRADE
from bot.importing.cleaning import key, slug, without_number
from bot.importing.expectations import Said
from bot.importing.extras import PLAN_COLUMNS, Extras, column_of
from bot.importing.matrix import Matrix, MatrixCompetency, MatrixRole
from bot.importing.naming import covered, family, ids_for, path_aliases, short_names, without_brackets
from bot.importing.prose import Prose
from bot.importing.source import Findings
from bot.importing.titles import role_aliases
from bot.importing.words import ImportWords

Data = dict[str, Any]
_WIDTH = 130
_ONE_ROW = "expected"


@dataclass(frozen=True, slots=True)
class Naming:
    """How the framework, its institution and its document are called."""

    id: str
    name: str
    institution: str
    document: str
    version: str


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read from a document."""

    matrix: Matrix
    cells: Mapping[str, Mapping[str, Said]]
    extras: Extras
    prose: Prose


def files_of(read: Read, naming: Naming, words: ImportWords, findings: Findings) -> dict[str, Data]:
    """The content of every file, by its path in the folder."""
    matrix = read.matrix
    files = {"framework.yaml": _framework(matrix, naming, words)}
    grid = _grid(read)
    grid_names = {ids[0]: name for name, ids in read.extras.grid.rows if len(ids) == 1} if read.extras.grid else {}
    short = short_names(matrix.competencies)
    for order, competency in enumerate(matrix.competencies, start=1):
        file = _competency(competency, order, short[competency.id], read.cells[competency.id], matrix.roles)
        if competency.id in grid_names:
            file["names"]["grid"] = grid_names[competency.id]
        files[f"competencies/{competency.id}.yaml"] = file
    optional = {
        "assessment.yaml": grid,
        "development.yaml": _development(read, grid, words, findings),
        "progression.yaml": _progression(read, findings),
        "plan.yaml": _plan(read),
        "guide.yaml": _guide(read),
    }
    return files | {name: content for name, content in optional.items() if content}


def as_yaml(content: Data, comment: str) -> str:
    """A file's text, with a line at its top that says what it is."""
    return f"# {comment}\n" + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _framework(matrix: Matrix, naming: Naming, words: ImportWords) -> Data:
    in_source = any(role.path for role in matrix.roles)
    paths = {role.id: role.path or family(role.title, words.shape.families) for role in matrix.roles}
    names = list(dict.fromkeys(paths.values()))
    ids = dict(zip(names, ids_for([without_brackets(name) for name in names]), strict=True))
    called = {name: path_aliases(name, words) for name in names}
    aliases = role_aliases(matrix.roles, [alias for of in called.values() for alias in of], words)
    bands: dict[int, set[int]] = {}
    for role in matrix.roles:
        bands.setdefault(role.grade, set()).update(role.bands)
    return {
        "id": naming.id,
        "name": naming.name,
        "institution": naming.institution,
        "document": naming.document,
        "version": naming.version,
        "wording": "official",
        "words": _words(matrix.word) | ({} if matrix.grade_word == GRADE else {"grade": matrix.grade_word}),
        "grades": [_grade(grade, sorted(of), matrix.roles) for grade, of in sorted(bands.items())],
        "paths": [{"id": ids[name], "name": name, "aliases": called[name]} for name in names],
        "paths_in_source": in_source,
        "roles": [_role(role, ids[paths[role.id]], aliases[role.id], matrix.grade_word) for role in matrix.roles],
        "ambiguous": [],
    }


def _grade(grade: int, bands: Sequence[int], roles: Sequence[MatrixRole]) -> Data:
    name = next((role.name for role in roles if role.grade == grade and role.name), "")
    return {"grade": grade, **({"name": name} if name else {}), **({"bands": bands} if bands else {})}


def _words(word: str) -> Data:
    """What the document calls a competency."""
    one = word.strip().lower() or "competency"
    if one.endswith("ies"):
        return {"competency": f"{one[:-3]}y", "competencies": one}
    if one.endswith("s") and not one.endswith("ss"):
        return {"competency": one[:-1], "competencies": one}
    return {"competency": one, "competencies": f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"}


def _role(role: MatrixRole, path: str, aliases: list[str], grade_word: str) -> Data:
    called = f"{grade_word.capitalize()} {role.name or role.grade}"
    beside = role.path or role.title
    place = {"figure": role.figure, "column": called if beside == called else f"{called}, {beside}"}
    return {
        "id": role.id,
        "grade": role.grade,
        "path": path,
        "title": role.title,
        "titles": list(role.titles),
        "aliases": aliases,
        "place": place,
    }


def _competency(competency: MatrixCompetency, order: int, short: str, cells: Mapping[str, Said], roles: Sequence[MatrixRole]) -> Data:
    several = len(competency.rows) > 1
    used = sorted({row for said in cells.values() for row in said.texts})
    strands: Data = {_strand(row, several): _strand_of(competency, row, short, several) for row in used}
    rows = {"rows": {number: row.name for number, row in enumerate(competency.rows, start=1)}} if several and used else {}
    return {
        "id": competency.id,
        "order": order,
        "names": {"matrix": competency.name},
        "short": short,
        "about": competency.about or competency.name,
        "place": {"figure": competency.figure, "row": competency.name},
        "aliases": [],
        "hints": [],
        "asked_as": [],
        **rows,
        "strands": strands,
        "expectations": {role.id: _cell(cells[role.id], several) for role in roles if role.id in cells},
        "blank": [role.id for role in roles if role.id not in cells],
    }


def _strand(row: int, several: bool) -> str:  # noqa: FBT001
    return f"row-{row}" if several else _ONE_ROW


def _strand_of(competency: MatrixCompetency, row: int, short: str, several: bool) -> object:  # noqa: FBT001
    return {"name": competency.rows[row - 1].name, "row": row} if several else short


def _cell(said: Said, several: bool) -> Data:  # noqa: FBT001
    note = {"note": said.note} if said.note else {}
    if said.is_no:
        return {"not_expected": True}
    if said.unclear:
        return {"unclear": said.unclear}
    texts = {_strand(row, several): texts for row, texts in said.texts.items() if texts}
    if not said.same_as:
        return {"statements": texts}
    reference = {"reference": said.reference} if said.reference else {}
    return {"same_as": said.same_as, **reference, **({"adds": texts} if texts else {}), **note}


def _grid(read: Read) -> Data:
    grid = read.extras.grid
    if grid is None:
        return {}
    ids = ids_for([name for name, _ in grid.rows])
    inside = {id_ for _, covers in grid.rows for id_ in covers}
    outside = {each.id: "The document's grid has no row for it." for each in read.matrix.competencies if each.id not in inside}
    scale = {"lowest": grid.lowest, "highest": grid.highest, "step": grid.step, "meaning": grid.meaning}
    rows = [{"id": id_, "name": name, "competencies": list(covers)} for id_, (name, covers) in zip(ids, grid.rows, strict=True)]
    return {"place": {"section": grid.section or "the grid"}, "scale": scale, "rows": rows, **({"outside": outside} if outside else {})}


def _development(read: Read, grid: Data, words: ImportWords, findings: Findings) -> Data:
    """The opportunities by row of the grid, or by competency where the document has no grid."""
    names = list(dict.fromkeys(name for _, items in read.extras.opportunities for name in items))
    ids = dict(zip(names, ids_for(names), strict=True))
    rows: dict[str, list[str]] = {row["id"]: [] for row in grid["rows"]} if grid else {}
    served: dict[str, list[str]] = {}
    for name, items in read.extras.opportunities:
        for row in _rows_of(name, read, grid):
            rows.setdefault(row, []).extend(ids[item] for item in items if ids[item] not in rows.get(row, []))
            for item in items:
                served.setdefault(item, []).append(name)
        if not _rows_of(name, read, grid):
            findings.leave_out(f"The opportunities for “{name}” belong to no competency of the matrix.")
    if not served:
        return {}
    offered = [
        {"id": ids[name], "name": name, "kind": words.kind_of_opportunity(name), "good_for": f"{'; '.join(dict.fromkeys(served[name]))}."}
        for name in names
        if name in served
    ]
    findings.guess("Whether an opportunity is a course, done on the job, with people or a resource was told by its name.")
    return {"place": {"section": read.extras.opportunities_section or "the list"}, "opportunities": offered, "rows": rows}


def _rows_of(name: str, read: Read, grid: Data) -> list[str]:
    if not grid:
        return list(covered(name, read.matrix.competencies))
    same = [row["id"] for row in grid["rows"] if key(row["name"]) == key(name)]
    ids = set(covered(name, read.matrix.competencies))
    return same or [row["id"] for row in grid["rows"] if ids & set(row["competencies"])]


def _progression(read: Read, findings: Findings) -> Data:
    grades = {role.grade for role in read.matrix.roles}
    steps = []
    for step in read.prose.steps:
        if {step.lower, step.higher} <= grades:
            lists = {"criteria": _criteria(step.criteria), "assessment": _criteria(step.assessment)}
            steps.append({"from": step.lower, "to": step.higher, "place": {"section": step.section}, **lists})
        else:
            findings.leave_out(f"The criteria from grade {step.lower} to {step.higher} name a grade that the matrix does not have.")
    return {"steps": steps} if steps else {}


def _criteria(texts: Sequence[str]) -> list[Data]:
    ids = ids_for([" ".join(text.split()[:6]) for text in texts])
    return [{"id": id_, "text": text} for id_, text in zip(ids, texts, strict=True)]


def _plan(read: Read) -> Data:
    columns = [column_of(cell) for cell in read.extras.plan]
    listed = [{"id": id_, "name": name, "asks": asks} for id_, (name, asks) in zip(PLAN_COLUMNS, columns, strict=False)]
    return {"place": {"section": read.extras.plan_section}, "columns": listed} if listed else {}


def _guide(read: Read) -> Data:
    titles = [without_number(section.title) for section in read.prose.sections]
    ids = ids_for([slug(title) for title in titles])
    topics = [
        {"id": id_, "title": title, "place": {"section": section.title}, "says": section.says, "aliases": [title.lower()], "asked_as": []}
        for id_, title, section in zip(ids, titles, read.prose.sections, strict=True)
    ]
    return {"topics": topics} if topics else {}
