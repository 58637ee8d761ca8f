"""Something that each institution has of its own, found by the tenant that a person comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Had = TypeVar("Had")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ByTenant(Generic[Had]):
    """What tenants have: `own` by tenant id (small letters), `others` for every other tenant; None for those who have nothing."""

    others: Had | None
    own: Mapping[str, Had] = field(default_factory=dict)

    def of(self, tenant: str) -> Had | None:
        """What a tenant has; the case of its letters does not matter."""
        return self.own.get(tenant.lower(), self.others)

    def mapped(self, make: Callable[[Had], Made]) -> "ByTenant[Made]":
        """Something else made of each; what several tenants share is made once."""
        made: dict[int, Made] = {}

        def once(had: Had) -> Made:
            if id(had) not in made:
                made[id(had)] = make(had)
            return made[id(had)]

        others = None if self.others is None else once(self.others)
        return ByTenant(others, {tenant: once(had) for tenant, had in self.own.items()})
