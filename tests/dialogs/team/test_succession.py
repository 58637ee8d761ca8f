"""Critical roles, who aspires to them, and what is never kept with them."""

import pytest

from bot.dialogs.reply import reply_text
from bot.phrases.en import succession as say
from bot.reviews.succession import CriticalRole
from tests.cards.checking import faults
from tests.dialogs.managing import assessment, ends, manager, shares, with_team
from tests.dialogs.person import Person
from tests.msteams.talking import shipped

SENIOR = "Grade 6, Senior Technician"


@pytest.fixture
def morgan() -> Person:
    return with_team(shipped())


def roles_of(person: Person) -> tuple[CriticalRole, ...]:
    """The critical roles on record."""
    return tuple(each.body for each in person.notebook.all(CriticalRole))


def put_down(person: Person, **entered: str) -> str:
    """Put down a critical role on the form; what is said then."""
    person.says("add a critical role")
    given = {"role": "senior-technician", "reason": "Nobody else runs the cryostat", "horizon": "year"}
    return person.presses(say.SAVE, **{**given, **entered}).text


def test_with_none_yet_the_card_is_short_names_hr_and_has_the_guidance_one_press_away(morgan: Person) -> None:
    told = reply_text(morgan.says("my succession plan"))
    assert say.NONE_YET in told
    assert "HR Partner" in told
    assert len(told) < 600
    assert "Succession planning prepares for turnover" in reply_text(morgan.presses(say.SUCCESSION_GUIDE, morgan.cards[-1]))
    assert "forecasts what workforce" in reply_text(morgan.presses(say.WORKFORCE, morgan.cards[-2]))


def test_with_roles_put_down_the_card_says_what_is_never_kept(morgan: Person) -> None:
    put_down(morgan)
    told = reply_text(morgan.says("my critical roles"))
    assert say.NEVER_ASKED in told
    assert "HR Partner, considering factors such as race, gender and age" in told


def test_a_role_is_put_down_on_a_form_and_shown_with_who_aspires_to_it(morgan: Person) -> None:
    put_down(morgan, post="Cryostat technician")
    (held,) = roles_of(morgan)
    assert (held.role, held.post, held.horizon) == ("senior-technician", "Cryostat technician", "year")
    told = reply_text(morgan.reply)
    assert "Nobody else runs the cryostat" in told
    assert "Within a year" in told
    assert "Alex Marsh" in told


def test_how_far_somebody_is_and_what_bridges_it(morgan: Person) -> None:
    put_down(morgan)
    told = reply_text(morgan.presses("Alex Marsh"))
    assert "4 of 10 rows at 5.5 or more" in told
    assert "Budget Management (2)" in told
    assert "Support from Finance Partner" in told
    assert "Run the consumables budget" in told
    assert say.RECRUITED in told


def test_a_role_that_nobody_aspires_to_is_said_plainly(morgan: Person) -> None:
    put_down(morgan, role="manager-7")
    assert say.NOBODY in reply_text(morgan.reply)
    assert "nobody aspires to it" in morgan.says("my critical roles").text
    assert f"Alex Marsh: {SENIOR}" in reply_text(morgan.reply)


def test_a_role_is_put_down_in_words_its_reason_asked_for_and_then_when(morgan: Person) -> None:
    assert say.ASK_REASON in morgan.says("add lab manager as a critical role").text
    assert say.ASK_HORIZON in morgan.says("the only one who knows the safety case").text
    assert say.NOT_A_HORIZON in morgan.says("hard to tell with these things").text
    morgan.says("in about two years")
    (held,) = roles_of(morgan)
    assert (held.role, held.reason, held.horizon) == ("manager-7", "the only one who knows the safety case", "three")
    assert "already" in morgan.says("add lab manager as a critical role").text
    assert len(roles_of(morgan)) == 1


def test_a_question_in_between_is_answered_and_kept_as_no_reason(morgan: Person) -> None:
    morgan.says("add lab manager as a critical role")
    assert "grade 6" in morgan.says("what is expected at grade 6 for budgets?").text.casefold()
    assert roles_of(morgan)[0].reason == ""
    morgan.says("nobody else holds the laser licence, needed within a year")
    assert roles_of(morgan)[0].horizon == "year"


