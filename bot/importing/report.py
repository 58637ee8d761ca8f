"""The report of an import: what was recognised, guessed and left out, for whoever owns the framework."""

from collections import Counter
from collections.abc import Sequence

from bot.importing.matrix import MatrixRole
from bot.importing.source import Findings, Remark
from bot.importing.writing import Naming, Read


def report_of(document: str, read: Read, naming: Naming, findings: Findings) -> str:
    """The report in Markdown."""
    parts = [
        f"# Import of {document} as {naming.id}",
        f"{naming.name}, {naming.institution}, {naming.version}",
        "## Recognised",
        "\n".join(f"- {line}" for line in (*_figures(read), *map(str, findings.recognised))),
        _section("## Guessed: look at these", findings.guessed),
        _section("## Left out", findings.left_out),
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, remarks: Sequence[Remark]) -> str:
    return f"{title}\n\n" + ("\n".join(f"- {remark}" for remark in remarks) or "- nothing")


def _figures(read: Read) -> list[str]:
    matrix, extras = read.matrix, read.extras
    cells = [said for of in read.cells.values() for said in of.values()]
    kinds = Counter("no" if said.is_no else "unclear" if said.unclear else "reference" if said.same_as else "stated" for said in cells)
    empty = len(matrix.roles) * len(matrix.competencies) - len(cells)
    rows = sum(len(each.rows) for each in matrix.competencies)
    filled = sum(len(row.cells) for each in matrix.competencies for row in each.rows)
    made = f"{filled} cells with words, which make {len(cells)} expectations"
    told = f"{kinds['stated']} stated, {kinds['reference']} by reference, {kinds['no']} “no”, {kinds['unclear']} unclear"
    lines = [
        f"{len(matrix.roles)} roles: " + "; ".join(_told(role, matrix.grade_word) for role in matrix.roles),
        f"{len(matrix.competencies)} competencies in {rows} rows: " + "; ".join(each.name for each in matrix.competencies),
        f"{made}: {told}; {empty} are blank in the document",
    ]
    return lines + [line for line, there in _others(read) if there] + ([f"version: {extras.version}"] if extras.version else [])


def _told(role: MatrixRole, grade_word: str) -> str:
    called = f"{grade_word} {role.name or role.grade}"
    return role.title if role.title.lower().startswith(called.lower()) else f"{called} {role.title}"


def _others(read: Read) -> list[tuple[str, object]]:
    extras, prose = read.extras, read.prose
    grid, offers = extras.grid, {item for _, items in extras.opportunities for item in items}
    scale = f"a self-assessment grid of {len(grid.rows)} rows from {grid.lowest} to {grid.highest}" if grid else ""
    return [
        (scale, grid),
        (f"{len(offers)} development opportunities for {len(extras.opportunities)} rows", offers),
        ("the columns of a development plan", extras.plan),
        *[
            (f"{len(step.criteria)} criteria and {len(step.assessment)} steps of assessment from grade {step.lower} to {step.higher}", step)
            for step in prose.steps
        ],
        (
            f"{len(prose.sections)} {'section or line' if len(prose.sections) == 1 else 'sections or lines'} of text, as guidance",
            prose.sections,
        ),
    ]
