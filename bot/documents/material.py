"""What a file is drawn from: everything it needs, read at once, so that the drawing needs no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry
from bot.framework.model import Library
from bot.people.holdings import Holdings
from bot.people.joint import Joints
from bot.people.profile import Profile
from bot.people.records import B, Records
from bot.reviews.figures import TeamFigures
from bot.reviews.review import Review, Who, seen_by
from bot.vacancies.draft import Draft


@dataclass(frozen=True, slots=True)
class Material:
    """Records of one person. `at` is when the file is drawn; `held` is everything that is held of them, where that is asked for.

    `team` are the figures of the group of their team that they chose, where these are asked for.
    """

    library: Library
    profile: Profile = field(default_factory=Profile)
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    plan: tuple[PlanEntry, ...] = ()
    assessment: Assessment | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    dossier: Dossier | None = None
    vacancy: Draft | None = None
    held: Holdings | None = None
    review: Review | None = None
    who: Who = "owner"
    team: TeamFigures | None = None


def gather(
    records: Records,
    record: str,
    library: Library,
    profile: Profile,
    *,
    at: datetime,
    held: Holdings | None,
    team: TeamFigures | None = None,
) -> Material:
    """Read what files about a record of a person are drawn from. Raises UnreadableRecord."""
    return Material(
        library,
        profile,
        at,
        plan=tuple(each.body for each in records.all(PlanEntry)),
        assessment=_known(records, Assessment, record, library),
        evidence={each.id: each.body for each in records.all(Evidence)},
        dossier=_known(records, Dossier, record, library),
        vacancy=_known(records, Draft, record, library),
        held=held,
        team=team,
    )


def with_review(material: Material, joints: Joints, record: str, person: str) -> Material:
    """The same with a review, as whichever of the two a person is may see it. Raises UnreadableRecord."""
    found = joints.find(Review, record)
    who = found.body.who(person) if found else None
    if found is None or who is None or not found.body.revealed or found.body.framework not in material.library.frameworks:
        return material
    return replace(material, review=seen_by(found.body, who), who=who)


def _known(records: Records, kind: type[B], id_: str, library: Library) -> B | None:
    """The record's body, where it is of this kind and of a framework that is still there."""
    found = records.find(kind, id_) if id_ else None
    return found.body if found is not None and getattr(found.body, "framework", None) in library.frameworks else None
