"""A rehearsal without Microsoft: `python -m tests.rehearsal` starts the assistant, speaks to it as Teams would, and shows the reply."""

import argparse
import asyncio
import json
import os
import socket
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.settings import PREFIX, PROJECT
from tests.connector import LocalConnector, Sent
from tests.key_server import ANOTHER, APP, TENANT, KeyServer, activity, claims, signed

PORT = 9001
QUESTION = "what is expected at grade 7 for budgets?"
OWN_TOKEN = "the-token-of-the-assistant"
HEADER = "only-the-platform-knows-this"
START = "from bot.settings import ServingSettings; from bot.wiring import serve; serve(ServingSettings(_env_file=None))"  # no `.env`
POLL = 0.25
Tell = Callable[[str], None]


class Unexpected(Exception):  # noqa: N818 (what a person is told, not an error name)
    """Raised where the rehearsal ends otherwise than it should; the message says what was expected."""


@dataclass
class Microsoft:
    """Microsoft's part under one address of this machine: the signing keys, the platform's identity endpoint, and the channel."""

    port: int = 0
    keys: KeyServer = field(default_factory=KeyServer)
    channel: LocalConnector = field(default_factory=LocalConnector)

    async def __aenter__(self) -> "Microsoft":
        self.keys.hangs(False)
        app = self.keys.app()
        app.router.add_get("/identity", self._identity)
        app.router.add_route("*", "/v3/conversations/{rest:.*}", self.channel.take)
        self._server = TestServer(app, port=self.port)
        await self._server.start_server()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        """Its address, which is the service URL as well."""
        return str(self._server.make_url("/")).rstrip("/")

    @property
    def settings(self) -> dict[str, str]:
        """The assistant's settings for this rehearsal."""
        return {
            "ASSISTANT_APP_ID": APP,
            "ASSISTANT_APP_TYPE": "managed-identity",
            "ASSISTANT_APP_TENANT": TENANT,
            "ASSISTANT_KEYS_URL": f"{self.url}/openid",
            "ASSISTANT_SERVICE_HOSTS": self.url,
        }

    @property
    def platform(self) -> dict[str, str]:
        """What a platform with managed identities puts into the environment."""
        return {"IDENTITY_ENDPOINT": f"{self.url}/identity", "IDENTITY_HEADER": HEADER}

    def message(self, tenant: str = TENANT) -> dict[str, Any]:
        """The question, as Teams delivers it."""
        where = {"id": "a:rehearsal", "conversationType": "personal", "tenantId": tenant}
        said = {"id": str(uuid.uuid4()), "text": QUESTION, "serviceUrl": self.url}
        return activity(**said, conversation=where, channelData={"tenant": {"id": tenant}})

    def token(self, app: str = APP, key: str = "current") -> str:
        """A token of the channel for an app, signed by the published key or by another that claims to be it."""
        return signed(claims(app, self.url), key, kid="current")

    async def _identity(self, request: web.Request) -> web.Response:
        if request.headers.get("X-IDENTITY-HEADER") != HEADER or request.query.get("client_id") != APP:
            return web.json_response({"error": "invalid_request"}, status=400)
        return web.json_response({"access_token": OWN_TOKEN, "expires_on": str(int(time.time()) + 3600), "token_type": "Bearer"})


