"""Where the bot's own token comes from: Microsoft Entra by secret or certificate, or the platform by managed identity. The only msal."""

import logging
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

import msal
import requests

from bot.msteams.post.credentials import AccessToken, NoToken, Source

_CONNECT, _READ = 5.0, 10.0
_ERROR = re.compile(r"[a-z_]{1,40}")
_CODE = re.compile(r"AADSTS\d{4,8}|\A[45]\d\d(?=,)")
_HEADER_SAFE = re.compile(r"[\w.~+/=-]+", re.ASCII)

logging.getLogger("msal").setLevel(logging.CRITICAL + 1)  # it logs whole answers that it cannot read, and those may hold a token

Credential = str | Mapping[str, str]
"""A client secret, or a certificate as msal takes it."""


class _Session(requests.Session):
    """Waits so long and no longer, and follows no redirect: a secret goes nowhere else."""

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request."""
        return super().request(*args, **{**kwargs, "timeout": (_CONNECT, _READ), "allow_redirects": False})


def registered(app_id: str, credential: Credential, authority: str, scope: str) -> Source:
    """Tokens for an app registration, from the `authority` (an https address that ends with a tenant).

    Each fetch is made anew by msal: what it would keep (a token, an answer to throttle by) is kept and paced by who asks.
    """

    def fetch(session: requests.Session) -> Any:
        app = msal.ConfidentialClientApplication(
            app_id, client_credential=credential, authority=authority, http_client=session, instance_discovery=False
        )
        return app.acquire_token_for_client([scope])

    return lambda: _token(fetch)


def managed(app_id: str, scope: str) -> Source:
    """Tokens for a user-assigned managed identity, from the platform that the bot runs on; no proxy is asked."""

    def fetch(session: requests.Session) -> Any:
        session.trust_env = False
        client = msal.ManagedIdentityClient(msal.UserAssignedManagedIdentity(client_id=app_id), http_client=session)
        return client.acquire_token_for_client(resource=scope.removesuffix("/.default"))

    return lambda: _token(fetch)


def _token(fetch: Callable[[requests.Session], Any]) -> AccessToken:
    asked = time.time()
    try:
        with _Session() as session:
            return _read(fetch(session), asked)
    except requests.Timeout:
        raise NoToken("no answer in time") from None
    except requests.exceptions.SSLError:
        raise NoToken("the certificate of the token endpoint is not trusted") from None
    except requests.ConnectionError:
        raise NoToken("the token endpoint cannot be reached") from None
    except msal.exceptions.MsalServiceError:
        raise NoToken("the token endpoint fails (HTTP 5xx)") from None
    except (ValueError, LookupError, TypeError, AttributeError, RuntimeError):
        raise NoToken("the token endpoint answers nonsense, or does not know the directory (tenant)") from None


def _read(answer: Any, asked: float) -> AccessToken:
    """The token of an answer. Of an error only its codes are told: its description repeats what was sent."""
    if "access_token" not in answer:
        error = _ERROR.fullmatch(str(answer.get("error", "")))
        codes = dict.fromkeys(_CODE.findall(str(answer.get("error_description", ""))))
        raise NoToken(" ".join([error[0] if error else "unknown error", *codes]))
    value = answer["access_token"]
    if not _HEADER_SAFE.fullmatch(value):
        raise ValueError
    return AccessToken(value, asked + int(answer["expires_in"]))
