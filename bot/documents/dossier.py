"""A progression dossier as values for its Word template."""

from typing import Any

from bot.development.dossier import Dossier, Point
from bot.documents.material import Material
from bot.framework.model import Framework, Progression
from bot.phrases.en import documents as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as role_name


def dossier_values(material: Material, dossier: Dossier) -> dict[str, Any]:
    """What the template is filled with; a criterion reads as it did when the dossier was begun."""
    framework = material.library.frameworks[dossier.framework]
    step = _step(framework, dossier)
    missing = [point.text for point in dossier.points if not point.ready]
    return {
        "framework": say.framework(framework),
        "role": _role(framework, material),
        "date": say.day(material.at.date()),
        "step": say.step(dossier.lower, dossier.higher),
        "ready": say.ready(dossier.ready, len(dossier.points)),
        "criteria": [_criterion(material, number, point) for number, point in enumerate(dossier.points, 1)],
        "missing": missing,
        "nothing_missing": "" if missing else say.NOTHING_MISSING,
        "assessed": [each.text for each in step.assessment] if step else [],
        "note": (step.note if step else None) or "",
    }


def _step(framework: Framework, dossier: Dossier) -> Progression | None:
    return next((each for each in framework.progressions if (each.lower, each.higher) == (dossier.lower, dossier.higher)), None)


def _role(framework: Framework, material: Material) -> str:
    role = framework.roles.get(material.profile.role or "")
    return capital(role_name(role)) if role else ""


def _criterion(material: Material, number: int, point: Point) -> dict[str, Any]:
    evidence = [material.evidence[id_].text for id_ in point.evidence if id_ in material.evidence]
    return {
        "number": str(number),
        "text": point.text,
        "ready": say.YES if point.ready else say.NO,
        "note": point.note,
        "evidence": evidence,
        "no_evidence": "" if evidence else say.NO_EVIDENCE,
    }
