"""The assistants of several institutions, seen as one: each turn is answered by that of the tenant it comes from."""

from collections.abc import Iterable

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Turn
from bot.framework.model import Library
from bot.people.by_tenant import ByTenant
from bot.phrases.en import edge
from bot.understanding.striking import STRUCK


class Assistants:
    """What a tenant's assistant does not know, its people are never shown: it was not taught it."""

    def __init__(self, by_tenant: ByTenant[Assistant]) -> None:
        self._by_tenant = by_tenant

    def of(self, tenant: str) -> Assistant | None:
        """The assistant of a tenant; None where its people are not served."""
        return self._by_tenant.of(tenant)

    def library_of(self, tenant: str) -> Library | None:
        """The frameworks that a tenant's people may see."""
        assistant = self.of(tenant)
        return assistant.library if assistant else None

    def struck(self, text: str, names: Iterable[str], tenant: str) -> str:
        """A text without what could point to a person."""
        assistant = self.of(tenant)
        return assistant.struck(text, names) if assistant else STRUCK

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn."""
        assistant = self.of(turn.tenant)
        return assistant.answer(turn) if assistant else Reply(edge.NOT_SERVED)

    def search(self, text: str, tenant: str = "") -> Hits:
        """What a search finds for somebody of a tenant."""
        assistant = self.of(tenant)
        return assistant.search(text) if assistant else Hits((), edge.NOT_SERVED)
