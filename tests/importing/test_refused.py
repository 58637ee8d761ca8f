"""What cannot be imported: a sentence that says what to do, and nothing written."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.importing import packed
from bot.importing.refusing import CannotImport
from tests.importing.bringing import bring
from tests.importing.documents import BODY, HEADER, SHEET, as_text, text_file, workbook
from tests.test_commands import refusal, start

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def raw(path: Path, content: bytes) -> Path:
    """A file of some bytes."""
    path.write_bytes(content)
    return path


def vast(path: Path) -> Path:
    """A file of 200 MB, which takes no room."""
    with path.open("wb") as opened:
        opened.truncate(200_000_000)
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """A workbook with one more part in its package."""
    workbook(path, {"S": SHEET})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return path


def locked(path: Path) -> Path:
    """A zip file whose parts say that they are encrypted."""
    content = bytearray(workbook(path, {"S": SHEET}).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return raw(path, bytes(content))


def zipped(path: Path, name: str) -> Path:
    """A zip file with one small part."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(name, "x")
    return path


def sheet(at: Path, *rows: tuple[str, ...]) -> Path:
    """A matrix in separated text."""
    return text_file(at / "a.csv", as_text(rows, ","))


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no file": (lambda at: at / "none.xlsx", "is not there. Name one file"),
    "a folder": (lambda at: at, "is a folder. Name one file"),
    "nothing in it": (lambda at: raw(at / "a.csv", b""), "is empty"),
    "200 MB": (lambda at: vast(at / "a.xlsx"), "has 200 MB"),
    "a PDF": (lambda at: raw(at / "a.pdf", b"%PDF-1.7"), "is a PDF. Open it, select all, copy the text"),
    "a picture called a workbook": (lambda at: raw(at / "a.xlsx", b"\x89PNG\r\n\x1a\n"), "is a picture"),
    "bytes": (lambda at: raw(at / "a.txt", bytes(range(256))), "is no text"),
    "an old workbook": (lambda at: raw(at / "a.xls", OLE), "Save it as .xlsx or .docx"),
    "a password": (lambda at: raw(at / "a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "is protected by a password"),
    "a zip with a password": (lambda at: locked(at / "a.xlsx"), "is protected by a password"),
    "macros": (lambda at: with_part(at / "a.xlsm", "xl/vbaProject.bin", b"x"), "holds macros"),
    "a bomb": (lambda at: with_part(at / "a.xlsx", "xl/media/a.bin", bytes(packed.MOST_UNPACKED + 1)), "far larger than any framework"),
    "an entity": (lambda at: with_part(at / "a.xlsx", "xl/a.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "save it once more"),
    "half a file": (lambda at: raw(at / "b.xlsx", workbook(at / "a.xlsx", {"S": SHEET}).read_bytes()[:3000]), "is damaged"),
    "a zip of something": (lambda at: zipped(at / "a.zip", "a.txt"), "without a workbook or a document"),
    "OpenDocument": (lambda at: zipped(at / "a.ods", "content.xml"), "is an OpenDocument file"),
    "a web page": (lambda at: text_file(at / "a.xls", "<html><table>"), "is a web page"),
    "two rows of grades": (lambda at: sheet(at, ("Grade", "1", "2", "3", "4"), *SHEET), "two header rows with grades, and they differ"),
    "two rows of titles": (lambda at: sheet(at, *HEADER, ("Role", *"ABCD"), *BODY), "two header rows with job titles"),
    "a thousand rows": (
        lambda at: sheet(at, *HEADER, *[(f"Area {n}", "a", "b", "c", "d") for n in range(1_000)]),
        "larger than any framework",
    ),
    "no header": (lambda at: sheet(at, *BODY), "no row of grades was found"),
    "grades without numbers": (lambda at: sheet(at, ("Grade", "low", "middle", "high", "top"), *BODY), "no row of grades was found"),
    "nothing but a header": (lambda at: sheet(at, *HEADER), "Name each in the first column"),
    "a story": (lambda at: text_file(at / "a.txt", "Once upon a time."), "no row of grades was found"),
    "an open quotation mark": (
        lambda at: text_file(at / "a.csv", as_text(SHEET, ",") + '"open,\n\n'),
        "a quotation mark there is not closed",
    ),
    "a name of two lines": (lambda at: text_file(at / "a\nb.csv", as_text(SHEET, ",")), "Rename it, and import again."),
    "half a million cells in one line": (lambda at: text_file(at / "a.csv", "a," * 500_000), "has more cells than any framework"),
    "a million empty lines": (lambda at: text_file(at / "a.csv", "\n" * 1_000_000), "has more cells than any framework"),
    "a text without an end": (lambda at: text_file(at / "a.txt", "a   b   c\n" * 50_000), "is longer than any framework"),
    "a workbook with nothing": (lambda at: workbook(at / "a.xlsx", {"S": [("",)]}), "no sheet with anything in it"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_none_is_refused_in_a_sentence_and_nothing_is_written(what: str, tmp_path: Path) -> None:
    make, says = REFUSED[what]
    (tmp_path / "in").mkdir()
    document = make(tmp_path / "in")
    with pytest.raises(CannotImport) as refused:
        bring(document, tmp_path / "own")
    assert says in str(refused.value)
    assert not (tmp_path / "own").exists()


def test_the_command_says_why_and_exits_with_2(tmp_path: Path) -> None:
    said = refusal("import", str(sheet(tmp_path, *BODY)), "--id", "northshore", own_frameworks=tmp_path / "own")
    assert "no row of grades was found" in said
    assert not (tmp_path / "own").exists()


def test_the_command_writes_a_framework_that_the_check_passes(tmp_path: Path) -> None:
    own = tmp_path / "own"
    report, _ = start("import", str(sheet(tmp_path, *SHEET)), "--id", "northshore", own_frameworks=own).communicate(timeout=60)
    assert f"Written to {own / 'northshore'}" in report
    assert (own / "northshore" / "import-report.md").read_text("utf-8") in report
    told, _ = (checking := start("check", str(own / "northshore"))).communicate(timeout=60)
    assert checking.returncode == 0
    assert "northshore: 4 roles, 6 competencies" in told


@pytest.mark.parametrize("id_", ["North Shore", "../up", "", "a--b", "lancaster", "x" * 41])
def test_an_id_that_cannot_be_one_is_refused(id_: str, tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match=r"--id|such as northshore"):
        bring(sheet(tmp_path, *SHEET), tmp_path / "own", id_)
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("replace", [False, True])
def test_what_is_no_folder_is_never_replaced(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "northshore").symlink_to("/nowhere")
    with pytest.raises(CannotImport, match="Move it away"):
        bring(sheet(tmp_path, *SHEET), tmp_path / "own", replace=replace)
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["northshore"]


def test_an_id_of_two_lines_is_told_in_one(tmp_path: Path) -> None:
    with pytest.raises(CannotImport) as refused:
        bring(sheet(tmp_path, *SHEET), tmp_path / "own", "a\nb")
    assert "\n" not in str(refused.value)


def test_a_workbook_with_a_stray_cell_far_away_is_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = workbook(tmp_path / "a.xlsx", {"S": SHEET})
    book = load_workbook(path)
    book.active["XFD1048576"] = "stray"
    book.save(path)
    imported = bring(path, tmp_path / "own")
    assert len(imported.framework.competencies) == 6
    assert "sheet S, cell XFD1048576: “stray” stands in a column without a grade." in imported.report


def test_a_workbook_under_the_name_of_a_document_is_read_as_what_it_is(tmp_path: Path) -> None:
    document = workbook(tmp_path / "a.xlsx", {"S": SHEET}).rename(tmp_path / "a.docx")
    assert len(bring(document, tmp_path / "own").framework.competencies) == 6


def test_a_hidden_sheet_and_a_formula_without_a_result_are_named(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = workbook(tmp_path / "a.xlsx", {"S": SHEET, "Draft": SHEET})
    book = load_workbook(path)
    book["Draft"].sheet_state = "hidden"
    book["S"]["B6"] = '="a"&"b"'
    book.save(path)
    report = bring(path, tmp_path / "own").report
    assert "Draft: The sheet is hidden" in report
    assert "sheet S, cell B6: The cell is a formula without a result." in report
