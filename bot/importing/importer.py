"""From a document to a framework folder, and the report of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.framework.faults import KnowledgeError
from bot.framework.model import Framework
from bot.importing.blocks import blocks_of
from bot.importing.counterparts import counterparts, one_to_one
from bot.importing.expectations import CellReader
from bot.importing.extras import extras_of
from bot.importing.grades import LONGEST_HEADER
from bot.importing.keeping import keep_added, read_old, taught
from bot.importing.matrix import matrix_of
from bot.importing.opening import open_document
from bot.importing.placing import place, recover
from bot.importing.prose import prose_of
from bot.importing.refusing import CannotImport
from bot.importing.report import report_of
from bot.importing.source import Findings, Source
from bot.importing.words import ImportWords
from bot.importing.writing import Naming, Read, as_yaml, files_of

REPORT = "import-report.md"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 40
MOST_ROLES, MOST_COMPETENCIES, MOST_BLOCKS = 100, 400, 60
_NO_MATRIX = (
    "no row of grades was found. The matrix needs a row that begins with “Grade” and names a grade above each column of a role, "
    "and the names of the competencies in the first column; or a table for each role under a heading such as “Technician (Grade 5)”."
)
_COMMENT = "Imported from {document} in its official wording. The format is in knowledge/README.md; aliases and notes may be added."


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported, as which framework, and what its owner says of it; `known` are the frameworks that ship."""

    document: Path
    id: str
    into: Path
    title: str = ""
    institution: str = ""
    replace: bool = False
    known: tuple[Framework, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A framework that was imported, where it lies, and the report."""

    framework: Framework
    folder: Path
    report: str
    findings: Findings = field(default_factory=Findings)


def bring_in(order: Order, words: ImportWords) -> Imported:
    """Import a document. Raises CannotImport, and nothing is written, where it cannot be done whole."""
    _check_id(order)
    recover(order.into, order.id)
    target = order.into / order.id
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise CannotImport(f"{target} is no folder that an import made. Move it away, or choose another --id.")
    if target.exists() and not order.replace:
        raise CannotImport(f"There is a framework {order.id} in {order.into}. Add --replace to exchange it, or choose another --id.")
    findings = Findings()
    read, naming = _read(order, words, findings)
    files = files_of(read, naming, words, findings) | _crosswalk(order, read, findings)
    old = target if target.exists() else None
    if old is not None:
        files = _with_added(files, old, findings)
    report = report_of(order.document.name, read, naming, findings)
    texts = {name: as_yaml(content, _COMMENT.format(document=order.document.name)) for name, content in files.items()}
    framework = place(texts | {REPORT: report} | (taught(old) if old else {}), order.into, order.id, old)
    return Imported(framework, target, report, findings)


def _check_id(order: Order) -> None:
    if not _ID.fullmatch(order.id) or len(order.id) > _LONGEST_ID:
        shown = "".join(sign if sign.isprintable() else "?" for sign in order.id[:_LONGEST_ID])
        raise CannotImport(f"“{shown}” cannot be a framework's id. Use small letters, digits and single hyphens, such as northshore.")
    if order.id in {framework.id for framework in order.known}:
        raise CannotImport(f"{order.id} is one of the frameworks that ship with the assistant. Choose another --id.")


def _read(order: Order, words: ImportWords, findings: Findings) -> tuple[Read, Naming]:
    name = order.document.name
    source = open_document(order.document, words, findings)
    words = words.reading(_short_texts(source))
    found = blocks_of(source, words, findings)
    if not found.blocks:
        words = words.with_bands
        found = blocks_of(source, words, findings)
        if found.blocks:
            findings.guess("The document has bands and no grades; the bands were taken for grades.")
    if not found.blocks:
        raise CannotImport(f"{name} holds no matrix that can be read: {_NO_MATRIX}")
    rows, columns = (max(len(part) for part in parts) for parts in zip(*((b.rows, b.columns) for b in found.blocks), strict=True))
    if rows > MOST_COMPETENCIES or columns > MOST_ROLES or len(found.blocks) > MOST_BLOCKS:
        most = f"{MOST_ROLES} roles and {MOST_COMPETENCIES} competencies"
        raise CannotImport(f"{name} is larger than any framework ({most}). Copy the matrix into a new document and import that.")
    matrix = matrix_of(found.blocks, words, findings)
    if not matrix.competencies:
        remedy = "Name each in the first column, fill it in, and import again."
        raise CannotImport(f"{name} has grades and no competency below them with anything in its cells. {remedy}")
    reader = CellReader(matrix, words, findings)
    cells = {competency.id: reader.read(competency) for competency in matrix.competencies}
    if not any(cells.values()):
        raise CannotImport(f"{name} has grades and competencies, and every cell between them is empty. Import the one that is filled in.")
    extras = extras_of(source, found.others, matrix, words, findings)
    read = Read(matrix, cells, extras, prose_of(source, matrix.notes, words, findings))
    return read, _naming(order, source.name, read, findings)


def _short_texts(source: Source) -> Iterator[str]:
    """What may be a header or a heading: where grades are named."""
    texts = (cell.text for table in source.tables() for row in table.rows for cell in row)
    return (text for text in (*texts, *(part.text for part in source.paragraphs())) if len(text) <= LONGEST_HEADER)


def _naming(order: Order, stem: str, read: Read, findings: Findings) -> Naming:
    title = order.title or read.prose.title or stem
    institution = order.institution or read.prose.institution or order.id
    if not order.title and title.startswith(institution):
        title = title.removeprefix(institution).strip(" :,–—|-") or title
    if not order.title:
        findings.guess(f"The document is called “{title}”. Say --title where that is not its name.")
    if not order.institution:
        findings.guess(f"The institution is called “{institution}”. Say --institution where that is not its name.")
    version = read.extras.version or f"as imported from {order.document.name}"
    return Naming(order.id, title, institution, title, version)


def _with_added(files: dict[str, dict[str, object]], old: Path, findings: Findings) -> dict[str, dict[str, object]]:
    try:
        return keep_added(files, read_old(old), findings)
    except KnowledgeError as error:
        told = "\n".join(f"  {fault}" for fault in error.faults)
        remedy = "Mend it, so that what you added can be kept, or move it away"
        raise CannotImport(f"The framework in {old} cannot be read, and nothing was changed. {remedy}:\n{told}") from None


def _crosswalk(order: Order, read: Read, findings: Findings) -> dict[str, dict[str, object]]:
    """The file that says which competency of the frameworks that ship each one is like."""
    pairs, names = [], {each.id: each.name for each in read.matrix.competencies}
    for framework in order.known:
        found = one_to_one(counterparts(read.matrix.competencies, framework))
        pairs += [{order.id: ours, framework.id: theirs} for ours, theirs in found.items()]
        if found:
            told = "; ".join(f"“{names[ours]}” like “{framework.competencies[theirs].name}”" for ours, theirs in found.items())
            findings.guess(f"Called what {framework.institution} calls it too (crosswalk.yaml): {told}.")
    return {"crosswalk.yaml": {"pairs": pairs}} if pairs else {}
