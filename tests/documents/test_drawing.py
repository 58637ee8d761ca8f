"""What stands in each file."""

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.documents.drawing import draw
from bot.documents.kinds import KINDS
from bot.documents.material import Material
from bot.documents.template_files import Templates
from bot.vacancies.draft import Decision
from tests.documents.reading import cells, paragraphs, table
from tests.documents.sample import MATERIAL, NOON

OWN_LINES = (
    Decision(text="A kiln licence", need="essential", own=True),
    Decision(text="A van licence", need="desirable", own=True),
)


def drawn(document: str, material: Material = MATERIAL) -> bytes:
    written = draw(document, material, Templates())
    assert written is not None
    return written


def test_a_plan_has_the_columns_of_the_template_by_date_and_leaves_out_what_was_dropped() -> None:
    rows = table(drawn("plan"), 1)
    assert [cell.split("\n")[0] for cell in rows[0]] == [
        "Development Objective",
        "Development Activity",
        "What will I be doing differently?",
        "Support Needed?",
        "Date for Achievement",
        "Status",
    ]
    assert rows[1] == ["Talk in public\nTalking\nServes a higher role: grade 3, Expert", "", "", "", "30 June 2027", "Under way"]
    assert [row[0].split("\n")[0] for row in rows[1:]] == ["Talk in public", "Mend the mill"]
    assert "1 entry that I dropped is left out." in paragraphs(drawn("plan"))


def test_a_plan_quotes_what_the_role_is_expected_to_do_and_tells_what_was_learnt() -> None:
    said = paragraphs(drawn("plan"))
    assert said[said.index("What the role is expected to do") :][1:3] == ["Talk in public", "Does more."]
    assert said[said.index("What I learnt, and how I will use it") :][1:3] == ["Mend the mill", "That a list helps."]


def test_whose_plan_it_is_is_a_line_to_fill_in() -> None:
    assert table(drawn("plan"), 0) == [
        ["Name", ""],
        ["Role", "Grade 2, Maker"],
        ["Framework", "Small Framework, A University"],
        ["Date", "1 March 2027"],
        ["Discussed with", ""],
    ]


def test_an_agenda_begins_with_the_biggest_difference_and_has_all_that_was_said() -> None:
    agenda = drawn("agenda")
    assert table(agenda, 0)[:2] == [["Technician", "Alex {{ 7 }} Marsh"], ["Reviewer", "Sam & <Okafor>"]]
    assert table(agenda, 1)[1:] == [["The X-ray room", "8", "3", "5"], ["Talk", "5.5", "5", "0.5"]]
    assert table(agenda, 2) == [["Date for Achievement", "30 June 2027"], ["Meet again on", "1 September 2027"]]
    said = paragraphs(agenda)
    assert said[said.index("What was agreed") :][1:4] == ["One of the two has still to say yes to this.", "Talk", "Chair the group"]
    assert said[said.index("The reviewer’s comments") :][1:3] == ["The X-ray room", "Seen once.\nNever again."]
    assert said[said.index("Since then") :][1:3] == ["Sam & <Okafor>: what was learnt", "To ask"]


def test_the_grid_is_shaded_up_to_the_mark_to_the_half_point_with_the_mark_in_figures() -> None:
    document: Any = Document(BytesIO(drawn("assessment")))
    rows = document.tables[1]._tbl.tr_lst
    assert [len(row.tc_lst) for row in rows] == [12, 22, 22]
    fills = [cell.xpath("w:tcPr/w:shd/@w:fill")[0] for cell in rows[1].tc_lst[1:-1]]
    assert fills == ["2E5E8C"] * 11 + ["FFFFFF"] * 9
    assert table(drawn("assessment"), 1)[1][-1] == "5.5"


def test_an_assessment_tells_priorities_strengths_expectations_and_evidence_of_each_row() -> None:
    said = paragraphs(drawn("assessment"))
    assert said[said.index("Priorities") :][:4] == ["Priorities", "Talk: 5.5 of 10", "Strengths", "The X-ray room: 8 of 10"]
    by_row = said[said.index("Talk: 5.5 of 10", said.index("Row by row")) :]
    assert by_row[:6] == [
        "Talk: 5.5 of 10",
        "What the role is expected to do",
        "Says what is planned.",
        "Does as agreed.",
        "My evidence",
        "I run the rota.",
    ]
    assert by_row[6:11] == [
        "The X-ray room: 8 of 10",
        "What the role is expected to do",
        "My own row, about what is specific to my role.",
        "My evidence",
        "No evidence yet.",
    ]
    assert said[said.index("Set aside, because the role is not expected to do it") + 1] == "Mend"
    assert "This assessment is not finished yet." in said


def test_a_finished_assessment_keeps_the_words_that_it_was_marked_against() -> None:
    assert MATERIAL.assessment
    row = MATERIAL.assessment.rows[0].with_(expected=("Said so then.",))
    finished = MATERIAL.assessment.with_(rows=(row,), finished=NOON.timestamp())
    said = paragraphs(drawn("assessment", replace(MATERIAL, assessment=finished)))
    assert "Said so then." in said
    assert "Says what is planned." not in said


