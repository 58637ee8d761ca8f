"""Addresses in settings: whether a host is this machine itself, and where a PostgreSQL server is."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

SCHEMES = ("postgresql://", "postgres://")
TLS = ("disable", "require", "verify-ca", "verify-full")
_PORT = 5432
_EXAMPLE = "postgresql://assistant@db.example.ac.uk:5432/assistant"
_SECRET_PART = re.compile(r"(?<=:)[^@/]*(?=@)")


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own. `host` is bare: no port, no brackets."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """Where a database is: user, host, port and name. `tls` is one of TLS, with PostgreSQL's own meaning."""

    user: str
    host: str
    port: int
    name: str
    tls: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"postgresql://{self.user}@{host}:{self.port}/{self.name}"


def postgres_address(url: str) -> PostgresAddress:
    """The address in a URL such as `postgresql://assistant@db.example.ac.uk:5432/assistant?sslmode=verify-full`.

    Without `sslmode`, the server must prove who it is (verify-full), unless it is on this machine. Raises ValueError with the remedy,
    and without what might be a password.
    """
    shown = _SECRET_PART.sub("…", url)
    try:
        parts = urlsplit(url)
        port = parts.port or _PORT
    except ValueError:
        raise ValueError(f"{shown!r} is no address of a PostgreSQL database. Write one like {_EXAMPLE}.") from None
    if parts.password is not None:
        raise ValueError("a password does not belong into an address, which is logged. Give it in ASSISTANT_DATABASE_PASSWORD.")
    host, name = parts.hostname or "", unquote(parts.path.removeprefix("/"))
    if not (parts.username and host and name) or "/" in name or parts.fragment:
        raise ValueError(f"{shown!r} must name the user, the host and the database, like {_EXAMPLE}.")
    return PostgresAddress(unquote(parts.username), host, port, name, _tls(parts, host))


def _tls(parts: SplitResult, host: str) -> str:
    asked = parse_qs(parts.query, keep_blank_values=True)
    modes = asked.pop("sslmode", [])
    if asked or len(modes) > 1:
        raise ValueError(f"of what may follow a question mark, only sslmode is known: {', '.join(TLS)}.")
    if not modes:
        return "disable" if is_loopback(host) else "verify-full"
    if modes[0] not in TLS:
        raise ValueError(f"sslmode={modes[0]} is not known. Write one of {', '.join(TLS)}.")
    return modes[0]
