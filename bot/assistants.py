"""The assistants, one for each institution: made of the knowledge that its people may see, and sharing what is equal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import CannotStart, Settings

if TYPE_CHECKING:
    from bot.dialogs.asides import Tact
    from bot.dialogs.assistant import Assistant
    from bot.dialogs.assistants import Assistants
    from bot.framework.model import Library
    from bot.institutions.model import Institution, Institutions
    from bot.understanding.language import Language
    from bot.understanding.learnt import Shelf
    from bot.understanding.reader import Reader

LANGUAGE = "language/en"
LEARNING = "Learning how people ask, once for this knowledge: a minute or so ..."
Tell = Callable[[str], object]


def read_institutions_of(settings: Settings) -> Institutions:
    """The institutions of a deployment; without a file of them, everybody's is that of the settings. Raises KnowledgeError."""
    from bot.framework.library import framework_folders
    from bot.institutions.model import Institutions
    from bot.institutions.reading import Known, read_institutions

    shipped = tuple(folder.name for folder in framework_folders(settings.knowledge))
    own = tuple(folder.name for folder in framework_folders(settings.own_frameworks))
    if settings.institutions is None:
        return Institutions(_of_settings(settings, (*shipped, *own)))
    default = _of_settings(settings, tuple(dict.fromkeys((*shipped, settings.framework))))
    return read_institutions(settings.institutions, default, Known(shipped, own, frozenset(settings.tenants)))


def _of_settings(settings: Settings, frameworks: tuple[str, ...]) -> Institution:
    from bot.institutions.model import Institution
    from bot.people.contacts import Contact
    from bot.people.retention import Retention
    from bot.people.rules import Rules

    care, people = (tuple(Contact(*each) for each in named) for named in (settings.contacts, settings.help_contacts))
    rules = Rules(Retention(settings.keep_drafts_months, settings.keep_months, settings.question_log), settings.timezone)
    return Institution("", settings.framework, frameworks, templates=settings.templates, care=care, people=people, rules=rules)


def make_assistants(settings: Settings, tell: Tell | None = None) -> Assistants:
    """The assistants of all institutions. Raises CannotStart, or KnowledgeError with every fault.

    `tell` is told what takes long; without it, stderr is.
    """
    from bot.dialogs.assistants import Assistants

    made = _Making(settings, tell or _say)
    return Assistants(made.institutions.by_tenant().mapped(made.assistant))


def make_assistant(settings: Settings, tell: Tell | None = None, tenant: str = "") -> Assistant:
    """The assistant of a tenant's institution; without one, of everybody who comes from none. Raises as `make_assistants`."""
    made = _Making(settings, tell or _say)
    institution = made.institutions.by_tenant().of(tenant)
    if institution is None:
        raise CannotStart(
            f"The people of {tenant or 'no tenant'} are not served: {settings.institutions} refuses others. "
            "Name the tenant of an institution with --tenant."
        )
    return made.assistant(institution)


def read_tact(settings: Settings, language: Language, institution: Institution) -> Tact:
    """What hears distress and remarks, and whom it names. Raises KnowledgeError with the faults of its files."""
    from bot.dialogs.asides import Tact
    from bot.understanding.care import read_care
    from bot.understanding.remarks import read_remarks
    from bot.understanding.striking import read_striking

    folder, short_forms = settings.knowledge / LANGUAGE, language.words.short_forms
    care, remarks = read_care(folder / "care.yaml", short_forms), read_remarks(folder / "remarks.yaml", short_forms)
    return Tact(care, remarks, institution.care, read_striking(folder / "striking.yaml"))


class _Making:
    """Makes the assistants. Institutions that see the same frameworks and add nothing of their own share what was learnt."""

    def __init__(self, settings: Settings, tell: Tell) -> None:
        from bot.framework.library import read_library

        self._settings = settings
        self._library = read_library(settings.knowledge, own=settings.own_frameworks)
        self.institutions = read_institutions_of(settings)
        self._several = len({(each.frameworks, each.language) for each in self.institutions.all})
        self._tell = tell
        self._readers: dict[tuple[frozenset[str], Path | None], tuple[Reader, Language]] = {}
        self._check_default()

    def _check_default(self) -> None:
        settings, known = self._settings, self._library.frameworks
        if self.institutions.others is not None and settings.framework not in known:
            raise CannotStart(
                f"There is no framework {settings.framework!r} in {settings.knowledge}. "
                f"ASSISTANT_FRAMEWORK may be one of: {', '.join(known)}."
            )

    def assistant(self, institution: Institution) -> Assistant:
        from bot.dialogs.assistant import Assistant

        key = frozenset(institution.frameworks), institution.language
        if key not in self._readers:
            self._readers[key] = self._learnt(institution)
        reader, language = self._readers[key]
        library = seen_by(self._library, institution, (institution.framework, *institution.frameworks))
        tact = read_tact(self._settings, language, institution)
        return Assistant(library, reader, institution.framework, tact, institution.people)

    def _learnt(self, institution: Institution) -> tuple[Reader, Language]:
        from bot.understanding.language import read_language
        from bot.understanding.reader import Reader

        library = seen_by(self._library, institution, (id_ for id_ in self._library.frameworks if id_ in institution.frameworks))
        shelf = self._shelf(institution, library)
        if not shelf.filled:
            self._tell(LEARNING if self._several == 1 else f"For {institution.name or 'everybody else'}: {LEARNING}")
        language = read_language(self._settings.knowledge / LANGUAGE, institution.language)
        return Reader(library, language, shelf), language

    def _shelf(self, institution: Institution, library: Library) -> Shelf:
        from bot.understanding.learnt import shelf, shelf_of

        settings = self._settings
        if settings.institutions is None:
            return shelf(settings.learnt, settings.knowledge, settings.own_frameworks)
        return shelf_of(settings.learnt, _files(settings, institution, library), self._several)


def seen_by(library: Library, institution: Institution, ids: Iterable[str]) -> Library:
    """The frameworks that an institution's people may see, in this order, with what it adds to their words.

    Raises KnowledgeError with every fault of what it adds.
    """
    from bot.framework.faults import KnowledgeError
    from bot.framework.sayings import with_sayings
    from bot.framework.sheets import Faults

    seen, faults = library.seen(dict.fromkeys(ids)), Faults()
    if institution.language is not None:
        seen = with_sayings(seen, institution.language, faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    return seen


def _files(settings: Settings, institution: Institution, library: Library) -> Iterator[Path]:
    """All that an institution's reader learns from, and no other institution's."""
    yield from sorted((settings.knowledge / "language").rglob("*.yaml"))
    yield from sorted(settings.knowledge.glob("*.yaml"))
    for home in (settings.knowledge, settings.own_frameworks):
        for id_ in library.frameworks:
            yield from sorted((home / id_).rglob("*.yaml"))
    if institution.language is not None:
        yield from sorted(institution.language.rglob("*.yaml"))


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
