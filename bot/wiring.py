"""The one place where everything meets: settings, knowledge, the assistant, storage, the edge to Teams and the web."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from bot.settings import CannotStart, Settings

if TYPE_CHECKING:
    from aiohttp.web import Application

    from bot.dialogs.assistant import Assistant
    from bot.msteams.outgoing import Outgoing
    from bot.msteams.sending import Connector, Patience
    from bot.storage.database import Database
    from bot.storage.turns import Answers

PATIENCE_AT_SHUTDOWN = 10.0
LANGUAGE = "language/en"
LEARNING = "Learning how people ask, once for this knowledge: a quarter of a minute ...\n"


def make_assistant(settings: Settings) -> Assistant:
    """The whole conversation logic, made from the knowledge folder. Raises CannotStart, or KnowledgeError with every fault."""
    from bot.dialogs.assistant import Assistant
    from bot.framework.library import read_library
    from bot.understanding.language import read_language
    from bot.understanding.learnt import shelf
    from bot.understanding.reader import Reader

    library = read_library(settings.knowledge)
    if settings.framework not in library.frameworks:
        known = ", ".join(library.frameworks)
        raise CannotStart(
            f"There is no framework {settings.framework!r} in {settings.knowledge}. ASSISTANT_FRAMEWORK may be one of: {known}."
        )
    kept = shelf(settings.learnt, settings.knowledge)
    if not kept.filled:
        sys.stderr.write(LEARNING)
    return Assistant(library, Reader(library, read_language(settings.knowledge / LANGUAGE), kept), settings.framework)


def make_application(settings: Settings, make: Callable[[Settings], Answers], patience: Patience | None = None) -> Application:
    """The web application with its database open, which it closes when it ends; `make` makes the assistant. Raises what hinders it."""
    from bot.msteams.adapter import TeamsAdapter
    from bot.msteams.handler import AssistantHandler
    from bot.msteams.outgoing import Outgoing
    from bot.msteams.sending import Connector
    from bot.storage.database import Database
    from bot.storage.turns import Turns
    from bot.web import make_app

    database = Database(settings.database)
    try:
        turns = Turns(database, make(settings))
    except BaseException:
        database.close()
        raise
    connector = Connector(patience)
    outgoing = Outgoing(connector)
    app = make_app(TeamsAdapter(outgoing, AssistantHandler(turns)))
    app.cleanup_ctx.append(_life(connector, outgoing, database))
    return app


def _settle() -> None:
    """Let the collector pass over what stays for good: measured 16 % more turns and a quarter of the slowest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def serve(settings: Settings, beside: AbstractAsyncContextManager[None] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM, with `beside` entered meanwhile.

    Raises what hinders it, a taken port or database before the knowledge is read.
    """
    from aiohttp.web import run_app

    from bot.web import listen

    _log_to_stderr(settings)
    sock = listen(settings)
    app = make_application(settings, make_assistant)
    _settle()
    if beside is not None:
        app.cleanup_ctx.append(_entered(beside))
    run_app(app, sock=sock, print=_announce(settings), access_log=None, shutdown_timeout=PATIENCE_AT_SHUTDOWN)


def _life(connector: Connector, outgoing: Outgoing, database: Database) -> Callable[[Application], AsyncIterator[None]]:
    async def life(_app: Application) -> AsyncIterator[None]:
        try:
            async with connector:
                yield
                await outgoing.finish(PATIENCE_AT_SHUTDOWN)
        finally:
            database.close()

    return life


def _entered(beside: AbstractAsyncContextManager[None]) -> Callable[[Application], AsyncIterator[None]]:
    async def entered(_app: Application) -> AsyncIterator[None]:
        async with beside:
            yield

    return entered


def _announce(settings: Settings) -> Callable[..., None]:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host

    def announce(*_aiohttps_own: object) -> None:
        sys.stdout.write(f"The assistant listens on http://{host}:{settings.port}/api/messages. Ctrl-C stops it.\n")
        sys.stdout.flush()

    return announce


def _log_to_stderr(settings: Settings) -> None:
    """Logs carry ids and numbers, never what people wrote: no local variables in a traceback either."""
    import structlog

    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
