"""Whose rows a job is about: those of some tenants, or of all others."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, func


@dataclass(frozen=True, slots=True)
class Whose:
    """The tenants (ids in small letters) whose rows are meant; with `others`, those of every tenant but these."""

    tenants: frozenset[str]
    others: bool = False

    def holds(self, tenant: str) -> bool:
        """Whether a tenant's rows are meant."""
        return (tenant.lower() in self.tenants) is not self.others

    def where(self, tenant: Column[Any]) -> ColumnElement[bool]:
        """The same for a query, by the column that holds the tenant."""
        named = func.lower(tenant)
        return named.not_in(sorted(self.tenants)) if self.others else named.in_(sorted(self.tenants))


ALL = Whose(frozenset(), others=True)
"""Everybody's."""
