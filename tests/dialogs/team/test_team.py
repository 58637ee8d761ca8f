"""A manager looks at their team: what the cards say, who is told that they looked, and what words and presses do."""

import re
from dataclasses import replace

import pytest

from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.phrases.en import team as say
from bot.reviews.group import TeamGroup
from tests.cards.checking import faults, presses
from tests.dialogs.managing import LANCASTER, assessment, ends, manager, shares, with_team
from tests.dialogs.person import Person
from tests.msteams.talking import shipped

BUDGET = "Budget Management"


@pytest.fixture
def morgan() -> Person:
    return with_team(shipped())


def seen_by(reply: Reply) -> set[str]:
    """In whose audit a line is written, all of them lines about being seen by the manager."""
    assert {(deed.done, deed.by) for deed in reply.deeds} <= {("seen", "morgan")}
    return {deed.of for deed in reply.deeds}


def test_with_nothing_shared_it_says_how_to_ask_and_what_comes_then() -> None:
    morgan = manager(shipped())
    reply = morgan.says("show me my team")
    assert "share" in reply.text
    assert say.WHAT_COMES[0] in reply_text(reply)
    assert not reply.deeds
    assert "team" in morgan.presses(say.GUIDANCE).text


def test_the_overview_tells_who_when_and_how_complete(morgan: Person) -> None:
    told = reply_text(morgan.says("show me my team"))
    assert "4 people have shared a finished self-assessment" in told
    assert "Grade 5, Technician: finished 19 February 2027, 5 of 10 rows marked. Shared until 30 May 2027." in told
    assert "Aspires to grade 6, Senior Technician. Plan: 1 to work on." in told
    assert say.NOT_SEEN_WORDS in told


def test_a_look_is_one_line_in_the_audit_of_each_person(morgan: Person) -> None:
    assert seen_by(morgan.says("show me my team")) == {"alex", "jo", "kim", "sam"}
    morgan.waits(minutes=1)
    assert seen_by(morgan.presses(say.NEEDS)) == set()
    shares(morgan, "mo", "Mo Diaz", assessment("technician-5", {"budget": 2}, ago=0))
    morgan.book.keep("mo", [morgan.book.read(*_share_of(morgan, "mo"))], [], morgan.now.timestamp())  # type: ignore[list-item]
    assert seen_by(morgan.presses(say.MARKS)) == {"mo"}
    morgan.waits(hours=2)
    assert seen_by(morgan.says("show me my team")) == {"alex", "jo", "kim", "sam", "mo"}


def _share_of(morgan: Person, owner: str) -> tuple[type, str]:
    from bot.people.joint import Share

    return Share, next(id_ for id_ in morgan.book.ids(Share) if id_.startswith(f"share-{owner}"))


def test_needs_and_strengths_are_told_with_names_and_lead_to_what_helps(morgan: Person) -> None:
    morgan.says("show me my team")
    told = reply_text(morgan.presses(say.NEEDS))
    assert f"{BUDGET} | 3: Kim L., Alex M., Jo O. | 0" in told
    assert "serves 3 people: Budget Management" in told
    one = reply_text(morgan.presses(f"{BUDGET}: 3 of 4 need it"))
    assert "Alex Marsh (3, a priority)" in one
    assert "On the job training" in one


def test_a_cell_says_in_words_what_its_shade_stresses(morgan: Person) -> None:
    card = morgan.says("everybody's scores in my team side by side").card
    assert card is not None
    (table,) = [each for each in card["body"] if each["type"] == "Table"]
    cells = [cell for row in table["rows"][1:] for cell in row["cells"][1:]]
    styled = {cell.get("style", ""): set() for cell in cells}  # type: ignore[var-annotated]
    for cell in cells:
        styled[cell.get("style", "")].add(cell["items"][0]["inlines"][0]["text"][0])
    assert styled == {"good": {"▲"}, "attention": {"▼"}, "": {"●"}}
    assert len(table["fallback"]["items"]) == len(table["rows"]) - 1


