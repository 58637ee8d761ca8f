"""A short form of `make torture`: faults under load lose nothing. What was acknowledged is there once, and everybody is told."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.connector import Answered
from tests.postgres import Server
from tests.torture.channel import Trouble, refused
from tests.torture.disks import NO_DISK, small_disk
from tests.torture.faults import channel_has, cuts, full, kills, locked, nothing, restarts
from tests.torture.found import Found
from tests.torture.places import OnFile, OnServer
from tests.torture.world import under

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a fork server")

FEW = 10  # people, so that other tests that run beside have room


@pytest.fixture
def on_file(empty_database: Path, tmp_path: Path) -> OnFile:
    """A SQLite file."""
    return OnFile(Path(shutil.copy(empty_database, tmp_path)))


def lost(found: Found) -> dict[str, int]:
    """What should not be; that there was something to lose is sure."""
    assert found.recorded >= FEW
    return found.faults


async def test_an_assistant_that_is_killed(on_file: OnFile) -> None:
    assert lost(await under(kills(6), "kills", 6, on_file, people=FEW)) == {}


async def test_two_assistants_that_are_killed(server: Server) -> None:
    server.program("createdb", "kills")
    assert lost(await under(kills(6), "kills", 6, OnServer(server, "kills"), instances=2, people=FEW)) == {}


async def test_a_message_that_comes_four_times_at_once(server: Server) -> None:
    server.program("createdb", "copies")
    found = await under(nothing(2), "copies", 1, OnServer(server, "copies"), instances=2, copies=4, people=FEW)
    assert (lost(found), found.owned_up, found.repeated_replies) == ({}, 0, 0)


async def test_a_server_that_is_restarted_and_killed() -> None:
    with Server(lasting=True) as own:
        found = await under(restarts(own, 2), "restarts", 2, OnServer(own), instances=2, people=FEW)
    assert lost(found) == {}


async def test_connections_that_end(server: Server) -> None:
    server.program("createdb", "cuts")
    found = await under(cuts(5), "cuts", 5, OnServer(server, "cuts"), instances=2, people=FEW)
    assert (lost(found), found.owned_up) == ({}, 0)


async def test_a_lock_that_somebody_holds(server: Server) -> None:
    server.program("createdb", "locks")
    assert lost(await under(locked(1), "lock", 1, OnServer(server, "locks"), instances=2, people=FEW)) == {}


async def test_a_disk_that_is_full() -> None:
    with small_disk(8) as disk:
        if disk is None:
            pytest.skip(NO_DISK)
        found = await under(full(disk, 1), "full", 1, OnFile(disk / "a.db"), people=FEW)
    assert lost(found) == {}
    assert found.owned_up


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble("slow", delay=1.0),
        Trouble("busy", refused(429, Retry_After="1")),
        Trouble("broken", refused(503)),
        Trouble("dropped", lambda: Answered(None, taken=True, dropped=True)),
    ],
    ids=lambda trouble: trouble.name,
)
async def test_a_channel_with_a_trouble(on_file: OnFile, trouble: Trouble) -> None:
    assert lost(await under(channel_has(trouble, FEW), trouble.name, FEW, on_file, people=FEW)) == {}
