"""Memory while the assistant goes on: newcomers ask, round after round, until so many turns were answered or the time is over."""

import time

from tests.benchmarks import tables
from tests.benchmarks.bench import Bench
from tests.benchmarks.identity import identity
from tests.benchmarks.machine import Started
from tests.benchmarks.starting import assistant
from tests.benchmarks.talks import GRADES
from tests.benchmarks.traffic import Teams

TURNS = 50_000
ROUND = 5.0


async def measure(bench: Bench) -> None:
    """Print the table."""
    async with Teams() as teams, identity(teams.url) as who:
        teams.token = who.token
        with assistant(bench.folder, {**who.env, "ASSISTANT_LOG_FORMAT": "json"}) as (port, server):
            await teams.until_ready(port, server)
            lasted = await _last(bench, teams, port, server)
    bench.shows(tables.lasting(lasted))


async def _last(bench: Bench, teams: Teams, port: int, server: Started) -> list[tables.Lasted]:
    """What was in use after each round."""
    people, seconds = max(bench.extent.at_once), bench.extent.lasting
    found: list[tables.Lasted] = []
    end, turns, conversations = time.perf_counter() + seconds, 0, 0
    while turns < TURNS and time.perf_counter() < end:
        measured = await teams.talk(port, server, people, GRADES.for_(min(ROUND, seconds)))
        turns, conversations = turns + measured.turns, conversations + people
        found.append(tables.Lasted(turns, conversations, server.memory()))
    return found