def test_marks_are_shown_three_people_at_a_time_and_go_round(morgan: Person) -> None:
    first = morgan.says("heat map of my team")
    assert "People 1 to 3 of 4." in first.text
    assert "Person 4 of 4." in morgan.presses(say.NEXT_PEOPLE).text
    assert morgan.presses(say.NEXT_PEOPLE).card == first.card
    assert "Person 4 of 4." in morgan.says("next").text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("has Jo done her assessment?", "Jo Okafor. Grade 5"),
        ("kim", "Kim Lee. Grade 5"),
        ("who is strongest on safety in my team", "Safety & Wellbeing: 0 of 4 need it"),
        ("heat map", "People 1 to 3 of 4."),
        ("gaps", "Needed most: Budget Management (3 of 4)"),
        ("show only the grade 5s in my team", "Only grade 5, Technician: 3 people of 4."),
    ],
)
def test_words_are_an_equal_way(morgan: Person, said: str, expected: str) -> None:
    morgan.says("show me my team")
    assert morgan.says(said).text.startswith(expected)


@pytest.mark.parametrize(
    "said", ["what is expected at grade 7 for budgets?", "show my plan", "thanks", "export my plan", "log evidence: I ran it"]
)
def test_what_is_meant_for_something_else_is_left_alone(morgan: Person, said: str) -> None:
    fresh = manager(shipped()).says(said).text
    morgan.says("show me my team")
    assert morgan.says(said).text == fresh


def test_a_name_that_is_a_word_names_nobody_by_itself() -> None:
    morgan = manager(shipped())
    shares(morgan, "w", "Will Ashe", assessment("technician-5", {"budget": 3}))
    assert not morgan.says("will my team share anything else").text.startswith("Will Ashe")
    assert morgan.says("show me what Will in my team shared").text.startswith("Will Ashe")


def test_a_chosen_group_stays_until_another_is_chosen(morgan: Person) -> None:
    form = morgan.says("show me my team") and morgan.presses(say.GROUP)
    assert form.card is not None
    ticked = ",".join(choice["value"] for choice in _options(form, "people")[:2])
    reply = morgan.presses(say.SHOW_GROUP, people=ticked)
    assert reply.replaces
    assert "Only people you chose: 2 people of 4." in reply.text
    assert say.FEW in reply_text(reply)
    morgan.waits(days=3)
    assert "Only people you chose" in morgan.says("show me my team").text
    assert morgan.presses(say.SHOW_GROUP, form.card, people=ticked).saves == ()
    assert "Only" not in morgan.says("everybody").text


def _options(reply: Reply, field: str) -> list[dict[str, str]]:
    return next(each["choices"] for each in (reply.card or {})["body"] if each.get("id") == field)


def test_a_press_twice_or_of_marks_that_are_nobodys_changes_nothing(morgan: Person) -> None:
    morgan.says("choose a group in my team")
    card = morgan.cards[-1]
    morgan.presses(say.SHOW_GROUP, card, roles="lancaster:technician-5")
    held = morgan.notebook.all(TeamGroup)
    assert morgan.presses(say.SHOW_GROUP, card, roles="lancaster:technician-5").saves == ()
    assert morgan.notebook.all(TeamGroup) == held
    assert morgan.presses(say.SHOW_GROUP, card, roles="matrix:director-9", people="kim,jo").saves[0].body.everybody


def test_a_group_of_whom_nobody_shares_any_more_is_everybody(morgan: Person) -> None:
    morgan.says("choose a group in my team")
    morgan.presses(say.SHOW_GROUP, roles="lancaster:senior-technician")
    ends(morgan, next(id_ for _, id_ in morgan.book._held if "sam" in id_))
    morgan.waits(minutes=1)
    assert say.NOBODY_IN_GROUP in morgan.says("show me my team").text


def test_the_file_is_offered_for_three_or_more_and_refused_for_fewer(morgan: Person) -> None:
    morgan.says("show me my team")
    (download,) = morgan.says("export it to excel").downloads
    assert (download.document, download.filename) == ("team", "Team figures 2027-03-01.xlsx")
    morgan.says("show me my team")
    morgan.says("show only the grade 6s in my team")
    assert say.NO_FILE in reply_text(morgan.reply)
    assert say.FILE not in reply_text(morgan.reply).splitlines()
    refused = morgan.says("export it to excel")
    assert not refused.downloads
    assert "fewer than three" in refused.text


def test_who_stopped_sharing_is_gone_from_an_old_card(morgan: Person) -> None:
    morgan.says("show me my team")
    card = morgan.cards[-1]
    for _, id_ in [each for each in morgan.book._held if "alex" in each[1]]:
        ends(morgan, id_)
    reply = morgan.presses("Alex Marsh", card)
    assert say.NOT_HERE_ANY_MORE in reply.text
    assert "Marsh" not in reply_text(reply).replace(say.NOT_HERE_ANY_MORE, "")


