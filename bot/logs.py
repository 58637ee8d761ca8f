"""Logs on stderr, as text or as JSON lines: ids, numbers and names of ours, never what people wrote and nothing secret."""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from time import time_ns
from traceback import format_tb
from typing import Any

import structlog

from bot.settings import Settings

TURN: ContextVar[str] = ContextVar("turn")
"""The id of the turn under way, which every line of it carries. (structlog's own context costs 7 µs more a turn.)"""

_LONGEST_TRACE = 40
_LONGEST_CHAIN = 5
_REPRESENTATION = re.compile(r"[<(\n]")
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=lambda unknown: type(unknown).__name__).encode
_log = structlog.get_logger()

Event = MutableMapping[str, Any]


def log_to_stderr(settings: Settings) -> None:
    """Send every log of this process to stderr, from `log_level` on and in `log_format`; of libraries only warnings, unless debugging."""
    structlog.configure(
        processors=[_complete, _as_json if settings.log_format == "json" else _as_text()],
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        logger_factory=_Stderr,
        cache_logger_on_first_use=True,
    )
    libraries = "WARNING" if settings.log_level == "info" else settings.log_level.upper()
    logging.basicConfig(handlers=[_FromLibraries()], level=libraries, force=True)


def _complete(_logger: Any, method: str, event: Event) -> Event:
    """Add when, how grave and in which turn. An exception is told by type and place only: its message may repeat anybody's words."""
    seconds, milliseconds = divmod(time_ns() // 1_000_000, 1000)
    event["timestamp"] = f"{_second(seconds)}.{milliseconds:03}Z"
    event["level"] = method
    if turn := TURN.get(""):
        event["turn"] = turn
    given = event.pop("exc_info", None)
    if given:
        error = given if isinstance(given, BaseException) else (sys.exc_info() if given is True else given)[1]
        event["exception"] = "".join(_trace(error)).rstrip()
    return event


@lru_cache(maxsize=1)
def _second(since_1970: int) -> str:
    return datetime.fromtimestamp(since_1970, UTC).strftime("%Y-%m-%dT%H:%M:%S")


class _Stderr:
    """Takes lines; a stream that nobody reads any more, or a full disk under it, fails no turn."""

    def __init__(self, *_names: str) -> None:
        self._stream = sys.stderr

    def info(self, line: str) -> None:
        """Write a line."""
        with suppress(OSError):
            self._stream.write(line + "\n")  # which flushes it: stderr is line-buffered

    debug = warning = error = critical = info


def _as_json(_logger: Any, _method: str, event: Event) -> str:
    return _json(event)


def _as_text() -> Callable[[Any, str, Event], str]:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)


def _trace(error: BaseException | None) -> Iterator[str]:
    for _ in range(_LONGEST_CHAIN):
        if error is None:
            return
        yield f"{type(error).__module__}.{type(error).__qualname__}, at\n"
        yield from format_tb(error.__traceback__, limit=-_LONGEST_TRACE)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


class _FromLibraries(logging.Handler):
    """Passes on what libraries log, without what they put into it: that may be anything."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log a record of the standard library's kind."""
        ours = record.name.startswith("bot.")
        said = record.getMessage() if ours else _REPRESENTATION.split(str(record.msg), 1)[0].strip()
        _log.log(record.levelno, said, logger=record.name, exc_info=record.exc_info)
