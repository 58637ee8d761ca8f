"""Whether answers were liked: never by whom, and without what they wrote beside it."""

import time

from sqlalchemy import func
from sqlalchemy.dialects.sqlite import insert

from bot.storage.database import Database
from bot.storage.tables import feedback
from bot.understanding.reading import Reading

_NEW = insert(feedback)
_NOTE = _NEW.on_conflict_do_update(
    index_elements=[feedback.c.tenant, feedback.c.reply],
    set_={
        "liked": _NEW.excluded.liked,
        "at": _NEW.excluded.at,
        "framework": func.coalesce(_NEW.excluded.framework, feedback.c.framework),
        "intent": func.coalesce(_NEW.excluded.intent, feedback.c.intent),
    },
)


class Feedback:
    """Keeps one judgement per answer: a changed mind takes the place of the one before it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, tenant: str, reply: str, *, liked: bool, answered: Reading | None) -> None:
        """Note whether a message of the assistant (its id on the channel) was liked; `answered` is what it was about, where known."""
        row = {"tenant": tenant, "reply": reply, "liked": liked, "at": time.time()}
        row |= {"framework": answered.framework, "intent": answered.intent.value} if answered else {"framework": None, "intent": None}

        def work(database: Database) -> None:
            with database.writing(durable=False) as connection:
                connection.execute(_NOTE, row)

        await self._database.run(work)
