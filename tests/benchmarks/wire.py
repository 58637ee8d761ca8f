"""HTTP as light as can be, so that it is not what is measured."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_END = b"\r\n\r\n"


class Http(asyncio.Protocol):
    """Cuts what arrives on a connection into HTTP messages by their Content-Length; `take` gets the head and body of each."""

    transport: asyncio.Transport

    def __init__(self, take: Callable[["Http", bytes, bytes], None]) -> None:
        self._take = take
        self._arrived = bytearray()

    def connection_made(self, transport: Any) -> None:
        """Keep the way to answer."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Hand over every message that is complete."""
        self._arrived += data
        while (end := self._arrived.find(_END)) >= 0:
            head, length = bytes(self._arrived[:end]), _LENGTH.search(self._arrived, 0, end)
            whole = end + len(_END) + (int(length[1]) if length else 0)
            if len(self._arrived) < whole:
                return
            body = bytes(self._arrived[end + len(_END) : whole])
            del self._arrived[:whole]
            self._take(self, head, body)