def test_frameworks_are_shown_apart(morgan: Person) -> None:
    for number in range(3):
        shares(morgan, f"m{number}", f"Mo{number} Diaz", assessment("technician-5", {"budgets": 2}, framework="matrix"))
    told = reply_text(morgan.says("what are the gaps in my team?"))
    assert "can’t be compared" in told
    assert "Mo0" not in told.split(say.SERVES_SEVERAL)[0].split("|")[-1]
    other = next(press for press in presses(morgan.reply.card or {}) if press.data.get("of") == "matrix")
    assert "3 of 3" in reply_text(morgan._take(Pressed(other.verb, other.data)))


@pytest.mark.parametrize("number", [1, 2, 7, 30])
def test_every_card_is_sound_for_teams_of_any_size_and_names(number: int) -> None:
    morgan = manager(shipped())
    names = ["", "x" * 300, "*Bold* [a](b) <at>z</at>", "Ann Ash", "Ann Ash", "=1+1 {{7}}", "李 小龍"]
    framework = "matrix"
    marks = dict.fromkeys((row.id for row in assessment("technician-5", {}, framework=framework).rows), 3.0)
    for at in range(number):
        shares(morgan, f"p{at}", names[at % len(names)], assessment("technician-5", marks, framework=framework))
    morgan.says("show me my team")
    opened = list(presses(morgan.reply.card or {}))
    for press in opened:
        reply = morgan._take(Pressed(press.verb, press.data))
        opened += [each for each in presses(reply.card or {}) if _kind(each) not in {_kind(known) for known in opened}]
        assert not faults(reply.card or {}), press


def _kind(press: Pressed) -> tuple[str, str]:
    return press.verb, re.sub(r"\W", "", str(press.data.get("row", "")))


@pytest.mark.parametrize(("changes", "said"), [({"personal": False}, "our own chat"), ({"guest": True}, "guest")])
def test_in_a_group_or_for_a_guest_nothing_of_anybody_is_shown(morgan: Person, changes: dict[str, bool], said: str) -> None:
    turn = Turn(Said("show me my team"), LANCASTER, person="morgan", joints=morgan.book.of("morgan", morgan.now.timestamp()))
    reply = shipped().answer(replace(turn, **changes))
    assert said in reply_text(reply)
    assert "Alex" not in reply_text(reply)
    assert not reply.deeds


@pytest.mark.parametrize(
    "words", ["who needs budget training?", "which of them need budgets", "whos weak on budgets", "who should go on a budgets course?"]
)
def test_who_needs_something_is_answered_from_what_is_shared(morgan: Person, words: str) -> None:
    reply = morgan.says(words)
    assert reply.text.startswith("Budget Management: 3 of 4 need it")
    told = reply_text(reply)
    assert told.index("Kim Lee (2.5)") < told.index("Support from Finance Partner")
    assert seen_by(reply) == {"alex", "jo", "kim", "sam"}


def test_somebody_with_whom_nobody_shares_gets_what_the_framework_lists() -> None:
    reply = manager(shipped()).says("who needs safety training?")
    assert "the framework lists" in reply.text
    assert not reply.deeds


@pytest.mark.parametrize("words", ["who needs to approve budgets at grade 7", "what does a manager need for budgets"])
def test_a_question_about_the_framework_is_answered_by_the_framework(morgan: Person, words: str) -> None:
    assert not morgan.says(words).deeds


@pytest.mark.parametrize("words", ["how is alex doing on budgets?", "hows alex getting on with budgets", "how good is Alex on budgets?"])
def test_how_one_of_them_is_doing_on_something(morgan: Person, words: str) -> None:
    reply = morgan.says(words)
    assert reply.text.startswith("Alex Marsh on Budget Management: 3, a need. They chose it as a priority.")
    assert "Run the consumables budget" in reply_text(reply)
    assert "Jo Okafor" not in reply_text(reply)


def test_back_leads_to_what_came_before(morgan: Person) -> None:
    overview = morgan.says("how is my team doing").text
    needs = morgan.says("needs and strengths").text
    morgan.says("the first one")
    assert morgan.says("go back").text == needs
    assert morgan.says("go bak").text == overview


def test_for_too_few_no_file_is_offered_and_it_says_why() -> None:
    morgan = manager(shipped())
    shares(morgan, "kim", "Kim Lee", assessment("technician-5", {"budget": 3}))
    told = reply_text(morgan.says("what are the gaps in my team?"))
    assert say.NO_FILE in told
    assert say.FILE not in told.splitlines()
    assert say.FILE not in reply_text(morgan.says("marks side by side")).splitlines()
