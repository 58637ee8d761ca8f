"""The manifest of the Teams app, filled from the settings."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema.validators import validator_for

from bot import VERSION
from bot.phrases.en import app_package as say
from bot.settings import PREFIX, CannotStart, Settings

SCHEMA_VERSION = "1.19"
SCHEMA = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}/MicrosoftTeams.schema.json"
COLOUR_ICON, OUTLINE_ICON = "color.png", "outline.png"
SEARCH, WORDS = "search", "query"

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_NEEDED = {
    "app_id": "the id of the bot's registration in Microsoft Entra; an app without it belongs to nobody.",
    "publisher": "who offers the app, in 32 characters at most, such as University of Northshore.",
    "website_url": "a page about the assistant, or about whoever helps with it.",
    "privacy_url": "your privacy notice for it; PRIVACY.md is written to be published.",
    "terms_url": "the terms under which your people use it, such as your IT regulations.",
}


def manifest(settings: Settings, version: str = "") -> dict[str, Any]:
    """The manifest. Raises CannotStart with everything that is missing."""
    faults = [f"  {PREFIX}{name.upper()}: {why}" for name, why in _NEEDED.items() if not getattr(settings, name)]
    if version and not _VERSION.fullmatch(version):
        faults.append(f"  --version: {version!r} is no version that Teams takes. Write three numbers, such as 1.0.1.")
    if faults:
        raise CannotStart("\n".join(["The app package cannot be made yet. Set these, or correct them:", *faults]))
    return {
        "$schema": SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": version or VERSION,
        "id": settings.app_id,
        "developer": _developer(settings),
        "name": {"short": settings.app_name, "full": say.full_name(settings.app_name, settings.publisher)},
        "description": {"short": say.SHORT, "full": say.FULL},
        "icons": {"color": COLOUR_ICON, "outline": OUTLINE_ICON},
        "accentColor": settings.accent_colour,
        "bots": [_bot(settings.app_id)],
        "composeExtensions": [_search(settings.app_id)],
        "defaultInstallScope": "personal",
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": _domains(settings.public_url),
    }


def _developer(settings: Settings) -> dict[str, str]:
    return {
        "name": settings.publisher,
        "websiteUrl": settings.website_url,
        "privacyUrl": settings.privacy_url,
        "termsOfUseUrl": settings.terms_url,
    }


def _bot(app_id: str) -> dict[str, Any]:
    return {
        "botId": app_id,
        "scopes": ["personal", "team", "groupChat"],
        "supportsFiles": True,
        "isNotificationOnly": False,
        "commandLists": [
            {"scopes": ["personal"], "commands": _commands(say.ALONE)},
            {"scopes": ["team", "groupChat"], "commands": _commands(say.TOGETHER)},
        ],
    }


def _commands(commands: tuple[say.Command, ...]) -> list[dict[str, str]]:
    return [{"title": title, "description": says} for title, says in commands]


def _search(app_id: str) -> dict[str, Any]:
    words = {"name": WORDS, "title": say.SEARCH_WORDS, "description": say.SEARCH_EXAMPLE, "inputType": "text"}
    command = {"id": SEARCH, "type": "query", "title": say.SEARCH, "description": say.SEARCH_SAYS, "parameters": [words]}
    return {"botId": app_id, "commands": [command | {"context": ["compose", "commandBox"], "initialRun": True}]}


def _domains(public_url: str) -> list[str]:
    """Where links to files lead; plain http is of this machine alone, which Teams never opens."""
    parts = urlsplit(public_url)
    return [parts.hostname] if parts.scheme == "https" and parts.hostname else []


def held_against(made: dict[str, Any], schema: Path) -> None:
    """Compare a manifest with Microsoft's schema. Raises CannotStart with everything that the schema does not allow."""
    try:
        read = dict(json.loads(schema.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise CannotStart(f"{schema} is no schema that can be read. `make lint-deploy` fetches Microsoft's into build/.") from None
    faults = sorted(validator_for(read)(read).iter_errors(made), key=lambda fault: list(map(str, fault.path)))
    if faults:
        told = (f"  {'.'.join(map(str, fault.path)) or 'manifest'}: {fault.message[:200]}" for fault in faults)
        raise CannotStart("\n".join(["The manifest is not as Microsoft's schema wants it:", *told]))
