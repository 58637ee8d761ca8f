"""What somebody wants kept letter for letter, and the short words with which they work on what is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.orders import Order, Orders
from bot.understanding.phrasing import either
from bot.understanding.spoken import Spoken

LONGEST_HEAD = 120  # what is said before the colon is no longer
FEWEST_WORDS = 2  # what is to be kept is at least so long
FEWEST_BEFORE = 4  # and, before "log it as evidence", so long
_PARTS = re.compile(r"\s*(?::(?!\d|//)|\n|\s[-–—]{1,2}\s)\s*")


class KeepingShape(Shape):
    """The shape of `keeping.yaml`; the comments in the file say what each list is for."""

    named: list[Words] = Field(min_length=1)
    outright: list[Words] = Field(min_length=1)
    told: list[Words] = Field(min_length=1)
    begins: list[Words] = Field(min_length=1)
    unless: list[Words] = Field(min_length=1)
    closings: list[Words] = Field(min_length=1)
    polite: list[Words] = Field(min_length=1)
    never: list[Words] = Field(min_length=1)
    subject_after: list[Words] = Field(min_length=1)
    says_little: list[Words] = Field(min_length=1)
    corrections: list[Words] = Field(min_length=1)
    notes: list[Words] = Field(min_length=1)
    attaching: list[Words] = Field(min_length=1)
    detaching: list[Words] = Field(min_length=1)
    orders: dict[Words, list[Words]]
    ordinals: dict[Words, int]
    registers: list[Words] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """`text` is what is to be kept, as typed; `head` is what was said before it, which may name a competency."""

    text: str
    head: str = ""


class Keeping:
    """Hears what is to be kept. `spoken` tells questions, `short_forms` are words read as others."""

    def __init__(self, shape: KeepingShape, spoken: Spoken, short_forms: Mapping[str, str]) -> None:
        self.registers = tuple(shape.registers)
        self.orders = Orders(shape.orders, shape.ordinals, spoken.shape.polite, short_forms)
        self._spoken = spoken
        polite = rf"\s*(?:(?:{either(shape.polite)})(?![\w'])[\s,]*)*"
        begins = rf"(?:{either(shape.begins)})(?![\w'])"
        unless = rf"(?!(?:{either(shape.unless)})(?![\w']))"
        self._done = re.compile(rf"\s*{unless}{begins}", re.IGNORECASE)
        self._named = re.compile(rf"(?<![\w'])(?:{either(shape.named)})(?![\w'])", re.IGNORECASE)
        self._never = re.compile(rf"{polite}(?:{either(shape.never)})(?![\w'])", re.IGNORECASE)
        self._outright = _lead(f"{polite}(?:{either(shape.outright)})", begins)
        self._told = _lead(f"{polite}(?:{either(shape.told)})", unless + begins)
        self._closed = re.compile(rf"(?P<mark>[.!]?)[\s,;–—-]+{polite}(?:{either(shape.closings)})(?:\s+please)?[\s.!]*$", re.IGNORECASE)
        self._subject = re.compile(rf"(?<![\w'])(?:{either(shape.subject_after)})\s+(?P<subject>.+)", re.IGNORECASE | re.DOTALL)
        self._says_little = re.compile(rf"(?<![\w'])(?:{either(shape.says_little)})(?![\w'])", re.IGNORECASE)
        self._corrections = _lead(f"{polite}(?:{either(shape.corrections)})", "", r"[\s:,]+")
        self._attaching = _lead(f"{polite}(?:{either(shape.attaching)})", "", r"[\s:,]+")
        self._detaching = _lead(f"{polite}(?:{either(shape.detaching)})", "", r"[\s:,]+")
        self._notes = _lead(f"{polite}(?:{either(shape.notes)})", "", r"\s*:\s*")

    def kept(self, text: str) -> Kept | None:
        """What a message wants kept as evidence, where it says so plainly; None for any other message."""
        plain = text.replace("’", "'")
        if self._never.match(plain[:LONGEST_HEAD]):
            return None
        parted = self.parted(text)
        if parted and self._named.search(parted.head.replace("’", "'")) and not self._asks(parted):
            return parted
        for lead in (self._outright, self._told):
            if found := lead.match(plain[: 2 * LONGEST_HEAD]):
                return Kept(text[found.end("lead") :].strip(), text[: found.end("lead")])
        closed = self._closed.search(plain, max(0, len(plain) - LONGEST_HEAD))
        before = text[: closed.end("mark")].strip() if closed else ""
        return Kept(before) if len(before.split()) >= FEWEST_BEFORE and not self._spoken.asks(before) else None

    def subject(self, text: str) -> str:
        """What a message about evidence says that it is to be evidence for; empty where it says nothing of it."""
        found = self._subject.search(text[: 2 * LONGEST_HEAD])
        return found["subject"] if found else self._says_little.sub(" ", text[: 2 * LONGEST_HEAD])

    def wishes(self, text: str) -> bool:
        """Whether a short message is about the evidence itself ("show my evidence for budgets"), and names no more than that."""
        plain = text.replace("’", "'")
        return bool(self._never.match(plain) or self._named.search(plain) or self._spoken.asks(text))

    def parted(self, text: str) -> Kept | None:
        """A message in two: before its first colon, dash or line end, and after it; None where it has no two parts."""
        found = _PARTS.search(text.lstrip()[: LONGEST_HEAD + 2])
        if found is None:
            return None
        whole = text.lstrip()
        head, rest = whole[: found.start()], whole[found.end() :].strip()
        return Kept(rest, head) if head and len(rest.split()) >= FEWEST_WORDS else None

    def tells(self, text: str) -> bool:
        """Whether a message tells what somebody did, without saying what is to become of it."""
        return bool(self._done.match(text[: 2 * LONGEST_HEAD].replace("’", "'"))) and not self._spoken.asks(text)

    def corrected(self, text: str) -> str | None:
        """What is to take the place of what was kept; None where that is not said."""
        return _after(self._corrections, text)

    def noted(self, text: str) -> str | None:
        """The note that a message gives; None where it gives none."""
        return _after(self._notes, text)

    def attached(self, text: str) -> str | None:
        """The words that say which piece is to be attached; None where that is not what a message says."""
        return _after(self._attaching, text)

    def detached(self, text: str) -> str | None:
        """The words that say which piece is to be taken off; None where that is not what a message says."""
        return _after(self._detaching, text)

    def order(self, text: str) -> Order | None:
        """The short order that a message is, and nothing else."""
        return self.orders.heard(text)

    def _asks(self, parted: Kept) -> bool:
        """Whether it is a question after all: "what evidence do I need for safety: a certificate?"."""
        return parted.text.endswith("?") or (
            self._spoken.asks(parted.head) and not parted.head.lower().startswith(("can", "could", "would"))
        )


def _lead(before: str, begins: str, between: str = r"(?:\s+that)?[\s,]+") -> re.Pattern[str]:
    return re.compile(rf"(?P<lead>{before}{between})(?={begins})(?=\S)", re.IGNORECASE)


def _after(lead: re.Pattern[str], text: str) -> str | None:
    found = lead.match(text[: 2 * LONGEST_HEAD].replace("’", "'"))
    return text[found.end("lead") :].strip() if found else None


def read_keeping(path: Path, spoken: Spoken, short_forms: Mapping[str, str]) -> Keeping:
    """Read `keeping.yaml`. Raises KnowledgeError with every fault found."""
    return Keeping(read_shape(path, KeepingShape), spoken, short_forms)
