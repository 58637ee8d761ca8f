"""An institution, and all those that a deployment serves."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.people.by_tenant import ByTenant
from bot.people.contacts import Contact
from bot.people.rules import Rules


@dataclass(frozen=True, slots=True)
class Institution:
    """What one institution has of its own. `id` is empty for whoever comes from none of those that are listed.

    `tenants` are the ids of its Microsoft Entra directories. `framework` is that of people who have not named theirs, `frameworks` are all
    that its people may see. `templates` is a folder with its own Word templates, `language` one with its own ways of saying things.
    `care` are the people to turn to in distress, `people` those who know what the assistant does not.
    """

    id: str
    framework: str
    frameworks: tuple[str, ...]
    name: str = ""
    tenants: tuple[str, ...] = ()
    templates: Path | None = None
    language: Path | None = None
    care: tuple[Contact, ...] = ()
    people: tuple[Contact, ...] = ()
    rules: Rules = field(default_factory=Rules)


@dataclass(frozen=True, slots=True)
class Institutions:
    """Those that are listed, and `others`: what everybody else gets; None where they are refused."""

    others: Institution | None
    listed: tuple[Institution, ...] = ()

    @property
    def all(self) -> tuple[Institution, ...]:
        """Every institution that is served."""
        return (*self.listed, *([self.others] if self.others else []))

    def by_tenant(self) -> ByTenant[Institution]:
        """Which institution a tenant belongs to."""
        return ByTenant(self.others, {tenant: each for each in self.listed for tenant in each.tenants})
