"""Writes each template into `bot/documents/templates`, over the one that is there."""

from bot.documents.drafting.agenda import agenda
from bot.documents.drafting.assessment import assessment
from bot.documents.drafting.dossier import dossier
from bot.documents.drafting.holdings import holdings
from bot.documents.drafting.job_description import job_description
from bot.documents.drafting.plan import plan
from bot.documents.template_files import SHIPPED

TEMPLATES = {
    "plan": plan,
    "assessment": assessment,
    "dossier": dossier,
    "job_description": job_description,
    "holdings": holdings,
    "agenda": agenda,
}

if __name__ == "__main__":
    for name, made in TEMPLATES.items():
        made().save(str(SHIPPED / f"{name}.docx"))
