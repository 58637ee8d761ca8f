"""Reading the file that lists the institutions: all of it, or every fault with its line and remedy."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.framework.faults import KnowledgeError
from bot.framework.sheets import Faults, Sheet
from bot.framework.yaml_file import Steps
from bot.institutions.model import Institution, Institutions
from bot.institutions.shapes import InstitutionShape, InstitutionsShape
from bot.people.contacts import Contact
from bot.people.retention import Retention
from bot.people.rules import Rules
from bot.people.zones import known_zone
from bot.settings import FEWEST_MONTHS, MOST_MONTHS

_ENTRA_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the file is held against: the frameworks that ship, those of institutions' own, and the tenants let in (empty: any)."""

    shipped: tuple[str, ...]
    own: tuple[str, ...] = ()
    let_in: frozenset[str] = field(default_factory=frozenset)

    @property
    def frameworks(self) -> Mapping[str, str]:
        """The ids of all."""
        return dict.fromkeys((*self.shipped, *self.own), "")


def read_institutions(path: Path, default: Institution, known: Known) -> Institutions:
    """Read the file; `default` is what the settings say. Raises KnowledgeError with every fault found."""
    faults = Faults()
    sheet = faults.sheet(path, InstitutionsShape)
    if sheet is not None:
        _check(sheet, default, known, faults)
    if sheet is None or faults.found:
        raise KnowledgeError(faults.found)
    listed = tuple(_institution(id_, shape, path.parent, default, known) for id_, shape in sheet.shape.institutions.items())
    return Institutions(None if sheet.shape.others == "refuse" else default, listed)


def _institution(id_: str, shape: InstitutionShape, home: Path, default: Institution, known: Known) -> Institution:
    """What is not said is as in the settings; contacts of others are never taken over, for nobody there could help."""
    kept = default.rules.retention
    retention = Retention(
        shape.keep_drafts_months or kept.drafts,
        shape.keep_months or kept.everything,
        kept.questions if shape.question_log is None else shape.question_log,
    )
    return Institution(
        id_,
        shape.framework,
        tuple(dict.fromkeys((shape.framework, *(shape.frameworks or known.shipped)))),
        shape.name,
        tuple(tenant.lower() for tenant in shape.tenants),
        home / shape.templates if shape.templates else default.templates,
        home / shape.language if shape.language else None,
        _contacts(shape.contacts.distress),
        _contacts(shape.contacts.questions),
        Rules(retention, shape.timezone or default.rules.zone),
    )


def _contacts(named: Mapping[str, str]) -> tuple[Contact, ...]:
    return tuple(Contact(name, reach) for name, reach in named.items())


def _check(sheet: Sheet[InstitutionsShape], default: Institution, known: Known, faults: Faults) -> None:
    owners: dict[str, str] = {}
    for id_, shape in sheet.shape.institutions.items():
        at: Steps = ("institutions", id_)
        _check_tenants(sheet, at, shape.tenants, owners, known.let_in, faults=faults)
        _check_frameworks(sheet, at, shape, known, faults)
        _check_folders(sheet, at, shape, faults)
        _check_rules(sheet, at, shape, default, faults)
    if sheet.shape.others == "default" and default.framework in known.own and _is_listed(default.framework, sheet.shape):
        what = f"Everybody who is not listed would see `{default.framework}`, which is an institution’s own."
        faults.at(sheet, ("others",), what, "Write `others: refuse`, or name a framework that ships in ASSISTANT_FRAMEWORK.")


def _is_listed(framework: str, shape: InstitutionsShape) -> bool:
    return any(framework in (each.framework, *each.frameworks) for each in shape.institutions.values())


def _check_tenants(
    sheet: Sheet[InstitutionsShape], at: Steps, tenants: Collection[str], owners: dict[str, str], let_in: frozenset[str], *, faults: Faults
) -> None:
    for index, tenant in enumerate(map(str.lower, tenants)):
        place = (*at, "tenants", index)
        if not _ENTRA_ID.fullmatch(tenant):
            remedy = "Copy it from Microsoft Entra, where it looks like 11111111-2222-3333-4444-555555555555."
            faults.at(sheet, place, f"`{tenant}` is no directory (tenant) id.", remedy)
        elif owners.setdefault(tenant, str(at[-1])) != at[-1]:
            faults.at(sheet, place, f"The tenant {tenant} belongs to `{owners[tenant]}` already.", "Keep it in one of them.")
        elif let_in and tenant not in let_in:
            faults.at(sheet, place, f"The people of {tenant} are not let in.", "Add the tenant to ASSISTANT_TENANTS.")


def _check_frameworks(sheet: Sheet[InstitutionsShape], at: Steps, shape: InstitutionShape, known: Known, faults: Faults) -> None:
    if not known.frameworks:
        return  # they have faults of their own, which are told
    named = [((*at, "framework"), shape.framework), *(((*at, "frameworks", n), id_) for n, id_ in enumerate(shape.frameworks))]
    for place, id_ in named:
        if id_ not in known.frameworks:
            faults.unknown(sheet, place, "framework", id_, known.frameworks)


def _check_folders(sheet: Sheet[InstitutionsShape], at: Steps, shape: InstitutionShape, faults: Faults) -> None:
    for name, given in (("templates", shape.templates), ("language", shape.language)):
        folder = sheet.file.path.parent / given if given else None
        if folder is not None and not folder.is_dir():
            faults.at(sheet, (*at, name), f"There is no folder {folder}.", "Make it, or name another; its path begins at this file.")


def _check_rules(sheet: Sheet[InstitutionsShape], at: Steps, shape: InstitutionShape, default: Institution, faults: Faults) -> None:
    if shape.timezone and known_zone(shape.timezone) is None:
        remedy = "Write one by its name, such as Europe/London or America/New_York."
        faults.at(sheet, (*at, "timezone"), f"`{shape.timezone}` is no time zone.", remedy)
    for name, months, least in (("keep_drafts_months", shape.keep_drafts_months, 1), ("keep_months", shape.keep_months, FEWEST_MONTHS)):
        if months is not None and not least <= months <= MOST_MONTHS:
            faults.at(sheet, (*at, name), f"{months} is no number of months for this.", f"Write one from {least} to {MOST_MONTHS}.")
    drafts = shape.keep_drafts_months or default.rules.retention.drafts
    if drafts > (shape.keep_months or default.rules.retention.everything):
        remedy = "Write a larger number in `keep_months`, or a smaller one in `keep_drafts_months`."
        faults.at(sheet, (*at, "keep_months"), f"Drafts would be kept longer ({drafts} months) than all else.", remedy)
