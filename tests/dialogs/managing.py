"""A manager with a team that shares: the shares are put into the book directly, as their own dialog leaves them."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.assessment.marking import begun
from bot.assessment.model import Assessment
from bot.development.plan import PlanEntry
from bot.dialogs.assistant import Assistant
from bot.framework.model import Library
from bot.people.joint import Item, Share
from bot.people.profile import Profile
from bot.people.records import Body, Record
from tests.dialogs.asking import library
from tests.dialogs.person import BEGINS, Person

NOW = BEGINS.timestamp()
DAY = 86_400.0
LANCASTER = Profile(framework="lancaster", grade=7)


def manager(assistant: Assistant, profile: Profile = LANCASTER) -> Person:
    """Somebody who manages, and with whom nobody shares yet."""
    return Person(assistant, profile, id="morgan", name="Morgan Reid")


def assessment(
    role: str, marks: Mapping[str, float], *, framework: str = "lancaster", ago: float = 10.0, known: Library | None = None, **more: Any
) -> Assessment:
    """A finished assessment against a role: `marks` by row id, finished so many days ago."""
    made = (known or library()).frameworks[framework]
    body = begun(made, role, (more.pop("own_role", None) or role,), NOW - (ago + 1) * DAY)
    rows = tuple(row.with_(mark=marks.get(row.id), aside=row.aside and row.id not in marks) for row in body.rows)
    return body.with_(rows=(*rows, *more.pop("own_rows", ())), **{"finished": NOW - ago * DAY, **more})


def shares(of: Person, id_: str, name: str, *bodies: Body, until: float = 90.0, **fields: Any) -> Person:
    """Somebody who shares these records with the manager, for so many days."""
    owner = of.others.get(id_) or of.meets(id_, name)
    records = [Record(f"{id_}-{body.kind}-{number}-{len(of.book.ids(Share))}", body) for number, body in enumerate(bodies)]
    owner.notebook.keep(records, [], NOW)
    items = tuple(Item(kind=record.body.kind, id=record.id) for record in records)
    held = {"owner": id_, "viewer": of.id, "owner_name": name, "until": NOW + until * DAY, "confirmed": True, "made": NOW, **fields}
    of.book.keep(id_, [Record(f"share-{id_}-{len(of.book.ids(Share))}", Share(items=items, **{"blind": False, **held}))], [], NOW)
    return owner


def ends(of: Person, share: str) -> None:
    """A share is taken back."""
    held = of.book.read(Share, share)
    assert held is not None
    of.book.keep(held.body.owner, [held.with_(ended=of.now.timestamp())], [], of.now.timestamp())


TEACHING: Sequence[tuple[str, str, Mapping[str, float], tuple[str, ...]]] = (
    ("alex", "Alex Marsh", {"teamwork": 8, "budget": 3, "safety": 8.5, "planning": 5, "communication": 7}, ("budget",)),
    ("jo", "Jo Okafor", {"teamwork": 6, "budget": 4, "safety": 9, "planning": 6, "communication": 4.5}, ()),
    ("kim", "Kim Lee", {"teamwork": 9, "budget": 2.5, "safety": 7, "planning": 4, "communication": 8}, ("teamwork",)),
    ("sam", "Sam Hill", {"teamwork": 7, "budget": 7.5, "safety": 8, "planning": 6.5, "communication": 5.5}, ()),
)


def with_team(assistant: Assistant) -> Person:
    """A manager of four at grades 5 and 6; one of them aspires to a role, and shares a plan for it."""
    morgan = manager(assistant)
    for id_, name, marks, priorities in TEACHING:
        role = "senior-technician" if id_ == "sam" else "technician-5"
        shares(morgan, id_, name, assessment(role, marks, priorities=priorities))
    aimed = {"teamwork": 7.0, "budget": 2.0, "safety": 8.0, "planning": 6.0, "communication": 6.0}
    towards = assessment("senior-technician", aimed, own_role="technician-5", aspired=True)
    entry = PlanEntry(framework="lancaster", objective="Run the consumables budget", competencies=("budget",), role="senior-technician")
    shares(morgan, "alex", "Alex Marsh", towards, entry)
    return morgan
