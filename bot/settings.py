"""The settings: read once from the environment and `.env`, whole and frozen, every fault in one message."""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "ASSISTANT_"


class CannotStart(Exception):  # noqa: N818 (a reason given to a person, not an error name)
    """Raised where the assistant cannot start; the message says why and what to do, and needs no traceback."""


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own. `host` is bare: no port, no brackets."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _only_loopback(host: str) -> str:
    if is_loopback(host):
        return host
    raise ValueError(
        f"{host!r} can be reached by others, and without an app id anybody could speak as anybody. Use 127.0.0.1; "
        "authenticated operation comes with the next release."
    )


def _none_yet(app_id: str) -> str:
    if not app_id:
        return app_id
    raise ValueError("authenticated operation comes with the next release. Leave the app id out; the bot then runs in development mode.")


def _only_development(development: bool) -> bool:  # noqa: FBT001 (a validator's one argument)
    if development:
        return development
    raise ValueError("only development mode exists yet; authenticated operation comes with the next release. Leave this out, or set true.")


def _existing_folder(folder: Path) -> Path:
    if folder.is_dir():
        return folder
    raise ValueError(f"there is no folder {folder}. Name the folder that holds the framework folders.")


def _in_project(path: Path) -> Path:
    return PROJECT / path


class Settings(BaseSettings):
    """What an operator may choose. Each is `ASSISTANT_<NAME>` in the environment or in `.env` beside the `bot` folder."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=PROJECT / ".env", env_ignore_empty=True, extra="ignore", frozen=True)

    development: Annotated[bool, AfterValidator(_only_development)] = True
    host: Annotated[str, AfterValidator(_only_loopback)] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 3978
    app_id: Annotated[str, AfterValidator(_none_yet)] = ""
    knowledge: Annotated[Path, AfterValidator(_in_project), AfterValidator(_existing_folder)] = PROJECT / "knowledge"
    database: Annotated[Path, AfterValidator(_in_project)] = PROJECT / "data" / "assistant.db"
    learnt: Annotated[Path, AfterValidator(_in_project)] = PROJECT / "data" / "learnt"
    framework: str = "lancaster"
    log_level: Literal["debug", "info", "warning", "error"] = "info"


def read_settings() -> Settings:
    """The settings of this process. Raises CannotStart with every fault of every setting."""
    try:
        return Settings()
    except ValidationError as error:
        raise CannotStart("\n".join(["The settings have faults:", *map(_sentence, error.errors())])) from None


def _sentence(fault: ErrorDetails) -> str:
    name = PREFIX + str(fault["loc"][0]).upper()
    return f"  {name}: {fault['msg'].removeprefix('Value error, ')}"
