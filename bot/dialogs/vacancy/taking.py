"""What a form of a step brings: the case with it, or why it could not be taken, with what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.cards.payloads import Move
from bot.dialogs.vacancy.work import Case
from bot.phrases.en import vacancy as say

HAD = "had."  # before the id of a field of several: what was chosen in it when the card was drawn


@dataclass(frozen=True, slots=True)
class Taken:
    """`problem` says what could not be taken, `typed` is what was entered, by field, so that it stays in the form."""

    case: Case
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)


def ticked(move: Move, id_: str, now: frozenset[str]) -> frozenset[str]:
    """What is chosen in a field of several, where only what was changed on this card counts."""
    given = dict(move.given)
    if id_ not in given:
        return now
    sent, had = _several(given[id_]), _several(given.get(HAD + id_, ""))
    return (now | (sent - had)) - (had - sent)


def several(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What is chosen in the fields of several, to go with the buttons."""
    return {HAD + id_: ",".join(chosen) for id_, chosen in keys.items()}


def too_long(case: Case, text: str, most: int, id_: str) -> Taken | None:
    """The refusal of what is longer than it may be; None where it is not."""
    return Taken(case, say.too_long(len(text), most), {id_: text}) if len(text) > most else None


def _several(words: str) -> frozenset[str]:
    return frozenset(part.strip() for part in words.split(",") if part.strip())
