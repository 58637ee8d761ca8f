"""What is held of a person: told in plain words, looked at, taken away, erased in part or whole."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment, Row
from bot.development.plan import PlanEntry
from bot.dialogs.assistant import Assistant
from bot.dialogs.holding import KINDS, holdings
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Said, Turn
from bot.people.audit import Deed
from bot.people.holdings import Account
from bot.people.notebook import Notebook
from bot.people.profile import Profile
from bot.people.records import Body, Record
from bot.people.reminders import MINE, Preferences
from bot.people.retention import Retention
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.cards.checking import faults, presses
from tests.dialogs.asking import Reads
from tests.dialogs.person import BEGINS, Person
from tests.dialogs.tact import TACT
from tests.framework.small import LIBRARY

MAKER = Profile("small", 2, "maker", "technical", version=4)
NOW = BEGINS.timestamp()
HELD: tuple[Record[Any], ...] = (
    Record("a", Assessment(framework="small", role="maker", rows=(Row(id="r", name="Talking", mark=6.5),), begun=NOW)),
    Record("b", Assessment(framework="small", role="maker", rows=(), begun=NOW)),
    Record("e", Evidence(text="=I <b>trained</b> two\napprentices", framework="small", competencies=("talking",), at=NOW)),
    Record("p", PlanEntry(framework="small", objective="Lead the induction", date=date(2027, 6, 30))),
)


def person(*saves: Record[Any], profile: Profile = MAKER, intent: Intent = Intent.MY_DATA, account: Account | None = None) -> Person:
    """Somebody who asks what is held, and holds these records."""
    reading = Reading("small", intent)
    reader = replace(Reads(), outcome=Understood(reading, Why()))
    someone = Person(_Says(LIBRARY, reader, "small", TACT), profile)
    someone.notebook.keep(saves, (), NOW)
    someone.account = account or Account()
    return someone


class _Says(Assistant):
    """Reads every message as the same, with its words."""

    def read(self, turn: Turn) -> Any:
        outcome = super().read(turn)
        said = turn.arrived.text if isinstance(turn.arrived, Said) else ""
        return replace(outcome, reading=outcome.reading.with_(said=said)) if isinstance(outcome, Understood) else outcome


def test_everything_is_told_in_plain_words_with_counts_and_days() -> None:
    someone = person(*HELD)
    reply = someone.says("what do you hold on me?")
    assert reply.text == (
        "I hold this about you: framework Small Framework, A University, grade 2, role Maker, path Technical, 2 self-assessments, "
        "1 piece of evidence and 1 plan entry. Nobody else sees it."
    )
    text = reply_text(reply)
    assert "Self-assessments: 2 self-assessments, last changed on 1 March 2027" in text
    assert "Nobody else sees it. I show it in this chat alone" in text
    assert "goes 12 months after you last changed it, everything 24 months after your last visit. I tell you a month before." in text
    assert faults(reply.card or {}) == []


def test_how_long_it_is_kept_is_what_the_settings_say() -> None:
    someone = person(account=Account(retention=Retention(3, 6)))
    assert "goes 3 months after you last changed it, everything 6 months" in reply_text(someone.says("what do you hold on me?"))


def test_each_kind_can_be_looked_at_and_all_of_it_taken_away_and_changed_and_erased() -> None:
    card = person(*HELD).says("what do you hold on me?").card or {}
    found = [(press.verb, press.data.get("reading", {}).get("intent") or press.data.get("row", "")) for press in presses(card)]
    assert found == [
        ("ask", "show_assessment"),
        ("ask", "show_evidence"),
        ("ask", "show_plan"),
        ("files.offer", "everything"),
        ("my_data.audit", ""),
        ("ask", "set_profile"),
        ("forget", ""),
    ]


def test_when_somebody_came_and_how_they_are_reached_is_told_as_well() -> None:
    account = Account(NOW - 86_400 * 30, NOW, "Europe/London", reached=True, files=2)
    text = reply_text(person(*HELD, account=account).says("what do you hold on me?"))
    for line in ("First visit: 30 January 2027", "Last visit: 1 March 2027", "time zone: Europe/London", "Files that wait for you: 2"):
        assert line in text


def test_who_told_nothing_is_told_that_their_visits_are_known() -> None:
    someone = person(profile=Profile(), account=Account(NOW, NOW))
    reply = someone.says("what do you hold on me?")
    assert reply.text.startswith("I hold nothing about you.")
    assert reply.text.endswith("Beside that I keep only when you came and how to reach you in this chat.")
    assert "Shall I forget all of this for good: when you came, and how to reach you" in someone.presses("forget").text


def test_erasing_everything_names_the_counts_and_what_cannot_be_erased_and_takes_one_more_press() -> None:
    someone = person(*HELD)
    asked = someone.says("forget everything about me")
    assert "2 self-assessments, 1 piece of evidence and 1 plan entry?" in asked.text
    assert "I can’t erase our messages in Teams" in reply_text(asked)
    assert (asked.forgets, len(someone.notebook.all(Assessment))) == (False, 2)
    done = someone.presses("Yes, forget it")
    assert (done.forgets, done.replaces) == (True, True)
    assert "I can’t erase our messages in Teams" in reply_text(done)
    assert all(not someone.notebook.all(kind) for kind in KINDS)


def test_erasing_can_be_left_after_all() -> None:
    someone = person(*HELD)
    someone.says("forget everything about me")
    someone.presses("Keep it")
    assert len(someone.notebook.all(Assessment)) == 2


@pytest.mark.parametrize(
    ("said", "named", "left"),
    [
        ("delete my assessments", "2 self-assessments", {"evidence", "plan entry"}),
        ("delete my self assessment please", "2 self-assessments", {"evidence", "plan entry"}),
        ("get rid of my old scores for good", "2 self-assessments", {"evidence", "plan entry"}),
        ("erase the evidence you have", "1 piece of evidence", {"assessment", "plan entry"}),
        ("delete my plan and my scores", "1 plan entry and 2 self-assessments", {"evidence"}),
    ],
)
def test_one_kind_can_be_erased_alone(said: str, named: str, left: set[str]) -> None:
    someone = person(*HELD)
    assert someone.says(said).text == f"Shall I delete {named} for good?"
    assert (someone.reply.drops, someone.reply.forgets) == ((), False)
    done = someone.presses("Yes, delete it")
    assert done.text == f"Done: I have deleted {named} for good. Everything else is as it was."
    assert {kind.kind for kind in KINDS if someone.notebook.all(kind)} == left
    assert {deed.done for deed in done.deeds} == {"erased"}
    assert done.profile is None


@pytest.mark.parametrize(("asked", "left"), [("forget me", 0), ("delete my plan", 3)])
def test_a_yes_in_words_erases_what_was_asked_about_and_a_no_leaves_it(asked: str, left: int) -> None:
    someone = person(*HELD)
    someone.says(asked)
    someone.says("no")
    assert sum(len(someone.notebook.all(kind)) for kind in KINDS) == len(HELD)
    someone.says("yes please")
    assert sum(len(someone.notebook.all(kind)) for kind in KINDS) == len(HELD), "nothing waits for it any more"
    someone.says(asked)
    someone.says("yes please")
    assert sum(len(someone.notebook.all(kind)) for kind in KINDS) == left


def test_a_yes_after_something_else_or_much_later_erases_nothing() -> None:
    someone = person(*HELD)
    someone.says("forget me")
    someone.presses("Keep it")
    someone.says("yes")
    someone.says("forget me")
    someone.waits(minutes=11)
    someone.says("yes")
    assert sum(len(someone.notebook.all(kind)) for kind in KINDS) == len(HELD)


@pytest.mark.parametrize("said", ["forget me", "delete my data", "wipe everything, my plan too", "erase all my records please"])
def test_whoever_wants_all_of_it_gone_is_asked_about_all_of_it(said: str) -> None:
    assert person(*HELD).says(said).text.startswith("Shall I forget all of this for good")


def test_pressing_twice_erases_nothing_more() -> None:
    someone = person(*HELD)
    someone.says("delete my plan")
    card = someone.cards[-1]
    someone.presses("Yes, delete it", card)
    assert someone.presses("Yes, delete it", card).text == "There is nothing of that kind. Nothing was changed."
    someone.notebook.keep((HELD[3],), (), NOW + 60)
    assert someone.presses("Yes, delete it", card).text.startswith("Something changed since you asked")
    assert len(someone.notebook.all(PlanEntry)) == 1


def test_what_was_added_since_it_was_asked_is_asked_about_once_more() -> None:
    someone = person(*HELD)
    someone.says("delete my plan")
    someone.notebook.keep((Record("q", HELD[3].body),), (), NOW)
    asked = someone.presses("Yes, delete it")
    assert asked.text == "Something changed since you asked, so I ask once more. Shall I delete 2 plan entries for good?"
    someone.presses("Yes, delete it")
    assert someone.notebook.all(PlanEntry) == ()


def test_what_is_not_there_cannot_be_erased_and_the_way_on_is_shown() -> None:
    reply = person().says("delete my assessments")
    assert reply.text == "There is nothing of that kind. Nothing was changed."
    assert [press.verb for press in presses(reply.card or {})] == ["ask"]


def test_what_cannot_be_read_is_said_to_be_there_and_goes_with_everything() -> None:
    someone = person(*HELD)
    someone.notebook.keep((Record("odd", Odd()),), (), NOW)
    assert "some that I cannot read at the moment" in someone.says("what do you hold on me?").text
    someone.says("forget me")
    someone.presses("Yes, forget it")
    assert someone.notebook.all(Evidence) == ()


class Odd(Body):
    """What another release wrote as evidence."""

    kind = "evidence"
    colour: str = "red"


def test_the_person_sees_what_was_done_with_their_data() -> None:
    someone = person(*HELD, account=Account(NOW, NOW, deeds=(Deed("exported", "plan", NOW), Deed("erased", "evidence", NOW - 86_400))))
    someone.says("what do you hold on me?")
    text = reply_text(someone.presses("my_data.audit"))
    assert "1 March 2027: Taken away: development plan, by you\n28 February 2027: Erased: piece of evidence, by you" in text
    someone.account = Account()
    assert "nobody else has seen any of it" in someone.presses("my_data.audit", someone.cards[-2]).text


def test_a_guest_and_a_group_get_nothing_of_it() -> None:
    for where in ({"guest": True}, {"personal": False}):
        assistant = person(*HELD).assistant
        reply = assistant.answer(Turn(Said("delete my assessments"), records=person(*HELD).notebook, **where))  # type: ignore[arg-type]
        assert (reply.drops, "self-assessment" in reply.text) == ((), False)


def turn_with(*records: Record[Any]) -> Turn:
    notebook = Notebook()
    notebook.keep(records, (), NOW)
    return Turn(
        Said(""),
        MAKER,
        records=notebook,
        now=BEGINS,
        zone="Europe/London",
        account=lambda: Account(NOW, NOW, deeds=(Deed("exported", "plan", NOW),)),
    )


def test_everything_held_is_gathered_as_sections_and_as_json() -> None:
    held = holdings(turn_with(*HELD, Record(MINE, Preferences(topics=("plan",)))))
    headings = [section.heading for section in held.sections]
    assert headings == [
        "About you",
        "Self-assessments",
        "Evidence",
        "Development plan",
        "Reminders",
        "Beside that",
        "What was done with it",
    ]
    rows = {section.heading: section.rows for section in held.sections}
    assert rows["Self-assessments"][:6] == (
        "Version 1, last changed on 1 March 2027",
        "Framework: small",
        "Role: maker",
        "Rows 1, Id: r",
        "Rows 1, Name: Talking",
        "Rows 1, Mark: 6.5",
    )
    assert "Text: =I <b>trained</b> two\napprentices" in rows["Evidence"]
    assert "Date: 30 June 2027" in rows["Development plan"]
    assert held.data["profile"]["role"] == "maker"
    assert held.data["records"]["evidence"][0]["body"]["text"] == "=I <b>trained</b> two\napprentices"
    assert held.data["audit"] == [{"done": "exported", "what": "plan", "at": NOW, "by": "themselves"}]


@given(st.text())
def test_whatever_somebody_wrote_is_in_both_letter_for_letter(text: str) -> None:
    held = holdings(turn_with(Record("e", Evidence(text=text, framework="small"))))
    assert held.data["records"]["evidence"][0]["body"]["text"] == text
    rows = next(section.rows for section in held.sections if section.heading == "Evidence")
    assert not text or f"Text: {text}" in rows


def test_days_are_told_where_the_person_is() -> None:
    late = datetime.fromisoformat("2027-03-01T23:30:00+00:00").timestamp()
    someone = person(account=Account(late, late))
    someone.zone = "Asia/Kathmandu"
    assert "First visit: 2 March 2027" in reply_text(someone.says("what do you hold on me?"))
