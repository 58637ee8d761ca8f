"""Real cards of every dialog, pressed with one member changed: answered, nothing of anybody else's is shown, and nothing forged is kept."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.cards.payloads import VERBS as OF_QUESTIONS
from bot.dialogs.record_dialogs import VERBS
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed
from bot.people.joint import Joint, may_write
from bot.people.records import Record
from tests.cards.checking import faults, objects
from tests.dialogs.walking import SECRET, Found, walk

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
    "a number": (-1, 10**9, 10**400, 1e308, float("nan"), float("-inf"), "9" * 5_000, "-7", "1e9"),
    "odd text": (f"{MARK}\u202e\u200b\u2066", f"\ufeff{MARK}\x07", f"{MARK}e\u0301\u0301", "\u0665", f"{MARK}\U0001f9d1\u200d\U0001f527"),
    "nested": (_nested(15), [_nested(14)]),
    "a formula": (f"=HYPERLINK({MARK})", f"+{MARK}", f"@SUM({MARK})"),
    "a template": (f"{{{{{MARK}}}}}", f"${{{MARK}}}", f"{{% {MARK} %}}"),
    "mark-up": (f"<script>{MARK}</script>", f"<at>{MARK}</at>", f"[{MARK}](https://evil.example)", f"**{MARK}**\n# {MARK}"),
}
LINK = f"[{MARK}](https://evil.example)"


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


def cases() -> Iterator[tuple[Found, str, str, Any]]:
    """Every press, member and change."""
    for found in walk():
        for name in members(found):
            for kind, values in TAMPERED.items():
                for value in values:
                    yield found, name, kind, value
