"""Service URLs: where a reply goes, read strictly, so that no two readers can differ about the host."""

import re
from dataclasses import dataclass

_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z\d.-]+|\[[a-f\d:.]+\])(:(?P<port>[1-9]\d{0,4}))?(?P<path>/[\w.~/-]*)?", re.ASCII | re.IGNORECASE
)
_LAST_PORT = 65535
_USUAL_PORT = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Service:
    """A service URL in its normal form: lower case but for the path, no final slash. `host` is bare: no brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port as one text; the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" if self.port == _USUAL_PORT[self.scheme] else f"{self.scheme}://{host}:{self.port}"


def read_service(url: str) -> Service | None:
    """The service of a URL; None for user info, a query, a fragment, braces, an escape, a space, or whatever else has no place in one."""
    parts = _URL.fullmatch(url)
    if parts is None:
        return None
    scheme = parts["scheme"].lower()
    port = int(parts["port"] or _USUAL_PORT[scheme])
    if port > _LAST_PORT:
        return None
    return Service(scheme, parts["host"].lower().strip("[]"), port, (parts["path"] or "").rstrip("/"))