@pytest.mark.parametrize(
    "words",
    [
        "He is 64 and going soon",
        "she’s pregnant",
        "a woman in her fifties",
        "off sick with her back",
        "our only black technician",
        "aged 61",
    ],
)
@pytest.mark.parametrize("field", ["reason", "notes", "post"])
def test_what_is_about_a_person_is_not_kept_and_stays_on_the_form(morgan: Person, words: str, field: str) -> None:
    assert "HR Partner" in put_down(morgan, **{field: words})
    assert roles_of(morgan) == ()
    assert words in reply_text(morgan.reply)
    assert not faults(morgan.reply.card or {})


def test_the_same_in_words(morgan: Person) -> None:
    morgan.says("add lab manager as a critical role")
    assert "HR Partner" in morgan.says("he is 64 next month").text
    assert roles_of(morgan)[0].reason == ""


@pytest.mark.parametrize(
    "words", ["the 64 channel scope needs somebody", "the race track rig", "within a year the mill is replaced", "a black box"]
)
def test_what_is_about_the_work_is_kept(morgan: Person, words: str) -> None:
    put_down(morgan, reason=words)
    assert [each.reason for each in roles_of(morgan)] == [words]


@pytest.mark.parametrize(
    ("entered", "refused"), [({"reason": " "}, say.NEEDS_REASON), ({"role": "nonsense"}, say.WHICH_ROLE), ({"post": "x" * 500}, "500")]
)
def test_what_cannot_be_saved_says_what_to_do_and_loses_nothing(morgan: Person, entered: dict[str, str], refused: str) -> None:
    assert refused in put_down(morgan, notes="a note", **entered)
    assert roles_of(morgan) == ()
    assert "a note" in reply_text(morgan.reply)
    morgan.presses(say.SAVE, role="technician-4", reason="It is", post="")
    assert [each.notes for each in roles_of(morgan)] == ["a note"]


def test_the_same_press_twice_makes_one_role(morgan: Person) -> None:
    morgan.says("add a critical role")
    card = morgan.cards[-1]
    for _ in range(2):
        morgan.presses(say.SAVE, card, role="technician-4", reason="It is")
    assert len(roles_of(morgan)) == 1
    assert say.DONE_ALREADY in morgan.reply.text


def test_an_old_form_changes_only_what_was_changed_on_it(morgan: Person) -> None:
    put_down(morgan)
    morgan.presses(say.CHANGE)
    old = morgan.cards[-1]
    morgan.presses(say.SAVE, old, horizon="now")
    morgan.presses(say.SAVE, old, notes="ask in May")
    (held,) = roles_of(morgan)
    assert (held.horizon, held.notes) == ("now", "ask in May")
    assert say.CORRECTED in morgan.reply.text


def test_a_role_is_removed_once_it_was_asked_about(morgan: Person) -> None:
    put_down(morgan)
    morgan.presses(say.REMOVE)
    card = morgan.cards[-1]
    assert roles_of(morgan)
    assert say.REMOVED in morgan.presses(say.REMOVE_NOW, card).text
    assert roles_of(morgan) == ()
    assert say.NONE_YET in morgan.reply.text
    assert say.GONE in morgan.presses(say.REMOVE_NOW, card).text


def test_one_that_changed_since_is_asked_about_once_more(morgan: Person) -> None:
    put_down(morgan)
    form = morgan.presses(say.CHANGE) and morgan.cards[-1]
    morgan.presses(say.REMOVE, morgan.cards[-2])
    asked = morgan.cards[-1]
    morgan.presses(say.SAVE, form, horizon="now")
    morgan.presses(say.REMOVE_NOW, asked)
    assert roles_of(morgan)


def test_whoever_aspires_is_told_that_they_were_seen_and_nobody_else_is(morgan: Person) -> None:
    assert {deed.of for deed in morgan.says("my succession plan").deeds} == {"alex"}
    morgan.waits(minutes=1)
    assert morgan.presses(say.ADD).deeds == ()


def test_who_takes_it_back_is_gone_from_succession(morgan: Person) -> None:
    put_down(morgan)
    card = morgan.cards[-1]
    for _, id_ in [each for each in morgan.book._held if "alex" in each[1]]:
        ends(morgan, id_)
    told = reply_text(morgan.presses("Alex Marsh", card))
    assert say.NOT_SHARED_ANY_MORE in told
    assert "Alex" not in told


def test_an_assessment_for_their_own_role_makes_nobody_an_aspirant() -> None:
    morgan = manager(shipped())
    shares(morgan, "sam", "Sam Hill", assessment("senior-technician", {"budget": 9}))
    put_down(morgan)
    assert say.NOBODY in reply_text(morgan.reply)


