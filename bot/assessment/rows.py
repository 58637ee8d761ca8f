"""The rows of an assessment, out of a framework for one role: the grid's, or an area each where the framework has no grid."""

import hashlib
import json

from bot.assessment.model import Row
from bot.framework.model import Expectation, Framework, GridRow, Library, Role, Scale

ASKING = frozenset({"stated", "unclear"})
PLAIN_SCALE = Scale(1, 10, 0.5, {})
DIGEST_LENGTH = 16


def rows_for(framework: Framework, role: str) -> tuple[Row, ...]:
    """Every row to be marked against a role; those that ask nothing of it are set aside."""
    return tuple(Row(id=id_, name=name, competencies=ids, aside=not _asks(framework, role, ids)) for id_, name, ids in _rows(framework))


def scale_for(library: Library, framework: Framework) -> tuple[Scale, Framework | None]:
    """The scale that marks are on, and whose it is: the framework's own, or else that of the first framework with a grid."""
    for each in (framework, *library.frameworks.values()):
        if each.grid:
            return each.grid.scale, each
    return PLAIN_SCALE, None


def steps_of(scale: Scale) -> tuple[float, ...]:
    """Every mark that the scale has, the lowest first."""
    return tuple(scale.lowest + step * scale.step for step in range(int((scale.highest - scale.lowest) / scale.step) + 1))


def cells_of(framework: Framework, role: Role, row: Row) -> tuple[Expectation, ...]:
    """What a row's competencies ask of a role; those left out that the framework no longer has."""
    known = (framework.competencies[id_] for id_ in row.competencies if id_ in framework.competencies)
    return tuple(competency.expectations[role.id] for competency in known)


def grid_row(framework: Framework, row: Row) -> GridRow | None:
    """The row of the framework's grid that a row was made from."""
    rows = framework.grid.rows if framework.grid else ()
    return next((each for each in rows if each.id == row.id), None)


def expected_words(framework: Framework, role: Role, row: Row) -> tuple[str, ...]:
    """What a row's competencies ask of a role, in the framework's words; each named where there are several."""
    cells = cells_of(framework, role, row)
    several = len(cells) > 1
    return tuple(
        f"{framework.competencies[cell.competency].short}: {statement.text}" if several else statement.text
        for cell in cells
        for statement in cell.statements
    )


def digest(framework: Framework, role: str) -> str:
    """A mark of all that the rows ask of a role: another one once the framework's words changed."""
    said = [[id_, name, [_said(framework.competencies[each].expectations[role]) for each in ids]] for id_, name, ids in _rows(framework)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:DIGEST_LENGTH]


def _rows(framework: Framework) -> list[tuple[str, str, tuple[str, ...]]]:
    """Id, name and competencies of every row."""
    if framework.grid:
        return [(row.id, row.name, row.competencies) for row in framework.grid.rows]
    return [(each.id, each.name, (each.id,)) for each in framework.competencies.values()]


def _asks(framework: Framework, role: str, competencies: tuple[str, ...]) -> bool:
    return any(framework.expectation(role, each).kind in ASKING for each in competencies)


def _said(cell: Expectation) -> list[str]:
    return [cell.competency, cell.kind, *(statement.text for statement in cell.statements)]
