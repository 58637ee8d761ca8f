"""People of the shipped assistant, each with something on record already, with whom conversations begin."""

from zoneinfo import ZoneInfo

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.development.plan import PlanEntry
from bot.dialogs.reminder_message import reminder_message
from bot.people.records import Record
from bot.people.reminders import Reminder
from bot.reviews.review import Review
from tests.dialogs.assessing.starting import SENIOR, begun, finished
from tests.dialogs.holding import asking, does
from tests.dialogs.managing import shares, with_team
from tests.dialogs.person import Person
from tests.dialogs.sharing.two import MARKS, coded, revealed, sharing, strangers
from tests.msteams.talking import shipped

SECRET = "a quince harvester"
SEED = (
    "I'm grade 5",
    "log evidence: I trained two apprentices on the mill",
    "add to my plan: learn the budget system by end of March",
    "remind me about my plan",
    "Orders gloves and tips\nMends the pumps",
    "start my self-assessment",
    "[assessment.begin]",
    "start my dossier",
    "[dossier.begin]",
)
AGREE = (
    "see both sides",
    "[What we agree]",
    "[Save and ask the other] rows=budget; development=Shadow the bookings team; by=2027-06-01; meet=2027-09-01",
    "@sam",
    "[I agree]",
    "@alex",
)
_WEEKS_UNTIL_THEY_MEET = 26


def nobody_yet() -> Person:
    """Somebody of whom nothing is known."""
    return Person(shipped())


def technician() -> Person:
    """Somebody who has finished an assessment."""
    return asking(finished(SENIOR, MARKS), shipped())


def high_marks() -> Person:
    """Somebody who gave themselves high marks, without evidence."""
    return asking(finished(SENIOR, (10,) * 10), shipped())


def at_the_first_row() -> Person:
    """Somebody who has begun an assessment."""
    return asking(begun(), shipped())


def manager() -> Person:
    """Somebody whose team shares with them."""
    return with_team(shipped())


def with_code() -> Person:
    """Somebody whose code was claimed, by somebody they have not said yes to."""
    two = strangers()
    code = coded(two)
    asking(two.alex, shipped())
    two.sam.says(f"claim {code}")
    return two.alex


def owner_of_a_share() -> Person:
    """Somebody who shares with their manager."""
    return asking(sharing().alex, shipped())


def viewer_of_a_share() -> Person:
    """Somebody with whom an assessment is shared, to be rated."""
    return asking(sharing().sam, shipped())


def owner_of_a_review() -> Person:
    """Somebody whose review has both sides in it."""
    return asking(revealed().alex, shipped())


def reviewer() -> Person:
    """The other of the two."""
    return asking(revealed().sam, shipped())


def waited_for() -> Person:
    """Somebody whose manager has sent ratings, while their own assessment was still open."""
    two = strangers()
    (assessment,) = two.alex.notebook.all(Assessment)
    two.alex.notebook.keep([assessment.with_(finished=None)], [], 1.0)
    sharing(two)
    two.sam_rates()
    two.sam.presses("Send my ratings")
    return asking(two.alex, shipped())


def seeded() -> Person:
    """Somebody with a record of each kind of one's own."""
    person = nobody_yet()
    for move in SEED:
        does(person, move)
    assert {kind for kind, _ in person.notebook._held} == {"evidence", "plan entry", "reminders", "assessment", "dossier", "grading"}
    return person


def reminded() -> Person:
    """Somebody with a message before them that nobody asked for, about a day of their plan."""
    person = does(does(nobody_yet(), "I'm grade 5"), "remind me about my plan")
    entry = PlanEntry(framework="lancaster", objective="Run the stores", activity="Watch it once", date=person.now.date())
    person.notebook.keep([Record("entry-1", entry)], [], person.now.timestamp())
    return _told_of(person, Reminder(f"day:entry-1:{person.now.date()}", "plan", "entry-1", 0.0))


def reminded_of_a_meeting() -> Person:
    """Somebody who agreed to meet again, when that day has come."""
    person = owner_of_a_review()
    for move in AGREE:
        person = does(person, move)
    person.waits(weeks=_WEEKS_UNTIL_THEY_MEET)
    (review,) = person.book.ids(Review)
    return _told_of(person, Reminder(f"meet:{review}", "meeting", review, 0.0))


def with_a_stranger(person: Person) -> Person:
    """Beside them, somebody of the same tenant shares a record with somebody else."""
    if "quinn" not in person.others:
        shares(person, "quinn", "Quinn", Evidence(text=SECRET, framework="lancaster"), viewer="dana")
    return person


def _told_of(person: Person, reminder: Reminder) -> Person:
    joints = person.book.of(person.id, person.now.timestamp())
    told = reminder_message(
        [reminder], person.notebook, person.now, ZoneInfo("Europe/London"), lambda: "n", joints=joints, person=person.id
    )
    assert told is not None
    assert told.card is not None
    person.cards.append(told.card)
    return person
