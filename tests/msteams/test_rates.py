"""Teams' rates, on a clock that only sleeping moves."""

import asyncio
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from bot.msteams.post.rates import OVER_ALL, PER_CONVERSATION, Rate, Rates
from bot.storage.arrival import ChannelRequest


@dataclass
class Clock:
    """Time that passes where nothing else can happen before: the earliest sleeper is woken first."""

    now: float = 0.0
    _sleepers: list[tuple[float, asyncio.Future[None]]] = field(default_factory=list)

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep on this clock."""
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, woken))
        await woken

    async def run(self, *work: object) -> None:
        """Let all work run to its end."""
        tasks = [asyncio.ensure_future(each) for each in work]
        while not all(task.done() for task in tasks):
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers:
                self._sleepers.sort(key=lambda sleeper: sleeper[0])
                self.now, woken = self._sleepers.pop(0)
                woken.set_result(None)
        await asyncio.gather(*tasks)


def request(conversation: str, scheme: str = "https") -> ChannelRequest:
    return ChannelRequest("POST", f"{scheme}://smba.trafficmanager.net/", {}, conversation)


def most_within(times: list[float], seconds: float) -> int:
    """The most that were sent within so many seconds."""
    return max(sum(begin <= time < begin + seconds for time in times) for begin in times)


async def one_conversation(number: int, clock: Clock, rates: Rates) -> list[float]:
    """When each of so many messages to one conversation is sent."""
    times: list[float] = []

    async def send_all() -> None:
        for _ in range(number):
            await rates.hold_back(request("a:chat"))
            times.append(clock.now)

    await clock.run(send_all())
    return times


@pytest.mark.parametrize("rate", PER_CONVERSATION)
async def test_one_conversation_gets_as_many_as_each_rate_allows_and_no_more(rate: Rate) -> None:
    clock = Clock()
    times = await one_conversation(1900, clock, Rates(clock=clock, sleep=clock.sleep))
    assert most_within(times, rate[1] - 1e-6) == rate[0]
    assert times[:7] == [0.0] * 7


async def test_all_conversations_together_get_thirty_a_second_in_the_order_of_asking() -> None:
    clock = Clock()
    rates = Rates(clock=clock, sleep=clock.sleep)
    times: list[tuple[float, int]] = []

    async def send(number: int) -> None:
        await rates.hold_back(request(f"a:{number}"))
        times.append((clock.now, number))

    await clock.run(*(send(number) for number in range(100)))
    assert times == [(float(number // 30), number) for number in range(100)]
    assert OVER_ALL == ((30, 1.0),)


async def test_a_conversation_that_is_held_back_takes_no_place_from_others() -> None:
    clock = Clock()
    rates = Rates(clock=clock, sleep=clock.sleep)
    late: list[float] = []

    async def flood() -> None:
        for _ in range(70):
            await rates.hold_back(request("a:flood"))

    async def other() -> None:
        await clock.sleep(10.0)
        await rates.hold_back(request("a:other"))
        late.append(clock.now)

    await clock.run(flood(), other())
    assert late == [10.0]


async def test_a_channel_on_this_machine_is_not_held_back() -> None:
    clock = Clock()
    for _ in range(100):
        await Rates(clock=clock, sleep=clock.sleep).hold_back(request("a:chat", "http"))
    assert clock.now == 0.0


async def test_conversations_that_no_rate_holds_back_are_forgotten() -> None:
    clock = Clock()
    rates = Rates(clock=clock, sleep=clock.sleep)
    for number in range(50):
        clock.now += 300.0
        await rates.hold_back(request(f"a:{number}"))
    assert len(rates._windows) == 12
    assert all(before < after for before, after in pairwise(window.last for window in rates._windows.values()))
