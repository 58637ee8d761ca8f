"""The one place where everything meets: settings, knowledge, the assistant, storage, the edge to Teams and the web."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot.assistants import make_assistant, make_assistants, read_institutions_of
from bot.settings import PROJECT, CannotStart, Settings

if TYPE_CHECKING:
    from aiohttp.web import Application
    from sqlalchemy import Connection

    from bot.dialogs.assistants import Assistants
    from bot.documents.template_files import Templates
    from bot.institutions.model import Institution, Institutions
    from bot.msteams.consent import Consent
    from bot.msteams.door.guard import Guard
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import Credentials, Source
    from bot.msteams.post.drive import Drive
    from bot.msteams.post.outgoing import Outgoing, Work
    from bot.msteams.post.patience import Patience
    from bot.msteams.rounds import Rounds
    from bot.people.by_tenant import ByTenant
    from bot.people.holdings import Holdings
    from bot.people.rules import RulesOf
    from bot.startup import Startup
    from bot.storage.database import Database
    from bot.storage.files import Files
    from bot.storage.turns import Answers

Done = TypeVar("Done")

PATIENCE_AT_SHUTDOWN = 10.0
PATIENCE_WITH_DATABASE = 2.0


def make_application(settings: Settings, make: Callable[[Settings], Answers], patience: Patience | None = None) -> Application:
    """The web application with its database open, which it closes when it ends. Raises what hinders it.

    `make` makes the assistant, in a thread of its own once the application has started.
    """
    from bot.msteams.adapter import TeamsAdapter
    from bot.msteams.consent import Consent
    from bot.msteams.door.guard import make_guard
    from bot.msteams.floods import Floods
    from bot.msteams.handler import AssistantHandler
    from bot.msteams.held_off import HeldOff
    from bot.msteams.offers import Offers
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import KeptToken, NoCredentials
    from bot.msteams.post.drive import Drive
    from bot.msteams.post.outgoing import Outgoing
    from bot.startup import Startup
    from bot.storage.feedback import Feedback
    from bot.storage.outboxes import make_outbox
    from bot.storage.questions import QuestionLog
    from bot.storage.turns import Turns
    from bot.web import READY, make_app, metrics_socket

    guard = make_guard(settings)
    counting = metrics_socket(settings)
    institutions = read_institutions_of(settings)
    of_tenant, rules, templates = institutions.by_tenant(), _rules(institutions), make_templates(institutions)
    source = token_source(settings)
    credentials = NoCredentials() if source is None else KeptToken(source)
    database = open_database(settings)
    connector = Connector(credentials)
    outgoing = Outgoing(connector, make_outbox(database), patience, allows=guard.allows)
    files, drive, offers = make_files(rules, database, templates), Drive(settings.file_hosts, patience), Offers(address(settings))
    consent = Consent(files, drive)
    finishing: list[Callable[[], Awaitable[None]]] = []

    def turns(assistant: Answers) -> Turns:
        return Turns(database, assistant, rules=rules)

    def processor(assistant: Answers) -> TeamsAdapter:
        files.library_of = assistant.library_of
        serves = lambda tenant: of_tenant.of(tenant) is not None  # noqa: E731
        questions = QuestionLog(database, assistant.struck, rules)
        finishing.append(questions.finish)
        return TeamsAdapter(
            outgoing, AssistantHandler(turns(assistant), Feedback(database), offers, consent, questions=questions, serves=serves)
        )

    async def readiness() -> dict[str, str]:
        return {"knowledge": startup.status(), "database": await _database_status(database), "keys": guard.status()}

    startup = Startup(partial(make, settings), processor)
    floods = Floods(settings.most_of_a_person, settings.most_a_second)
    app = make_app(HeldOff(startup, floods, outgoing.put), guard, readiness, files)
    app.cleanup_ctx.append(_life(guard, credentials, connector, outgoing, database))
    app.cleanup_ctx.append(_sending_files(drive, consent))
    app.cleanup_ctx.append(_finishing(finishing))
    rounds = _make_rounds(settings, institutions, outgoing, database)
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


def make_templates(institutions: Institutions) -> ByTenant[Templates]:
    """The Word templates of each institution. Raises CannotStart where its own cannot be used."""
    from bot.documents.template_files import Templates

    def templates(of: Institution) -> Templates:
        made = Templates(of.templates)
        if of.templates is not None:
            made.check(of.name or "ASSISTANT_TEMPLATES")
        return made

    return institutions.by_tenant().mapped(templates)


def make_files(rules: RulesOf, database: Database, templates: ByTenant[Templates]) -> Files:
    """The files that people take away. They can be drawn once `library_of` is there."""
    from bot.storage.files import Files
    from bot.storage.holdings import load_holdings

    def holdings(connection: Connection, tenant: str, person: str) -> Holdings:
        return load_holdings(connection, tenant, person, retention=rules(tenant).retention, zone=rules(tenant).zone)

    return Files(database, templates, holdings)


def _rules(institutions: Institutions) -> RulesOf:
    """The rules of each tenant; what is still held of people who are not served any more goes by the usual ones."""
    from bot.people.rules import Rules

    of_tenant = institutions.by_tenant()

    def rules(tenant: str) -> Rules:
        institution = of_tenant.of(tenant)
        return institution.rules if institution else Rules()

    return rules


def chat_here(settings: Settings, tenant: str = "") -> None:
    """Talk in the terminal, as somebody of a tenant. What is kept of it lies beside the server's database, in a file of its own."""
    from bot.people.by_tenant import ByTenant
    from bot.people.rules import everybodys
    from bot.storage.turns import Turns
    from bot.terminal.chat import chat

    institutions = read_institutions_of(settings)
    templates, assistant = make_templates(institutions).of(tenant), make_assistant(settings, tenant=tenant)
    rules = everybodys(_rules(institutions)(tenant))

    def turns_on(database: Database) -> Turns:
        return Turns(database, assistant, rules=rules)

    def files_on(database: Database) -> Files:
        files = make_files(rules, database, ByTenant(templates))
        files.library_of = assistant.library_of
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


