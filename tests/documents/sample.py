"""One person's records about the small framework, for every kind of file."""

from datetime import UTC, date, datetime

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment, Row
from bot.development.dossier import Dossier, Point
from bot.development.plan import PlanEntry
from bot.documents.material import Material
from bot.people.holdings import Holdings, Section
from bot.people.profile import Profile
from bot.reviews.figures import figures_of
from bot.reviews.review import Agreement, Rating, Review, Side, Since, Subject
from bot.reviews.team import Person
from bot.vacancies.draft import Decision, Draft, DraftSection, Entered, Line
from tests.framework.small import LIBRARY

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def entry(objective: str = "Talk in public", **more: object) -> PlanEntry:
    """An entry of the plan."""
    return PlanEntry(framework="small", objective=objective, **more)  # type: ignore[arg-type]


def piece(text: str, *competencies: str) -> Evidence:
    """A piece of evidence."""
    return Evidence(text=text, framework="small", competencies=competencies, at=NOON.timestamp())


def assessment(*rows: Row, **more: object) -> Assessment:
    """An assessment as a maker."""
    return Assessment(framework="small", role="maker", rows=rows, begun=NOON.timestamp(), **more)  # type: ignore[arg-type]


TALK = Row(id="talk", name="Talk", competencies=("talking",), mark=5.5, evidence=("one",))
OWN = Row(id="own", name="The X-ray room", mark=8.0)
ASIDE = Row(id="mend", name="Mend", competencies=("mending",), aside=True)
DOSSIER = Dossier(
    framework="small",
    lower=1,
    higher=2,
    points=(Point(id="shows", text="Shows it.", evidence=("one",), ready=True), Point(id="asked", text="Is asked.", note="Ask Sam.")),
)
VACANCY = Draft(
    framework="small",
    role="helper",
    header=(Entered(id="department", text="Chemistry"),),
    sections=(
        DraftSection(
            id="talking",
            name="Talking to people",
            competencies=("talking",),
            lines=(Line(text="Says what is asked.", competency="talking", role="helper"), Line(text="Runs the <clean> room & more.")),
        ),
        DraftSection(id="mending", name="Mending things", competencies=("mending",)),
    ),
    duties=("Looks after {{ the }} kiln.",),
    person=(Decision(text="A forklift licence", need="desirable", own=True),),
    career=True,
    criteria="Has done it\nfor a year.",
)
HOLDINGS = Holdings((Section("Profile", ("Grade: 2",)), Section("Reminders", ())), {"profile": {"grade": 2}, "words": "grün 😀"})


def member(number: int) -> Person:
    """Somebody of a team who shares an assessment."""
    return Person(str(number), f"Member {number}", 0.0, 0.0, (assessment(TALK, finished=NOON.timestamp()),))


REVIEW = Review(
    owner="t",
    viewer="m",
    share="s",
    assessment="a",
    framework="small",
    role="maker",
    rows=(Subject(id="talk", name="Talk", competencies=("talking",)), Subject(id="own", name="The X-ray room")),
    owner_name="Alex {{ 7 }} Marsh",
    viewer_name="Sam & <Okafor>",
    own=Side(ratings=(Rating(row="talk", mark=5.5), Rating(row="own", mark=8.0)), sent=1.0),
    other=Side(ratings=(Rating(row="talk", mark=5.0), Rating(row="own", mark=3.0, comment="Seen once.\nNever again.")), sent=2.0),
    agreement=Agreement(rows=("talk",), development="Chair the group", by=date(2027, 6, 30), meet=date(2027, 9, 1), agreed=("owner",)),
    since=(Since(who="viewer", learnt="To ask", support="Two days"),),
)
MATERIAL = Material(
    LIBRARY,
    Profile(framework="small", grade=2, role="maker"),
    NOON,
    plan=(
        entry(date=date(2027, 6, 30), status="under way", competencies=("talking",), role="expert", serves="higher", quote="Does more."),
        entry("Mend the mill", status="done", learnt="That a list helps."),
        entry("Forget it", status="dropped"),
    ),
    assessment=assessment(TALK, OWN, ASIDE, priorities=("talk",)),
    evidence={"one": piece("I run the rota.", "talking"), "two": piece("I mend.")},
    dossier=DOSSIER,
    vacancy=VACANCY,
    held=HOLDINGS,
    team=figures_of([member(number) for number in range(3)], LIBRARY, everybody=True),
    review=REVIEW,
)
