"""The one way from a kind of file and what it is drawn from to its bytes: a pure function, which takes a fifth of a second at most."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.documents import kinds
from bot.documents.agenda import agenda_values
from bot.documents.assessment import assessment_values
from bot.documents.dossier import dossier_values
from bot.documents.evidence import evidence_values
from bot.documents.grid import write_grid
from bot.documents.holdings import holdings_values, write_json
from bot.documents.job_description import job_description_values
from bot.documents.material import Material
from bot.documents.own_words import OwnTemplates
from bot.documents.plan import plan_values
from bot.documents.team import write_team
from bot.documents.template_files import Templates
from bot.phrases.en import documents as say


def draw(document: str, material: Material, templates: Templates) -> bytes | None:
    """The file of a kind; None where what it would show is not there any more."""
    return _DRAWN[document](material, OwnTemplates(templates, material))


def _plan(material: Material, templates: OwnTemplates) -> bytes | None:
    return templates.fill("plan", plan_values(material), say.PLAN) if material.plan else None


def _assessment(material: Material, templates: OwnTemplates) -> bytes | None:
    drawn = material.assessment
    return templates.fill("assessment", assessment_values(material, drawn), say.ASSESSMENT) if drawn else None


def _grid(material: Material, _templates: OwnTemplates) -> bytes | None:
    return write_grid(material, material.assessment) if material.assessment else None


def _dossier(material: Material, templates: OwnTemplates) -> bytes | None:
    drawn = material.dossier
    return templates.fill("dossier", dossier_values(material, drawn), say.DOSSIER) if drawn else None


def _job_description(material: Material, templates: OwnTemplates) -> bytes | None:
    drawn = material.vacancy
    return templates.fill("job_description", job_description_values(material, drawn), say.JOB_DESCRIPTION) if drawn else None


def _evidence(material: Material, templates: OwnTemplates) -> bytes | None:
    return templates.fill("holdings", evidence_values(material), say.EVIDENCE) if material.evidence else None


def _agenda(material: Material, templates: OwnTemplates) -> bytes | None:
    drawn = material.review
    return templates.fill("agenda", agenda_values(material, drawn), say.AGENDA) if drawn else None


def _team(material: Material, _templates: OwnTemplates) -> bytes | None:
    drawn = material.team
    return write_team(drawn, material.at) if drawn and drawn.frameworks else None


def _everything(material: Material, templates: OwnTemplates) -> bytes | None:
    held = material.held
    return templates.fill("holdings", holdings_values(material, held), say.HOLDINGS) if held else None


def _as_json(material: Material, _templates: OwnTemplates) -> bytes | None:
    return write_json(material.held) if material.held else None


_DRAWN: Mapping[str, Callable[[Material, OwnTemplates], bytes | None]] = MappingProxyType(
    {
        kinds.PLAN: _plan,
        kinds.ASSESSMENT: _assessment,
        kinds.GRID: _grid,
        kinds.DOSSIER: _dossier,
        kinds.JOB_DESCRIPTION: _job_description,
        kinds.EVIDENCE: _evidence,
        kinds.AGENDA: _agenda,
        kinds.TEAM: _team,
        kinds.EVERYTHING: _everything,
        kinds.EVERYTHING_JSON: _as_json,
    }
)
