"""Importing a document in a test, and looking at what became of it."""

from functools import cache
from pathlib import Path

from bot.framework.model import Expectation, Framework
from bot.importing.importer import Imported, Order, bring_in
from bot.importing.words import ImportWords, read_import_words
from tests.dialogs.asking import library

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@cache
def import_words() -> ImportWords:
    """The words that ship."""
    return read_import_words(KNOWLEDGE / "language" / "en" / "importing.yaml")


def bring(document: Path, into: Path, id_: str = "northshore", *, replace: bool = False) -> Imported:
    """Import a document as the command does."""
    return bring_in(Order(document, id_, into, replace=replace, known=tuple(library().frameworks.values())), import_words())


def cell(framework: Framework, title: str, competency: str) -> Expectation:
    """The cell of a role and a competency, by their names in the document."""
    role = next(role for role in framework.roles.values() if title in role.titles)
    return next(each for each in framework.competencies.values() if each.name == competency).expectations[role.id]


def said(framework: Framework, title: str, competency: str) -> str:
    """What a cell says, resolved: its words, or its kind where it has none."""
    found = cell(framework, title, competency)
    return " ".join(statement.text for statement in found.statements) or found.kind
