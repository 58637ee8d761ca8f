"""The Agents Playground beside the bot: found, installed once from its lock file, started, and stopped with it."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.settings import PROJECT, CannotStart, Settings

FOLDER = PROJECT / "deploy" / "playground"
PEOPLE = FOLDER / "people.yml"
PORT = 26150
OLDEST_NODE = 18
_CLI = Path("node_modules", "@microsoft", "m365agentsplayground", "cli.js")
_LISTENING = re.compile(rb"Listening on (\d+)")


@dataclass(frozen=True, slots=True)
class Playground:
    """An installed Playground and the Node.js that runs it."""

    node: str
    cli: Path


def find_playground() -> Playground | None:
    """The Playground, installed where it is not yet; None, said in a line, where there is no Node.js for it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or _version(node) < OLDEST_NODE:
        _say(f"Node.js {OLDEST_NODE} or newer was not found, so there is no Teams-like client in the browser: chatting here instead.")
        return None
    if not _is_installed() and not _install(npm):
        return None
    return Playground(node, FOLDER / _CLI)


def _version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (found on the path)
    number = re.match(r"v(\d+)", said)
    return int(number[1]) if number else 0


def _is_installed() -> bool:
    """Whether what is installed is what the lock file names; npm leaves its own copy of it."""
    installed = FOLDER / "node_modules" / ".package-lock.json"
    return (FOLDER / _CLI).is_file() and installed.is_file() and installed.stat().st_mtime >= (FOLDER / "package-lock.json").stat().st_mtime


def _install(npm: str) -> bool:
    _say("Installing the Agents Playground (15 MB, once) …")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)  # noqa: S603 (found on the path)
    if done.returncode:
        _say(f"It could not be installed, so there is no client in the browser: chatting here. npm said:\n{done.stderr.strip()[-600:]}")
    return done.returncode == 0


@asynccontextmanager
async def playground(found: Playground, settings: Settings, port: int = PORT, people: Path = PEOPLE) -> AsyncIterator[str]:
    """The Playground's address while the context lasts. It takes another port where `port` is taken.

    Raises CannotStart where it does not start. `people` says who is in it, and who of them uses it.
    """
    process, address = await _start(found, settings, port, people)
    reading = asyncio.create_task(_read_on(process))
    try:
        yield address
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
        await reading


async def _start(found: Playground, settings: Settings, port: int, people: Path) -> tuple[asyncio.subprocess.Process, str]:
    bot = f"http://{settings.host}:{settings.port}/api/messages"
    process = await asyncio.create_subprocess_exec(
        *(found.node, "-r", str(FOLDER / "loopback.cjs"), str(found.cli), "start"),
        *("-e", bot, "-c", "msteams", "-p", str(port), "--disable-telemetry"),
        cwd=FOLDER,
        env={**os.environ, "TEAMSAPPTESTER_BROWSER": "none", "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(people)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = b""
    assert process.stdout is not None
    async for line in process.stdout:
        said += line
        listening = _LISTENING.search(line)
        if listening:
            return process, f"http://127.0.0.1:{int(listening[1])}"
    raise CannotStart(f"The Agents Playground did not start. It said:\n{said.decode(errors='replace').strip()}")


async def _read_on(process: asyncio.subprocess.Process) -> None:
    """Read what it says from then on, so that it never waits for a reader."""
    assert process.stdout is not None
    while await process.stdout.read(65536):
        pass


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
