"""Whom a person can turn to at their institution."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or office, and how to reach them."""

    name: str
    reach: str
