"""A code: shown once, claimed once, within a week, and of no use before the technician has said who it was."""

from bot.dialogs.reply import reply_text
from bot.people.joint import Share
from bot.phrases.en import sharing as say
from bot.reviews.review import Review
from bot.understanding.reading import Intent
from tests.dialogs.assessing.starting import asks_for
from tests.dialogs.sharing.two import Two, coded, sharing, strangers


def waiting() -> tuple[Two, str]:
    two = strangers()
    return two, coded(two)


def test_a_code_is_claimed_confirmed_and_opens_what_was_shared() -> None:
    two, code = waiting()
    assert say.CLAIMED in reply_text(two.sam.says(f"claim {code.lower()}"))
    assert "Alex" not in reply_text(two.sam.reply)
    assert "assessment" not in reply_text(two.sam.reply).casefold().replace("reviews", "")
    asks_for(two.sam, Intent.REVIEW, "what is shared with me")
    assert "Nothing is shared with you" in reply_text(two.sam.reply)
    (question,) = two.alex.told
    assert question.text == say.NOTIFIED_CLAIM
    assert "Sam Okafor has used your code" in reply_text(question)
    two.alex.presses("Yes, show it to them")
    two.sam_looks()
    assert "Service Delivery" in reply_text(two.sam.reply)
    assert two.review.viewer == "sam"


def test_the_technician_says_no_and_nothing_was_shown() -> None:
    two, code = waiting()
    two.sam.says(f"claim {code}")
    card = two.alex.cards[-1]
    two.alex.presses("No, not them")
    two.alex.presses("Yes, show it to them", card)
    asks_for(two.sam, Intent.REVIEW, "what is shared with me")
    assert "Nothing is shared with you" in reply_text(two.sam.reply)
    assert two.alex.book.ids(Review) == ()


def test_a_code_works_once() -> None:
    two, code = waiting()
    pat = two.alex.meets("pat", "Pat")
    pat.assistant = two.sam.assistant
    two.sam.says(f"claim {code}")
    assert say.WRONG_CODE in reply_text(pat.says(f"claim {code}"))
    assert two.share.viewer == "sam"


def test_a_code_is_over_after_a_week() -> None:
    two, code = waiting()
    two.waits(days=7, seconds=1)
    assert say.WRONG_CODE in reply_text(two.sam.says(f"claim {code}"))


def test_a_new_code_ends_the_one_before() -> None:
    two, code = waiting()
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    two.alex.presses("Self-assessment, with whoever has the code")
    two.alex.presses("Make a new code")
    assert say.WRONG_CODE in reply_text(two.sam.says(f"claim {code}"))


def test_the_code_is_kept_nowhere_and_shown_once() -> None:
    two, code = waiting()
    assert code.replace("-", "") not in str(two.share).replace("-", "")
    assert code not in reply_text(two.alex.presses("share.make", two.alex.cards[-2]))
    assert two.alex.memory.focus is None


def test_wrong_codes_are_counted_and_then_even_the_right_one_waits() -> None:
    two, code = waiting()
    for _ in range(5):
        assert say.WRONG_CODE in reply_text(two.sam.says("claim 1111-1111"))
    assert say.TOO_MANY in reply_text(two.sam.says(f"claim {code}"))
    two.waits(hours=1)
    assert say.CLAIMED in reply_text(two.sam.says(f"claim {code}"))


def test_nobody_claims_a_code_of_their_own() -> None:
    two, code = waiting()
    assert say.OWN_CODE in reply_text(two.alex.says(f"claim {code}"))
    assert two.share.viewer == ""


def test_somebody_who_has_it_already_has_it_once_so_that_taking_it_back_takes_it_back() -> None:
    two = sharing()
    code = coded(two)
    two.sam.says(f"claim {code}")
    two.alex.presses("Yes, show it to them")
    assert sum(each.body.is_open(two.alex.now.timestamp()) for each in two.alex.book.of("sam", two.alex.now.timestamp()).all(Share)) == 1
