"""What is typed about succession: the wish to see it or to put down a role, then why the role is critical and how soon."""

from collections.abc import Callable

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import details, next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import NAME, Plan, back, find, look, look_at, told
from bot.dialogs.succession.form import form, new
from bot.dialogs.succession.overview import overview
from bot.dialogs.succession.saving import refusal
from bot.dialogs.succession.showing import MOST_SHOWN, how_far, role_card
from bot.dialogs.turn import Focus
from bot.framework.model import Role
from bot.people.records import Record
from bot.phrases.en import succession as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as role_name
from bot.reviews.succession import Critical, CriticalRole
from bot.understanding.reading import ANSWERED, Intent, Outcome, Understood

REASON, HORIZON = "reason", "horizon"
A_DAY = 86_400.0
MOST_WORDS = 12  # a longer message tells no time
_LEAVES = frozenset({Intent.CANCEL, Intent.HELP, Intent.THANKS, Intent.SUCCESSION, Intent.TEAM_OVERVIEW, Intent.MY_DATA})


def succession(asked: Asked) -> Reply:
    """The wish to see succession, or to put down a critical role."""
    if asked.guest:
        return details.nothing_kept(asked)
    reading = asked.reading
    roles = _roles(asked)
    if asked.reader.managing.is_("adds", reading.said):
        return _add(asked, roles)
    critical = [
        each for each in look(asked).roles if each.body.framework == reading.framework and each.body.role in {of.id for of in roles}
    ]
    if len(critical) == 1:
        return role_card(look(asked), critical[0])
    return _uncritical(asked, roles[0]) if len(roles) == 1 else overview(asked)


def hears(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to why a role is critical, and then to how soon."""
    role = find(asked, at.record)
    old = asked.turn.now.timestamp() - at.since > A_DAY
    if role is None or old or at.step not in (REASON, HORIZON) or _asks_else(asked, text, read):
        return None
    return _reason(asked, role, text) if at.step == REASON else _horizon(asked, role, text)


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


def _add(asked: Asked, roles: tuple[Role, ...]) -> Reply:
    """A role that the words name is put down at once, and its reason asked for; where they name several, it is asked which."""
    seen = look(asked)
    if len(roles) != 1:
        return _which(seen, roles) if roles else new(asked, Move(NAME, "new"))
    about = asked.reader.managing.about_people(asked.reading.said)
    body = CriticalRole(framework=asked.framework.id, role=roles[0].id, made=asked.turn.now.timestamp())
    if about:
        return form(asked, Record("", body), say.about_a_person(about))
    held = next((each for each in seen.roles if (each.body.framework, each.body.role) == (body.framework, body.role)), None)
    if held is not None:
        return role_card(seen, held, say.already(seen.name(held.body)))
    made = Record(asked.turn.new_id(), body)
    return role_card(seen, made, say.added(seen.name(body)), REASON, saves=True)


def _which(seen: Plan, roles: tuple[Role, ...]) -> Reply:
    rows = tuple(Row(capital(role_name(of)), look_at("new", row=of.id)) for of in roles)
    return told(seen, View(say.TITLE, say.WHICH_OF_THEM, rows=rows), say.WHICH_OF_THEM)


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


def _roles(asked: Asked) -> tuple[Role, ...]:
    reading, framework = asked.reading, asked.framework
    named = tuple(framework.roles[id_] for id_ in reading.roles if id_ in framework.roles)
    return named or tuple(role for grade in reading.grades for role in framework.roles_at(grade))
