"""What a document holds around its matrix: the grid, opportunities, criteria, the plan's columns, guidance."""

from pathlib import Path

import pytest

from bot.framework.model import Framework
from bot.importing.importer import Imported
from tests.importing.bringing import bring
from tests.importing.documents import SHEET, Rows, as_text, text_file, word_file

GRID: Rows = (
    ("Competency", *map(str, range(1, 6))),
    ("Tides and tanks", *[""] * 5),
    ("Boats / Teaching role", *[""] * 5),
    ("Spending & Budgets", *[""] * 5),
    ("Juggling", *[""] * 5),
)
OFFERS: Rows = (
    ("Competency", "Development Opportunities"),
    ("Tides and tanks", '<ul style="x"> - Tank course - Work shadowing - Plumbing – cold water'),
    ("Spending & Budgets", " - Mentoring - Work shadowing -"),
)
PLAN: Rows = (
    ("Aim What do I want?", "Deed How do I get there?", "What will differ? How will I know?", "Help? Who helps?", "When it is due"),
)
TEXT = (
    "# 1. How to use it",
    "Mark yourself on the scale, with 1 being not at all able and 5 being fully able. For example, at 2.5.",
    "Then talk it over. It takes an hour.",
    "# 2. Going up",
    "To go from grade 5 to 7, show the following.",
    "Criteria to progress to the higher grade:",
    "- Knows the tanks.",
    "- Ran a season.",
    "How it will be assessed",
    "- By the dean.",
    "# 3. Personal Development Plan",
)


@pytest.fixture(params=["Word", "text"])
def imported(request: pytest.FixtureRequest, tmp_path: Path) -> Imported:
    """The whole document, in Word or as text."""
    if request.param == "Word":
        return bring(
            word_file(tmp_path / "a.docx", "Northshore Career Framework", SHEET, "The grid:", GRID, "Ways:", OFFERS, *TEXT, PLAN), tmp_path
        )
    numbered = [line.lstrip("# ") if line[0] == "#" else f"1. {line[2:]}" if line[0] == "-" else line for line in TEXT]
    parts = [
        "Northshore Career Framework",
        as_text(SHEET),
        "The grid:",
        as_text(GRID),
        "Ways:",
        _plain(OFFERS),
        "\n".join(numbered),
        _plain(PLAN),
    ]
    return bring(text_file(tmp_path / "a.txt", "\n\n".join(parts)), tmp_path)


def _plain(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


@pytest.fixture
def framework(imported: Imported) -> Framework:
    """The framework of that document."""
    return imported.framework


def test_the_grid_has_its_rows_scale_and_meaning(framework: Framework) -> None:
    assert framework.grid is not None
    assert [(row.name, row.competencies) for row in framework.grid.rows] == [
        ("Tides and tanks", ("tides-and-tanks",)),
        ("Boats / Teaching role", ("boats", "teaching-role")),
        ("Spending & Budgets", ("spending-budgets",)),
    ]
    scale = framework.grid.scale
    assert (scale.lowest, scale.highest, scale.step) == (1, 5, 0.5)
    assert dict(scale.meaning) == {1: "not at all able", 5: "fully able"}


def test_opportunities_are_mapped_to_their_rows(framework: Framework) -> None:
    names = {each: [o.name for o in framework.opportunities_for(each)] for each in ("tides-and-tanks", "spending-budgets", "boats")}
    assert names == {
        "tides-and-tanks": ["Tank course", "Work shadowing", "Plumbing – cold water"],
        "spending-budgets": ["Mentoring", "Work shadowing"],
        "boats": [],
    }
    assert framework.development is not None
    assert {each.name: each.kind for each in framework.development.opportunities.values()} == {
        "Tank course": "course",
        "Work shadowing": "on-the-job",
        "Plumbing – cold water": "course",
        "Mentoring": "people",
    }


def test_criteria_and_how_they_are_assessed_belong_to_their_step(framework: Framework) -> None:
    (step,) = framework.progressions
    assert (step.lower, step.higher) == (5, 7)
    assert [each.text for each in step.criteria] == ["Knows the tanks.", "Ran a season."]
    assert [each.text for each in step.assessment] == ["By the dean."]


def test_the_plan_has_its_columns_and_what_they_ask(framework: Framework) -> None:
    assert framework.plan is not None
    assert [(each.id, each.name, each.asks) for each in framework.plan.columns] == [
        ("objective", "Aim", ("What do I want?",)),
        ("activity", "Deed", ("How do I get there?",)),
        ("difference", "What will differ?", ("How will I know?",)),
        ("support", "Help?", ("Who helps?",)),
        ("date", "When it is due", ("When it is due",)),
    ]


def test_sections_of_text_are_topics_in_their_own_words(framework: Framework) -> None:
    assert framework.topics["how-to-use-it"].says[1:] == ("For example, at 2.5.", "Then talk it over.", "It takes an hour.")
    assert framework.name == "Northshore Career Framework"


def test_what_belongs_nowhere_is_listed_with_its_place(imported: Imported) -> None:
    assert "The grid's row “Juggling” is like no competency of the matrix." in imported.report


def test_opportunities_without_a_grid_belong_to_the_competencies(tmp_path: Path) -> None:
    framework = bring(word_file(tmp_path / "a.docx", SHEET, "Ways:", OFFERS), tmp_path).framework
    assert framework.grid is None
    assert [each.name for each in framework.opportunities_for("tides-and-tanks")] == [
        "Tank course",
        "Work shadowing",
        "Plumbing – cold water",
    ]


def test_a_sentence_that_heads_the_matrix_is_a_topic(tmp_path: Path) -> None:
    rows = [
        *SHEET[:4],
        ("On top of these a role may get up to five points of its own, which the department chooses.", *[""] * 4),
        *SHEET[4:],
    ]
    framework = bring(text_file(tmp_path / "a.txt", as_text(rows)), tmp_path).framework
    assert [topic.says for topic in framework.topics.values()] == [(rows[4][0],)]
    assert len(framework.competencies) == 6
