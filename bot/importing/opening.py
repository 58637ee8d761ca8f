"""Opening a document: what it is told by its content, whatever its name says, and read by the reader for it."""

from pathlib import Path

from bot.importing.packed import office_kind
from bot.importing.plain_text import read_plain
from bot.importing.refusing import CannotImport
from bot.importing.separated import read_separated
from bot.importing.source import Findings, Source
from bot.importing.words import ImportWords

LARGEST = 20_000_000  # bytes; the two documents that ship as frameworks have 28 and 46 thousand
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 8_192
_KINDS = "Excel (.xlsx), Word (.docx), comma- or tab-separated text (.csv, .tsv) and plain text (.txt)"
_OTHERS = {
    b"%PDF": "a PDF. Open it, select all, copy the text into a text file (.txt), or save it as Word, then import that.",
    b"{\\rtf": "a rich text file. Save it as Word (.docx), then import that.",
    b"\x89PNG": "a picture. Import the document that it was taken from.",
    b"\xff\xd8\xff": "a picture. Import the document that it was taken from.",
    b"GIF8": "a picture. Import the document that it was taken from.",
}


def open_document(path: Path, words: ImportWords, findings: Findings) -> Source:
    """Read a document. Raises CannotImport where it is none, or none that can be read."""
    _check_file(path)
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    for magic, what in _OTHERS.items():
        if head.startswith(magic):
            raise CannotImport(f"{path.name} is {what}")
    if head.startswith(_OLE):
        raise CannotImport(_old_office(path))
    if head.startswith(b"PK"):
        return _office(path, findings)
    text = decoded(path, path.read_bytes(), findings)
    if "<html" in text[:_HEAD].lower():
        raise CannotImport(f"{path.name} is a web page. Open it in Excel or Word, save it as .xlsx or .docx, then import that.")
    if path.suffix.lower() in (".csv", ".tsv", ".tab"):
        return read_separated(path, text, findings)
    return read_plain(path, text, words, findings)


def _check_file(path: Path) -> None:
    if not path.name.isprintable():  # it would break the lines of the report, and of whoever reads it
        raise CannotImport("The document's name holds a line break or another sign that cannot be shown. Rename it, and import again.")
    try:
        size = path.stat().st_size if path.is_file() else -1
        if size >= 0:
            path.open("rb").close()
    except OSError as error:
        raise CannotImport(f"{path} cannot be read ({error.strerror}). Check its name, and who may read it.") from None
    if size < 0:
        what = "is a folder" if path.is_dir() else "is not there"
        raise CannotImport(f"{path} {what}. Name one file: {_KINDS}.")
    if size == 0:
        raise CannotImport(f"{path.name} is empty. Name the file that holds the matrix.")
    if size > LARGEST:
        remedy = f"a framework has no more than {LARGEST // 1_000_000}. Copy the matrix into a new document and import that."
        raise CannotImport(f"{path.name} has {size / 1_000_000:.0f} MB; {remedy}")


def _old_office(path: Path) -> str:
    if _ENCRYPTED in path.read_bytes():
        return f"{path.name} is protected by a password. Save it without one, then import that."
    return f"{path.name} is a file of an Office from before 2007 (.xls, .doc). Save it as .xlsx or .docx, then import that."


def _office(path: Path, findings: Findings) -> Source:
    if office_kind(path) == "excel":
        from bot.importing.excel import read_excel  # noqa: PLC0415 (slow to load, and needed for this kind alone)

        return read_excel(path, findings)
    from bot.importing.word import read_word  # noqa: PLC0415

    return read_word(path, findings)


def decoded(path: Path, raw: bytes, findings: Findings) -> str:
    """The text of a file in UTF-8, UTF-16 or, as a guess, Windows' Western European."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return _decoded_as(path, raw, name)
    if b"\0" in raw:
        raise CannotImport(f"{path.name} is no text, and no document that can be read. These can: {_KINDS}.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        findings.guess("Read as Windows text (cp1252), for it is no UTF-8. Look at its quotation marks and dashes.", path.name)
        return _decoded_as(path, raw, "cp1252")


def _decoded_as(path: Path, raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        raise CannotImport(f"{path.name} is no text that can be read. Save it as text in UTF-8, or as .xlsx or .docx.") from None
