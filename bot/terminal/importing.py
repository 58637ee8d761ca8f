"""`python -m bot import`: an institution's own document as a framework, and how to go on."""

from pathlib import Path

from bot.framework.library import read_library
from bot.importing.importer import REPORT, Order, bring_in
from bot.importing.words import read_import_words
from bot.settings import Settings
from bot.terminal.checking import summary

_WORDS = "language/en/importing.yaml"


def imported(settings: Settings, document: Path, id_: str, *, title: str, institution: str, replace: bool) -> str:
    """Import a document, and tell what became of it. Raises CannotImport with the reason where nothing was written."""
    words = read_import_words(settings.knowledge / _WORDS)
    known = tuple(read_library(settings.knowledge).frameworks.values())
    order = Order(document, id_, settings.own_frameworks, " ".join(title.split()), " ".join(institution.split()), replace, known)
    done = bring_in(order, words)
    return f"{done.report}\n{summary(done.framework)}\n{_next_steps(done.folder, id_, min(done.framework.grades))}"


def _next_steps(folder: Path, id_: str, grade: int) -> str:
    return "\n".join(
        (
            f"Written to {folder}; the report is there too, as {REPORT}. What to do next:",
            "1. Read what was guessed and left out, and mend it in the document or in the files.",
            f'2. Try it: python -m bot ask --framework {id_} "what is expected at grade {grade}?"',
            f"3. Make it everybody's: ASSISTANT_FRAMEWORK={id_} in .env, then start the assistant anew.",
        )
    )
