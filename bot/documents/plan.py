"""The Personal Development Plan as values for its Word template."""

from typing import Any

from bot.development.plan import PlanEntry
from bot.documents.material import Material
from bot.framework.model import Framework
from bot.phrases.en import documents as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as role_name

_COLUMNS = {"objective": say.OBJECTIVE, "activity": say.ACTIVITY, "difference": say.DIFFERENCE, "support": say.SUPPORT, "date": say.BY}
_NO_DAY = "9999"


def plan_values(material: Material) -> dict[str, Any]:
    """What the template is filled with; entries by date, those without one last, and dropped ones left out."""
    kept = sorted((entry for entry in material.plan if entry.status != "dropped"), key=_by_date)
    framework = material.library.frameworks[_framework(material)]
    entries = [_entry(material, entry) for entry in kept]
    return {
        "framework": say.framework(framework),
        "role": _role(framework, material),
        "date": say.day(material.at.date()),
        "columns": _columns(framework),
        "note": "" if framework.plan else say.NO_COLUMNS,
        "entries": entries,
        "quoted": [entry for entry in entries if entry["quote"]],
        "reflections": [entry for entry in entries if entry["learnt"]],
        "left_out": say.left_out(len(material.plan) - len(kept)),
        "empty": "" if entries else say.NO_ENTRIES,
    }


def _framework(material: Material) -> str:
    named = material.plan[-1].framework if material.plan else material.profile.framework or ""
    return named if named in material.library.frameworks else next(iter(material.library.frameworks))


def _by_date(entry: PlanEntry) -> tuple[str, float]:
    return (entry.date.isoformat() if entry.date else _NO_DAY), entry.made


def _role(framework: Framework, material: Material) -> str:
    """The person's own role, where they told it or an entry names it; empty for a line to fill in."""
    served = [entry.role for entry in material.plan if entry.serves == "current"]
    known = [id_ for id_ in (material.profile.role, *served) if id_ in framework.roles]
    return capital(role_name(framework.roles[known[0]])) if known and known[0] else ""


def _columns(framework: Framework) -> dict[str, dict[str, str]]:
    """The name of each column and what it asks, by the id that the template's columns have."""
    own = {column.id: column for column in framework.plan.columns} if framework.plan else {}
    return {
        id_: {"name": own[id_].name, "asks": " ".join(own[id_].asks)} if id_ in own else {"name": name, "asks": ""}
        for id_, name in _COLUMNS.items()
    }


def _entry(material: Material, entry: PlanEntry) -> dict[str, Any]:
    framework = material.library.frameworks.get(entry.framework)
    role = framework.roles.get(entry.role or "") if framework else None
    names = [framework.competencies[id_].short for id_ in entry.competencies if id_ in framework.competencies] if framework else []
    return {
        "objective": entry.objective,
        "activity": entry.activity,
        "difference": entry.difference,
        "support": entry.support,
        "date": say.day(entry.date) if entry.date else say.NO_DATE,
        "status": say.STATUSES[entry.status],
        "competency": say.concerns(names),
        "serves": say.serves(role, higher=entry.serves == "higher"),
        "quote": entry.quote,
        "learnt": entry.learnt,
    }
