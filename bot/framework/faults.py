"""A fault in a knowledge folder: where it is, what is wrong, and what to do about it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, with its remedy. `line` is 1-based; 0 where the whole file or folder is meant."""

    file: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.what} {self.remedy}"


class KnowledgeError(Exception):
    """Raised when a knowledge folder has faults; `faults` holds every one of them once, in file and line order."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
