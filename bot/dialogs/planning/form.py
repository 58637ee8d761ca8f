"""The form of an entry: the five columns, the competency and the role it serves, as they stand or as they were typed."""

from collections.abc import Mapping

from bot.cards.view import Button, Choice, Day, Field, Line, Section, View
from bot.cards.view import Entry as Words
from bot.development.plan import Entry, PlanEntry, Serves
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import OFFERED, columns, focus, look, of_entry, press, show_plan, title, told
from bot.dialogs.planning.serving import current_role, role_served
from bot.dialogs.planning.widths import fitted
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.phrases.en import planning as say

TEXTS = ("objective", "activity", "difference", "support")
NONE = "-"


def form(asked: Asked, entry: Entry, lead: str, typed: Mapping[str, str] | None = None, was: str = "") -> Reply:
    """The form of an entry, or, at version 0 with nothing in it, of a new one that is made when it is sent.

    `typed` is what was sent and could not be taken; `was` are then the marks of what the form held before that.
    """
    asked = of_entry(asked, entry)
    held = drawn(entry.body)
    shown = {**held, **(typed or {})}
    save = press(asked, "save", entry if entry.version else None, given=(("was", was or marks(_on_record(entry, held))), *_origin(entry)))
    drop = (Button(say.DROP, press(asked, "drop", entry), "destructive"),) if entry.version and entry.body.open else ()
    leave = Button(say.LEAVE, look("open", entry.id)) if entry.version else show_plan()
    note = (Section(lines=(Line(say.OWN_COLUMNS),)),) if asked.framework.plan is None else ()
    heading = title(entry) if entry.body.title else say.TITLE
    view = View(heading, lead, note, fields=_fields(asked, entry, shown), buttons=(Button(say.SAVE, save), leave, *drop))
    waits = focus(asked, entry.id, "entry" if entry.version else OFFERED)
    return told(view, f"{lead} {heading}." if entry.body.title else lead, waits=waits)


def drawn(body: PlanEntry) -> dict[str, str]:
    """What the fields hold for an entry as it stands."""
    texts = fitted({name: getattr(body, name) for name in TEXTS})
    day = body.date or body.heard
    return {
        **texts,
        "date": day.isoformat() if day else "",
        "competency": body.competencies[0] if body.competencies else NONE,
        "serves": body.serves,
    }


def marks(held: Mapping[str, str]) -> str:
    """A mark of each field as it was drawn, so that only what somebody changed there is taken from it."""
    return ";".join(f"{name}={digest(value)}" for name, value in held.items())


def _on_record(entry: Entry, held: Mapping[str, str]) -> dict[str, str]:
    """A date that was heard and not said yes to counts as changed: sending the form says yes."""
    return {**held, "date": entry.body.date.isoformat() if entry.body.date else ""}


def _origin(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What a new entry is made with, beside what the form asks."""
    body = entry.body
    if entry.version:
        return ()
    return (("framework", body.framework), ("for", body.role or ""), ("as", body.serves), ("about", ",".join(body.competencies)))


def _fields(asked: Asked, entry: Entry, shown: Mapping[str, str]) -> tuple[Field, ...]:
    names = columns(asked.framework)
    texts = (Words(id_, names[id_][0], shown[id_], hint=" ".join(names[id_][1]), long=True) for id_ in TEXTS)
    return (*texts, Day("date", names["date"][0], shown["date"]), _competency(asked, shown["competency"]), *_serves(asked, entry, shown))


def _competency(asked: Asked, chosen: str) -> Choice:
    known = tuple((each.id, each.short) for each in asked.framework.competencies.values())
    return Choice("competency", say.COMPETENCY, ((NONE, say.NO_COMPETENCY), *known), chosen)


def _serves(asked: Asked, entry: Entry, shown: Mapping[str, str]) -> tuple[Choice, ...]:
    """A choice only where the own role and a higher one are both known."""
    both: tuple[Serves, ...] = ("current", "higher")
    roles = {serves: role_served(asked, entry.body, serves) or current_role(asked) for serves in both}
    options = tuple((serves, say.serves(role, higher=serves == "higher")) for serves, role in roles.items() if role)
    distinct = len({role.id for role in roles.values() if role}) > 1
    return (Choice("serves", say.SERVES, options, shown["serves"]),) if distinct else ()
