"""Teams' rates: who sends faster is held back until it is within them again, and nothing is dropped."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable

from bot.storage.arrival import ChannelRequest

PER_CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
OVER_ALL = ((30, 1.0),)

Rate = tuple[int, float]
"""At most so many requests in so many seconds."""

_LONGEST = max(seconds for _, seconds in PER_CONVERSATION)


class Window:
    """When something was sent, as far back as the rates reach."""

    def __init__(self, rates: tuple[Rate, ...]) -> None:
        self._rates = rates
        self._times: deque[float] = deque(maxlen=max(many for many, _ in rates))

    @property
    def last(self) -> float:
        """When the last one was sent."""
        return self._times[-1]

    def take(self, now: float) -> float:
        """Take the next place that the rates leave: the time from which it may be sent, `now` or later."""
        free = [self._times[-many] + seconds for many, seconds in self._rates if len(self._times) >= many]
        at = max(now, *free) if free else now
        self._times.append(at)
        return at


class Rates:
    """The rates of each conversation and of all together. A channel on this machine (http) is not Teams: it has none."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._over_all = Window(OVER_ALL)
        self._windows: OrderedDict[str, Window] = OrderedDict()
        self._clock = clock
        self._sleep = sleep

    async def hold_back(self, request: ChannelRequest) -> None:
        """Wait until it may be sent. The conversation's own rate comes first, so that it takes no place from others meanwhile."""
        if request.url.startswith("https:"):
            await self._until(self._window(request.conversation).take(self._clock()))
            await self._until(self._over_all.take(self._clock()))

    async def _until(self, time_: float) -> None:
        wait = time_ - self._clock()
        if wait > 0:
            await self._sleep(wait)

    def _window(self, conversation: str) -> Window:
        window = self._windows.get(conversation)
        if window is None:
            self._forget()
            window = self._windows[conversation] = Window(PER_CONVERSATION)
        self._windows.move_to_end(conversation)
        return window

    def _forget(self) -> None:
        """Forget the conversations that no rate can hold back any more."""
        while self._windows:
            conversation, window = next(iter(self._windows.items()))
            if self._clock() - window.last < _LONGEST:
                return
            del self._windows[conversation]
