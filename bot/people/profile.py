"""What a person has told the assistant about themselves."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Profile:
    """Grade, role, path and framework of a person, and the role aimed at; every part may be unknown (None). `version` counts the saves."""

    framework: str | None = None
    grade: int | None = None
    role: str | None = None
    path: str | None = None
    aim: str | None = None
    version: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return self == Profile(version=self.version)

    def with_(self, **changes: Any) -> "Profile":
        """The same profile with some fields changed."""
        return replace(self, **changes)
