"""What is counted while the assistant runs: turns, refusals, sends and tokens, in plain numbers without anybody's id or words."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["answered", "unsure", "unread", "off_topic"]
"""What became of a question: answered from a framework, asked back, not understood, or about something else."""
Held = Literal["slowed", "too_many", "busy"]
"""What became of what came in a flood: it waited, or was not taken, as one person sent too many or a whole tenant did."""
Sent = Literal["delivered", "put_off", "not_sent", "dead_letter", "closed"]

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: a turn takes one or two milliseconds, and Teams waits for ten seconds or so."""


@dataclass(slots=True)
class Tallies:
    """Numbers since the start. Plain dictionaries, as a turn must not pay for being counted; only the event loop's thread adds to them.

    Every key is one of a few of ours, so there are never many: nothing that came from outside is one.
    """

    turns: Counter[tuple[str, str]] = field(default_factory=Counter)
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0
    questions: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    sends: Counter[str] = field(default_factory=Counter)
    no_token: int = 0

    def turn(self, kind: str, status: str, seconds: float, outcome: Outcome | None) -> None:
        """A turn ended."""
        self.turns[kind, status] += 1
        self.buckets[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds
        if outcome is not None:
            self.questions[outcome] += 1

    def refusal(self, status: int) -> None:
        """A request was not taken."""
        self.refused[str(status)] += 1

    def flood(self, outcome: Held) -> None:
        """Something came in a flood."""
        self.held[outcome] += 1

    def sent(self, outcome: Sent) -> None:
        """Something became of what was to be sent."""
        self.sends[outcome] += 1

    def token_failed(self) -> None:
        """No token could be fetched to send with."""
        self.no_token += 1


TALLIES = Tallies()
"""Those of this process."""
