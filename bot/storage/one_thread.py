"""One thread that does works one after the other; those that must be on the disk are told so together, after one wait for it."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

Done = TypeVar("Done")

MOST_AT_ONCE = 64
"""Works whose results wait for the disk together: the first of them should not wait for long."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A work, and the future on an event loop that is told what came of it."""

    work: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]


@dataclass(slots=True)
class _Outcome:
    """What came of a job: `raised`, or else `returned`."""

    job: _Job
    returned: Any = None
    raised: BaseException | None = None

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """Where somebody waits for it."""
        return self.job.loop


class OneThread:
    """Does works in the order in which they come. A work says by `unsynced` that its result counts only once `sync` was called.

    Many that come while the disk is waited for share the next wait, and what comes after such a one waits with it: it may have read what
    is not on the disk yet.
    """

    def __init__(self, name: str, sync: Callable[[], None]) -> None:
        self.unsynced = False
        self._sync = sync
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[], Done]) -> Done:
        """What a work returns or raises."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Done] = loop.create_future()
        self._jobs.put(_Job(work, loop, future))
        return await future

    def close(self) -> None:
        """Do what has come, and end."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            together: list[_Outcome] = []
            while job is not None:
                outcome = _do(job)
                if self.unsynced:
                    together.append(outcome)
                else:
                    _tell([outcome])
                job = self._next() if len(together) < MOST_AT_ONCE else None
            if together:
                _tell(self._synced(together))

    def _next(self) -> _Job | None:
        """What has come meanwhile; the end is left for `_run`."""
        try:
            job = self._jobs.get_nowait()
        except Empty:
            return None
        if job is None:
            self._jobs.put(None)
        return job

    def _synced(self, together: list[_Outcome]) -> list[_Outcome]:
        self.unsynced = False
        try:
            self._sync()
        except BaseException as fault:
            return [_Outcome(each.job, raised=fault) for each in together]
        return together


def _do(job: _Job) -> _Outcome:
    try:
        return _Outcome(job, job.work())
    except BaseException as fault:
        return _Outcome(job, raised=fault)


def _tell(outcomes: Iterable[_Outcome]) -> None:
    """Wake each event loop once for all that is waited for there. One that is closed by now waits for nothing."""
    for loop, theirs in groupby(outcomes, attrgetter("loop")):
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, list(theirs))


def _settle(outcomes: list[_Outcome]) -> None:
    for each in outcomes:
        future = each.job.future
        if future.cancelled():
            continue
        if each.raised is not None:
            future.set_exception(each.raised)
        else:
            future.set_result(each.returned)
