"""`python -m bot check`, for several institutions: the file that lists them, and what each of them adds."""

from pathlib import Path

from bot.assistants import LANGUAGE, read_institutions_of, seen_by
from bot.framework.faults import Fault, KnowledgeError
from bot.framework.library import read_library
from bot.institutions.model import Institution
from bot.settings import CannotStart, Settings
from bot.understanding.language import read_language


def checked_institutions(settings: Settings) -> tuple[list[str], list[Fault]]:
    """A line for each institution, and every fault; nothing where the settings name no file of them."""
    if settings.institutions is None:
        return [], []
    try:
        institutions = read_institutions_of(settings)
    except KnowledgeError as error:
        return [], list(error.faults)
    faults = [fault for each in institutions.listed for fault in _faults(settings, each)]
    others = "everybody else is refused" if institutions.others is None else "everybody else gets what ships"
    lines = [*map(_summary, institutions.listed), f"{settings.institutions.name}: {others}"]
    return lines, list(dict.fromkeys(faults))


def _summary(institution: Institution) -> str:
    many = len(institution.tenants)
    tenants = f"{many} {'tenant' if many == 1 else 'tenants'}"
    return f"{institution.id}: {institution.name}, {tenants}, sees {', '.join(institution.frameworks)}"


def _faults(settings: Settings, institution: Institution) -> tuple[Fault, ...]:
    return (*_faults_of_words(settings, institution), *_faults_of_templates(institution))


def _faults_of_words(settings: Settings, institution: Institution) -> tuple[Fault, ...]:
    if institution.language is None:
        return ()
    try:
        seen_by(read_library(settings.knowledge, own=settings.own_frameworks), institution, institution.frameworks)
        _ = read_language(settings.knowledge / LANGUAGE, institution.language).asks
    except KnowledgeError as error:
        return error.faults
    return ()


def _faults_of_templates(institution: Institution) -> tuple[Fault, ...]:
    from bot.documents.template_files import Templates  # noqa: PLC0415 (only who has templates needs it)

    folder = institution.templates
    try:
        Templates(folder).check(institution.name) if folder else None
    except CannotStart as reason:
        return (Fault(folder or Path(), 0, str(reason), ""),)
    return ()