def _make_and_settle(settings: Settings) -> Assistants:
    import structlog

    assistants = make_assistants(settings, structlog.get_logger().info if settings.log_format == "json" else None)
    _settle()
    return assistants


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


def serve(settings: Settings, beside: AbstractAsyncContextManager[str] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM, with `beside` entered meanwhile: a client, whose address is told once the assistant has learnt.

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


def _finishing(works: list[Callable[[], Awaitable[None]]]) -> Callable[[Application], AsyncIterator[None]]:
    """What is left to do at the end, as it stands by then."""

    async def finishing(_app: Application) -> AsyncIterator[None]:
        yield
        for work in works:
            await work()

    return finishing


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


def _make_rounds(settings: Settings, institutions: Institutions, outgoing: Outgoing, database: Database) -> Rounds:
    from bot.msteams.rounds import make_rounds

    of_tenant = institutions.by_tenant()

    def framework_of(tenant: str) -> str:
        institution = of_tenant.of(tenant)
        return institution.framework if institution else settings.framework

    return make_rounds(outgoing, database, _rules(institutions), framework_of, of_tenant.own)


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
    from bot.storage.outboxes import make_outbox

    source, database = token_source(settings), open_database(settings)
    credentials = NoCredentials() if source is None else KeptToken(source)
    async with database, credentials, Connector(credentials) as connector:
        outgoing = Outgoing(connector, make_outbox(database), allows=make_guard(settings).allows)
        await outgoing.resume()
        done = await work(_make_rounds(settings, read_institutions_of(settings), outgoing, database))
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


def _entered(beside: AbstractAsyncContextManager[str]) -> Callable[[Application], AsyncIterator[None]]:
    from bot.startup import STARTUP

    async def entered(app: Application) -> AsyncIterator[None]:
        async with beside as address:
            telling = asyncio.create_task(_tell(app[STARTUP], address))
            yield
            telling.cancel()

    return entered


async def _tell(startup: Startup[Any], address: str) -> None:
    """Where to talk to the assistant, as soon as it answers."""
    if await startup.ready():
        _write(f"Open {address} in a browser to talk to it, as in Teams.")


def _announce(settings: Settings) -> Callable[..., None]:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host

    def announce(*_aiohttps_own: object) -> None:
        _write(f"The assistant listens on http://{host}:{settings.port}/api/messages. Ctrl-C stops it.")

    return announce


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
