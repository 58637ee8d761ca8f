"""The settings: read once from the environment, `.env` and mounted secrets, whole and frozen, every fault in one message."""

import datetime as dt
import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.addresses import SCHEMES, PostgresAddress, is_loopback, postgres_address
from bot.setting_values import address, at_most, colour, page

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "ASSISTANT_"
ENV_FILE = PROJECT / ".env"
SECRETS = Path("/run/secrets")
MOST_CONTACTS, LONGEST_CONTACTS = 8, 2_000
FEWEST_MONTHS, MOST_MONTHS = 3, 120
MOST_CONNECTIONS = 100
FEWEST_A_SECOND, FEWEST_OF_A_PERSON, MOST_MESSAGES = 10, 10, 1_000_000
NO_IDENTITY = (
    "without it the assistant cannot tell who speaks. Set ASSISTANT_APP_ID and what belongs to it "
    "(README, Configuration for Teams), or try it on this machine alone: ASSISTANT_DEVELOPMENT=true, or `make run`."
)

_NUMBERS = {
    "port": ("port", 1, 65535),
    "metrics_port": ("port, nor 0 for none", 0, 65535),
    "database_connections": ("number of connections", 1, MOST_CONNECTIONS),
    "most_a_second": ("number of messages a second", FEWEST_A_SECOND, MOST_MESSAGES),
    "most_of_a_person": ("number of messages in ten seconds", FEWEST_OF_A_PERSON, MOST_MESSAGES),
    "keep_drafts_months": ("number of months", 1, MOST_MONTHS),
    "keep_months": ("number of months", FEWEST_MONTHS, MOST_MONTHS),
}
_NEAR = 0.85  # of 1: so alike are a name and the setting that was meant
_OF_KUBERNETES = "ASSISTANT_SERVICE_HOST"  # which it sets by itself for a service named assistant
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")


class CannotStart(Exception):  # noqa: N818 (a reason given to a person, not an error name)
    """Raised where the assistant cannot start; the message says why and what to do, and needs no traceback."""


def _guid(id_: str) -> str:
    if not id_ or _GUID.fullmatch(id_.lower()):
        return id_.lower()
    raise ValueError("this is no id of Microsoft Entra, such as 11111111-2222-3333-4444-555555555555. Copy it from the registration.")


def _split(listed: Any) -> Any:
    """A list as the environment holds it: separated by commas."""
    return tuple(item.strip() for item in listed.split(",") if item.strip()) if isinstance(listed, str) else listed


def _contacts(listed: Any) -> Any:
    """Contacts as the environment holds them: `name: how to reach them`, separated by semicolons."""
    if not isinstance(listed, str):
        return listed
    pairs = tuple(tuple(part.strip() for part in contact.split(":", 1)) for contact in listed.split(";") if contact.strip())
    if all(len(pair) == 2 and all(pair) for pair in pairs) and len(pairs) <= MOST_CONTACTS and len(listed) <= LONGEST_CONTACTS:  # noqa: PLR2004
        return pairs
    raise ValueError(f"give at most {MOST_CONTACTS} in short, like: Staff counselling: 01234 567890; HR: hr@example.ac.uk")


def _no_development(app_id: str, info: ValidationInfo) -> str:
    if app_id and info.data.get("development"):
        raise ValueError("in development mode nobody has to prove who they are, so it takes no app id. Leave out one of the two.")
    return app_id


def _known_tenant(tenant: str, info: ValidationInfo) -> str:
    if tenant or not info.data.get("app_id") or info.data.get("app_type") == "multi-tenant":
        return tenant
    raise ValueError("the directory (tenant) id of the registration is missing. It stands beside the app id.")


