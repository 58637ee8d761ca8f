"""The servers to compare with: `python -m tests.benchmarks.servers KIND PORT`, settings as ever. Each answers a message by one reply."""

import sys
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, web

from bot.logs import log_to_stderr
from bot.settings import Settings, read_settings
from tests.benchmarks import sdk


def raw(_settings: Settings) -> web.Application:
    """aiohttp and nothing else: the reply goes out through one shared session."""
    app = web.Application()

    async def session(app: web.Application) -> AsyncIterator[None]:
        async with ClientSession() as opened:
            app["session"] = opened
            yield

    async def messages(request: web.Request) -> web.Response:
        activity = await request.json()
        async with request.app["session"].post(_reply_url(activity), json=_echo(activity)) as sent:
            await sent.read()
        return web.json_response({})

    app.cleanup_ctx.append(session)
    app.router.add_post("/api/messages", messages)
    return app


def _reply_url(activity: dict[str, Any]) -> str:
    conversation, replied = quote(activity["conversation"]["id"]), quote(activity["id"])
    return f"{activity['serviceUrl']}v3/conversations/{conversation}/activities/{replied}"


def _echo(activity: dict[str, Any]) -> dict[str, Any]:
    back = {"from": activity["recipient"], "recipient": activity["from"], "conversation": activity["conversation"]}
    return {"type": "message", "text": f"You said {activity['text']}", "replyToId": activity["id"], **back}


def edge(settings: Settings) -> web.Application:
    """Our edge to Teams alone, as it ships: tokens checked, activities matched with them, turns logged, nothing stored."""
    from bot.msteams.adapter import TeamsAdapter
    from bot.msteams.door.guard import make_guard
    from bot.msteams.post.connector import Connector
    from bot.msteams.post.credentials import KeptToken
    from bot.msteams.post.outgoing import Outgoing
    from bot.storage.outbox import Outbox
    from bot.storage.sqlite import SqliteDatabase
    from bot.web import make_app
    from bot.wiring import _settle, token_source
    from tests.benchmarks.echo import EdgeEcho

    guard, source = make_guard(settings), token_source(settings)
    assert source is not None
    credentials = KeptToken(source)
    connector = Connector(credentials=credentials)
    outgoing = Outgoing(connector, Outbox(SqliteDatabase(settings.database)), allows=guard.allows)

    async def life(_app: web.Application) -> AsyncIterator[None]:
        async with guard, credentials, connector:
            _settle()
            yield

    async def ready() -> dict[str, str]:
        return {"keys": guard.status()}

    app = make_app(TeamsAdapter(outgoing, EdgeEcho()), guard, ready)
    app.cleanup_ctx.append(life)
    return app


def stored(settings: Settings) -> web.Application:
    """Our edge to Teams and the database, with an echo in place of the assistant."""
    from bot.wiring import _settle, make_application
    from tests.benchmarks.echo import EchoAssistant

    def make(_settings: Settings) -> Any:
        _settle()
        return EchoAssistant()

    return make_application(settings, make)


KINDS = {"raw": raw, "sdk": sdk.unverified, "sdk-verified": sdk.verified, "edge": edge, "stored": stored}

if __name__ == "__main__":
    kind, port = sys.argv[1:]
    settings = read_settings()
    log_to_stderr(settings)
    web.run_app(KINDS[kind](settings), host="127.0.0.1", port=int(port), print=None, access_log=None)
