"""Word files from templates: docxtpl loaded on first use, and an environment in which only the template itself can say anything."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.documents.letters import has_signs, in_word
from bot.phrases.en import documents as say

if TYPE_CHECKING:
    from docx.table import Table


def write_word(template: bytes, values: dict[str, Any], title: str) -> bytes:
    """The template with its places filled. Raises what docxtpl, jinja2 and lxml raise where the template is broken."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 (with lxml and jinja2 it costs 0.15 s, and most processes draw nothing for hours)
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=in_word)
    document = DocxTemplate(BytesIO(template))
    document.render({**values, "signs": say.SIGNS if has_signs(values) else ""}, environment, autoescape=True)
    for table in document.docx.tables:
        _fit_columns(table)
    properties = document.docx.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _fit_columns(table: "Table") -> None:
    """Give each column the width of its cells: docxtpl spreads the columns that a loop has made evenly over the table."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    rows = [[cell.tcPr for cell in row._tr.tc_lst] for row in table.rows]  # noqa: SLF001 (cells as they are written, not as they span)
    longest = max(rows, key=len, default=[])
    widths = [None if cell is None or cell.width is None else cell.width.twips for cell in longest]
    columns = table._tbl.tblGrid.gridCol_lst  # noqa: SLF001
    if len(widths) == len(columns) and None not in widths:
        for column, width in zip(columns, widths, strict=True):
            column.set(qn("w:w"), str(width))
