"""The sentences that must not change their reading: those that were taught, and every question written down for a framework."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.assistants import make_assistant, read_institutions_of
from bot.dialogs.assistant import Assistant
from bot.framework.faults import Fault
from bot.framework.sentences import FILE, Part, misread
from bot.institutions.model import Institution
from bot.settings import Settings
from bot.terminal.questions.placing import framework_folder
from bot.terminal.questions.proposing import outcome_of
from bot.understanding.reading import Understood, Unsure

Key = tuple[str, str]


def heard(assistant: Assistant, words: str, framework: str) -> Mapping[Part, frozenset[str]]:
    """The competencies, topics and roles that a question is read as being about; of several readings, those that are offered."""
    outcome = outcome_of(assistant, framework, words)
    readings = (outcome.reading,) if isinstance(outcome, Understood) else outcome.candidates if isinstance(outcome, Unsure) else ()
    competencies = (id_ for reading in readings for id_ in (*reading.competencies, *reading.also))
    topics = (topic for reading in readings for topic in reading.guide_topics)
    roles = (role for reading in readings for role in reading.roles)
    return {"competencies": frozenset(competencies), "topics": frozenset(topics), "roles": frozenset(roles)}


def read_right(assistant: Assistant) -> Mapping[Key, str]:
    """Every question that is written down for a competency or topic and read as being about it, or offered so, with that one's id."""
    found = {}
    for framework, words, about in _written_down(assistant):
        of = heard(assistant, words, framework)
        if about in of["competencies"] or about in of["topics"]:
            found[framework, words] = about
    return found


def taught_faults(settings: Settings, institution: Institution, assistant: Assistant) -> list[Fault]:
    """The sentences of an institution's frameworks, and of its own folder, that are read wrong."""
    seen = frozenset(assistant.frameworks)
    return [
        fault
        for folder in _folders(settings, institution)
        for fault in misread(folder, lambda words, of: heard(assistant, words, of), seen)
    ]


def checked_sentences(settings: Settings) -> list[Fault]:
    """The sentences of every institution that are read wrong; where nobody taught any, nothing is learnt for it."""
    found = []
    for institution in read_institutions_of(settings).all:
        if any((folder / FILE).is_file() for folder in _folders(settings, institution)):
            found += taught_faults(settings, institution, make_assistant(settings, tenant=next(iter(institution.tenants), "")))
    return list(dict.fromkeys(found))


def _folders(settings: Settings, institution: Institution) -> tuple[Path, ...]:
    frameworks = (framework_folder(settings, id_) for id_ in institution.frameworks)
    return (*frameworks, *([institution.language] if institution.language else []))


def _written_down(assistant: Assistant) -> Iterator[tuple[str, str, str]]:
    """The framework, the question, and the id of what it is about."""
    for framework in assistant.library.frameworks.values():
        for part in (framework.competencies, framework.topics):
            for about in part.values():
                yield from ((framework.id, words, about.id) for words in about.asked_as)
