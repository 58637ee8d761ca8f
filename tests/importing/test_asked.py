"""An imported framework is asked, assessed, planned and looked through like those that ship."""

import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.framework.library import read_library
from bot.framework.model import Framework, Library
from bot.people.profile import Profile
from bot.understanding.learnt import shelf
from bot.understanding.reading import Intent
from tests.cards.checking import MOST_BYTES
from tests.dialogs.asking import KNOWLEDGE, Asker, Reads
from tests.dialogs.assessing.starting import begun
from tests.importing.bringing import bring
from tests.importing.documents import SHEET, workbook
from tests.test_commands import start

TECHNICIAN = Profile("northshore", 5, "technician-5", "technical")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an institution that imported its matrix."""
    folder = tmp_path_factory.mktemp("institute")
    bring(workbook(folder / "a.xlsx", {"Matrix": SHEET}), folder / "own")
    return folder / "own"


@pytest.fixture(scope="module")
def known(own: Path) -> Library:
    """All the frameworks there are then."""
    return read_library(KNOWLEDGE, own=own)


@pytest.fixture
def asker(known: Library) -> Asker:
    """Somebody of that institution."""
    return Asker(Assistant(known, Reads(), "northshore"), "northshore", TECHNICIAN)


def test_it_is_asked_and_answers_in_the_official_words_with_their_place(asker: Asker) -> None:
    reply = asker.asks(Intent.EXPECTATIONS, [7], ["workshop-manager-7"], ["spending-budgets"])
    words = reply_text(reply)
    assert "Runs a budget of £5,000 < £6,000 & reports." in words
    assert "Sets it." in words
    assert "Official wording, from a, Matrix, row “Spending / Budgets”" in words


def test_two_of_its_roles_are_compared(asker: Asker) -> None:
    reply = asker.asks(Intent.COMPARE, [3, 5], competencies=["tides-and-tanks"])
    assert "Plans the water changes." in reply_text(reply)


def test_it_is_assessed_by_its_own_rows(known: Library) -> None:
    person = begun(TECHNICIAN, "northshore", known)
    assert "Fills the tanks." in reply_text(person.reply)
    person.says("7, because I fill them")
    assert "Steers small boats if trained." in reply_text(person.reply)


def content(framework: Framework) -> dict[str, object]:
    """All that a framework holds: two read from the same files are the same in content, and still two."""
    return {field.name: getattr(framework, field.name) for field in fields(framework)}


def test_the_shipped_frameworks_are_as_they_were(known: Library) -> None:
    alone = read_library(KNOWLEDGE)
    assert {id_: content(known.frameworks[id_]) for id_ in alone.frameworks} == {
        id_: content(each) for id_, each in alone.frameworks.items()
    }
    ours = {pair: theirs for pair, theirs in known.crosswalk.items() if pair[0] != "northshore"}
    assert {pair: {to: ids for to, ids in theirs.items() if to != "northshore"} for pair, theirs in ours.items()} == dict(alone.crosswalk)


def test_what_people_call_a_counterpart_is_lent_to_a_competency_without_words_of_its_own(known: Library) -> None:
    framework = known.frameworks["northshore"]
    assert "money" in framework.competencies["spending-budgets"].aliases
    assert framework.competencies["spending-budgets"].asked_as == ()
    assert framework.competencies["boats"].aliases == ()


def test_no_word_is_lent_to_two_competencies_nor_against_a_name(known: Library) -> None:
    competencies = known.frameworks["northshore"].competencies.values()
    lent = [alias.lower() for each in competencies for alias in each.aliases]
    assert len(lent) == len(set(lent))
    assert not {each.name.lower() for each in competencies} & set(lent)


def test_a_competency_with_aliases_of_its_own_borrows_none(own: Path, tmp_path: Path) -> None:
    shutil.copytree(own / "northshore", tmp_path / "northshore")
    path = tmp_path / "northshore" / "competencies" / "spending-budgets.yaml"
    path.write_text(path.read_text("utf-8").replace("aliases: []", "aliases: [the kitty]"), "utf-8")
    assert read_library(KNOWLEDGE, own=tmp_path).frameworks["northshore"].competencies["spending-budgets"].aliases == ("the kitty",)


def test_what_was_learnt_goes_by_the_own_frameworks_too(own: Path, tmp_path: Path) -> None:
    nothing, some = shelf(tmp_path, KNOWLEDGE), shelf(tmp_path, KNOWLEDGE, own)
    assert nothing == shelf(tmp_path, KNOWLEDGE, tmp_path / "none")
    assert nothing.key != some.key


def checked(*arguments: object) -> tuple[int, str]:
    """What the check says."""
    told, _ = (checking := start("check", *map(str, arguments))).communicate(timeout=60)
    return checking.returncode, told


def test_the_check_tells_doubts_and_passes(own: Path) -> None:
    code, told = checked(own / "northshore")
    assert code == 0
    assert "doubt: Boats is known by its name alone." in told
    assert "doubt: Teaching role for workshop-manager-7 is unclear: The document says “As grade 9”" in told


def test_the_check_tells_what_a_change_touches(own: Path, tmp_path: Path) -> None:
    changed = shutil.copytree(own / "northshore", tmp_path / "northshore")
    (changed / "competencies" / "boats.yaml").unlink()
    path = changed / "competencies" / "spending-budgets.yaml"
    path.write_text(path.read_text("utf-8").replace("Runs a budget", "Runs two budgets"), "utf-8")
    code, told = checked(changed, "--against", own / "northshore")
    assert code == 0
    assert "competency gone: Boats (boats)" in told
    assert "answers that change: 2 of 20" in told
    assert "“Runs a budget of £5,000 < £6,000 & reports.” → “Runs two budgets" in told
    assert "assessments of Instrument Specialist, grade 7 (instrument-specialist-7): 0 stored" in told


def test_the_check_of_a_framework_against_itself_says_so(own: Path, tmp_path: Path) -> None:
    aside = shutil.copytree(own / "northshore", tmp_path / "as-it-was")
    code, told = checked(own / "northshore", "--against", aside)
    assert code == 0
    assert "Nothing that people see changes." in told


def test_another_framework_of_the_same_id_is_a_fault(own: Path, tmp_path: Path) -> None:
    from bot.framework.faults import KnowledgeError

    twin = tmp_path / "lancaster"
    shutil.copytree(own / "northshore", twin)
    top = twin / "framework.yaml"
    top.write_text(top.read_text("utf-8").replace("id: northshore", "id: lancaster"), "utf-8")
    with pytest.raises(KnowledgeError, match="There is another framework `lancaster`"):
        read_library(KNOWLEDGE, own=tmp_path)


def test_a_person_whose_framework_is_exchanged_meets_the_new_words(asker: Asker, known: Library) -> None:
    framework = known.frameworks["northshore"]
    cell = framework.competencies["boats"].expectations["technician-5"]
    newer = replace(cell, statements=(replace(cell.statements[0], text="Steers large boats."),))
    boats = replace(framework.competencies["boats"], expectations={**framework.competencies["boats"].expectations, "technician-5": newer})
    changed = replace(framework, competencies={**framework.competencies, "boats": boats})
    assistant = Assistant(Library({**known.frameworks, "northshore": changed}, known.crosswalk), Reads(), "northshore")
    assert "Steers large boats." in reply_text(
        Asker(assistant, "northshore", TECHNICIAN).asks(Intent.EXPECTATIONS, [5], competencies=["boats"])
    )


def test_a_framework_of_very_many_competencies_still_fits_on_a_card(tmp_path: Path) -> None:
    long = "Some more words stand here than anybody reads. " * 30
    rows = [
        ("Grade", "1", "2"),
        *[(f"Area number {n} with quite a long name", f"Does {n}. {long}", f"Leads {n}. {long}") for n in range(60)],
    ]
    bring(workbook(tmp_path / "a.xlsx", {"S": rows}), tmp_path / "own", "large")
    asker = Asker(Assistant(read_library(KNOWLEDGE, own=tmp_path / "own"), Reads(), "large"), "large")
    reply = asker.asks(Intent.EXPECTATIONS, [1], ["grade-1"])
    assert len(json.dumps(reply.card, ensure_ascii=False).encode()) < MOST_BYTES
    assert "of 60 are below. Ask for any other by its name." in reply_text(reply)
