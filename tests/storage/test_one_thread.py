"""Works on one thread: in order, each told what came of it, and what must be on the disk only once it is."""

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest

from bot.storage.one_thread import MOST_AT_ONCE, OneThread


class Disk:
    """A disk that a test makes wait, or break."""

    def __init__(self) -> None:
        self.syncs = 0
        self.broken = False
        self.began, self.may_end = threading.Event(), threading.Event()
        self.may_end.set()

    def sync(self) -> None:
        """Wait for the disk."""
        self.syncs += 1
        self.began.set()
        assert self.may_end.wait(10)
        if self.broken:
            raise OSError("broken")


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def thread(disk: Disk) -> Iterator[OneThread]:
    started = OneThread("works", disk.sync)
    yield started
    disk.may_end.set()
    started.close()


def durably(thread: OneThread, returned: int) -> Callable[[], int]:
    """A work whose result must be on the disk."""

    def work() -> int:
        thread.unsynced = True
        return returned

    return work


async def test_works_are_done_in_order_on_one_thread_and_told_what_came_of_them(thread: OneThread, disk: Disk) -> None:
    done: list[int] = []
    told = await asyncio.gather(*(thread.run(lambda number=number: (done.append(number), threading.get_ident())) for number in range(20)))
    assert done == list(range(20))
    assert len(set(told)) == 1
    assert told[0][1] != threading.get_ident()
    assert disk.syncs == 0


async def test_what_a_work_raises_is_raised_and_the_next_is_done(thread: OneThread) -> None:
    def fails() -> None:
        raise ArithmeticError("on purpose")

    with pytest.raises(ArithmeticError):
        await thread.run(fails)
    assert await thread.run(lambda: 1) == 1


async def test_what_must_be_on_the_disk_is_told_once_it_is(thread: OneThread, disk: Disk) -> None:
    disk.may_end.clear()
    waiting = asyncio.create_task(thread.run(durably(thread, 1)))
    await asyncio.to_thread(disk.began.wait, 10)
    assert not waiting.done()
    disk.may_end.set()
    assert await waiting == 1
    assert disk.syncs == 1


async def test_what_comes_while_the_disk_is_waited_for_shares_the_next_wait(thread: OneThread, disk: Disk) -> None:
    disk.may_end.clear()
    first = asyncio.create_task(thread.run(durably(thread, 0)))
    await asyncio.to_thread(disk.began.wait, 10)
    others = [asyncio.create_task(thread.run(durably(thread, number))) for number in range(1, 30)]
    await asyncio.sleep(0)
    disk.may_end.set()
    assert await asyncio.gather(first, *others) == list(range(30))
    assert disk.syncs == 2


async def test_no_more_than_so_many_share_a_wait(thread: OneThread, disk: Disk) -> None:
    disk.may_end.clear()
    first = asyncio.create_task(thread.run(durably(thread, 0)))
    await asyncio.to_thread(disk.began.wait, 10)
    others = [asyncio.create_task(thread.run(durably(thread, number))) for number in range(MOST_AT_ONCE + 1)]
    await asyncio.sleep(0)
    disk.may_end.set()
    await asyncio.gather(first, *others)
    assert disk.syncs == 3


async def test_what_was_read_after_it_waits_with_it(thread: OneThread, disk: Disk) -> None:
    disk.may_end.clear()
    first = asyncio.create_task(thread.run(durably(thread, 0)))
    await asyncio.to_thread(disk.began.wait, 10)
    disk.began.clear()
    second, reads = asyncio.create_task(thread.run(durably(thread, 1))), asyncio.create_task(thread.run(lambda: 2))
    await asyncio.sleep(0)
    disk.broken = True
    disk.may_end.set()
    with pytest.raises(OSError, match="broken"):
        await first
    with pytest.raises(OSError, match="broken"):
        await second
    with pytest.raises(OSError, match="broken"):
        await reads


async def test_where_the_disk_fails_nothing_is_said_to_be_on_it_and_the_next_may_be(thread: OneThread, disk: Disk) -> None:
    disk.broken = True
    with pytest.raises(OSError, match="broken"):
        await thread.run(durably(thread, 1))
    assert await thread.run(lambda: 1) == 1
    disk.broken = False
    assert await thread.run(durably(thread, 2)) == 2


async def test_whoever_waits_no_more_costs_nobody_anything(thread: OneThread, disk: Disk) -> None:
    disk.may_end.clear()
    gone = asyncio.create_task(thread.run(durably(thread, 1)))
    await asyncio.to_thread(disk.began.wait, 10)
    gone.cancel()
    disk.may_end.set()
    assert await thread.run(lambda: 3) == 3


def test_the_end_waits_for_what_has_come(disk: Disk) -> None:
    done: list[int] = []

    async def come_and_go() -> None:
        thread = OneThread("works", disk.sync)
        waiting = [asyncio.create_task(thread.run(lambda number=number: done.append(number))) for number in range(10)]
        await asyncio.sleep(0)
        thread.close()
        assert done == list(range(10))
        await asyncio.gather(*waiting)

    asyncio.run(come_and_go())
