"""The web application: POST /api/messages, GET /health and /ready, the links to files, every refusal in JSON."""

import asyncio
import errno
import json
import logging
import os
import socket
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.file_pages import Files, add_file_pages
from bot.metrics import TALLIES
from bot.msteams.door.body import LARGEST, Refused, read_json
from bot.msteams.door.guard import Guard
from bot.msteams.door.shape import checked
from bot.settings import PREFIX, CannotStart, Settings
from bot.startup import InvokeAnswer, Processor

_log = structlog.get_logger()
PATIENCE = 10.0  # seconds that a body may take to arrive
IDLE = 130.0  # seconds that a connection may go without a whole request: longer than a proxy keeps one open
READY = frozenset({"ready", "not needed"})
Readiness = Callable[[], Awaitable[Mapping[str, str]]]
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_JSON = {"Content-Type": "application/json; charset=utf-8"}
_CHALLENGE = {"WWW-Authenticate": "Bearer"}
_SECRET = {401: "Unauthorized.", 403: "Forbidden."}  # who has no right here learns nothing about why; the log knows


def make_app(processor: Processor, guard: Guard, readiness: Readiness, files: Files | None = None) -> web.Application:
    """The application, without what is opened and closed around it.

    Each request passes the guard by its headers, with the body unread; then body and shape are checked; then the activity against what
    the guard let in. `readiness` tells of each part whether it is ready, `files` hands out what links lead to.
    """
    handling = {"auto_decompress": False, "logger": _protocol_log(), "keepalive_timeout": IDLE}
    app = web.Application(client_max_size=LARGEST, middlewares=[_reasons], handler_args=handling)

    async def messages(request: web.Request) -> web.Response:
        check = await guard.admit(request.headers)
        activity = await _activity(request)
        check(activity)
        return _answer(await processor.process(activity))

    async def ready(_request: web.Request) -> web.Response:
        states = await readiness()
        is_ready = READY.issuperset(states.values())
        return web.json_response({"ready": is_ready, **states}, status=200 if is_ready else 503)

    app.router.add_post("/api/messages", messages)
    app.router.add_get("/health", _health)
    app.router.add_get("/ready", ready)
    if files is not None:
        add_file_pages(app, files)
    return app


async def _activity(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise Refused(415, "The body must be application/json, and not compressed.")
    if (request.content_length or 0) > LARGEST:
        raise _too_large()
    return checked(read_json(await _body(request)))


async def _body(request: web.Request) -> bytes:
    if request.content.is_eof():  # all of it came with the headers
        return await request.read()
    try:
        async with asyncio.timeout(PATIENCE):
            return await request.read()
    except TimeoutError:
        raise Refused(408, f"The body did not arrive within {PATIENCE:.0f} seconds. Send it again, whole.") from None
    except ConnectionError:
        raise Refused(400, "The body ended too early. Send it again, whole.") from None


def _answer(answer: InvokeAnswer | None) -> web.Response:
    if answer is None:
        return web.Response(body=b"{}", headers=_JSON)
    return web.json_response(answer.body, status=answer.status, dumps=_compact)


def _compact(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


async def _health(_request: web.Request) -> web.Response:
    return web.json_response({"status": "alive"})


def _protocol_log() -> logging.Logger:
    """aiohttp's log of requests that are no HTTP, without their bytes: those may be somebody's words."""
    log = logging.getLogger("bot.web.protocol")
    log.addFilter(_without_bytes)
    return log


def _without_bytes(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        record.msg, record.args, record.exc_info = "refused: no sound HTTP (%s)", (type(error).__name__,), None
    return True


def _too_large() -> Refused:
    return Refused(413, f"The body is larger than {LARGEST // 1024} kB.")


@web.middleware
async def _reasons(request: web.Request, handler: _Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except Refused as refused:
        _log.info("refused", status=refused.status, reason=refused.reason)
        return _refusal(refused, **_CHALLENGE if refused.status == 401 else {})  # noqa: PLR2004 (HTTP)
    except web.HTTPRequestEntityTooLarge:
        return _refusal(_too_large())
    except web.HTTPMethodNotAllowed as refused:
        return _refusal(
            Refused(405, f"{request.path} takes {' and '.join(sorted(refused.allowed_methods))}."), Allow=refused.headers["Allow"]
        )
    except web.HTTPException as refused:
        return _refusal(Refused(refused.status, f"{refused.reason}."))


def _refusal(refused: Refused, **headers: str) -> web.Response:
    TALLIES.refusal(refused.status)
    return web.json_response({"error": _SECRET.get(refused.status, refused.reason)}, status=refused.status, headers=headers)


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on, taken before anything else is opened. Raises CannotStart where the port is taken."""
    return socket_on(settings.host, settings.port)


def socket_on(host: str, port: int, prefix: str = PREFIX) -> socket.socket:
    """A socket that listens there. Raises CannotStart; `prefix` is how the settings of this host and port begin."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise CannotStart(f"Port {port} on {host} cannot be used: {_remedy(error.errno or 0, prefix)}") from None


def metrics_socket(settings: Settings) -> socket.socket | None:
    """The socket for what is counted; None where nobody asks for it. Raises CannotStart."""
    return socket_on(settings.metrics_host, settings.metrics_port, f"{PREFIX}METRICS_") if settings.metrics_port else None


def _remedy(number: int, prefix: str) -> str:
    if number < 0 or number == errno.EADDRNOTAVAIL:  # below 0 it is a name that could not be looked up
        return f"this machine has no such address. Write one of its own into {prefix}HOST: 127.0.0.1, or 0.0.0.0 for all of them."
    if number == errno.EACCES:
        return f"this user may not. Choose one above 1023 with {prefix}PORT."
    return f"{os.strerror(number).lower()}. Stop the program that uses it, or choose another with {prefix}PORT."
