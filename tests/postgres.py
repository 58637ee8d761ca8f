"""A PostgreSQL server of the tests' own, on this machine alone, made anew and thrown away."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from bot.addresses import PostgresAddress, postgres_address

USER = "assistant"
NO_SERVER = "no PostgreSQL server is installed (initdb was not found): on Debian and Ubuntu, apt-get install postgresql"
NOT_AS_ROOT = "PostgreSQL does not run as root, and there is no user postgres to run it as"
_FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off")
_OTHER_USER = "postgres"


def why_not() -> str:
    """Why there can be no server here; empty where there can."""
    if _folder() is None:
        return NO_SERVER
    if os.geteuid() == 0 and _OTHER_USER not in {user.pw_name for user in pwd.getpwall()}:
        return NOT_AS_ROOT
    return ""


def _folder() -> Path | None:
    """Where the server's programs are."""
    found = [Path(program).resolve().parent for program in [shutil.which("initdb")] if program]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


@dataclass
class Server:
    """A server from entering to leaving, in a folder that is made within `folder`.

    A `lasting` one writes to the disk as in earnest; the others are made for speed.
    """

    lasting: bool = False
    folder: Path | None = None
    port: int = field(default_factory=_free_port)
    _home: Path = field(init=False)
    _running: "subprocess.Popen[bytes] | None" = None

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="postgres-", dir=self.folder))
        if os.geteuid() == 0:
            shutil.chown(self._home, _OTHER_USER)
        self._program("initdb", "-D", str(self._data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        self._program("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "assistant")
        return self

    def __exit__(self, *_reason: object) -> None:
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    def address(self, name: str = "assistant") -> PostgresAddress:
        """The address of a database on it."""
        return postgres_address(self.url(name))

    def url(self, name: str = "assistant") -> str:
        """The same, as a setting has it."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"

    def folder_for(self, name: str) -> Path:
        """Where one of PostgreSQL's programs may write."""
        return self._home / name

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = ["listen_addresses=127.0.0.1", f"port={self.port}", f"unix_socket_directories={self._home}", "max_connections=200"]
        options += [] if self.lasting else _FAST
        given = [part for option in options for part in ("-c", option)]
        with (self._home / "log").open("ab") as log:
            command = [str(_programs() / "postgres"), "-D", str(self._data), *given]
            self._running = subprocess.Popen(command, stdout=log, stderr=log, **_as_other_user())
        self._program("pg_isready", "-h", "127.0.0.1", "-p", str(self.port), "-t", "1", until_it_works=True)

    def stop(self) -> None:
        """Stop it as a restart does: whoever is connected loses the connection."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop it as the loss of the machine does."""
        self._end(signal.SIGQUIT)

    @property
    def pid(self) -> int:
        """Its process, whose children serve the connections."""
        assert self._running is not None
        return self._running.pid

    @property
    def runs(self) -> bool:
        """Whether it has not given up."""
        return self._running is not None and self._running.poll() is None

    def program(self, name: str, *arguments: str) -> bytes:
        """What one of PostgreSQL's programs prints, told where the server is."""
        return self._program(name, "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, *arguments)

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def _end(self, how: signal.Signals) -> None:
        if self._running is not None:
            self._running.send_signal(how)
            self._running.wait(timeout=30)
            self._running = None

    def _program(self, name: str, *arguments: str, until_it_works: bool = False) -> bytes:
        command = [str(_programs() / name), *arguments]
        while True:
            done = subprocess.run(command, capture_output=True, check=False, cwd=self._home, **_as_other_user())
            if done.returncode == 0:
                return done.stdout
            if not until_it_works or not self.runs:
                raise RuntimeError(f"{name}: {done.stderr.decode(errors='replace')}{self._log()}")

    def _log(self) -> str:
        log = self._home / "log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""


def _programs() -> Path:
    folder = _folder()
    assert folder is not None, NO_SERVER
    return folder


def _as_other_user() -> dict[str, str]:
    return {"user": _OTHER_USER, "group": _OTHER_USER} if os.geteuid() == 0 else {}
