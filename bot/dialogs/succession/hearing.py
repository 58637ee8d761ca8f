"""What is typed about succession: the wish to see it or to put down a role, then why the role is critical and how soon."""

from collections.abc import Callable

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs import details, next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.succession.adding import NAMING, add, named, roles_of
from bot.dialogs.succession.basis import NAME, back, find, look, look_at, told
from bot.dialogs.succession.overview import overview
from bot.dialogs.succession.saving import REMOVING, REMOVING_WAITS, ask_to_remove, refusal, remove
from bot.dialogs.succession.showing import HORIZON, MOST_SHOWN, REASON, how_far, role_card
from bot.dialogs.turn import Focus
from bot.framework.model import Role
from bot.phrases.en import succession as say
from bot.reviews.succession import Critical, CriticalRole
from bot.understanding.reading import ANSWERED, Intent, Outcome, Understood
from bot.understanding.spoken import Way

A_DAY = 86_400.0
MOST_WORDS = 12  # a longer message tells no time
_LEAVES = frozenset({Intent.CANCEL, Intent.HELP, Intent.THANKS, Intent.SUCCESSION, Intent.TEAM_OVERVIEW, Intent.MY_DATA})
_LEFT: tuple[Way, ...] = ("later", "back", "nothing", "done")


def succession(asked: Asked) -> Reply:
    """The wish to see succession, or to put down a critical role."""
    if asked.guest:
        return details.nothing_kept(asked)
    reading = asked.reading
    roles = roles_of(asked, reading)
    if asked.reader.managing.is_("adds", reading.said):
        return add(asked, roles, reading.said)
    critical = [
        each for each in look(asked).roles if each.body.framework == reading.framework and each.body.role in {of.id for of in roles}
    ]
    if len(critical) == 1:
        return role_card(look(asked), critical[0])
    return _uncritical(asked, roles[0]) if len(roles) == 1 else overview(asked)


def hears(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """What is said of the critical role before the person: that it is to go, why it is critical, and how soon; or which one it is."""
    role, now = find(asked, at.record), asked.turn.now.timestamp()
    if now - at.since > A_DAY:
        return None
    if at.step.startswith(NAMING):
        return _which_role(asked, at.step.removeprefix(NAMING), text, read)
    if role is None:
        return None
    if at.step.startswith(REMOVING) and now - at.since < REMOVING_WAITS:
        return _sure(asked, role, at.step.removeprefix(REMOVING), text)
    return _taken_back(asked, at, role, text) or _answer(asked, at, role, text, read)


def _which_role(asked: Asked, chosen: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to which role it is, or why the chosen one is critical."""
    if _leaves(asked, text):
        return overview(asked, say.LEFT_OUT)
    return None if _asks_else(asked, text, read) else named(asked, chosen, text, read)


def _sure(asked: Asked, role: Critical, version: str, text: str) -> Reply | None:
    """Yes or no to removing it."""
    if asked.reader.pressing.is_("yes", text):
        return remove(asked, Move(NAME, "removed", role.id, version=int(version)))
    leaves = asked.reader.pressing.is_("no", text) or _leaves(asked, text)
    return role_card(look(asked), role, say.KEPT) if leaves else None


def _taken_back(asked: Asked, at: Focus, role: Critical, text: str) -> Reply | None:
    """It is to go; what was just put down may go as well, and what it said before is not kept."""
    managing, words = asked.reader.managing, asked.reader.pressing.bare(text)
    undone = managing.says("undoes", words)
    if managing.says("removes", words) or (undone and (role.version == 1 or at.step in (REASON, HORIZON))):
        return ask_to_remove(asked, Move(NAME, "remove", role.id))
    return role_card(look(asked), role, say.NOT_UNDONE) if undone else None


def _answer(asked: Asked, at: Focus, role: Critical, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to why, or to how soon."""
    if at.step not in (REASON, HORIZON):
        return None
    soon = asked.reader.managing.soon(text)
    if at.step == REASON and asked.reader.spoken.is_("skip", text):
        return role_card(look(asked), role, say.ASK_HORIZON, HORIZON)
    if _leaves(asked, text) or (soon is None and asked.reader.spoken.is_("skip", text)):
        return role_card(look(asked), role, say.LEFT)
    if _asks_else(asked, text, read) or asked.reader.pressing.is_("commands", text):
        return None
    return _reason(asked, role, text) if at.step == REASON else _horizon(asked, role, text)


def _leaves(asked: Asked, text: str) -> bool:
    """Whether somebody does not want to go on: "not now", "never mind", "go back"."""
    spoken = asked.reader.spoken
    return any(spoken.is_(way, text) for way in _LEFT) or asked.reader.pressing.is_("back", text) or asked.reader.pressing.is_("no", text)


def _asks_else(asked: Asked, text: str, read: Callable[[], Outcome]) -> bool:
    """Whether it is a question or a wish of its own, and no answer."""
    outcome = read()
    best = outcome.reading.intent if isinstance(outcome, Understood) else None
    if asked.reader.spoken.asks(text):
        return best in ANSWERED | _LEAVES
    return best in _LEAVES and asked.reader.managing.soon(text) is None


def _reason(asked: Asked, role: Critical, text: str) -> Reply:
    problem = refusal(asked, role.body, {"reason": text.strip()})
    if problem:
        return role_card(look(asked), role, problem, REASON)
    saved = role.with_(reason=text.strip(), horizon=asked.reader.managing.soon(text) or role.body.horizon)
    if saved.body.horizon != "unknown":
        return role_card(look(asked), saved, say.SAVED, saves=True)
    return role_card(look(asked), saved, f"{say.SAVED} {say.ASK_HORIZON}", HORIZON, saves=True)


def _horizon(asked: Asked, role: Critical, text: str) -> Reply | None:
    soon = asked.reader.managing.soon(text)
    if soon is None:
        return role_card(look(asked), role, say.NOT_A_HORIZON, HORIZON) if len(text.split()) <= MOST_WORDS else None
    return role_card(look(asked), role.with_(horizon=soon), say.SAVED, saves=True)


def _uncritical(asked: Asked, role: Role) -> Reply:
    """Who aspires to a role that is not marked as critical, and the way to mark it."""
    seen = look(asked)
    body = CriticalRole(framework=asked.framework.id, role=role.id)
    found = seen.aspirants(body)
    text = say.told(seen.name(body), len(found))
    lines = tuple(Line(how_far(seen, asked.framework, each), each.person.name) for each in found[:MOST_SHOWN])
    sections = (Section(say.WHO, lines or (Line(say.NOBODY_NEXT),)), Section(lines=(Line(say.RECRUITED),)))
    buttons = (Button(say.SAY_SO, look_at("new", row=role.id)), next_steps.expect(asked.framework, role), back())
    return told(seen, View(say.TITLE, text, sections, buttons=buttons), text)
