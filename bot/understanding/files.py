"""Which file somebody wants to take away, in their words."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases

EVERYTHING = "everything"  # the names of files with all that is held begin so


class FilesShape(Shape):
    """The shape of `files.yaml`; the comments in the file say what each list is for."""

    documents: dict[Words, list[Words]] = Field(min_length=1)
    outright: list[Words] = Field(min_length=1)
    choice: list[Words] = Field(min_length=1)
    pdf: list[Words] = Field(min_length=1)


class Files:
    """Hears what is to be taken away."""

    def __init__(self, shape: FilesShape, short_forms: Mapping[str, str]) -> None:
        self._documents = {name: Phrases(phrases, short_forms) for name, phrases in shape.documents.items()}
        self._outright = Phrases(shape.outright, short_forms)
        self._choice = Phrases(shape.choice, short_forms)
        self._pdf = Phrases(shape.pdf, short_forms)

    def named(self, text: str) -> str | None:
        """The kind of file that a text names; None where it names none."""
        return next((name for name, phrases in self._documents.items() if phrases.first(text)), None)

    def takes(self, text: str) -> bool:
        """Whether a text asks for a file in as many words."""
        return bool(self._outright.first(text)) and self.named(text) is not None

    def takes_everything(self, text: str) -> bool:
        """Whether a text asks for all that is held, in as many words: "download my data"."""
        return self.takes(text) and str(self.named(text)).startswith(EVERYTHING)

    def asks_which(self, text: str) -> bool:
        """Whether a text asks which files there are."""
        return bool(self._choice.first(text))

    def wants_pdf(self, text: str) -> bool:
        """Whether a text asks for a PDF."""
        return bool(self._pdf.first(text))


def read_files(path: Path, short_forms: Mapping[str, str]) -> Files:
    """Read `files.yaml`. Raises KnowledgeError with every fault found."""
    return Files(read_shape(path, FilesShape), short_forms)
