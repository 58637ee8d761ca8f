"""The evidence log as values for a Word template: by competency in the framework's order, what has none at the end."""

from datetime import UTC, datetime
from typing import Any

from bot.assessment.evidence import Evidence
from bot.documents.material import Material
from bot.framework.model import Framework
from bot.phrases.en import documents as say


def evidence_values(material: Material) -> dict[str, Any]:
    """What the template is filled with; a piece that shows several competencies stands under each."""
    sections = [section for framework in material.library.frameworks.values() for section in _sections(material, framework)]
    return {"title": say.EVIDENCE, "framework": say.EVIDENCE, "date": say.day(material.at.date()), "sections": sections}


def _sections(material: Material, framework: Framework) -> list[dict[str, Any]]:
    pieces = sorted((each for each in material.evidence.values() if each.framework == framework.id), key=lambda each: each.at)
    known = framework.competencies
    tagged = [(known[id_].name, [each for each in pieces if id_ in each.competencies]) for id_ in known]
    rest = [each for each in pieces if not set(each.competencies) & set(known)]
    return [_section(heading, about) for heading, about in (*tagged, (say.UNTAGGED, rest)) if about]


def _section(heading: str, pieces: list[Evidence]) -> dict[str, Any]:
    return {"heading": heading, "rows": [_line(each) for each in pieces], "empty": ""}


def _line(piece: Evidence) -> str:
    return say.logged(piece.text, datetime.fromtimestamp(piece.at, UTC).date() if piece.at else None)
