"""What is counted, as Prometheus reads it: a page on a port of its own, which is off unless a setting opens it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from socket import socket
from typing import Any

from aiohttp import web
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.metrics import BOUNDS, TALLIES, Tallies
from bot.storage.counting import Waiting, waiting
from bot.storage.database import Database

PATIENCE = 2.0  # seconds that the database may take to say what waits


States = Callable[[], Awaitable[Mapping[str, str]]]
Waits = Callable[[], Awaitable[Waiting]]


@dataclass(frozen=True, eq=False)
class _Look:
    """One look at everything, for one scrape."""

    tallies: Tallies
    ready: Mapping[str, bool]
    waiting: Waiting | None

    def collect(self) -> Iterator[Metric]:
        """The families of this moment."""
        yield _counter(
            "assistant_turns", "Turns by kind and by the HTTP status of an invoke, or failed.", ("kind", "status"), self.tallies.turns
        )
        yield self._durations()
        yield _counter("assistant_questions", "Questions by what became of them.", ("outcome",), _single(self.tallies.questions))
        yield _counter("assistant_refused", "Requests that were not taken, by HTTP status.", ("status",), _single(self.tallies.refused))
        yield _counter("assistant_flood", "What came in a flood: slowed, or not taken and why.", ("outcome",), _single(self.tallies.held))
        yield _counter("assistant_sends", "What was to be sent, by what became of it.", ("outcome",), _single(self.tallies.sends))
        yield CounterMetricFamily("assistant_token_failures", "Times that no token could be fetched.", value=self.tallies.no_token)
        yield _ready(self.ready)
        if self.waiting is not None:
            yield from _outbox(self.waiting, time.time())

    def _durations(self) -> Metric:
        below = zip((*map(str, BOUNDS), "+Inf"), accumulate(self.tallies.buckets), strict=True)
        buckets: list[tuple[str, float]] = [(bound, float(number)) for bound, number in below]
        return HistogramMetricFamily("assistant_turn_seconds", "How long a turn took.", buckets=buckets, sum_value=self.tallies.seconds)


def _single(counted: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    return {(name,): number for name, number in counted.items()}


def _counter(name: str, says: str, labels: Iterable[str], counted: Mapping[Any, int]) -> Metric:
    family = CounterMetricFamily(name, says, labels=tuple(labels))
    for values, number in sorted(counted.items()):
        family.add_metric(values, number)
    return family


def _ready(ready: Mapping[str, bool]) -> Metric:
    family = GaugeMetricFamily("assistant_ready", "Whether a part is ready (1) or not (0).", labels=("part",))
    for part, is_ready in ready.items():
        family.add_metric((part,), float(is_ready))
    return family


def _outbox(waiting: Waiting, now: float) -> Iterator[Metric]:
    yield GaugeMetricFamily("assistant_outbox_messages", "Messages that wait to be sent.", value=waiting.alive)
    yield GaugeMetricFamily("assistant_outbox_dead_letters", "Messages that were given up within the last 30 days.", value=waiting.dead)
    age = max(0.0, now - waiting.oldest) if waiting.oldest is not None else 0.0
    yield GaugeMetricFamily("assistant_outbox_oldest_seconds", "How long the oldest message waits.", value=age)


def make_metrics_app(tallies: Tallies, states: States, good: Iterable[str], waits: Waits) -> web.Application:
    """The page. `states` tells of each part how it is, of which `good` are ready; `waits` what lies in the outbox."""
    process, ready = ProcessCollector(registry=None), frozenset(good)

    async def metrics(_request: web.Request) -> web.Response:
        is_ready = {part: state in ready for part, state in (await states()).items()}
        registry = CollectorRegistry()
        registry.register(process)
        registry.register(_Look(tallies, is_ready, await _patiently(waits)))
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/metrics", metrics)
    return app


async def _patiently(waits: Waits) -> Waiting | None:
    try:
        async with asyncio.timeout(PATIENCE):
            return await waits()
    except Exception:  # a database that does not answer is told by assistant_ready, and everything else still counts
        return None


def beside(sock: socket, database: Database, states: States, good: Iterable[str]) -> Callable[[web.Application], AsyncIterator[None]]:
    """Serve the page of this process on a socket, for as long as another application runs."""

    async def waits() -> Waiting:
        return await database.run(lambda held: waiting(held.connection))

    async def life(_app: web.Application) -> AsyncIterator[None]:
        runner = web.AppRunner(make_metrics_app(TALLIES, states, good, waits), access_log=None)
        await runner.setup()
        await web.SockSite(runner, sock).start()
        yield
        await runner.cleanup()

    return life
