"""Where something that is taught is written: the institution's own folder, the folder of its own framework, or the knowledge that ships."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.framework.sayings import FILE as SAID
from bot.framework.sentences import FILE, Sentence, with_sentence
from bot.framework.yaml_edit import Step, with_item
from bot.framework.yaml_file import read_yaml
from bot.institutions.model import Institution
from bot.settings import Settings
from bot.terminal.questions.proposing import Proposal

AFTER = {"aliases": ("about", "short"), "asked_as": ("hints", "aliases", "about")}


@dataclass(frozen=True, slots=True)
class Place:
    """A file, the way to the list in it, and the keys that a new list should follow."""

    file: Path
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()


class Pen:
    """Writes into files, and can take all of it back."""

    def __init__(self) -> None:
        self._before: dict[Path, bytes | None] = {}

    def add(self, place: Place, item: str) -> None:
        """Add an item to a list. Raises CannotEdit, with nothing written."""
        self._write(place.file, with_item(self._text(place.file), place.steps, item, place.after))

    def note(self, file: Path, sentence: Sentence) -> None:
        """Add a sentence that is to be read so ever after."""
        self._write(file, with_sentence(self._text(file), sentence))

    def take_back(self) -> None:
        """Put every file back as it was."""
        for file, content in self._before.items():
            file.unlink() if content is None else file.write_bytes(content)
        self._before = {}

    @property
    def files(self) -> Sequence[Path]:
        """What was written to."""
        return tuple(self._before)

    def _text(self, file: Path) -> str:
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _write(self, file: Path, text: str) -> None:
        self._before.setdefault(file, file.read_bytes() if file.exists() else None)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def place_of(settings: Settings, institution: Institution, framework: str, proposal: Proposal) -> Place:
    """Where a proposal is written."""
    if institution.language is not None:
        return Place(institution.language / SAID, (framework, proposal.part, proposal.id, proposal.kind))
    folder = framework_folder(settings, framework)
    if folder.parent == settings.own_frameworks:  # not in its own files, where one word of its own would put aside all that is lent
        return Place(folder / SAID, (framework, proposal.part, proposal.id, proposal.kind))
    if proposal.part == "topics":
        number = _number(folder / "guide.yaml", "topics", proposal.id)
        return Place(folder / "guide.yaml", ("topics", number, proposal.kind), AFTER[proposal.kind])
    if proposal.part == "roles":
        number = _number(folder / "framework.yaml", "roles", proposal.id)
        return Place(folder / "framework.yaml", ("roles", number, proposal.kind), ("titles", "title"))
    return Place(folder / "competencies" / f"{proposal.id}.yaml", (proposal.kind,), AFTER[proposal.kind])


def sentences_of(settings: Settings, institution: Institution, framework: str) -> Path:
    """The file with the sentences that were taught beside it."""
    return (institution.language or framework_folder(settings, framework)) / FILE


def framework_folder(settings: Settings, framework: str) -> Path:
    """Where a framework lies."""
    own = settings.own_frameworks / framework
    return own if own.is_dir() else settings.knowledge / framework


def _number(path: Path, part: str, id_: str) -> int:
    file, _ = read_yaml(path)
    listed = file.content[part] if file else []
    return next(number for number, each in enumerate(listed) if each["id"] == id_)
