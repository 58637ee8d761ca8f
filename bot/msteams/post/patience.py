"""How often and how long a request is tried, and what a response of the channel means for it."""

import random
from dataclasses import dataclass, replace
from enum import Enum, auto

_BUSY = frozenset({412, 429, 502, 503, 504})
_GONE = 404
_BLOCKED = 403
_MAY_PASS = frozenset({401, 408, 412, 429})  # of the statuses below 500; what is written down waits for more than an answer does


@dataclass(frozen=True, slots=True)
class ChannelResponse:
    """What came of one try: the channel's status, or None; the seconds it asks to wait; the id of the message.

    `may_have_arrived` says that the request was written whole and nothing was answered.
    """

    status: int | None
    asked: float = 0.0
    id: str | None = None
    may_have_arrived: bool = False

    @property
    def delivered(self) -> bool:
        """Whether the channel took it."""
        return self.status is not None and 200 <= self.status < 300  # noqa: PLR2004 (HTTP)


class Fate(Enum):
    """What becomes of a request after a try."""

    DELIVERED = auto()
    AGAIN = auto()
    HOPELESS = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Patience:
    """So many tries; a pause of `first` seconds at most, growing by `growth` each time up to `most`, of which a random part is waited.

    The wait that the channel asks for comes before it, and is never cut short; where it is longer than `longest` seconds it is given up.
    """

    tries: int = 5
    first: float = 0.5
    growth: float = 2.0
    most: float = 30.0
    longest: float = 30.0

    def lasting(self) -> "Patience":
        """That of the outbox: it sits out an hour's failure of the channel, and a wait of up to a day that it is asked for."""
        return replace(self, tries=10, growth=4.0, most=3600.0, longest=86_400.0)

    def pause(self, tried: int, asked: float) -> float | None:
        """Seconds to wait after `tried` tries where the channel asked for `asked`; None to give up."""
        if tried >= self.tries or asked > self.longest:
            return None
        most: float = min(self.most, self.first * self.growth ** (tried - 1))
        return asked + random.uniform(0.0, most)  # noqa: S311 (spreads load, guards nothing)


def fate(method: str, response: ChannelResponse, *, written: bool) -> Fate:
    """What becomes of a request. `written`: it lies in the outbox, so that a repetition is better than a loss."""
    status = response.status
    if response.delivered:
        return Fate.DELIVERED
    if status == _BLOCKED or (status == _GONE and method == "POST"):  # another 404 is of the message alone
        return Fate.CLOSED
    if status is None:
        return Fate.HOPELESS if response.may_have_arrived and method == "POST" and not written else Fate.AGAIN
    if written:
        return Fate.AGAIN if status >= 500 or status in _MAY_PASS else Fate.HOPELESS  # noqa: PLR2004 (HTTP)
    return Fate.AGAIN if status in _BUSY else Fate.HOPELESS
