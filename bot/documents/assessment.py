"""A self-assessment as values for its Word template."""

from datetime import UTC, datetime
from typing import Any

from bot.assessment.model import Assessment, Row
from bot.assessment.result import strengths
from bot.assessment.rows import expected_words, scale_for
from bot.documents.marks import numbers, shades
from bot.documents.material import Material
from bot.framework.model import Framework, Scale
from bot.phrases.en import documents as say


def assessment_values(material: Material, assessment: Assessment) -> dict[str, Any]:
    """What the template is filled with."""
    framework = material.library.frameworks[assessment.framework]
    scale, owner = scale_for(material.library, framework)
    rows = [_row(material, framework, assessment, row, scale) for row in assessment.walked]
    return {
        "framework": say.framework(framework),
        "role": say.against(framework.roles[assessment.role], aspired=assessment.aspired) if assessment.role in framework.roles else "",
        "date": say.day(datetime.fromtimestamp(assessment.finished or assessment.begun, UTC).date()),
        "unfinished": "" if assessment.finished else say.UNFINISHED,
        "scale": say.scale(scale, "" if owner in (None, framework) else owner.name if owner else ""),
        "numbers": numbers(scale),
        "rows": rows,
        "strengths": [_named(row, scale) for row in strengths(assessment)],
        "priorities": [_named(row, scale) for id_ in assessment.priorities if (row := assessment.row(id_))],
        "set_aside": [row.name for row in assessment.rows if row.aside],
    }


def _row(material: Material, framework: Framework, assessment: Assessment, row: Row, scale: Scale) -> dict[str, Any]:
    words = _expected(framework, assessment, row)
    evidence = [material.evidence[id_].text for id_ in row.evidence if id_ in material.evidence]
    return {
        "name": row.name,
        "mark": _mark(row, scale),
        "figure": "–" if row.mark is None else f"{row.mark:g}",
        "shades": shades(row, scale),
        "expected": words,
        "without": "" if words else say.OWN if row.own else say.NOT_SAID,
        "evidence": evidence,
        "no_evidence": "" if evidence else say.NO_EVIDENCE,
    }


def _expected(framework: Framework, assessment: Assessment, row: Row) -> tuple[str, ...]:
    """What the role is expected to do: the words that a finished assessment was marked against, else what the framework says now."""
    if row.expected or row.own or assessment.role not in framework.roles:
        return row.expected
    return expected_words(framework, framework.roles[assessment.role], row)


def _mark(row: Row, scale: Scale) -> str:
    return say.NOT_MARKED if row.mark is None else say.mark(row.mark, scale.highest)


def _named(row: Row, scale: Scale) -> str:
    return f"{row.name}: {_mark(row, scale)}"
