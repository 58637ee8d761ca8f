"""The servers to compare with: `python -m tests.benchmarks.servers KIND PORT DATABASE`. Each answers a message by one reply."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.schema import Activity

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said, Turn
from bot.settings import Settings


class EchoHandler(ActivityHandler):
    """An echo of the SDK's kind."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say what was said."""
        await turn_context.send_activity(Activity(type="message", text=f"You said {turn_context.activity.text}"))


class EchoAssistant:
    """An echo in place of the assistant."""

    def answer(self, turn: Turn) -> Reply:
        """Say what was said."""
        return Reply(f"You said {turn.arrived.text if isinstance(turn.arrived, Said) else ''}")


def raw(_database: Path) -> web.Application:
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


def sdk(_database: Path) -> web.Application:
    """The SDK's CloudAdapter as its samples use it, without an app id: nobody is authenticated."""
    from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

    class Config:
        APP_ID = ""
        APP_PASSWORD = ""

    adapter, handler = CloudAdapter(ConfigurationBotFrameworkAuthentication(Config())), EchoHandler()

    async def messages(request: web.Request) -> web.StreamResponse:
        return await adapter.process(request, handler)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app


def edge(database: Path) -> web.Application:
    """Our edge to Teams alone, nothing stored."""
    from bot.msteams.adapter import TeamsAdapter
    from bot.msteams.door.guard import DevelopmentGuard
    from bot.msteams.post.outgoing import Outgoing
    from bot.msteams.post.sending import Connector
    from bot.storage.database import Database
    from bot.storage.outbox import Outbox
    from bot.web import make_app

    connector = Connector()
    outgoing = Outgoing(connector, Outbox(Database(database)))

    async def session(_app: web.Application) -> AsyncIterator[None]:
        async with connector:
            yield

    async def ready() -> dict[str, str]:
        return {}

    app = make_app(TeamsAdapter(outgoing, EchoHandler()), DevelopmentGuard(), ready)
    app.cleanup_ctx.append(session)
    return app


def stored(database: Path) -> web.Application:
    """Our edge to Teams and the database, with an echo in place of the assistant."""
    from bot.wiring import make_application

    return make_application(Settings(development=True, database=database), lambda _settings: EchoAssistant())


KINDS = {made.__name__: made for made in (raw, sdk, edge, stored)}

if __name__ == "__main__":
    kind, port, database = sys.argv[1:]
    web.run_app(KINDS[kind](Path(database)), host="127.0.0.1", port=int(port), print=None, access_log=None)
