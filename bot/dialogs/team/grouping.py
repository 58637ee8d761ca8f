"""Which group of the team is looked at: ticked on a form, or said in words. It stays until another is chosen."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, View
from bot.dialogs.asked import Asked
from bot.dialogs.presses import noted
from bot.dialogs.presses import seen as counted_before
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import NAME, Look, back, look, pressed, told
from bot.dialogs.team.overview import nobody, of
from bot.dialogs.team.tables import needs
from bot.people.records import Record
from bot.phrases.en import team as say
from bot.phrases.en.names import capital
from bot.reviews.group import TeamGroup, role_key
from bot.reviews.team import Person

MOST_TICKED = 60  # more people on one form would be more than a card holds


def form(asked: Asked, _move: Move | None = None) -> Reply:
    """The roles and people to tick, as they are chosen now."""
    seen = look(asked)
    if not seen.everybody:
        return nobody(asked)
    body = seen.group.body
    people = tuple((seen.mark(each), each.name) for each in seen.everybody[:MOST_TICKED])
    known = {key for key, _ in _roles(seen)}
    fields = (
        Choice("roles", say.ROLES, _roles(seen), ",".join(key for key in body.roles if key in known), many=True),
        Choice("people", say.PEOPLE, people, ",".join(mark for mark, _ in people if mark in body.people), many=True),
    )
    save = Move(NAME, "choose", version=seen.group.version, nonce=asked.turn.new_id())
    everybody = Move(NAME, "everybody", version=seen.group.version, nonce=asked.turn.new_id())
    buttons = (Button(say.SHOW_GROUP, save), Button(say.SHOW_EVERYBODY, everybody, alone=True), replace(back(), alone=True))
    return told(
        seen, View(say.GROUP_TITLE, say.GROUP_LEAD, fields=tuple(each for each in fields if each.options), buttons=buttons), say.GROUP_LEAD
    )


def choose(asked: Asked, move: Move) -> Reply:
    """The form was sent: people who were ticked count, or else the roles."""
    seen = look(asked)
    known = {seen.mark(each) for each in seen.everybody}
    people = tuple(each for each in dict.fromkeys(move.field("people").split(",")) if each in known)
    roles = {key for key, _ in _roles(seen)}
    named = tuple(each for each in dict.fromkeys(move.field("roles").split(",")) if each in roles)
    return pressed(_shown(seen, () if people else named, people, move))


def everybody(asked: Asked, move: Move) -> Reply:
    """Nobody is left out any more."""
    return pressed(_shown(look(asked), (), (), move))


def in_words(seen: Look, people: tuple[Person, ...], roles: tuple[str, ...]) -> Reply:
    """A group that was told in words; with neither, everybody."""
    return _shown(seen, roles, tuple(seen.mark(each) for each in people), None)


def of_roles(seen: Look, roles: set[str]) -> tuple[str, ...]:
    """The roles of the team that are among some of a framework."""
    return tuple(key for key, _ in _roles(seen) if key in roles)


def _shown(seen: Look, roles: tuple[str, ...], people: tuple[str, ...], move: Move | None) -> Reply:
    if move is not None and counted_before(seen.group.body.presses, move):
        return _of(seen)
    body = seen.group.body
    changed = body.with_(roles=roles, people=people, presses=noted(body.presses, move))
    if (roles, people) == (body.roles, body.people):
        return _of(seen)
    saved: Record[TeamGroup] = replace(seen.group, body=changed)
    return replace(_of(look(seen.asked, saved)), saves=(saved,))


def _of(seen: Look) -> Reply:
    return needs(seen) if seen.frameworks else of(seen)


def _roles(seen: Look) -> tuple[tuple[str, str], ...]:
    """The roles that people of the team are in, as far as what they share says so."""
    found = {}
    for key in filter(None, map(role_key, seen.everybody)):
        framework, _, role = key.partition(":")
        known = seen.asked.library.frameworks.get(framework)
        if known and role in known.roles:
            found[key] = capital(say.known_role(known.roles[role]))
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))
