"""Processes to measure: started on a core of their own, looked at through /proc, ended by their id."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PATIENCE = 15


def cores() -> tuple[int, int]:
    """The core of what is measured, and the core of everything else; the same one twice where there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[-1], usable[0]


def free_port() -> int:
    """A port that nobody uses on 127.0.0.1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def resident(process: str) -> float:
    """MB that a process has in use now, by its id or "self"."""
    return int(Path("/proc", process, "statm").read_text().split()[1]) * PAGE / 2**20


def family_cpu(process: int) -> float:
    """Seconds of processor time used so far by a process and its children, those that have ended as well."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(") ")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if stat.parent.name == str(process):
            ticks += sum(map(int, fields[11:15]))
        elif fields[1] == str(process):
            ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


class Started:
    """A process that was started."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self._process = process
        self._log = log
        self._proc = Path("/proc", str(process.pid))

    def check(self) -> None:
        """Raise with what the process wrote, if it has ended."""
        if self._process.poll() is not None:
            raise RuntimeError(f"{' '.join(map(str, self._process.args))} ended:\n{self._log.read_text()[-2000:]}")

    def cpu(self) -> float:
        """Seconds of processor time used so far, by all its threads."""
        fields = (self._proc / "stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """MB in use now."""
        return resident(self._proc.name)

    def peak(self) -> float:
        """MB in use at most so far."""
        lines = (self._proc / "status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def python(*arguments: str, log: Path, core: int, env: Mapping[str, str] | None = None) -> Iterator[Started]:
    """`python arguments` while the block runs, with all its threads on one core."""
    mine = os.sched_getaffinity(0)
    with log.open("wb") as out:
        os.sched_setaffinity(0, {core})  # what is started inherits it
        try:
            process = subprocess.Popen([sys.executable, *arguments], stdout=out, stderr=out, env={**os.environ, **(env or {})})
        finally:
            os.sched_setaffinity(0, mine)
    started = Started(process, log)
    try:
        yield started
    finally:
        started.end()
