"""Whether answers were liked: never by whom, and without what they wrote beside it."""

import time

from bot.storage.database import Database, Session
from bot.storage.inserts import add_or_change
from bot.storage.tables import feedback
from bot.understanding.reading import Reading

_NOTE = add_or_change(
    feedback,
    feedback.columns.keys(),
    "liked = excluded.liked, at = excluded.at,"
    " framework = coalesce(excluded.framework, feedback.framework), intent = coalesce(excluded.intent, feedback.intent)",
)


class Feedback:
    """Keeps one judgement per answer: a changed mind takes the place of the one before it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, tenant: str, reply: str, *, liked: bool, answered: Reading | None) -> None:
        """Note whether a message of the assistant (its id on the channel) was liked; `answered` is what it was about, where known."""
        row = {"tenant": tenant, "reply": reply, "liked": liked, "at": time.time()}
        row |= {"framework": answered.framework, "intent": answered.intent.value} if answered else {"framework": None, "intent": None}

        def work(session: Session) -> None:
            with session.writing(durable=False) as connection:
                _NOTE.write(connection, **row)

        await self._database.run(work)
