"""The form of a critical role: the role, why it is critical, and how soon it may need somebody; never anything about a person."""

from collections.abc import Mapping

from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Entry, View
from bot.dialogs.asked import Asked
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import back, find, look, look_at, press, told
from bot.dialogs.succession.overview import of
from bot.framework.model import Framework
from bot.people.records import Record
from bot.phrases.en import succession as say
from bot.phrases.en.names import capital, role
from bot.reviews.succession import HORIZONS, Critical, CriticalRole

NAMING = "naming:"
"""The step at which the next words may name a role, or say why one is critical that was chosen: after it comes its id."""
FIELDS = ("role", "post", "reason", "horizon", "notes")


def new(asked: Asked, move: Move, lead: str = "") -> Reply:
    """An empty form, or one with a role chosen; the role can be named in words as well."""
    framework = asked.framework
    chosen = move.row if move.row in framework.roles else ""
    return form(asked, Record("", CriticalRole(framework=framework.id, role=chosen)), lead or f"{say.FORM} {say.OR_IN_WORDS}")


def edit(asked: Asked, move: Move) -> Reply:
    """The form of one that is there."""
    held = find(asked, move.record)
    return form(asked, held, say.FORM) if held else of(look(asked), say.GONE)


def form(asked: Asked, held: Critical, lead: str, typed: Mapping[str, str] | None = None, was: str = "") -> Reply:
    """The form. `typed` is what was sent and could not be taken; `was` are then the marks of what the form held before that."""
    framework = asked.library.frameworks.get(held.body.framework, asked.framework)
    stands = drawn(held.body)
    shown = {**stands, **(typed or {})}
    save = press(asked, "save", held, (("was", was or marks(stands)), ("framework", framework.id)))
    leave = Button(say.LEAVE, look_at("open", held.id), alone=True) if held.version else Button(back().title, back().payload, alone=True)
    seen = look(asked)
    title = seen.name(held.body) if held.version else say.FORM_TITLE
    view = View(title, lead, fields=_fields(framework, shown), buttons=(Button(say.SAVE, save), leave))
    return told(seen, view, lead, held.id, step="" if held.version else f"{NAMING}{held.body.role}")


def drawn(body: CriticalRole) -> dict[str, str]:
    """What the fields hold for a critical role as it stands."""
    return {name: getattr(body, name) for name in FIELDS}


def marks(held: Mapping[str, str]) -> str:
    """A mark of each field as it was drawn, so that only what somebody changed there is taken from it."""
    return ";".join(f"{name}={digest(value)}" for name, value in held.items())


def _fields(framework: Framework, shown: Mapping[str, str]) -> tuple[Choice | Entry, ...]:
    roles = tuple((each.id, capital(role(each))) for each in framework.roles.values())
    return (
        Choice("role", say.ROLE, roles, shown["role"], hint=say.WHICH_ROLE),
        Entry("post", say.POST, shown["post"], say.POST_HINT),
        Entry("reason", say.REASON, shown["reason"], say.REASON_HINT, long=True, error=say.NEEDS_REASON),
        Choice("horizon", say.HORIZON, tuple((each, say.HORIZONS[each]) for each in HORIZONS), shown["horizon"]),
        Entry("notes", say.NOTES, shown["notes"], long=True),
    )
