"""Microsoft's clouds: who signs what arrives, where the bot's own tokens come from, and where replies may go."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Cloud:
    """One cloud, as Microsoft's page on authentication with the Bot Connector API has it.

    `openid` is the OpenID document that leads to the signing keys, `issuer` who issues the tokens that arrive. `authority` is where the
    bot's own tokens come from, followed by a tenant: its own, or `shared_tenant` for a multi-tenant bot; `scope` is what they are for.
    `service_hosts` are the hosts that replies may go to; `*.` before one stands for any host below it.
    """

    openid: str
    issuer: str
    authority: str
    shared_tenant: str
    scope: str
    service_hosts: tuple[str, ...]


CLOUDS: Mapping[str, Cloud] = MappingProxyType(
    {
        "public": Cloud(
            openid="https://login.botframework.com/v1/.well-known/openidconfiguration",
            issuer="https://api.botframework.com",
            authority="https://login.microsoftonline.com/",
            shared_tenant="botframework.com",
            scope="https://api.botframework.com/.default",
            service_hosts=("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"),
        ),
        "us-government": Cloud(
            openid="https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            issuer="https://api.botframework.us",
            authority="https://login.microsoftonline.us/",
            shared_tenant="MicrosoftServices.onmicrosoft.us",
            scope="https://api.botframework.us/.default",
            service_hosts=("smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us"),
        ),
    }
)
