"""The file that an administrator uploads: the manifest and the icons, the same bytes for the same settings."""

import json
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.msteams.app_package.icons import colour_icon, outline_icon
from bot.msteams.app_package.manifest import COLOUR_ICON, OUTLINE_ICON, held_against, manifest
from bot.settings import CannotStart, Settings

MANIFEST = "manifest.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o644 << 16
_UNIX = 3


def made(settings: Settings, to: Path, version: str = "", schema: Path | None = None) -> str:
    """Make the file, and say what was made. Raises CannotStart."""
    filled = manifest(settings, version)
    if schema is not None:
        held_against(filled, schema)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with ZipFile(to, "w", ZIP_STORED) as package:
            for name, body in _files(filled, settings.accent_colour):
                package.writestr(_entry(name), body)
    except OSError as error:
        raise CannotStart(f"{to} cannot be written: {(error.strerror or 'unknown reason').lower()}. Name another file.") from None
    checked = "checked against Microsoft's schema" if schema else "not checked against Microsoft's schema (--schema FILE does)"
    return f"Made {to}: {filled['name']['short']} {filled['version']}, {checked}. Upload it in the Teams admin center, under Manage apps."


def _files(filled: object, accent: str) -> list[tuple[str, bytes]]:
    text = json.dumps(filled, ensure_ascii=False, indent=2) + "\n"
    return [(MANIFEST, text.encode()), (COLOUR_ICON, colour_icon(accent)), (OUTLINE_ICON, outline_icon())]


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _LONG_AGO)
    entry.external_attr, entry.create_system = _ORDINARY_FILE, _UNIX
    return entry