def _needed_secret(secret: SecretStr, info: ValidationInfo) -> SecretStr:
    given = [name for name, value in (("secret", secret.get_secret_value()), ("certificate", info.data.get("app_certificate"))) if value]
    if not info.data.get("app_id") or "app_certificate" not in info.data:
        return secret
    if info.data.get("app_type") == "managed-identity":
        if given:
            raise ValueError(f"a managed identity has no {given[0]}. Leave it out, or set ASSISTANT_APP_TYPE to single-tenant.")
    elif not given:
        raise ValueError("the app id needs a secret, or a certificate in ASSISTANT_APP_CERTIFICATE. Make one in the registration.")
    elif len(given) > 1:
        raise ValueError("there is a certificate as well. Leave out one of the two.")
    return secret


def _named_tenants(tenants: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    if tenants or not info.data.get("app_id"):
        return tenants
    if info.data.get("app_type") == "multi-tenant":
        raise ValueError("a multi-tenant app must name whose people may talk to it: directory (tenant) ids, separated by commas.")
    return (info.data["app_tenant"],) if info.data.get("app_tenant") else ()


def _guarded(url: str) -> str:
    if not url or _is_guarded(url) or _is_own_origin(url):
        return url
    raise ValueError("whoever changes the keys on their way can speak as anybody. Use https; http is only for this machine itself.")


def _public_url(url: str) -> str:
    if not url or ((_is_guarded(url) or _is_own_origin(url)) and not {"?", "#", "@", " "} & set(url)):
        return url.rstrip("/")
    raise ValueError(f"{url!r} is no address that people can open. Write one like https://assistant.example.ac.uk, without ? or #.")


def _service_host(given: str) -> str:
    host = given.lower().rstrip("/")
    if (_HOST.fullmatch(host) and not is_loopback(host)) or (_is_own_origin(host) and host == f"http://{urlsplit(host).netloc}"):
        return host
    raise ValueError(f"{given!r} is neither a host name (reached by https) nor an address of this machine like http://127.0.0.1:9000.")


def _is_guarded(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_own_origin(url: str) -> bool:
    """Whether a URL leads to this machine, by plain http."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "http" and is_loopback(parts.hostname or "") and parts.username is None and parts.port != 0
    except ValueError:
        return False


def _only_loopback(host: str, info: ValidationInfo) -> str:
    if is_loopback(host) or info.data.get("app_id", "?"):
        return host
    raise ValueError(f"{host!r} can be reached by others, and without an app id anybody could speak as anybody. Use 127.0.0.1.")


def _existing_folder(folder: Path) -> Path:
    if folder.is_dir():
        return folder
    raise ValueError(f"there is no folder {folder}. Name the folder that holds the framework folders.")


def _own_folder(folder: Path) -> Path:
    if folder.is_dir() or not folder.exists():
        return folder
    raise ValueError(f"{folder} is no folder. Name the folder for your own frameworks; it is made by the first import.")


def _templates_folder(folder: Path | None) -> Path | None:
    if folder is None or folder.is_dir():
        return folder
    raise ValueError(f"there is no folder {folder}. Name the folder that holds your own Word templates, or leave it out to use ours.")


def _existing_file(file: Path | None) -> Path | None:
    if file is None or file.is_file():
        return file
    raise ValueError(f"there is no file {file}. Name a PEM file that holds the private key and the certificate.")


def _institutions_file(file: Path | None) -> Path | None:
    if file is None or file.is_file():
        return file
    raise ValueError(f"there is no file {file}. Name the YAML file that lists the institutions (README, Several institutions).")


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        raise ValueError(f"{name!r} is no time zone. Write one by its name, such as Europe/London or America/New_York.") from None
    return name


def _secrets_folder(folder: Path | None) -> Path | None:
    if folder is None or folder.is_dir():
        return folder
    raise ValueError(f"there is no folder {folder}. Name the one that secrets are mounted in, or leave it out to use {SECRETS}.")


def _longer_than_drafts(months: int, info: ValidationInfo) -> int:
    drafts = info.data.get("keep_drafts_months", 0)
    if months >= drafts:
        return months
    raise ValueError(f"drafts would be kept longer ({drafts} months) than all else. Write a larger number here, or a smaller one there.")


def _database(where: Any) -> Any:
    """A PostgreSQL server's, where it is an address; the path of a file otherwise."""
    return postgres_address(where) if isinstance(where, str) and where.startswith(SCHEMES) else where


def _database_in_project(where: Path | PostgresAddress) -> Path | PostgresAddress:
    return PROJECT / where if isinstance(where, Path) else where


def _no_password_for_a_file(password: SecretStr, info: ValidationInfo) -> SecretStr:
    if password.get_secret_value() and isinstance(info.data.get("database"), Path):
        raise ValueError("a database in a file has no password. Leave it out, or give the address of a server in ASSISTANT_DATABASE.")
    return password


def _in_project(path: Path | None) -> Path | None:
    return None if path is None else PROJECT / path


_Guid = Annotated[str, AfterValidator(_guid)]
_InProject = AfterValidator(_in_project)
_Late = Field(validate_default=True)  # the default as well, for it may not go with a setting above it


class Settings(BaseSettings):
    """What an operator may choose. Each is `ASSISTANT_<NAME>` in the environment, in `.env` beside the `bot` folder, or a mounted secret.

    A setting is checked against those above it.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True)

    development: bool = False
    app_id: Annotated[_Guid, AfterValidator(_no_development)] = ""
    app_type: Literal["single-tenant", "multi-tenant", "managed-identity"] = "single-tenant"
    app_tenant: Annotated[_Guid, AfterValidator(_known_tenant), _Late] = ""
    app_certificate: Annotated[Path | None, _InProject, AfterValidator(_existing_file)] = None
    app_secret: Annotated[SecretStr, AfterValidator(_needed_secret), _Late] = SecretStr("")
    app_secret_ends: dt.date | None = None
    secrets_dir: Annotated[Path | None, AfterValidator(_secrets_folder)] = None
    tenants: Annotated[tuple[_Guid, ...], NoDecode, BeforeValidator(_split), AfterValidator(_named_tenants), _Late] = ()
    cloud: Literal["public", "us-government"] = "public"
    keys_url: Annotated[str, AfterValidator(_guarded)] = ""
    service_hosts: Annotated[tuple[Annotated[str, AfterValidator(_service_host)], ...], NoDecode, BeforeValidator(_split)] = ()
    host: Annotated[str, AfterValidator(_only_loopback)] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 3978
    public_url: Annotated[str, AfterValidator(_public_url)] = ""
    file_hosts: Annotated[tuple[Annotated[str, AfterValidator(_service_host)], ...], NoDecode, BeforeValidator(_split)] = ()
    templates: Annotated[Path | None, _InProject, AfterValidator(_templates_folder)] = None
    knowledge: Annotated[Path, _InProject, AfterValidator(_existing_folder)] = PROJECT / "knowledge"
    own_frameworks: Annotated[Path, _InProject, AfterValidator(_own_folder)] = PROJECT / "data" / "frameworks"
    database: Annotated[Path | PostgresAddress, BeforeValidator(_database), AfterValidator(_database_in_project)] = (
        PROJECT / "data" / "assistant.db"
    )
    database_password: Annotated[SecretStr, AfterValidator(_no_password_for_a_file)] = SecretStr("")
    database_connections: Annotated[int, Field(ge=1, le=MOST_CONNECTIONS)] = 10
    most_a_second: Annotated[int, Field(ge=FEWEST_A_SECOND, le=MOST_MESSAGES)] = 200
    most_of_a_person: Annotated[int, Field(ge=FEWEST_OF_A_PERSON, le=MOST_MESSAGES)] = 30
    learnt: Annotated[Path, _InProject] = PROJECT / "data" / "learnt"
    framework: str = "lancaster"
    institutions: Annotated[Path | None, _InProject, AfterValidator(_institutions_file)] = None
    contacts: Annotated[tuple[tuple[str, str], ...], NoDecode, BeforeValidator(_contacts)] = ()
    help_contacts: Annotated[tuple[tuple[str, str], ...], NoDecode, BeforeValidator(_contacts)] = ()
    question_log: bool = False
    timezone: Annotated[str, AfterValidator(_time_zone)] = "Europe/London"
    keep_drafts_months: Annotated[int, Field(ge=1, le=MOST_MONTHS)] = 12
    keep_months: Annotated[int, Field(ge=FEWEST_MONTHS, le=MOST_MONTHS), AfterValidator(_longer_than_drafts), _Late] = 24
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    metrics_host: Annotated[str, AfterValidator(address)] = "127.0.0.1"
    app_name: Annotated[str, AfterValidator(at_most(30))] = "Career assistant"
    publisher: Annotated[str, AfterValidator(at_most(32))] = ""
    website_url: Annotated[str, AfterValidator(page)] = ""
    privacy_url: Annotated[str, AfterValidator(page)] = ""
    terms_url: Annotated[str, AfterValidator(page)] = ""
    accent_colour: Annotated[str, AfterValidator(colour)] = "#1f4e79"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"


def _identity(app_id: str, info: ValidationInfo) -> str:
    if app_id or info.data.get("development", True):
        return app_id
    raise ValueError(NO_IDENTITY)


class ServingSettings(Settings):
    """The settings of a process that serves: it has an identity, or is in development mode."""

    app_id: Annotated[_Guid, AfterValidator(_no_development), AfterValidator(_identity), _Late] = ""


def read_settings(kind: type[Settings] = Settings) -> Settings:
    """The settings of this process. Raises CannotStart with every fault of every setting."""
    try:
        faults = [f"  {name}: no setting has this name. Is it {nearest}?" for name, nearest in _misspelt()]
        try:
            folder = secrets_folder()
            settings = kind(_secrets_dir=folder if folder.is_dir() else None)
        except ValidationError as error:
            faults += map(_sentence, error.errors())
    except (OSError, ValueError) as error:
        reason = error.__cause__ or error
        raise CannotStart(f"A file with settings cannot be read: {reason}. It must be text that this user may read.") from None
    if faults:
        raise CannotStart("\n".join(["The settings have faults:", *faults]))
    return settings


def secrets_folder() -> Path:
    """Where secrets are mounted as files. It is known before anything else is read."""
    name = f"{PREFIX}SECRETS_DIR"
    return Path(os.environ.get(name) or dotenv_values(ENV_FILE).get(name) or SECRETS)


def _misspelt() -> Iterator[tuple[str, str]]:
    """What is given and is no setting, but nearly the name of one, with that."""
    folder = secrets_folder()
    mounted = (file.name for file in folder.iterdir()) if folder.is_dir() else ()
    known = [name.upper() for name in Settings.model_fields]
    for name in sorted({name.upper() for name in (*os.environ, *dotenv_values(ENV_FILE), *mounted)} - {_OF_KUBERNETES}):
        bare = name.removeprefix(PREFIX)
        if bare != name and bare not in known and (nearest := get_close_matches(bare, known, 1, _NEAR)):
            yield name, PREFIX + nearest[0]


def _sentence(fault: ErrorDetails) -> str:
    name = PREFIX + str(fault["loc"][0]).upper()
    return f"  {name}: {_remedy(fault).removeprefix('Value error, ')}"


def _number(fault: ErrorDetails) -> str:
    what, least, most = _NUMBERS[str(fault["loc"][0])]
    return f"{fault['input']!r} is no {what}. Write a number from {least} to {most}."


def _remedy(fault: ErrorDetails) -> str:
    """What to write instead; pydantic's own words do not always say."""
    match fault["type"]:
        case "literal_error":
            return f"{fault['input']!r} is none of its values. Write {fault['ctx']['expected']}."
        case "bool_parsing":
            return f"{fault['input']!r} is neither. Write true or false."
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            return _number(fault)
        case "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return f"{fault['input']!r} is no day. Write one like 2027-05-31."
    return fault["msg"]