@dataclass
class Rehearsal:
    """Speaks to the assistant at `bot` in Microsoft's place, and tells what comes of it."""

    microsoft: Microsoft
    client: aiohttp.ClientSession
    bot: str
    tell: Tell

    async def ready(self, lives: Callable[[], bool]) -> None:
        """Wait until the assistant is ready, telling each state on the way. Raises Unexpected where it ends before."""
        told = ""
        while (state := await self._state()) != told or '"ready": true' not in state:
            if state and state != told:
                self.tell(f"/ready  {state}")
            told = state
            if not lives():
                raise Unexpected("The assistant ended before it was ready; it says why above.")
            await asyncio.sleep(POLL)

    async def play(self) -> None:
        """Ask by a sound token, then try what must be refused. Raises Unexpected."""
        message, token = self.microsoft.message(), self.microsoft.token
        await self._knock("the channel asks", 200, message, token())
        self.show(await self.microsoft.channel.next())
        await self._knock("without a token", 401, message)
        await self._knock("with a forged token", 401, message, token(key="forged"))
        await self._knock("with a token for another app", 401, message, token(ANOTHER))
        await self._knock("for another tenant's person", 403, self.microsoft.message(ANOTHER), token())

    async def _state(self) -> str:
        try:
            async with self.client.get(f"{self.bot}/ready") as response:
                return await response.text()
        except aiohttp.ClientError:
            return ""

    async def _knock(self, who: str, expected: int, message: dict[str, Any], token: str | None = None) -> None:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        async with self.client.post(f"{self.bot}/api/messages", json=message, headers=headers) as response:
            self.tell(f"{response.status}  {who}: {(await response.text())}")
        if response.status != expected:
            raise Unexpected(f"Expected {expected}. Was the assistant started with the settings above? Its log says why it refuses.")

    def show(self, reply: Sent) -> None:
        """Tell a reply. Raises Unexpected where the assistant did not prove who it is."""
        if reply.authorization != f"Bearer {OWN_TOKEN}":
            raise Unexpected("The reply came without the assistant's own token. Start the assistant with the settings above.")
        self.tell(f"     and is answered, with the assistant's own token:\n       {reply.text}")


@asynccontextmanager
async def started(environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """The assistant in a process of its own, with these settings and no others; it ends gracefully."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", START, cwd=PROJECT, env=kept | environment)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def rehearse(tell: Tell) -> None:
    """The whole rehearsal, with an assistant of its own. Raises Unexpected."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as found:
        port = str(found.getsockname()[1])
        found.close()
        own = {"ASSISTANT_PORT": port, "ASSISTANT_DATABASE": f"{folder}/rehearsal.db"}
        async with Microsoft() as microsoft, aiohttp.ClientSession() as client:
            tell("\n".join(_lines(microsoft.settings | own | microsoft.platform)))
            async with started(microsoft.settings | own | microsoft.platform) as process:
                rehearsal = Rehearsal(microsoft, client, f"http://127.0.0.1:{port}", tell)
                await rehearsal.ready(lambda: process.returncode is None)
                await rehearsal.play()
                process.terminate()
                if await process.wait():
                    raise Unexpected(f"SIGTERM should end the assistant with exit code 0, not {process.returncode}.")
    tell("All as it should be.")


YOURS = """Write these lines, and no others, into .env beside the bot folder:

{settings}

Then start the assistant in a second terminal:

  IDENTITY_ENDPOINT={IDENTITY_ENDPOINT} IDENTITY_HEADER={IDENTITY_HEADER} .venv/bin/python -m bot run
"""
NOW_YOU = """All as it should be. Now you, in a third terminal (each message needs an id of its own; the token is good for an hour):

  curl -i {bot}/api/messages -H 'Content-Type: application/json' \\
  -H 'Authorization: Bearer {token}' \\
  -d '{message}'

Replies appear here. Ctrl-C ends it; then take those lines out of .env again."""


async def accompany(bot: str, tell: Tell) -> None:
    """The same with an assistant that somebody starts, then show its replies until Ctrl-C. Raises Unexpected."""
    async with Microsoft(PORT) as microsoft, aiohttp.ClientSession() as client:
        lines = _lines(microsoft.settings | {"ASSISTANT_DATABASE": "data/rehearsal.db"})
        tell(YOURS.format(settings="\n".join(lines), **microsoft.platform))
        rehearsal = Rehearsal(microsoft, client, bot, tell)
        await rehearsal.ready(lambda: True)
        await rehearsal.play()
        tell(NOW_YOU.format(bot=bot, token=microsoft.token(), message=json.dumps(microsoft.message())))
        while True:
            rehearsal.show(await microsoft.channel.next(None))


def _lines(variables: dict[str, str]) -> list[str]:
    return [f"  {name}={value}" for name, value in variables.items()]


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (what the command is for)


def main() -> int:
    """0 where all went as it should."""
    parser = argparse.ArgumentParser(prog="python -m tests.rehearsal", description=__doc__)
    parser.add_argument(
        "--wait", metavar="URL", nargs="?", const="http://127.0.0.1:3978", help="rehearse with the assistant you start there"
    )
    bot = parser.parse_args().wait
    try:
        asyncio.run(accompany(bot, _print) if bot else rehearse(_print))
    except Unexpected as otherwise:
        _print(str(otherwise))
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
