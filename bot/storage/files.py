"""Files that were offered, and their drawing: what they show is read on the storage thread, and drawn on a thread of its own."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.documents import kinds
from bot.documents.material import Material, gather, with_review
from bot.framework.model import Library
from bot.people.by_tenant import ByTenant
from bot.people.holdings import Holdings
from bot.reviews.figures import team_figures
from bot.storage.database import Database, Session
from bot.storage.downloads import Downloads, Offered
from bot.storage.joints import StoredJoints
from bot.storage.profiles import load_profile
from bot.storage.records import StoredRecords
from bot.threads import in_a_thread

if TYPE_CHECKING:
    from bot.documents.template_files import Templates

HoldingsOf = Callable[[Connection, str, str], Holdings]
LibraryOf = Callable[[str], Library | None]
_WITH_ALL = frozenset({kinds.EVERYTHING, kinds.EVERYTHING_JSON})


class NotYet(Exception):  # noqa: N818 (what is, not what went wrong)
    """The assistant still learns: there is no framework yet to draw anything from."""


class Files(Downloads):
    """The offers of a database, and the files themselves, in the words and templates of each tenant's own institution.

    `library_of` is there once the assistant is; `holdings` tells all that is held.
    """

    def __init__(
        self, database: Database, templates: "ByTenant[Templates]", holdings: HoldingsOf, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(database, clock)
        self._templates = templates
        self._holdings = holdings
        self.library_of: LibraryOf | None = None

    async def draw(self, offered: Offered) -> bytes | None:
        """The file; None where what it is about is not there any more, or not for them. Raises NotYet, and UnreadableRecord."""
        if self.library_of is None:
            raise NotYet
        library, templates = self.library_of(offered.tenant), self._templates.of(offered.tenant)
        if library is None or templates is None:
            return None
        material = await self._database.run(partial(self._gather, offered=offered, library=library))
        return await in_a_thread(partial(_draw, offered.document, material, templates), "drawing")

    def _gather(self, session: Session, offered: Offered, library: Library) -> Material:
        connection, tenant, person = session.connection, offered.tenant, offered.person
        held = self._holdings(connection, tenant, person) if offered.document in _WITH_ALL else None
        records, profile = StoredRecords(connection, tenant, person), load_profile(connection, tenant, person)
        now = self._clock()
        joints = StoredJoints(connection, tenant, person, now)
        team = team_figures(joints, records, person, library, offered.record) if offered.document == kinds.TEAM else None
        material = gather(records, offered.record, library, profile, at=datetime.fromtimestamp(now, UTC), held=held, team=team)
        if offered.document != kinds.AGENDA:
            return material
        return with_review(material, joints, offered.record, person)  # a share that ended since shows nothing any more


def _draw(document: str, material: Material, templates: "Templates") -> bytes | None:
    from bot.documents.drawing import draw  # noqa: PLC0415 (only who draws needs it)

    return draw(document, material, templates)
