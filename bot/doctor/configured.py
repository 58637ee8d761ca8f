"""How the assistant is set up: settings, knowledge, templates, the secret's last day, and the app package."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from os import environ
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from cryptography import x509

from bot.assistants import read_institutions_of
from bot.doctor.finding import Finding, broken, look, ok
from bot.framework.library import framework_folders
from bot.msteams.app_package.manifest import manifest
from bot.msteams.app_package.packing import MANIFEST
from bot.msteams.post.certificate import read_certificate
from bot.settings import CannotStart, ServingSettings, Settings, read_settings
from bot.terminal.checking import checked
from bot.understanding.learnt import shelf
from bot.wiring import make_templates

SOON = 30  # days before the end of a secret or certificate that somebody should renew it
_PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def settings_or_faults() -> tuple[Settings | None, list[Finding]]:
    """The settings, None where they cannot be read; and what is to be said of them."""
    try:
        settings = read_settings(ServingSettings)
    except CannotStart as reason:
        return _half_set(), [broken("settings", line.strip()) for line in _faults(reason)]
    if settings.development:
        says = "Development mode: nobody has to prove who they are, and only this machine is answered."
        return settings, [look("settings", says, "For Teams, set ASSISTANT_APP_ID in its place.")]
    return settings, [ok("settings", f"All can be read. The app id is {settings.app_id}, of {settings.app_type.replace('-', ' ')}.")]


def _faults(reason: CannotStart) -> list[str]:
    lines = str(reason).splitlines()
    return lines[1:] or lines


def _half_set() -> Settings | None:
    """Without an identity all else can still be looked at."""
    try:
        return read_settings()
    except CannotStart:
        return None


def knowledge(settings: Settings) -> Iterator[Finding]:
    """Whether the frameworks can be read, and were learnt."""
    _, faults = checked(settings.knowledge, settings.own_frameworks)
    if faults:
        more = f" ({len(faults)} faults in all)" if len(faults) > 1 else ""
        yield broken("knowledge", f"{faults[0]}{more}", "`python -m bot check` lists all of it.")
        return
    names = [folder.name for root in (settings.knowledge, settings.own_frameworks) for folder in framework_folders(root)]
    if settings.framework not in names:
        yield broken("knowledge", f"There is no framework {settings.framework!r}.", f"ASSISTANT_FRAMEWORK may be {', '.join(names)}.")
    elif shelf(settings.learnt, settings.knowledge, settings.own_frameworks).filled:
        yield ok("knowledge", f"{len(names)} frameworks ({', '.join(names)}), read and learnt.")
    else:
        remedy = "`python -m bot ask hello` does it now. If every start says so, ASSISTANT_LEARNT cannot be written."
        yield look("knowledge", f"{len(names)} frameworks, not learnt yet: the next start takes a minute or two longer.", remedy)


def templates(settings: Settings) -> Iterator[Finding]:
    """Whether the institution's own Word templates can be used."""
    try:
        make_templates(read_institutions_of(settings))
    except CannotStart as reason:
        yield broken("templates", str(reason))
    else:
        yield ok("templates", f"Yours, in {settings.templates}." if settings.templates else "Those that ship.")


def secret(settings: Settings, today: date | None = None) -> Iterator[Finding]:
    """Until when the identity can be proved."""
    today = today or datetime.now(UTC).date()
    if not settings.app_id:
        yield look("secret", "Not looked at: there is no app id.")
    elif settings.app_type == "managed-identity":
        yield ok("secret", "None: the platform vouches for a managed identity.")
    elif settings.app_certificate:
        yield _certificate(settings.app_certificate, today)
    elif settings.app_secret_ends:
        yield _ends("secret", "The client secret", settings.app_secret_ends, today)
    else:
        remedy = "Look it up in the registration, under Certificates & secrets, and write it into ASSISTANT_APP_SECRET_ENDS."
        yield look("secret", "A client secret does not tell its last day.", remedy)


def _certificate(file: Path, today: date) -> Finding:
    try:
        pem = read_certificate(file)["public_certificate"]
    except CannotStart as reason:
        return broken("secret", str(reason))
    return _ends("secret", "The certificate", x509.load_pem_x509_certificate(pem.encode()).not_valid_after_utc.date(), today)


def _ends(what: str, name: str, ends: date, today: date) -> Finding:
    remedy = "Make a new one and put it in place before that day: deploy/README.md, Rotate the secret."
    left = (ends - today).days
    if left < 0:
        return broken(what, f"{name} ended on {ends:%d %B %Y}.", "Make a new one: deploy/README.md, Rotate the secret.")
    if left <= SOON:
        return look(what, f"{name} ends on {ends:%d %B %Y}, in {left} days.", remedy)
    return ok(what, f"{name} ends on {ends:%d %B %Y}.")


def proxy(settings: Settings) -> Iterator[Finding]:
    """Whether a proxy is named, which not everything goes through."""
    if settings.app_id and any(environ.get(name) for name in _PROXIES):
        says = "A proxy is named in the environment. Only the request for a token goes through it."
        yield look("proxy", says, "Let this machine reach the key server and the channel directly.")


def app_package(settings: Settings, file: Path) -> Iterator[Finding]:
    """Whether the app package could be made, and the one that was made is still what the settings say."""
    try:
        wanted = manifest(settings)
    except CannotStart as reason:
        missing = ", ".join(line.strip().partition(":")[0] for line in _faults(reason))
        yield look("app package", f"It cannot be made yet: {missing} missing.", "`python -m bot package` says what each is for.")
        return
    if not file.is_file():
        yield look("app package", f"There is none in {file}.", "`python -m bot package` makes it.")
        return
    try:
        with ZipFile(file) as package:
            found = json.loads(package.read(MANIFEST))
        differing = sorted(name for name in wanted.keys() | found.keys() if name != "version" and wanted.get(name) != found.get(name))
    except (OSError, BadZipFile, KeyError, ValueError, AttributeError):
        yield broken("app package", f"{file} holds no manifest that can be read.", "`python -m bot package` makes it anew.")
        return
    if differing:
        yield look("app package", f"{file} says otherwise than the settings: {', '.join(differing)}.", "Make it anew, and upload it.")
    else:
        yield ok("app package", f"{file} (version {found.get('version')}) is as the settings say.")
