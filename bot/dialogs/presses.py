"""What a press carries: its mark, kept in the record that it changed so that it counts once, and the place in a list that it names."""

import hashlib
import json

from bot.cards.payloads import Move

MOST_PRESSES = 20
_LENGTH = 12


def digest(words: str) -> str:
    """A short mark of some words, by which they are known again."""
    return hashlib.sha256(words.encode()).hexdigest()[:_LENGTH]


def mark(move: Move) -> str:
    """The mark of a press: the same button of the same card with the same values has the same."""
    return digest(json.dumps([move.nonce, move.verb, move.row, sorted(move.given)]))


def seen(presses: tuple[str, ...], move: Move) -> bool:
    """Whether this press has counted already."""
    return bool(move.nonce) and mark(move) in presses


def noted(presses: tuple[str, ...], move: Move | None) -> tuple[str, ...]:
    """The marks with that of this press; as they were for what was said in words."""
    return presses if move is None or not move.nonce else (*presses, mark(move))[-MOST_PRESSES:]


def place_said(text: str, digits: int) -> int:
    """The place in a list that somebody typed, as "2", "#2" or "2."; 0 where they typed anything else."""
    return place_of(text.strip(" .#"), digits)


def place_of(text: str, digits: int) -> int:
    """The place in a list that is named, of so many digits at most; 0 where none is: what a press carries is not to be trusted."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else 0
