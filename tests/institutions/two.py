"""Two invented institutions and a stranger's: each with a framework, templates, words, contacts and a time zone of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from docx import Document

from bot.settings import PROJECT, Settings
from tests.framework.files import FILES

NORTH, SOUTH, NOBODY = (f"{digit * 8}-0000-4000-8000-000000000001" for digit in "123")
ENOUGH = 12  # ways of asking for each intent: what is tried here is asked plainly, and learning all of them takes half a minute
LANGUAGE = PROJECT / "knowledge" / "language" / "en"

_MARKED = {
    "id: small\n": "id: {id}\n",
    "Small Framework": "{mark} Framework",
    "A University": "{mark} U",
    "The Guide": "The {mark} Guide",
    "is asked.": "is asked at {mark}.",
    "name: A course": "name: {mark} course",
    "It begins.": "It begins at {mark}.",
}


@dataclass(frozen=True)
class House:
    """One of the two: its id, its tenant, what everything that is its own holds, and how its people say that they mend."""

    id: str
    tenant: str
    mark: str
    word: str
    zone: str


HOUSES = (
    House("northshore", NORTH, "Northshore", "darn", "Asia/Tokyo"),
    House("southmoor", SOUTH, "Southmoor", "tinker", "America/Denver"),
)


def institutions(others: str = "refuse") -> str:
    """The file that lists them."""
    listed: dict[str, Any] = {}
    for house in HOUSES:
        listed[house.id] = {
            "name": f"{house.mark} University",
            "tenants": [house.tenant],
            "framework": house.id,
            "frameworks": [house.id],
            "templates": f"{house.id}/templates",
            "language": f"{house.id}/language",
            "contacts": {"distress": {f"{house.mark} counselling": "01"}, "questions": {f"{house.mark} HR": "02"}},
            "timezone": house.zone,
            "keep_months": 6 if house.id == "northshore" else 36,
            "keep_drafts_months": 3,
            "question_log": house.id == "northshore",
        }
    return yaml.safe_dump({"others": others, "institutions": listed})


def settled(folder: Path) -> Settings:
    """All of it written into a folder, and settings that name it."""
    _language(folder / "knowledge" / "language" / "en")
    _framework(folder / "knowledge", "commons", "Commons")
    for house in HOUSES:
        _framework(folder / "own", house.id, house.mark)
        _own(folder / house.id, house)
    (folder / "institutions.yaml").write_text(institutions(), encoding="utf-8")
    return Settings(
        _env_file=None,
        development=True,
        knowledge=folder / "knowledge",
        own_frameworks=folder / "own",
        institutions=folder / "institutions.yaml",
        framework="commons",
        database=folder / "assistant.db",
        learnt=folder / "learnt",
    )


def _language(into: Path) -> None:
    """The language that ships, with fewer ways of asking, and next to nothing of what tells distress from them."""
    (into / "asks").mkdir(parents=True)
    for path in LANGUAGE.glob("*.yaml"):
        (into / path.name).write_bytes(path.read_bytes())
    for path in (LANGUAGE / "asks").glob("*.yaml"):
        asked = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        few = {"intent": asked["intent"], "asks": asked["asks"][:ENOUGH]}
        (into / "asks" / path.name).write_text(yaml.safe_dump(few), encoding="utf-8")
    distress = yaml.load((LANGUAGE / "distress.yaml").read_bytes(), yaml.CSafeLoader)
    few = {need: texts[:1] for need, texts in distress.items()}  # against so few ways of asking more would hear distress everywhere
    (into / "distress.yaml").write_text(yaml.safe_dump(few), encoding="utf-8")


def _framework(parent: Path, id_: str, mark: str) -> None:
    """The small framework, in whose every sentence and name its institution can be told."""
    for name, text in FILES.items():
        for ours, theirs in _MARKED.items():
            text = text.replace(ours, theirs.format(id=id_, mark=mark))  # noqa: PLW2901
        path = parent / id_ / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _own(folder: Path, house: House) -> None:
    """The templates and the words of an institution."""
    (folder / "templates").mkdir(parents=True)
    (folder / "language" / "asks").mkdir(parents=True)
    document = Document()
    document.add_paragraph(f"Letterhead of {house.mark}")
    document.save(str(folder / "templates" / "holdings.docx"))
    said = {house.id: {"competencies": {"mending": {"aliases": [house.word]}}, "roles": {"maker": {"aliases": [f"{house.word} hand"]}}}}
    (folder / "language" / "said.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
    asks = {"intent": "help", "asks": [f"{house.word} me the ropes please"]}
    (folder / "language" / "asks" / "help.yaml").write_text(yaml.safe_dump(asks), encoding="utf-8")
