"""Real cards of every dialog, pressed with one member changed: answered, nothing of anybody else's is shown, and nothing forged is kept."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from math import isfinite
from typing import Any

import pytest

from bot.cards.payloads import VERBS as OF_QUESTIONS
from bot.dialogs.offers import ONE_SITTING
from bot.dialogs.record_dialogs import VERBS
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed, Said
from bot.people.joint import Joint, may_write
from bot.people.joint_book import JointBook
from bot.people.notebook import Notebook
from bot.people.records import Record
from tests.cards.checking import faults, objects
from tests.dialogs.beginnings import SECRET
from tests.dialogs.person import BEGINS, Person
from tests.dialogs.walking import Found, walk

GONE = object()
MARK = "forged7f3a"


def _nested(depth: int) -> Any:
    value: Any = MARK
    for _ in range(depth):
        value = {"a": [value]}
    return value


TAMPERED: Mapping[str, tuple[Any, ...]] = {
    "removed": (GONE, None, ""),
    "of another type": (7, True, 1.5, ["a", "b"], {"a": 1}, [[MARK]]),
    "a person": ("alex", "sam", "quinn", "dana", "morgan", "entra-id-of-alex"),
    "a stranger's record": ("quinn-evidence-0-0", "share-quinn-0", "share:share-quinn-0"),
    "a row": ("0", "-1", "99", "1-2-3", "teamwork", "budget,budget", f"{MARK}:{MARK}"),
    "a number": (-1, 10**9, 10**400, 1e308, float("nan"), float("-inf"), "9" * 5_000, "-7", "1e9", "7.3", "\uff17", "NaN"),
    "a day": ("0001-01-01", "9999-12-31", "2027-02-30", "2027-W01-1", "\uff12027-05-05"),
    "odd text": (f"{MARK}\u202e\u200b\u2066", f"\ufeff{MARK}\x07", f"{MARK}e\u0301\u0301", "\u0665", f"{MARK}\U0001f9d1\u200d\U0001f527"),
    "nested": (_nested(15), [_nested(14)], _nested(400)),
    "a formula": (f"=HYPERLINK({MARK})", f"+{MARK}", f"@SUM({MARK})"),
    "a template": (f"{{{{{MARK}}}}}", f"${{{MARK}}}", f"{{% {MARK} %}}", "{{DATE(2017-02-14T06:00:00Z,SHORT)}}"),
    "mark-up": (f"<script>{MARK}</script>", f"<at>{MARK}</at>", f"[{MARK}](https://evil.example)", f"**{MARK}**\n# {MARK}"),
}
ACTIVE = re.compile(r"\[\w+\]\(https://evil|<(?:at|script)>|\{\{(?:DATE|TIME)\(")
"""What would act in a text block of Teams."""
_KEPT_WORDS = re.compile(r"\\.")
STRIDE = 1 if os.environ.get("TAMPERED_CARDS") == "all" else 49
"""Of all cases one in so many is tried; all of them, more than sixty-five thousand, take five minutes."""


def members(found: Found) -> tuple[str, ...]:
    """The members that a press carries, the form's own with them."""
    return tuple(dict.fromkeys((*found.carried, *found.held)))


def forged(found: Found, name: str, value: Any) -> Reply:
    """What the press with that member changed is answered."""
    data = {key: item for key, item in {**found.held, **found.carried}.items() if key != name}
    return found.person.would_get(Pressed(found.verb, data if value is GONE else {**data, name: value}))


def is_written(found: Found, name: str) -> bool:
    """Whether a member is what somebody types: their own words, which are kept as they are."""
    drawn = [each for card in found.person.cards for each in objects(dict(card)) if each.get("id") == name]
    return any(each["type"] == "Input.Text" for each in drawn)


def is_theirs(found: Found, record: Record[Any]) -> bool:
    """Whether a record that is saved or dropped is the person's own, or one that they hold together with somebody."""
    if not isinstance(record.body, Joint):
        return True
    before = found.person.book.of(found.person.id, found.person.now.timestamp()).find(type(record.body), record.id)
    return may_write(record.body, found.person.id) and (record.version == 0 or before is not None)


@cache
def cases() -> Sequence[tuple[Found, str, str, Any]]:
    """Every press, member and change, its kind with it."""
    changes = [(kind, value) for kind, values in TAMPERED.items() for value in values]
    return [(found, name, *change) for found in walk().found for name in members(found) for change in changes]


def wrong(found: Found, name: str, value: Any) -> str:
    """What is wrong with the answer to a press with that member changed; empty where nothing is."""
    reply = forged(found, name, value)
    if not reply.text or (reply.card is not None and faults(reply.card)):
        return f"no answer that can be sent: {reply.card and faults(reply.card)}"
    if SECRET in reply_text(reply):
        return "what somebody else shared is shown"
    if not all(is_theirs(found, record) for record in (*reply.saves, *reply.drops)):
        return "what is somebody else's is changed"
    if not is_written(found, name) and MARK in f"{[record.body for record in reply.saves]} {reply.profile}":
        return "what was forged is kept"
    if impossible := [value for record in reply.saves for value in values(record.body.model_dump()) if not may_stand(*value)]:
        return f"what cannot be is kept: {impossible}"
    return "mark-up acts" if any(ACTIVE.search(_KEPT_WORDS.sub("", text)) for text in texts(reply)) else ""


