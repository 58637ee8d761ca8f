"""Who may do what with which record: every role, every move of sharing and reviewing, on every record, against one table."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest

from bot.cards.payloads import Move, pack
from bot.dialogs.profile import only_in_personal_chat
from bot.dialogs.reply import reply_text
from bot.dialogs.reviewing import REVIEWING
from bot.dialogs.sharing import SHARING
from bot.dialogs.turn import Pressed, Turn
from bot.people.joint import Share
from bot.people.joint_book import JointBook
from bot.phrases.en import sharing
from bot.reviews.review import Review
from tests.dialogs.person import Person
from tests.dialogs.sharing.two import Two, revealed
from tests.dialogs.sharing.two import sharing as shared

ROLES = ("technician", "manager", "manager without a share", "share taken back", "share over", "other tenant", "operator", "in a group")
OF_ALL = frozenset({"share.form", "share.check", "share.make", "share.list", "share.shared"})
"""Moves that name no record: each answers with what the person has themselves."""
SHARES = tuple(move for move in (f"share.{each}" for each in SHARING.moves) if move not in OF_ALL)
REVIEWS = tuple(f"review.{each}" for each in REVIEWING.moves)
RECORDS = ("blind", "revealed", "not there")
OF_OWNER = frozenset({"share.one", "share.end", "share.again", "share.code", "share.confirm", "share.refuse"})
"""Moves on a share that are its owner's alone."""
IN_GROUP = only_in_personal_chat().text
CELLS = [*product(ROLES, SHARES, RECORDS), *product(ROLES, REVIEWS, RECORDS)]


def allowed(role: str, move: str, record: str) -> bool:
    """The table: whether somebody is shown anything else than that there is nothing."""
    if record == "not there":
        return False
    if role == "technician":
        return True
    return role == "manager" and move not in OF_OWNER


def situation(role: str, record: str) -> tuple[Two, Person]:
    """The two, and whoever presses."""
    two = _copied(_KEPT[record] if record in _KEPT else _KEPT["blind"])
    if role == "share taken back":
        _ended(two)
    if role == "share over":
        two.waits(days=60)
    if role == "technician":
        return two, two.alex
    if role in {"manager without a share", "operator"}:
        return two, replace(two.alex.meets(role, "Pat"), assistant=two.sam.assistant)
    elsewhere = JointBook({"sam": two.sam.notebook})
    return two, replace(two.sam, book=elsewhere, cards=[]) if role == "other tenant" else two.sam


def _copied(two: Two) -> Two:
    book = JointBook(dict(two.alex.book.notebooks), dict(two.alex.book._held))
    people: dict[str, Person] = {}
    alex, sam = (replace(each, book=book, cards=[], told=[], others=people) for each in (two.alex, two.sam))
    return Two(alex, sam)


def _ended(two: Two) -> None:
    held = two.alex.book.read(Share, two.alex.book.ids(Share)[-1])
    assert held is not None
    two.alex.book.keep("alex", [held.with_(ended=1.0)], [], 1.0)


def _rated() -> Two:
    two = shared()
    two.sam_rates()
    return two


_KEPT: Mapping[str, Two] = {"blind": _rated(), "revealed": revealed()}
SECRETS = ("ran late", "never seen", "7 of 10", "Service Delivery", "Alex", "grade 6")


def does(two: Two, person: Person, move: str, record: str, *, personal: bool) -> str:
    """Press a move on the newest share or review, or on one that is not there; what is answered."""
    kind = Share if move.startswith("share.") else Review
    ids = two.alex.book.ids(kind)
    verb, data = pack(Move(*move.split("."), record="not-there" if record == "not there" else ids[-1], row="row", nonce="a-nonce"))
    pressed = Pressed(verb, data)
    if personal:
        return reply_text(person._take(pressed))
    return reply_text(person.assistant.answer(_in_group(person, pressed)))


def _in_group(person: Person, pressed: Pressed) -> Turn:
    return Turn(pressed, personal=False, now=person.now)


@pytest.mark.parametrize(("role", "move", "record"), CELLS)
def test_whoever_is_not_meant_to_gets_the_answer_of_what_does_not_exist(role: str, move: str, record: str) -> None:
    two, person = situation(role, record)
    before = (dict(two.alex.book._held), len(two.alex.notebook._held))
    told = does(two, person, move, record, personal=role != "in a group")
    if allowed(role, move, record):
        assert sharing.GONE not in told
        return
    assert told.splitlines()[0] == (IN_GROUP if role == "in a group" else sharing.GONE)
    assert not any(secret in told for secret in SECRETS)
    assert (dict(two.alex.book._held), len(two.alex.notebook._held)) == before


@pytest.mark.parametrize("role", [role for role in ROLES if role not in {"technician", "manager"}])
def test_the_lists_of_whoever_is_not_meant_to_see_it_are_empty(role: str) -> None:
    two, person = situation(role, "revealed")
    for move in ("share.list", "share.shared"):
        told = does(two, person, move, "not there", personal=role != "in a group")
        assert not any(secret in told for secret in SECRETS), told


def test_the_table_has_enough_cells() -> None:
    assert len(CELLS) >= 300
