"""How many records there are, without whose: for somebody who is about to change a framework."""

from collections import Counter

from sqlalchemy import Connection, select

from bot.storage.tables import record


def assessments_by_role(connection: Connection, framework: str) -> Counter[str]:
    """How many assessments are stored of each role of a framework."""
    bodies = connection.execute(select(record.c.body).where(record.c.kind == "assessment")).scalars()
    return Counter(str(body.get("role")) for body in bodies if body.get("framework") == framework and not body.get("deleted"))
