"""The one place where everything meets: settings, knowledge, the assistant, storage, the edge to Teams and the web."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.settings import PROJECT, CannotStart, Settings

if TYPE_CHECKING:
    from aiohttp.web import Application

    from bot.dialogs.asides import Tact
    from bot.dialogs.assistant import Assistant
    from bot.documents.template_files import Templates
    from bot.msteams.consent import Consent
    from bot.msteams.door.guard import Guard
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import Credentials, Source
    from bot.msteams.post.drive import Drive
    from bot.msteams.post.outgoing import Outgoing, Work
    from bot.msteams.post.patience import Patience
    from bot.msteams.rounds import Rounds
    from bot.people.retention import Retention
    from bot.storage.database import Database
    from bot.storage.files import Files
    from bot.storage.turns import Answers
    from bot.understanding.language import Language

Done = TypeVar("Done")

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

    library = read_library(settings.knowledge, own=settings.own_frameworks)
    if settings.framework not in library.frameworks:
        known = ", ".join(library.frameworks)
        raise CannotStart(
            f"There is no framework {settings.framework!r} in {settings.knowledge}. ASSISTANT_FRAMEWORK may be one of: {known}."
        )
    kept = shelf(settings.learnt, settings.knowledge, settings.own_frameworks)
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
    from bot.msteams.consent import Consent
    from bot.msteams.door.guard import make_guard
    from bot.msteams.handler import AssistantHandler
    from bot.msteams.offers import Offers
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import KeptToken, NoCredentials
    from bot.msteams.post.drive import Drive
    from bot.msteams.post.outgoing import Outgoing
    from bot.msteams.rounds import make_rounds
    from bot.startup import Startup
    from bot.storage.feedback import Feedback
    from bot.storage.outboxes import make_outbox
    from bot.storage.turns import Turns
    from bot.web import READY, make_app, metrics_socket

    guard = make_guard(settings)
    counting = metrics_socket(settings)
    templates = make_templates(settings)
    source = token_source(settings)
    credentials = NoCredentials() if source is None else KeptToken(source)
    database = open_database(settings)
    connector = Connector(credentials)
    outgoing = Outgoing(connector, make_outbox(database), patience, allows=guard.allows)
    keeps = _retention(settings)
    files, drive, offers = make_files(settings, database, templates), Drive(settings.file_hosts, patience), Offers(address(settings))
    consent = Consent(files, drive)

    def turns(assistant: Answers) -> Turns:
        return Turns(database, assistant, retention=keeps, zone=settings.timezone)

    def processor(assistant: Answers) -> TeamsAdapter:
        files.library = assistant.library
        return TeamsAdapter(outgoing, AssistantHandler(turns(assistant), Feedback(database), offers, consent))

    async def readiness() -> dict[str, str]:
        return {"knowledge": startup.status(), "database": await _database_status(database), "keys": guard.status()}

    startup = Startup(partial(make, settings), processor)
    app = make_app(startup, guard, readiness, files)
    app.cleanup_ctx.append(_life(guard, credentials, connector, outgoing, database))
    app.cleanup_ctx.append(_sending_files(drive, consent))
    rounds = make_rounds(outgoing, database, keeps, settings.timezone, settings.framework)
    app.cleanup_ctx.append(_repeating(*rounds.works, *([outgoing.taking_up] if database.shared else [])))
    startup.join(app)
    if counting is not None:
        from bot.metrics_page import beside

        app.cleanup_ctx.append(beside(counting, database, readiness, READY))
    return app


def open_database(settings: Settings) -> Database:
    """The database that the settings name, to be entered. Raises CannotStart."""
    from bot.storage.database import make_database

    return make_database(settings.database, settings.database_password.get_secret_value(), settings.database_connections)


def make_templates(settings: Settings) -> Templates:
    """The Word templates. Raises CannotStart where the institution's own cannot be used."""
    from bot.documents.template_files import Templates

    templates = Templates(settings.templates)
    if settings.templates is not None:
        templates.check()
    return templates


