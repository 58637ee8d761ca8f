"""Taking a file away: which one is meant, and what is offered."""

from dataclasses import replace

import pytest

from bot.dialogs.reply import Download
from bot.people.notebook import Notebook
from bot.people.profile import Profile
from bot.people.records import Body, Record
from tests.cards.checking import faults
from tests.dialogs.person import BEGINS, Person
from tests.documents.sample import DOSSIER, TALK, assessment, entry, piece
from tests.msteams.talking import shipped

LANCASTER = Profile(framework="lancaster", grade=5)


def alex(**records: Body) -> Person:
    """Somebody who keeps these records, each under its name."""
    notebook = Notebook()
    notebook.keep((Record(id_, body) for id_, body in records.items()), (), BEGINS.timestamp())
    return Person(shipped(), LANCASTER, notebook=notebook)


def with_everything() -> Person:
    """Somebody who keeps one of each."""
    return alex(a1=assessment(TALK), a2=assessment(TALK), p1=entry(), d1=DOSSIER, e1=piece("I run the rota."))


@pytest.mark.parametrize(
    ("said", "document", "record", "filename"),
    [
        ("download my plan as word", "plan", "", "Personal Development Plan 2027-03-01.docx"),
        ("give me a copy of my assessment", "assessment", "a2", "Self-assessment 2027-03-01.docx"),
        ("can I have my scores as a spreadsheet", "grid", "a2", "Self-assessment grid 2027-03-01.xlsx"),
        ("export my dossier", "dossier", "d1", "Progression dossier 2027-03-01.docx"),
        ("download my evidence", "evidence", "", "Evidence 2027-03-01.docx"),
        ("export everything you hold", "everything-word", "", "What is held about me 2027-03-01.docx"),
        ("json of everything", "everything-json", "", "What is held about me 2027-03-01.json"),
        ("exprot my pdp pls", "plan", "", "Personal Development Plan 2027-03-01.docx"),
    ],
)
def test_words_name_the_file(said: str, document: str, record: str, filename: str) -> None:
    reply = with_everything().says(said)
    assert reply.downloads == (Download(document, record, filename, "0" * 31 + "1"),)
    assert reply.card is not None
    assert not faults(reply.card)


def test_the_file_is_called_by_the_day_where_the_person_is() -> None:
    person = with_everything()
    person.zone = "Pacific/Auckland"
    person.waits(hours=3)
    assert person.says("download my plan").downloads[0].filename == "Personal Development Plan 2027-03-02.docx"


def test_words_that_name_no_file_get_a_choice_of_all_there_are_and_each_can_be_pressed() -> None:
    person = with_everything()
    reply = person.says("can I have a word document please, export it")
    assert reply.card is not None
    assert not reply.downloads
    assert not faults(reply.card)
    for title, document in (
        ("Your development plan, as a Word file", "plan"),
        ("Your self-assessment, as a Word file", "assessment"),
        ("Your marks and their chart, as an Excel file", "grid"),
        ("Your progression dossier, as a Word file", "dossier"),
        ("Your evidence, as a Word file", "evidence"),
    ):
        assert person.presses(title, reply.card).downloads[0].document == document
    choice = person.presses("Everything I hold about you", reply.card)
    assert choice.card is not None
    assert person.presses("As a JSON file, for a program", choice.card).downloads[0].document == "everything-json"
    assert person.presses("As a Word file", choice.card).downloads[0].document == "everything-word"


def test_a_press_twice_offers_twice_and_each_offer_has_a_secret_of_its_own() -> None:
    person = with_everything()
    choice = person.says("export as word").card
    secrets = {person.presses("Your development plan, as a Word file", choice).downloads[0].secret for _ in range(2)}
    assert len(secrets) == 2


@pytest.mark.parametrize(
    "said", ["download my plan", "download my assessment", "my scores in excel", "export my dossier", "download my evidence"]
)
def test_what_is_not_there_is_not_offered_and_the_way_to_it_is_said(said: str) -> None:
    reply = alex().says(said)
    assert not reply.downloads
    assert reply.card is not None
    assert "yet" in reply.text
    assert not faults(reply.card)


def test_a_plan_of_dropped_entries_alone_is_none() -> None:
    assert not alex(p1=entry(status="dropped")).says("download my plan").downloads


def test_who_wants_a_pdf_is_told_how_to_make_one() -> None:
    reply = with_everything().says("pdf of my plan")
    assert reply.downloads[0].document == "plan"
    assert "Save as, PDF" in reply.text


def test_an_assessment_that_was_deleted_is_gone() -> None:
    person = alex(a1=assessment(TALK), a2=assessment(TALK, deleted=1.0))
    assert person.says("download my assessment").downloads[0].record == "a1"


@pytest.mark.parametrize("data", [{"row": "assessment", "record": "of-somebody-else"}, {"row": "dossier", "record": "a1"}])
def test_only_ones_own_record_of_that_kind_is_offered(data: dict[str, str]) -> None:
    person = with_everything()
    choice = person.says("export as word").card
    reply = person.presses("files.offer", choice, **data)
    assert not reply.downloads


@pytest.mark.parametrize("row", ["", "nonsense", "x" * 100])
def test_a_button_of_an_unknown_file_gets_the_choice(row: str) -> None:
    person = with_everything()
    choice = person.says("export as word").card
    assert person.presses("files.offer", choice, row=row).text == "What would you like to take with you?"


def test_a_guest_is_told_that_nothing_is_kept() -> None:
    from bot.dialogs.turn import Said, Turn

    reply = shipped().answer(replace(Turn(Said("download my plan"), LANCASTER), guest=True))
    assert not reply.downloads
    assert "guest" in reply.text
