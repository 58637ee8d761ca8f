"""Who Microsoft would be: a key server that the tokens are checked against, and an endpoint that gives the bot its own token."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp import web

from tests.benchmarks.machine import free_port
from tests.key_server import APP, TENANT, KeyServer, claims, signed

LASTS = 24 * 3600


@dataclass(frozen=True)
class Identity:
    """The environment of a bot that has an identity, and the token that the channel at `service` shows it."""

    env: dict[str, str]
    token: str


@asynccontextmanager
async def identity(service: str) -> AsyncIterator[Identity]:
    """An identity for a bot that answers to `service`, a URL of this machine that ends with a slash."""
    keys, port = KeyServer(), free_port()
    app = keys.app()
    app.router.add_get("/token", _own_token)
    keys.hangs(False)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    here = f"http://127.0.0.1:{port}"
    env = {
        "ASSISTANT_APP_ID": APP,
        "ASSISTANT_APP_TYPE": "managed-identity",
        "ASSISTANT_APP_TENANT": TENANT,
        "ASSISTANT_KEYS_URL": f"{here}/openid",
        "ASSISTANT_SERVICE_HOSTS": service.rstrip("/"),
        "ASSISTANT_MOST_A_SECOND": "1000000",  # the few who talk here send more than people do
        "ASSISTANT_MOST_OF_A_PERSON": "1000000",
        "IDENTITY_ENDPOINT": f"{here}/token",
        "IDENTITY_HEADER": "known-to-the-platform-alone",
    }
    try:
        yield Identity(env, signed(claims(APP, service)))
    finally:
        await runner.cleanup()


async def _own_token(_request: web.Request) -> web.Response:
    ends = int(datetime.now(UTC).timestamp()) + LASTS
    return web.json_response({"token_type": "Bearer", "access_token": "the-bots-own-token", "expires_on": str(ends)})
