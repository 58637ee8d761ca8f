"""The page that every template starts from: paper, letters, a heading with lines to fill, a foot with the page number."""

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from bot.phrases.en import documents as say

INK = RGBColor(0x1F, 0x3A, 0x5F)
GREY = RGBColor(0x55, 0x55, 0x55)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)
FONT = "Calibri"
SHORT, LONG, MARGIN = Cm(21.0), Cm(29.7), Cm(2.0)


def page(title: str, *, landscape: bool = False) -> Made:
    """An empty page of A4 under its title."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    _letters(document)
    _about(document)
    document.add_paragraph(title, style="Title")
    _foot(section.footer.paragraphs[0])
    return document


def small(document: Made, words: str) -> Paragraph:
    """A quiet paragraph."""
    return document.add_paragraph(words, style="Quiet")


def lines(document: Made, of: str, words: str, style: str = "List Bullet") -> None:
    """A paragraph for each of a list in the values."""
    document.add_paragraph(f"{{%p for {words} in {of} %}}")
    document.add_paragraph(f"{{{{ {words} }}}}", style=style)
    document.add_paragraph("{%p endfor %}")


def unless_empty(document: Made, value: str, style: str | None = None) -> None:
    """A paragraph of a value, left out where that is empty."""
    document.add_paragraph(f"{{%p if {value} %}}")
    document.add_paragraph(f"{{{{ {value} }}}}", style=style)
    document.add_paragraph("{%p endif %}")


def _letters(document: Made) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    _language(normal.element)
    for name, size, before in (("Title", 24, 0), ("Heading 1", 14, 14), ("Heading 2", 11.5, 10)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), True, INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
        _own_font(style.element)
    for name in ("Quiet", "Asks", "Strong words", "Label", "Own words"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    _look(document)


def _look(document: Made) -> None:
    """The styles that an institution may change: quiet words, what a column asks, what is strong, a label, and the person's own words."""
    styles = document.styles
    styles["Quiet"].font.size, styles["Quiet"].font.color.rgb = Pt(9), GREY
    styles["Asks"].font.size, styles["Asks"].font.color.rgb = Pt(8.5), WHITE
    styles["Strong words"].font.bold = styles["Label"].font.bold = True
    styles["Label"].paragraph_format.space_before, styles["Label"].paragraph_format.keep_with_next = Pt(6), True
    own = styles["Own words"].paragraph_format
    own.left_indent = Cm(0.5)


def _own_font(style: BaseOxmlElement) -> None:
    """The theme's fonts and the title's ruled line, which python-docx's own page brings, taken away."""
    for fonts in style.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if "Theme" in name]:
            del fonts.attrib[name]
    for border in list(style.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _language(style: BaseOxmlElement) -> None:
    """British English, for the spelling checker and for screen readers."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    for look in style.iter(qn("w:rPr")):
        look.append(language)


def _about(document: Made) -> None:
    properties = document.core_properties
    properties.author = properties.comments = properties.title = properties.keywords = ""
    properties.language = "en-GB"


def _foot(paragraph: Paragraph) -> None:
    paragraph.style = "Quiet"
    paragraph.add_run(f"{{{{ framework }}}}  ·  {say.PAGE} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 (python-docx has no fields)
