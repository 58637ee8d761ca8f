"""What a person has told the assistant about themselves."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Profile:
    """Grade, role and framework of a person; every part may be unknown (None). `version` counts the saves."""

    framework: str | None = None
    grade: int | None = None
    role: str | None = None
    path: str | None = None
    version: int = 0

    def with_(self, **changes: Any) -> "Profile":
        """The same profile with some fields changed."""
        return replace(self, **changes)
