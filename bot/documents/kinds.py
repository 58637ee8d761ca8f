"""The files that there are: what each is called in a button, in a link and on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its media type, the ending of its name, and about how many bytes one has (Teams asks before it is drawn)."""

    media: str
    ending: str
    about: int


PLAN, ASSESSMENT, GRID, DOSSIER, EVIDENCE, AGENDA, TEAM = "plan", "assessment", "grid", "dossier", "evidence", "agenda", "team"
JOB_DESCRIPTION = "job-description"
EVERYTHING, EVERYTHING_JSON = "everything-word", "everything-json"
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        PLAN: Kind(WORD, "docx", 39_000),
        ASSESSMENT: Kind(WORD, "docx", 40_000),
        GRID: Kind(EXCEL, "xlsx", 9_000),
        DOSSIER: Kind(WORD, "docx", 39_000),
        JOB_DESCRIPTION: Kind(WORD, "docx", 39_000),
        EVIDENCE: Kind(WORD, "docx", 39_000),
        AGENDA: Kind(WORD, "docx", 39_000),
        TEAM: Kind(EXCEL, "xlsx", 8_000),
        EVERYTHING: Kind(WORD, "docx", 40_000),
        EVERYTHING_JSON: Kind(JSON, "json", 20_000),
    }
)
