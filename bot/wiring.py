"""The one place where everything meets: settings, knowledge, the assistant, storage, the edge to Teams and the web."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import TYPE_CHECKING

from bot.settings import CannotStart, Settings

if TYPE_CHECKING:
    from aiohttp.web import Application

    from bot.dialogs.asides import Tact
    from bot.dialogs.assistant import Assistant
    from bot.msteams.door.guard import Guard
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import Credentials, Source
    from bot.msteams.post.outgoing import Outgoing
    from bot.msteams.post.patience import Patience
    from bot.storage.database import Database
    from bot.storage.turns import Answers
    from bot.understanding.language import Language

PATIENCE_AT_SHUTDOWN = 10.0
PATIENCE_WITH_DATABASE = 2.0
LANGUAGE = "language/en"
LEARNING = "Learning how people ask, once for this knowledge: a quarter of a minute ..."


def make_assistant(settings: Settings, tell: Callable[[str], object] | None = None) -> Assistant:
    """The whole conversation logic, made from the knowledge folder. Raises CannotStart, or KnowledgeError with every fault.

    `tell` is told what takes long; without it, stderr is.
    """
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
        (tell or _say)(LEARNING)
    language = read_language(settings.knowledge / LANGUAGE)
    return Assistant(library, Reader(library, language, kept), settings.framework, make_tact(settings, language))


def make_tact(settings: Settings, language: Language) -> Tact:
    """What hears distress and remarks. Raises KnowledgeError with the faults of its files."""
    from bot.dialogs.asides import Tact
    from bot.people.contacts import Contact
    from bot.understanding.care import read_care
    from bot.understanding.remarks import read_remarks

    folder, short_forms = settings.knowledge / LANGUAGE, language.words.short_forms
    contacts = tuple(Contact(name, reach) for name, reach in settings.contacts)
    return Tact(read_care(folder / "care.yaml", short_forms), read_remarks(folder / "remarks.yaml", short_forms), contacts)


def make_application(settings: Settings, make: Callable[[Settings], Answers], patience: Patience | None = None) -> Application:
    """The web application with its database open, which it closes when it ends. Raises what hinders it.

    `make` makes the assistant, in a thread of its own once the application has started.
    """
    from bot.msteams.adapter import TeamsAdapter
    from bot.msteams.door.guard import make_guard
    from bot.msteams.handler import AssistantHandler
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import KeptToken, NoCredentials
    from bot.msteams.post.outgoing import Outgoing
    from bot.startup import Startup
    from bot.storage.database import Database
    from bot.storage.feedback import Feedback
    from bot.storage.outbox import Outbox
    from bot.storage.turns import Turns
    from bot.web import make_app

    guard = make_guard(settings)
    source = token_source(settings)
    credentials = NoCredentials() if source is None else KeptToken(source)
    database = Database(settings.database)
    connector = Connector(credentials)
    outgoing = Outgoing(connector, Outbox(database), patience, allows=guard.allows)

    def processor(assistant: Answers) -> TeamsAdapter:
        return TeamsAdapter(outgoing, AssistantHandler(Turns(database, assistant), Feedback(database)))

    async def readiness() -> dict[str, str]:
        return {"knowledge": startup.status(), "database": await _database_status(database), "keys": guard.status()}

    startup = Startup(partial(make, settings), processor)
    app = make_app(startup, guard, readiness)
    app.cleanup_ctx.append(_life(guard, credentials, connector, outgoing, database))
    startup.join(app)
    return app


async def _database_status(database: Database) -> str:
    try:
        async with asyncio.timeout(PATIENCE_WITH_DATABASE):
            await database.run(lambda opened: opened.check())
    except Exception as fault:  # whatever it is, the answer is that the database is not ready
        return f"no answer ({type(fault).__name__})"
    return "ready"


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _make_and_settle(settings: Settings) -> Assistant:
    import structlog

    assistant = make_assistant(settings, structlog.get_logger().info if settings.log_format == "json" else None)
    _settle()
    return assistant


def token_source(settings: Settings) -> Source | None:
    """Where the bot's own token comes from; None in development. Raises CannotStart for an unfit certificate."""
    if not settings.app_id:
        return None
    from bot.msteams.door.clouds import CLOUDS
    from bot.msteams.post.certificate import read_certificate
    from bot.msteams.post.entra import managed, registered

    cloud = CLOUDS[settings.cloud]
    if settings.app_type == "managed-identity":
        return managed(settings.app_id, cloud.scope)
    credential = read_certificate(settings.app_certificate) if settings.app_certificate else settings.app_secret.get_secret_value()
    tenant = cloud.shared_tenant if settings.app_type == "multi-tenant" else settings.app_tenant
    return registered(settings.app_id, credential, cloud.authority + tenant, cloud.scope)


def _settle() -> None:
    """Let the collector pass over what stays for good: measured 16 % more turns and a quarter of the slowest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def serve(settings: Settings, beside: AbstractAsyncContextManager[None] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM, with `beside` entered meanwhile.

    Raises what hinders it: a taken port or database at once, a fault of the knowledge while it already listens.
    """
    from aiohttp.web import run_app

    from bot.logs import log_to_stderr
    from bot.startup import STARTUP
    from bot.web import listen

    log_to_stderr(settings)
    sock = listen(settings)
    app = make_application(settings, _make_and_settle)
    if beside is not None:
        app.cleanup_ctx.append(_entered(beside))
    run_app(app, sock=sock, print=_announce(settings), access_log=None, shutdown_timeout=PATIENCE_AT_SHUTDOWN)
    if (fault := app[STARTUP].fault) is not None:
        raise fault


def _life(
    guard: Guard, credentials: Credentials, connector: Connector, outgoing: Outgoing, database: Database
) -> Callable[[Application], AsyncIterator[None]]:
    async def life(_app: Application) -> AsyncIterator[None]:
        try:
            async with guard, credentials, connector:
                await outgoing.resume()
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
