"""Everything that is held of a person: as values for a plain Word file, and as JSON."""

import json
from typing import Any

from bot.documents.material import Material
from bot.people.holdings import Holdings
from bot.phrases.en import documents as say


def holdings_values(material: Material, held: Holdings) -> dict[str, Any]:
    """What the template is filled with."""
    sections = [_section(each.heading, each.rows) for each in held.sections]
    return {"title": say.HOLDINGS, "framework": say.HOLDINGS, "date": say.day(material.at.date()), "sections": sections}


def write_json(held: Holdings) -> bytes:
    """The same for a program: indented, so that a person can look into it as well."""
    return json.dumps(dict(held.data), ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace")


def _section(heading: str, rows: tuple[str, ...]) -> dict[str, Any]:
    return {"heading": heading, "rows": rows, "empty": "" if rows else say.NOTHING_HELD}
