"""A critical role is put down in words: which role, why, and how soon, in one message or one after the other."""

from collections.abc import Callable

from bot.cards.payloads import Move
from bot.cards.view import Row, View
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import NAME, Plan, look, look_at, told
from bot.dialogs.succession.form import NAMING, form, new
from bot.dialogs.succession.saving import refusal
from bot.dialogs.succession.showing import HORIZON, REASON, role_card
from bot.framework.model import Role
from bot.people.profile import Profile
from bot.people.records import Record
from bot.phrases.en import succession as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as role_name
from bot.reviews.succession import Critical, CriticalRole
from bot.understanding.reading import Outcome, Reading, Understood, Unsure

__all__ = ["NAMING", "add", "named", "roles_of"]

A_TIME = 4  # so many words that tell a time tell nothing else


def add(asked: Asked, roles: tuple[Role, ...], said: str, why: str = "") -> Reply:
    """A role that the words name is put down at once, with why and how soon where they say so; of several, it is asked which."""
    seen = look(asked)
    if len(roles) != 1:
        return _which(seen, roles) if roles else new(asked, Move(NAME, "new"))
    body = CriticalRole(framework=asked.framework.id, role=roles[0].id, made=asked.turn.now.timestamp())
    held = next((each for each in seen.roles if (each.body.framework, each.body.role) == (body.framework, body.role)), None)
    if held is not None:
        return role_card(seen, held, say.already(seen.name(held.body)))
    reason = why or _why(asked, said)
    problem = refusal(asked, body, {"reason": reason or said})
    if problem:
        return form(asked, Record("", body), problem, {"reason": reason})
    soon = asked.reader.managing.soon(said)
    return _put_down(seen, Record(asked.turn.new_id(), body.with_(reason=reason, horizon=soon or body.horizon)))


def named(asked: Asked, chosen: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to which role it is, or why the `chosen` one is critical; None where it is a question."""
    if asked.reader.spoken.asks(text):
        return None
    roles, role = _named_in(asked, text), asked.framework.roles.get(chosen)
    if roles:
        return add(asked, roles, text)
    if role is not None:
        return add(asked, (role,), text, text)
    return None if isinstance(read(), Understood) else new(asked, Move(NAME, "new"), say.NAME_THE_ROLE)


def _named_in(asked: Asked, text: str) -> tuple[Role, ...]:
    """The roles that the words themselves name, whatever was talked of before."""
    outcome = asked.reader.read(text, asked.framework.id, Profile())
    reading = outcome.reading if isinstance(outcome, Understood) else outcome.candidates[0] if isinstance(outcome, Unsure) else None
    return roles_of(asked, reading) if reading else ()


def roles_of(asked: Asked, reading: Reading) -> tuple[Role, ...]:
    """The roles that a reading names, by title or by grade."""
    framework = asked.framework
    named_ = tuple(framework.roles[id_] for id_ in reading.roles if id_ in framework.roles)
    return named_ or tuple(role for grade in reading.grades for role in framework.roles_at(grade))


def _put_down(seen: Plan, made: Critical) -> Reply:
    """The role with what is known of it; what is not is asked for."""
    name = seen.name(made.body)
    if not made.body.reason:
        return role_card(seen, made, f"{say.put_down(name)} {say.ASK_REASON}", REASON, saves=True)
    if made.body.horizon == "unknown":
        return role_card(seen, made, f"{say.put_down(name)} {say.ASK_HORIZON}", HORIZON, saves=True)
    return role_card(seen, made, say.put_down(name), saves=True)


def _why(asked: Asked, said: str) -> str:
    """What follows the name of the role, to the letter, but for a time; empty where nothing does."""
    name, why = asked.reader.managing.named_and_why(said)
    if not why or not _named_in(asked, name):
        return ""
    return ",".join(part for part in why.split(",") if not _is_time(asked, part)).strip()


def _is_time(asked: Asked, part: str) -> bool:
    return len(part.split()) <= A_TIME and asked.reader.managing.soon(part) is not None


def _which(seen: Plan, roles: tuple[Role, ...]) -> Reply:
    rows = tuple(Row(capital(role_name(of)), look_at("new", row=of.id)) for of in roles)
    return told(seen, View(say.TITLE, say.WHICH_OF_THEM, rows=rows), say.WHICH_OF_THEM, step=NAMING)
