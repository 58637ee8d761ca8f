"""Memory while the assistant goes on: newcomers ask, round after round, until so many turns were answered or the time is over."""

import time
from dataclasses import dataclass, replace

from tests.benchmarks.machine import Started
from tests.benchmarks.traffic import Talk, Teams

TURNS = 50_000
SECONDS = 120.0
ROUND = 5.0


@dataclass(frozen=True)
class Lasted:
    """MB in use after so many turns in so many conversations; the first of a list is from just after the first round."""

    turns: int
    conversations: int
    memory: float


async def last(teams: Teams, port: int, server: Started, people: int, talk: Talk) -> list[Lasted]:
    """What was in use after each round."""
    found: list[Lasted] = []
    end, turns, conversations = time.perf_counter() + SECONDS, 0, 0
    while turns < TURNS and time.perf_counter() < end:
        measured = await teams.talk(port, server, people, replace(talk, seconds=ROUND))
        turns, conversations = turns + measured.turns, conversations + people
        found.append(Lasted(turns, conversations, server.memory()))
    return found
