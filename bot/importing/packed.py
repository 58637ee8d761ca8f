"""What an Office file is packed in: looked through before anything reads it, so that no bomb, macro or entity gets further."""

import zipfile
from pathlib import Path

from bot.importing.refusing import CannotImport

MOST_PARTS = 2_000
MOST_UNPACKED = 60_000_000  # bytes of all parts together; a matrix has one, its pictures a few more
MOST_OF_XML = 20_000_000  # bytes of the parts that are read, which is minutes of reading
_SAVE_PLAIN = "Open it in Office and save it once more as .xlsx or .docx."
_TOO_LARGE = "unpacked it is far larger than any framework. Copy the matrix into a new document and import that."


def office_kind(path: Path) -> str:
    """Whether a zip file is "excel" or "word". Raises CannotImport for every other, and for what is not safe to read."""
    try:
        with zipfile.ZipFile(path) as packed:
            return _looked_through(path, packed)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, RuntimeError) and "password" in str(error):
            raise CannotImport(f"{path.name} is protected by a password. Save it without one, then import that.") from None
        raise CannotImport(f"{path.name} is damaged or only half copied. {_SAVE_PLAIN}") from None


def _looked_through(path: Path, packed: zipfile.ZipFile) -> str:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise CannotImport(f"{path.name} cannot be read: {_TOO_LARGE}")
    kind = "excel" if "xl/workbook.xml" in names else "word" if "word/document.xml" in names else ""
    if not kind:
        raise CannotImport(_other_kind(path, names))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        plain = ".xlsx" if kind == "excel" else ".docx"
        raise CannotImport(f"{path.name} holds macros, which are never run here. Save it as {plain}, then import that.")
    _check_xml(path, packed, [part for part in parts if part.filename.endswith((".xml", ".rels"))])
    return kind


def _check_xml(path: Path, packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in parts) > MOST_OF_XML:
        raise CannotImport(f"{path.name} cannot be read: {_TOO_LARGE}")
    for part in parts:
        raw = packed.read(part).replace(b"\0", b"")  # without the zeros, UTF-16 reads like ASCII
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
            raise CannotImport(f"{path.name} was not made by Office as it stands. {_SAVE_PLAIN}")


def _other_kind(path: Path, names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return f"{path.name} is a binary workbook (.xlsb). Save it as .xlsx, then import that."
    if "mimetype" in names or "content.xml" in names:
        return f"{path.name} is an OpenDocument file. Save it as .xlsx or .docx, then import that."
    return f"{path.name} is a zip file without a workbook or a document. Unpack it, and import the file inside."
