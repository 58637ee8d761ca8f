"""What questions want and how sentences deny, allow and oblige is in a file of the language; its faults are told with their lines."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.assistant import Assistant
from bot.framework.closest import telling
from bot.framework.faults import KnowledgeError
from bot.framework.judging_topics import decided
from bot.framework.library import read_library
from bot.framework.model import Framework, Library
from bot.framework.wanted import SILENT, Wanted, heard, read_wanted
from bot.phrases.en import progression as say
from bot.terminal.checking import checked
from bot.understanding.reading import Intent
from tests.dialogs.asking import Asker, Reads, library
from tests.dialogs.tact import TACT
from tests.framework.files import small_files
from tests.framework.small import LANGUAGE, SMALL

SHIPPED = (LANGUAGE / "wanted.yaml").read_text(encoding="utf-8")
WORDS = st.text(st.sampled_from("abcdefgh'"), min_size=1, max_size=6).filter(lambda word: word.strip("'") == word)


def asker(framework: Framework) -> Asker:
    """Somebody who asks an assistant about a framework."""
    return Asker(Assistant(Library({"small": framework}, {}), Reads(), "small", TACT), "small")


def wanted(**words: list[str]) -> Wanted:
    """A language that has no words but these."""
    return Wanted.model_validate(dict.fromkeys(Wanted.model_fields, ()) | words)


@pytest.mark.parametrize(
    ("phrase", "said", "meant"),
    [
        ("how many/much", "So HOW MUCH is it?", True),
        ("how many/much", "how is much of it done", False),
        ("decid*", "who was deciding", True),
        ("decid*", "the undecided", False),
        ("*n't", "They won’t", True),
        ("years of? service", "two years service", True),
        ("years of? service", "two years of service", True),
        ("who _? decides", "who finally decides", True),
        ("who _? decides", "who in the end decides", False),
        ("_ do", "Does a 5 do budgets", True),
        ("_ do", "Do budgets", False),
        ("who ... decides", "who in the end decides", True),
        ("who ... decides", "who is it that in the end decides", False),
        ("is * going to", "is my very own old line manager going to", True),
        ("is * going to", "is going to", True),
        ("^is there", "“Is there a form", True),
        ("^is there", "what is there", False),
        ("is not !only/just", "It is not. Never", True),
        ("is not !only/just", "It is not just that", False),
        ("step #", "In step 2: send it", True),
        ("step #", "step by step", False),
        ("*£*", "is it £500 more", True),
        ("£", "£500", False),
    ],
)
def test_a_phrase_finds_what_its_marks_say(phrase: str, said: str, *, meant: bool) -> None:
    assert bool(heard([phrase]).search(said)) == meant


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=3), st.lists(WORDS, max_size=3))
def test_a_phrase_of_plain_words_is_found_wherever_it_stands(phrase: list[str], before: list[str], after: list[str]) -> None:
    said = " ".join((*before, *phrase, *after)).upper().replace("'", "’")
    assert heard([" ".join(phrase)]).search(said)


def test_a_list_without_phrases_finds_nothing() -> None:
    assert not SILENT.pay.search("pay")
    assert not SILENT.promise("will I be promoted")
    assert SILENT.done("is it marked") == ""
    assert SILENT.clauses("It is; and it was, but so what") == ["It is", " and it was, but so what"]


def test_what_ships_hears_a_promise_what_is_done_and_where_a_part_begins() -> None:
    words = SMALL.wanted
    assert words.promise("Will I be promoted next year?")
    assert not words.promise("I was promoted. Will it rain?")
    assert words.done("is a 5 expected to get marked?") == "marked"
    assert words.clauses("It is asked for, but not always") == ["It is asked for", " not always"]


def test_another_language_is_a_file_and_no_code() -> None:
    foreign = wanted(pay=["gehalt*"], denies=["^kein/keine"], tells_nothing=["die", "der"])
    told = asker(replace(SMALL, wanted=foreign))
    assert told.asks(Intent.CAREER_PROGRESSION, [1], said="Gehaltsstufe in 2?").text == say.PAY
    assert told.asks(Intent.CAREER_PROGRESSION, [1], said="what is the pay?").text != say.PAY
    assert telling(replace(SMALL, wanted=foreign), "die Werkbank") == ("werkbank",)


def test_the_answer_to_a_question_hangs_on_the_words_of_its_language() -> None:
    ships = library().frameworks["lancaster"]
    without = replace(ships, wanted=ships.wanted.model_copy(update={"free": SILENT.free}))
    found = [decided(each, (each.topics["adopting-new-jd"],), "do I have to take the new job description") for each in (ships, without)]
    assert [each and each.answer for each in found] == ["no", None]


@pytest.mark.parametrize(
    ("old", "new", "at", "what"),
    [
        ("  - at most\n", "  - at most\n  - 7\n", "  - 7\n", "`4`: input should be a valid string."),
        ("  - how much time\n", "  - ...\n", "  - ...\n", "no word that has to be there"),
        ("  - fill in\n", "  - fill? in?\n", "  - fill? in?\n", "no word that has to be there"),
        ("  - deadline\n", "  - '!deadline'\n", "  - '!deadline'\n", "no word that has to be there"),
        ("parts: ", "pieces: ", "pieces: ", "`pieces`: extra inputs are not permitted."),
        ("done_endings: [ed]", "done_endings: ['']", "done_endings", "`0`: string should have at least 1 character."),
    ],
)
def test_a_fault_is_told_once_with_its_file_and_line(tmp_path: Path, old: str, new: str, at: str, what: str) -> None:
    path = tmp_path / "language" / "en" / "wanted.yaml"
    path.parent.mkdir(parents=True)
    small_files(tmp_path)
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    line = path.read_text(encoding="utf-8").split(at)[0].count("\n") + 1
    _, faults = checked(tmp_path)
    assert len([each for each in faults if (each.file, each.line) == (path, line) and what in each.what]) == 1


def test_a_list_that_is_missing_is_told() -> None:
    with pytest.raises(KnowledgeError, match="wanted"):
        read_wanted(LANGUAGE / "nowhere" / "wanted.yaml")


def test_any_words_are_only_so_many() -> None:
    assert heard(["^is * going to"]).search(f"is {'my ' * 50}manager going to")
    assert not heard(["^is * going to"]).search(f"is {'my ' * 200}manager going to")


def test_every_framework_of_a_library_gets_the_words_of_its_language(tmp_path: Path) -> None:
    small_files(tmp_path)
    path = tmp_path / "language" / "cy" / "wanted.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SHIPPED.replace("  - at most\n", "  - ar y mwyaf\n"), encoding="utf-8")
    (framework,) = read_library(tmp_path, "cy").frameworks.values()
    assert framework.wanted.number.search("ar y mwyaf")
    assert not framework.wanted.number.search("at most")
