"""What a card asks for by itself: the card as it is now, and nothing is recorded for it."""

from dataclasses import replace

import pytest

from bot.dialogs.turn import Pressed, Turn
from tests.dialogs.assessing.starting import begun, finished
from tests.dialogs.person import Person


def _asked_by_itself(person: Person) -> list[tuple[dict[str, object], bool]]:
    """What every card of the talk that refreshes shows now, and whether anything would be recorded for it."""
    shown = []
    for card in person.cards:
        if "refresh" in card:
            action = card["refresh"]["action"]
            turn = Turn(Pressed(action["verb"], action["data"]), person.profile, person.memory, records=person.notebook, now=person.now)
            reply = person.assistant.answer(turn)
            shown.append((dict(reply.card or {}), reply.records_something))
    return shown


@pytest.mark.parametrize("many", [1, 3])
def test_a_result_shows_what_changed_since_and_records_nothing(many: int) -> None:
    person = finished()
    for mark in range(many):
        person.says(f"change budget to {8 + mark / 2:g}")
    shown = _asked_by_itself(person)
    assert shown
    assert not any(recorded for _, recorded in shown)
    assert all(f"{8 + (many - 1) / 2:g}" in str(card) for card, _ in shown)


def test_a_card_of_a_record_that_is_gone_says_so() -> None:
    person = finished()
    assert all("no longer hold" in str(card) for card, _ in _asked_by_itself(replace(begun(), cards=person.cards)))
