"""What one who floods costs everybody else: `python -m tests.benchmarks.flooding`, a server of ours with and without its limits.

Twenty people of one tenant each ask twice a second for some seconds, while another tenant sends 500 messages a second: from one person, or
from 250.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from aiohttp import ClientSession, TCPConnector

from tests.benchmarks.machine import Started, cores, free_port, python
from tests.connector import LocalConnector

SECONDS = 5.0
A_SECOND = 500
ASKERS = 20
QUESTION = "what is expected at grade 7 for budgets?"
LIMITS = {"with the limits": {}, "without": {"ASSISTANT_MOST_A_SECOND": "1000000", "ASSISTANT_MOST_OF_A_PERSON": "1000000"}}
_ids = count()


def said(connector: str, person: str, tenant: str) -> dict[str, Any]:
    """A message as Teams would deliver it."""
    return {
        "type": "message",
        "id": f"m{next(_ids)}",
        "channelId": "msteams",
        "serviceUrl": connector,
        "text": QUESTION,
        "from": {"id": f"29:{person}", "name": person, "aadObjectId": person},
        "recipient": {"id": "28:bot"},
        "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": tenant},
        "channelData": {"tenant": {"id": tenant}},
    }


Send = Callable[[str, str], Awaitable[float]]


async def asks(send: Send, person: str, waits: list[float]) -> None:
    """Ask twice a second, beginning whenever it is."""
    await asyncio.sleep(random.uniform(0.0, 0.5))
    for _ in range(int(SECONDS * 2)):
        took = await send(person, "calm")
        waits.append(took)
        await asyncio.sleep(max(0.0, 0.5 - took))


async def floods(send: Send, people: int) -> None:
    """Send without waiting for any answer."""
    began, sent = time.perf_counter(), []
    for number in range(int(SECONDS * A_SECOND)):
        sent.append(asyncio.create_task(send(f"flood-{number % people}", "flooding")))
        await asyncio.sleep(max(0.0, began + number / A_SECOND - time.perf_counter()))
    await asyncio.gather(*sent)


async def measured(port: int, connector: LocalConnector, people: int) -> tuple[list[float], float]:
    """Seconds that everybody else waited, and how long the flood took to be answered; no flood for no `people`."""
    async with ClientSession(connector=TCPConnector(limit=0)) as session:

        async def send(person: str, tenant: str) -> float:
            began = time.perf_counter()
            async with session.post(f"http://127.0.0.1:{port}/api/messages", json=said(connector.url, person, tenant)) as response:
                assert response.status == 200, await response.text()
            return time.perf_counter() - began

        waits: list[float] = []
        asked = [asks(send, f"calm-{people}-{number}", waits) for number in range(ASKERS)]
        began = time.perf_counter()
        flood = asyncio.create_task(floods(send, people)) if people else None
        await asyncio.gather(*asked)
        if flood is not None:
            await flood
        return waits, time.perf_counter() - began


async def is_up(port: int, server: Started) -> None:
    """Wait until the server is ready."""
    async with ClientSession() as session:
        while True:
            server.check()
            try:
                async with session.get(f"http://127.0.0.1:{port}/ready") as response:
                    if response.status == 200:
                        return
            except OSError:
                pass
            await asyncio.sleep(0.1)


async def main() -> None:
    """Print a line for each."""
    for name, limits in LIMITS.items():
        with tempfile.TemporaryDirectory() as folder:
            port = free_port()
            env = {"ASSISTANT_DEVELOPMENT": "true", "ASSISTANT_PORT": str(port), "ASSISTANT_DATABASE": f"{folder}/a.db", **limits}
            with python("-m", "bot", "run", log=Path(folder) / "log", core=cores()[0], env=env) as server:
                async with LocalConnector() as connector:
                    await is_up(port, server)
                    await measured(port, connector, 0)
                    for people in (0, 1, 250):
                        cpu = server.cpu()
                        waits, took = await measured(port, connector, people)
                        p95 = quantiles(waits, n=20)[-1]
                        sys.stdout.write(
                            f"{name}, {people} flooding: others {median(waits) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, longest "
                            f"{max(waits) * 1000:.0f} ms; answered after {took:.1f} s, processor {server.cpu() - cpu:.2f} s, "
                            f"{server.peak():.0f} MB\n"
                        )


if __name__ == "__main__":
    asyncio.run(main())
