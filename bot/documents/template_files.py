"""The Word templates: those that ship, and an institution's own in their place, each tried out before anybody needs it."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import structlog

from bot.documents.samples import SAMPLES
from bot.documents.word import write_word
from bot.settings import CannotStart

SHIPPED = Path(__file__).parent / "templates"
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates by name. `own` is the institution's folder, None where it has none; what is missing there is taken from ours."""

    own: Path | None = None

    def fill(self, name: str, values: dict[str, Any], title: str) -> bytes:
        """A template filled; ours where the institution's own fails on these values, for a person should not go without."""
        own = self._own(name)
        if own is not None:
            try:
                return write_word(own.read_bytes(), values, title)
            except Exception:  # whatever an edited template brings about
                _log.exception("template failed", template=name)
        return write_word((SHIPPED / f"{name}.docx").read_bytes(), values, title)

    def check(self, named: str = "ASSISTANT_TEMPLATES") -> None:
        """Try every template of the institution's own; `named` says who names the folder. Raises CannotStart with every fault."""
        faults = [fault for name in SAMPLES if (fault := self._fault(name))]
        if faults:
            raise CannotStart("\n".join([f"{named} has templates that cannot be used:", *faults]))

    def _fault(self, name: str) -> str | None:
        own = self._own(name)
        if own is None:
            if self.own is not None:
                _log.info("template not there, ours is used", template=f"{name}.docx")
            return None
        try:
            _open(write_word(own.read_bytes(), SAMPLES[name], name))
        except Exception as fault:  # whatever an edited template brings about
            return f"  {own}: {_reason(fault)} Mend it, or take it away: then the one that ships is used."
        return None

    def _own(self, name: str) -> Path | None:
        file = None if self.own is None else self.own / f"{name}.docx"
        return file if file is not None and file.is_file() else None


def _open(written: bytes) -> None:
    from docx import Document  # noqa: PLC0415 (costs 0.1 s, for what is tried once at start)

    Document(BytesIO(written))


def _reason(fault: Exception) -> str:
    said = " ".join(str(fault).split()).rstrip(".")
    line = getattr(fault, "lineno", None)
    place = "".join(getattr(fault, "docx_context", ())) if line else ""
    near = f" near “{' '.join(place.split())[:80]}”" if place.strip() else ""
    return f"{said or type(fault).__name__}{near}."