def test_it_is_counted_copied_and_erased_with_all_else(morgan: Person) -> None:
    from bot.dialogs.holding import holdings
    from bot.dialogs.turn import Said, Turn

    put_down(morgan)
    assert "1 critical role you put down" in morgan.says("what do you hold on me?").text
    held = holdings(Turn(Said(""), records=morgan.notebook))
    assert any("Nobody else runs the cryostat" in row for section in held.sections for row in section.rows)
    morgan.says("forget me")
    morgan.presses("Yes, forget me") if "Yes, forget me" in str(morgan.cards[-1]) else morgan.presses("forget")
    assert roles_of(morgan) == ()


def test_a_role_its_reason_and_how_soon_are_heard_in_one_line(morgan: Person) -> None:
    reply = morgan.says("add lab manager as a critical role because only they know the safety case, within a year")
    (held,) = roles_of(morgan)
    assert (held.role, held.reason, held.horizon) == ("manager-7", "only they know the safety case", "year")
    assert say.ASK_REASON not in reply.text
    assert say.ASK_HORIZON not in reply.text


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("lab manager", "nobody else holds the licence", "next year"), ("manager-7", "nobody else holds the licence", "year")),
        (("lab manager, nobody else holds the licence", "in 2 years"), ("manager-7", "nobody else holds the licence", "three")),
        (("senior technician: within a year", "the only laser licence"), ("senior-technician", "the only laser licence", "year")),
    ],
)
def test_after_the_form_came_the_same_is_heard_in_words(morgan: Person, words: tuple[str, ...], kept: tuple[str, ...]) -> None:
    morgan.says("add a critical role")
    for each in words:
        morgan.says(each)
    (held,) = roles_of(morgan)
    assert (held.role, held.reason, held.horizon) == kept


def test_of_several_roles_one_is_chosen_and_its_reason_typed(morgan: Person) -> None:
    assert say.WHICH_OF_THEM in morgan.says("add a grade 7 role to my critical roles").text
    morgan.says("the first one")
    assert say.ASK_HORIZON in morgan.says("nobody else runs the cryostat").text
    assert [each.reason for each in roles_of(morgan)] == ["nobody else runs the cryostat"]


@pytest.mark.parametrize("words", ["not now", "never mind", "go bak", "cancel", "later", "skip", "no thanks", "send it", "take it back"])
def test_what_is_no_reason_is_kept_as_none(morgan: Person, words: str) -> None:
    morgan.says("add lab manager as a critical role")
    morgan.says(words)
    assert [each.reason for each in roles_of(morgan)] == [""]


@pytest.mark.parametrize("words", ["not now", "go back", "never mind"])
def test_whoever_leaves_the_form_in_words_puts_down_nothing(morgan: Person, words: str) -> None:
    morgan.says("add a critical role")
    morgan.says(words)
    assert roles_of(morgan) == ()
    assert "critical role" in morgan.reply.text


@pytest.mark.parametrize("words", ["remove it", "undo", "get rid of it", "remove this role please"])
def test_a_role_just_put_down_is_removed_in_words_once_it_was_asked(morgan: Person, words: str) -> None:
    morgan.says("add lab manager as a critical role")
    assert "Shall I remove" in morgan.says(words).text
    assert roles_of(morgan)
    assert say.REMOVED in morgan.says("yes").text
    assert roles_of(morgan) == ()


@pytest.mark.parametrize("words", ["no", "keep it", "never mind"])
def test_a_role_that_is_not_to_go_stays(morgan: Person, words: str) -> None:
    morgan.says("add lab manager as a critical role")
    morgan.says("remove it")
    morgan.says(words)
    assert len(roles_of(morgan)) == 1


def test_a_yes_long_after_it_was_asked_removes_nothing(morgan: Person) -> None:
    morgan.says("add lab manager as a critical role")
    morgan.says("remove it")
    morgan.waits(minutes=20)
    morgan.says("yes")
    assert len(roles_of(morgan)) == 1


def test_what_was_changed_cannot_be_undone_and_it_says_so(morgan: Person) -> None:
    put_down(morgan)
    morgan.presses(say.CHANGE)
    morgan.presses(say.SAVE, horizon="now")
    assert say.NOT_UNDONE in morgan.says("undo that").text


def test_back_leads_out_of_the_form_to_the_role(morgan: Person) -> None:
    put_down(morgan)
    morgan.says("change it")
    assert SENIOR in morgan.says("go back").text