def test_a_dossier_is_a_checklist_with_what_is_missing_and_how_it_is_assessed() -> None:
    written = drawn("dossier")
    assert table(written, 1) == [["", "Criterion", "Ready"], ["1", "Shows it.", "Yes"], ["2", "Is asked.", "Not yet"]]
    said = paragraphs(written)
    assert "1 of 2 criteria ready." in said
    assert said[said.index("What is still missing") :] == [
        "What is still missing",
        "Is asked.",
        "My evidence",
        "1. Shows it.",
        "I run the rota.",
        "2. Is asked.",
        "Ask Sam.",
        "No evidence yet.",
        "How it is assessed",
        "Is asked.",
        "A note.",
    ]


def test_a_job_description_has_its_header_tasks_person_and_the_criteria_of_the_step() -> None:
    written = drawn("job-description")
    header = table(written, 0)
    assert header[:3] == [["Job title", "Helper"], ["Grade", "1"], ["Department", "Chemistry"]]
    assert header[-1] == ["Purpose of the role", "Says what is asked."]
    rows = [[row[0].split("\n")[-1], *row[1:]] for row in table(written, 1)]
    assert rows == [["", "Essential", "Desirable"], ["Says what is asked.", "✓", ""], ["A forklift licence", "", "✓"]]
    said = paragraphs(written)
    assert said[said.index("Main duties and responsibilities") :] == [
        "Main duties and responsibilities",
        "The duties are based on what the framework expects of grade 1, Helper.",
        "Talking to people",
        "Says what is asked.",
        "Runs the <clean> room & more.",
        "Role-specific duties",
        "Looks after {{ the }} kiln.",
        "Person specification",
        "Career grade: going up in post",
        "Criteria for grade 2",
        "Shows it.",
        "How it is assessed",
        "Is asked.",
        "Has done it",
        "for a year.",
    ]


def test_lines_of_the_person_specification_that_have_something_in_common_are_told_so_once_and_the_essential_come_first() -> None:
    assert MATERIAL.vacancy
    drawn_from = replace(MATERIAL, vacancy=MATERIAL.vacancy.with_(person=(*MATERIAL.vacancy.person, *OWN_LINES)))
    first = [row[0].split("\n") for row in table(drawn("job-description", drawn_from), 1)][1:]
    assert [lines[-1] for lines in first] == ["Says what is asked.", "A kiln licence", "A forklift licence", "A van licence"]
    assert [len(lines) for lines in first] == [2, 2, 1, 1]


def test_a_career_part_without_criteria_says_that_they_are_to_be_written() -> None:
    assert MATERIAL.vacancy
    library = replace(
        MATERIAL.library, frameworks={id_: replace(each, progressions=()) for id_, each in MATERIAL.library.frameworks.items()}
    )
    said = paragraphs(drawn("job-description", replace(MATERIAL, library=library, vacancy=MATERIAL.vacancy.with_(criteria=""))))
    assert said[said.index("Career grade: going up in post") :][1:] == ["The criteria for going up in post are still to be written."]


def test_a_job_description_without_duties_or_a_career_part_says_nothing_of_them() -> None:
    assert MATERIAL.vacancy
    said = paragraphs(drawn("job-description", replace(MATERIAL, vacancy=MATERIAL.vacancy.with_(duties=(), career=False))))
    assert not {"Role-specific duties", "Career grade: going up in post", "How it is assessed", "Has done it"} & set(said)


def test_the_excel_file_holds_marks_as_numbers_and_a_chart_of_its_own() -> None:
    written = drawn("grid")
    sheet: Any = load_workbook(BytesIO(written)).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet["A8:C9"]] == [["Talk", 5.5, "Yes"], ["The X-ray room", 8, None]]
    assert [type(chart).__name__ for chart in sheet._charts] == ["BarChart"]
    assert ("I run the rota.", "s") in cells(written)[1]


def test_evidence_stands_under_its_competency_with_its_day() -> None:
    assert paragraphs(drawn("evidence"))[4:] == [
        "My evidence",
        "",
        "Talking to people",
        "1 March 2027: I run the rota.",
        "Not about one competency",
        "1 March 2027: I mend.",
    ]


def test_all_that_is_held_is_readable_in_word_and_whole_in_json() -> None:
    assert paragraphs(drawn("everything-word"))[-4:] == ["Profile", "Grade: 2", "Reminders", "Nothing."]
    assert json.loads(drawn("everything-json")) == {"profile": {"grade": 2}, "words": "grün 😀"}


def test_nothing_that_draws_is_loaded_before_somebody_wants_a_file() -> None:
    loaded = "import bot.file_pages, bot.msteams.consent, bot.msteams.offers, bot.storage.files, bot.documents.template_files, sys"
    heavy = "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml', 'openpyxl'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", f"{loaded}; {heavy}"], check=True, capture_output=True, text=True).stdout == "[]\n"


@pytest.mark.parametrize("document", KINDS)
def test_what_is_gone_draws_nothing(document: str) -> None:
    assert draw(document, Material(MATERIAL.library), Templates()) is None


@pytest.mark.parametrize("document", [kind for kind in KINDS if kind != "everything-json"])
def test_about_as_large_as_teams_is_told(document: str) -> None:
    assert 0.5 < len(drawn(document)) / KINDS[document].about < 2
