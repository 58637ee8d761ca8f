"""A technician and a manager, and how far the two have come with each other."""

import re
from dataclasses import dataclass

from bot.dialogs.reply import Reply, reply_text
from bot.people.joint import Share
from bot.people.profile import Profile
from bot.reviews.review import Review
from bot.understanding.reading import Intent
from tests.dialogs.assessing.starting import SENIOR, asks_for, finished, somebody
from tests.dialogs.person import Person

MARKS = (7, 6.5, 5, 7, 6, 4, 7.5, 3, 6, 7)
RATINGS = ("6, because the bookings ran late", "6.5", "8", "7", "2, never seen", "4", "7.5", "3", "6", "7")
CODE = re.compile(r"claim ([0-9A-Z]{4}-[0-9A-Z]{4})")


@dataclass
class Two:
    """Alex, a technician, and Sam, who manages them."""

    alex: Person
    sam: Person

    @property
    def share(self) -> Share:
        """The newest share."""
        book = self.alex.book
        found = book.read(Share, book.ids(Share)[-1])
        assert found is not None
        return found.body

    @property
    def review(self) -> Review:
        """The newest review."""
        book = self.alex.book
        found = book.read(Review, book.ids(Review)[-1])
        assert found is not None
        return found.body

    def sam_looks(self) -> Reply:
        """Sam opens what they were told of last."""
        return self.sam.presses("Look at it")

    def sam_rates(self, *ratings: str) -> Reply:
        """Sam rates the rows in words, from the first."""
        self.sam_looks()
        self.sam.presses("Rate the rows")
        for each in ratings or RATINGS:
            self.sam.says(each)
        return self.sam.reply

    def waits(self, **time: float) -> None:
        """Time goes by for both."""
        self.alex.waits(**time)
        self.sam.now = self.alex.now


def strangers(profile: Profile = SENIOR) -> Two:
    """Alex has a finished assessment; Sam has met the assistant."""
    alex = finished(profile, MARKS)
    sam = alex.meets("sam", "Sam Okafor")
    sam.assistant = somebody().assistant
    return Two(alex, sam)


def form(two: Two, **entered: str) -> Reply:
    """Alex fills in the form to share."""
    asks_for(two.alex, Intent.SHARE, "share")
    fields = {"what": first(two.alex, "assessment"), "who": "sam", "until": "28"}
    return two.alex.presses("Show what they will see", **{**fields, **entered})


def first(person: Person, kind: str) -> str:
    """The value of the first choice of a kind."""
    options = next(each for each in person.cards[-1]["body"] if each.get("id") == "what")["choices"]
    return str(next(each["value"] for each in options if each["value"].startswith(kind)))


def sharing(two: Two | None = None, **entered: str) -> Two:
    """Alex shares the assessment with Sam."""
    two = two or strangers()
    form(two, **entered)
    two.alex.presses("Share it")
    return two


def coded(two: Two) -> str:
    """Alex makes a code."""
    asks_for(two.alex, Intent.SHARE, "share")
    two.alex.presses("Not in the list: make a code", what=first(two.alex, "assessment"), until="28")
    two.alex.presses("Make the code")
    found = CODE.search(reply_text(two.alex.reply))
    assert found is not None
    return found[1]


def revealed() -> Two:
    """Both sides are in."""
    two = sharing()
    two.sam_rates()
    two.sam.presses("Send my ratings")
    return two
