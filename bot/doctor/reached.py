"""What the assistant reaches over the network: the key server with its clock, and the token endpoint with the identity."""

import asyncio
import re
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import aiohttp
import jwt

from bot.doctor.finding import Finding, broken, look, ok
from bot.msteams.door.clouds import CLOUDS
from bot.msteams.door.signing_keys import SigningKeys
from bot.msteams.door.token import LEEWAY
from bot.msteams.post.credentials import AccessToken, NoToken
from bot.settings import CannotStart, Settings
from bot.wiring import token_source

PATIENCE = 10.0  # seconds
DRIFT = 30.0  # seconds that a clock may be off before somebody should look at it

_NO_TOKEN = (
    ("AADSTS7000215", "The secret is wrong. Use its value, not its id."),
    ("AADSTS7000222", "The secret ran out. Make a new one."),
    ("AADSTS700016", "The app id is not in this directory. Check ASSISTANT_APP_ID and ASSISTANT_APP_TENANT."),
    ("AADSTS90002", "There is no such directory. Check ASSISTANT_APP_TENANT."),
    ("AADSTS700027", "The certificate is not the one in the registration. Upload it again."),
    ("invalid_request", "The managed identity is not assigned to this app or machine. Assign it."),
    ("invalid_scope", "The managed identity is not assigned to this app or machine. Assign it."),
    ("nonsense", "Check ASSISTANT_APP_TENANT, and what proxy is in between."),
    ("", "Check network, proxy, firewall and certificate authority (REQUESTS_CA_BUNDLE)."),
)


def keys_and_clock(settings: Settings) -> Iterator[Finding]:
    """Whether the signing keys can be fetched, and how this machine's clock differs from the key server's."""
    if settings.development:
        yield ok("key server", "Not needed in development mode.")
        return
    url = settings.keys_url or CLOUDS[settings.cloud].openid
    yield from asyncio.run(_keys_and_clock(url))


async def _keys_and_clock(url: str) -> list[Finding]:
    remedy = f"This machine must reach {url}: check name resolution, firewall and certificate authority."
    try:
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session, session.get(url, allow_redirects=False) as answer:
            status, date = answer.status, answer.headers.get("Date", "")
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        unreached = broken("key server", f"It cannot be reached ({type(error).__name__}).", remedy)
        return [unreached, look("clock", "Not checked: the key server, whose clock it is compared with, was not reached.")]
    if status != 200:  # noqa: PLR2004 (HTTP)
        return [broken("key server", f"It answered {status} instead of its keys.", remedy), _clock(date)]
    async with SigningKeys(url) as keys:
        await keys.find("")
        fault = keys.fault()
    found = broken("key server", "It answered, but gave no usable keys.", remedy) if fault else ok("key server", f"Keys fetched, by {url}.")
    return [found, _clock(date)]


def _clock(date: str) -> Finding:
    try:
        off = time.time() - parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError):
        return look("clock", "Not checked: the key server's answer has no date.")
    says = f"{abs(off):.0f} seconds {'ahead of' if off > 0 else 'behind'} the key server."
    remedy = "Let this machine set its clock by the network (NTP)."
    if abs(off) > LEEWAY:
        return broken("clock", f"{says} More than {LEEWAY // 60} minutes, and every token is refused.", remedy)
    return (
        look("clock", says, remedy)
        if abs(off) > DRIFT
        else ok("clock", f"Right, as far as the key server's tells: {abs(off):.0f} seconds apart.")
    )


def token(settings: Settings) -> Iterator[Finding]:
    """Whether the assistant gets a token of its own, and whether it is of the app and the directory of the settings."""
    if not settings.app_id:
        yield look("token", "Not asked for: there is no app id.")
        return
    try:
        source = token_source(settings)
        got = source() if source else None
    except CannotStart:
        yield broken("token", "Not asked for: the certificate cannot be used.", "See the line `secret`.")
    except NoToken as none:
        reason = str(none)
        yield broken("token", f"None: {reason}.", next(remedy for sign, remedy in _NO_TOKEN if sign in reason))
    else:
        if got is not None:
            yield _given(got, settings)


def _given(got: AccessToken, settings: Settings) -> Finding:
    """A token may be of a kind that only its reader can open; then it is enough that it was given."""
    minutes = max(0.0, got.ends - time.time()) / 60
    claims = _claims(got.value)
    for name, wanted, setting in (("appid", settings.app_id, "APP_ID"), ("tid", settings.app_tenant, "APP_TENANT")):
        said = claims.get(name)
        if wanted and isinstance(said, str) and said.lower() != wanted and not (name == "tid" and settings.app_type == "multi-tenant"):
            shown = said if re.fullmatch(r"[0-9a-fA-F-]{36}", said) else "another"
            return broken("token", f"It is of {shown}, not of {wanted}.", f"Check ASSISTANT_{setting}.")
    return ok("token", f"Given, for {minutes:.0f} minutes.")


def _claims(value: str) -> dict[str, object]:
    try:
        return dict(jwt.decode(value, options={"verify_signature": False}))
    except jwt.PyJWTError:
        return {}