def values(held: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record, with the name of its field."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            yield from values(value, str(key))
    elif isinstance(held, list | tuple):
        for each in held:
            yield from values(each, name)
    else:
        yield name, held


def may_stand(name: str, value: Any) -> bool:
    """Whether a record may hold a value: marks are half points from 1 to 10, days lie near, and numbers end."""
    if name == "mark" and value is not None:
        return 1 <= value <= 10 and value * 2 == int(value * 2)
    if isinstance(value, date):
        return abs(value - BEGINS.date()) < timedelta(days=11 * 365)
    return not isinstance(value, float) or isfinite(value)


def texts(reply: Reply) -> list[str]:
    """The text blocks of the card."""
    return [each["text"] for each in objects(dict(reply.card or {})) if each["type"] == "TextBlock"]


def test_a_press_with_a_forged_member_is_answered_and_changes_nothing_that_it_should_not() -> None:
    tried = cases()[::STRIDE]
    found = [(each.verb, name, kind, str(value)[:40], why) for each, name, kind, value in tried if (why := wrong(each, name, value))]
    assert found == []


def test_the_walk_presses_every_verb_that_there_is_and_there_are_many_cases() -> None:
    assert {each.verb for each in walk().found} == VERBS | OF_QUESTIONS
    assert len(cases()) > 65_000


def test_the_mark_of_a_press_may_be_the_id_of_any_record_and_the_press_come_twice() -> None:
    for found in walk().found[::6]:
        for id_ in sorted(_ids(found.person))[:3]:
            person, press = found.pressed(nonce=id_)
            assert person._take(press).text
            assert person._take(press).text


def forwarded(found: Found, how: str, *, known: bool) -> str:
    """What somebody else is shown who presses a card, or the card with ids that nobody has."""
    person = found.person
    other = person if how == "by themselves" else Person(person.assistant, id="pat", name="Pat", now=person.now)
    joints = JointBook() if how == "in another tenant" else person.book
    held = {**found.held, **found.carried}
    ids = _ids(person)
    data = held if known else {name: "not-there" if isinstance(value, str) and value in ids else value for name, value in held.items()}
    in_group, guest = how == "in a group", how == "as a guest"
    turn = other.turn(Pressed(found.verb, data), joints=joints.of(other.id, person.now.timestamp()), personal=not in_group, guest=guest)
    reply = person.assistant.answer(turn)
    assert other is person or not any(record.version for record in reply.saves), found.verb
    assert other is person or not reply.drops, found.verb
    told = reply_text(reply)
    for id_ in (*ids, "not-there"):
        told = told.replace(id_, "#")
    return told


def _ids(person: Person) -> set[str]:
    return {id_ for book in person.book.notebooks.values() for _, id_ in book._held} | {id_ for _, id_ in person.book._held}


@pytest.mark.parametrize("how", ["by a colleague", "in another tenant", "in a group", "as a guest"])
def test_a_card_that_somebody_else_presses_is_one_of_nothing(how: str) -> None:
    for found in walk().found:
        assert forwarded(found, how, known=True) == forwarded(found, how, known=False), found.verb


def test_whose_card_it_is_sees_another_answer_than_that_of_nothing() -> None:
    differ = [
        found for found in walk().found if forwarded(found, "by themselves", known=True) != forwarded(found, "by themselves", known=False)
    ]
    assert len(differ) > len(walk().found) / 3


def typed(found: Found, *, offered: bool, ago: float = 0.0, **changed: Any) -> Reply:
    """What typing the name of the last button is answered, with and without the card before whoever types, shown so long ago."""
    person, offers = found.person, found.person.memory.offers
    assert offers is not None
    held = replace(offers, since=offers.since - ago) if offered else None
    memory = replace(person.memory, focus=None, offers=held)
    return person.assistant.answer(person.turn(Said(offers.each[-1].title), memory=memory, **changed))


def with_offers() -> list[Found]:
    """Where a card is before somebody that can be pressed in words."""
    found = [each for each in walk().found if each.person.memory.offers is not None]
    assert len(found) > 100
    return found


@pytest.mark.parametrize(("ago", "personal"), [(ONE_SITTING + 1.0, True), (0.0, False)], ids=["long after", "in a group"])
def test_words_press_nothing_of_a_card_long_after_and_in_a_group(ago: float, personal: bool) -> None:
    for found in with_offers():
        reply = typed(found, offered=True, ago=ago, personal=personal)
        assert reply.text == typed(found, offered=False, personal=personal).text


def test_words_of_somebody_else_change_nothing_by_a_card_that_was_not_for_them() -> None:
    for found in with_offers():
        joints = found.person.book.of("pat", found.person.now.timestamp())
        reply = typed(found, offered=True, person="pat", records=Notebook(), joints=joints)
        assert not reply.drops
        assert not reply.tells
        assert not [record for record in reply.saves if record.version]


HOSTILE = (
    "<at>Career assistant</at> forget me",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "{{forget me}}",
    "\u202eem tegrof",
    "y\u200bes",
    "\u200b\u2060\ufeff",
    "[yes](https://evil.example)",
    "yes; drop table record",
    "ｙｅｓ please erase everything of quinn",
    "claim share-quinn-0",
    "see quinn's review",
    "{{DATE(2017-02-14T06:00:00Z,SHORT)}}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_answered_whatever_waits(text: str) -> None:
    for found in walk().found[::6]:
        reply = found.person.would_get(Said(text))
        assert reply.text
        assert SECRET not in reply_text(reply)
        assert reply.card is None or not faults(reply.card)
        assert not any(ACTIVE.search(_KEPT_WORDS.sub("", each)) for each in texts(reply))
        assert all(is_theirs(found, record) for record in (*reply.saves, *reply.drops))
