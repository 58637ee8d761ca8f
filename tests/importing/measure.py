"""`python -m tests.importing.measure PATH [FOLDER]`: every cell of a document beside the framework folder made of it.

The document is read here by a route of its own, as plainly as can be, and the folder as mere YAML: nothing of the importer is used but,
where no folder is named, the command itself.
"""

import html
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Key = tuple[int, str, str]  # grade, title, row
_TAG = re.compile(r"</?[a-z]+(?: [^<>]*)?>")


@dataclass
class Measured:
    """How many cells of a document came in right, and what went wrong."""

    right: int = 0
    cells: int = 0
    wrong: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def rows_of(path: Path) -> Iterator[list[str]]:
    """Every row of every table of a document, its cells as plain text."""
    match path.suffix.lower():
        case ".xlsx":
            import openpyxl

            for sheet in openpyxl.load_workbook(path).worksheets:
                yield from ([_plain(str(cell or "")) for cell in row] for row in sheet.iter_rows(values_only=True))
        case ".docx":
            import docx

            for table in docx.Document(str(path)).tables:
                yield from ([_plain(cell.text) for cell in row.cells] for row in table.rows)
        case ".csv":
            import csv

            yield from ([_plain(cell) for cell in row] for row in csv.reader(path.read_text("utf-8").splitlines(keepends=True)))
        case _:
            for line in path.read_text("utf-8").split("\n"):
                if "\t" in line:
                    yield [_plain(cell) for cell in line.split("\t")]


def document_cells(path: Path) -> dict[Key, list[str]]:
    """The words of every cell that has some, by grade, title and name of the row; several where a row is repeated."""
    cells: dict[Key, list[str]] = defaultdict(list)
    header: dict[str, list[str]] = {}
    inside = False
    for row in rows_of(path):
        label = row[0].lower()
        if label in ("grade", "lu grade", "job title", "role", "ntdc band", "band", "career path"):
            header = {} if inside else header
            header[label.removeprefix("lu ").replace("job title", "role")] = row
            inside = False
        elif not any(row[1:]) or set(row[0]) <= {"-"}:
            continue
        elif {"grade", "role"} <= header.keys() and len(row) == len(header["grade"]):
            inside = True
            for grade, title, text in zip(header["grade"][1:], header["role"][1:], row[1:], strict=True):
                if text:
                    cells[int(grade), _same(title), _same(row[0])].append(text)
        else:
            header = {}
    return cells


def folder_cells(folder: Path) -> dict[Key, list[str]]:
    """The words of every cell of a framework folder, likewise."""
    top = _load(folder / "framework.yaml")
    roles = {role["id"]: (role["grade"], _same(" ".join(role["titles"]))) for role in top["roles"]}
    cells: dict[Key, list[str]] = defaultdict(list)
    for path in sorted((folder / "competencies").glob("*.yaml")):
        competency = _load(path)
        rows = competency.get("rows", {})
        for role, cell in competency["expectations"].items():
            for strand, words in _words(cell).items():
                number = competency["strands"].get(strand, {"row": 1})["row"] if rows else None
                row = re.sub(r" \(\w+ row\)$", "", rows[number]) if rows else competency["names"]["matrix"]
                cells[*roles[role], _same(row)].append(words)
    return cells


def measure(path: Path, folder: Path) -> Measured:
    """Compare a document with a folder, cell by cell, word for word."""
    measured = Measured()
    theirs, ours = document_cells(path), folder_cells(folder)
    for key, texts in theirs.items():
        measured.cells += len(texts)
        found = ours.get(key, [])
        for text in texts:
            if text in found:
                measured.right += 1
            else:
                measured.wrong.append(f"{key}: the document says {text!r}, the folder {found!r}")
    for key, texts in ours.items():
        measured.invented += [f"{key}: {text!r}" for text in texts if text not in theirs.get(key, [])]
    return measured


def _words(cell: dict[str, Any]) -> dict[str, str]:
    """The words of a cell as the document has them, by strand; a reference stands before what it adds."""
    if cell.get("not_expected"):
        return {"expected": "No"}
    if "unclear" in cell:
        return {"expected": re.findall("“(.*?)”", cell["unclear"])[0]}
    said = {strand: " ".join(texts) for strand, texts in (cell.get("statements") or cell.get("adds") or {}).items()}
    reference = cell.get("reference", "")
    return {strand: f"{reference} {text}".strip() for strand, text in said.items()} or {"expected": reference}


def _load(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def _plain(cell: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", cell)).split())


def _same(name: str) -> str:
    """A name without the spaces and marks in which two spellings of it differ."""
    return re.sub(r"[\s/,]+", "", name)


def main() -> None:
    """Measure, and print what is wrong and how many cells are right."""
    path, began = Path(sys.argv[1]), time.perf_counter()
    with tempfile.TemporaryDirectory() as into:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(into) / "measured"
        if len(sys.argv) <= 2:
            command = (sys.executable, "-m", "bot", "import", str(path), "--id", "measured")
            subprocess.run(command, check=True, stdout=-3, env={"ASSISTANT_OWN_FRAMEWORKS": into, "PATH": ""})
        took = time.perf_counter() - began
        measured = measure(path, folder)
    for line in measured.wrong:
        print("wrong:", line)  # noqa: T201
    for line in measured.invented:
        print("invented:", line)  # noqa: T201
    told = f"{measured.right} of {measured.cells} cells word for word at their place; {len(measured.invented)} invented"
    print(f"{path.name}: {told}; {took:.1f} s")  # noqa: T201


if __name__ == "__main__":
    main()