def make_files(settings: Settings, database: Database, templates: Templates) -> Files:
    """The files that people take away. They can be drawn once `library` is there."""
    from bot.storage.files import Files
    from bot.storage.holdings import load_holdings

    return Files(database, templates, partial(load_holdings, retention=_retention(settings), zone=settings.timezone))


def chat_here(settings: Settings) -> None:
    """Talk in the terminal. What is kept of it lies beside the server's database, in a file of its own."""
    from bot.storage.turns import Turns
    from bot.terminal.chat import chat

    templates, assistant = make_templates(settings), make_assistant(settings)

    def turns_on(database: Database) -> Turns:
        return Turns(database, assistant, retention=_retention(settings), zone=settings.timezone)

    def files_on(database: Database) -> Files:
        files = make_files(settings, database, templates)
        files.library = assistant.library
        return files

    beside = settings.database.parent if isinstance(settings.database, Path) else PROJECT / "data"
    chat(turns_on, beside / "terminal.db", files_on)


async def _database_status(database: Database) -> str:
    try:
        async with asyncio.timeout(PATIENCE_WITH_DATABASE):
            await database.run(lambda session: session.check())
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
        async with database, guard, credentials, connector:
            await outgoing.resume()
            yield
            await outgoing.finish(PATIENCE_AT_SHUTDOWN)

    return life


def _sending_files(drive: Drive, consent: Consent) -> Callable[[Application], AsyncIterator[None]]:
    async def sending(_app: Application) -> AsyncIterator[None]:
        async with drive:
            yield
            await consent.finish(PATIENCE_AT_SHUTDOWN)

    return sending


def _repeating(*works: Work) -> Callable[[Application], AsyncIterator[None]]:
    async def running(_app: Application) -> AsyncIterator[None]:
        from bot.msteams.rounds import Repeating

        repeating = Repeating(works)
        repeating.begin()
        yield
        await repeating.end()

    return running


def _retention(settings: Settings) -> Retention:
    from bot.people.retention import Retention

    return Retention(settings.keep_drafts_months, settings.keep_months)


def run_round(settings: Settings, work: Callable[[Rounds], Awaitable[Done]]) -> Done:
    """Run one round and send what it says, and whatever else waits to be sent. Raises CannotStart: the server has its own rounds."""
    from bot.logs import log_to_stderr

    log_to_stderr(settings)
    return asyncio.run(_round(settings, work))


async def _round(settings: Settings, work: Callable[[Rounds], Awaitable[Done]]) -> Done:
    from bot.msteams.door.guard import make_guard
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import KeptToken, NoCredentials
    from bot.msteams.post.outgoing import Outgoing
    from bot.msteams.rounds import make_rounds
    from bot.storage.outboxes import make_outbox

    source, database = token_source(settings), open_database(settings)
    credentials = NoCredentials() if source is None else KeptToken(source)
    async with database, credentials, Connector(credentials) as connector:
        outgoing = Outgoing(connector, make_outbox(database), allows=make_guard(settings).allows)
        await outgoing.resume()
        done = await work(make_rounds(outgoing, database, _retention(settings), settings.timezone, settings.framework))
        await outgoing.finish(PATIENCE_AT_SHUTDOWN)
        return done


def stored_assessments(settings: Settings, framework: str) -> tuple[Mapping[str, int], str]:
    """How many assessments are stored of each role of a framework, and why not, where the database cannot be looked into."""
    if isinstance(settings.database, Path) and not settings.database.exists():
        return {}, ""
    try:
        return asyncio.run(_stored_assessments(settings, framework)), ""
    except CannotStart as reason:
        return {}, f"Stored assessments were not counted. {reason}"


async def _stored_assessments(settings: Settings, framework: str) -> Mapping[str, int]:
    from bot.storage.counting import assessments_by_role

    async with open_database(settings) as database:
        return await database.run(lambda session: assessments_by_role(session.connection, framework))


def address(settings: Settings) -> str:
    """Where links to files lead: to the address that people reach, or else to this machine."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.public_url or f"http://{host}:{settings.port}"


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
