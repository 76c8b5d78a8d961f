"""The looks of our Word files: paper, styles, what runs at the top and bottom of each page."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from trueline.language import direction, get_language
from trueline.reports.layout import palette
from trueline.reports.layout.palette import without_sign

INK, FAINT, ACCENT = map(without_sign, (palette.INK, palette.FAINT, palette.ACCENT))
PAPERS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}
"""Width and height in centimetres."""
FONT = "Georgia"
COMPLEX_FONT = "Times New Roman"
"""For Arabic and other scripts that the first has no letters of."""
_HEADINGS = {
    "Title": (28, INK),
    "Subtitle": (13, FAINT),
    "Heading 1": (19, INK),
    "Heading 2": (13.5, ACCENT),
    "Heading 3": (11, INK),
}
_STYLES = {
    # name: (size, bold, colour, left indent in cm, space after in pt)
    "Small": (9, False, INK, 0, 3),
    "Faint": (9, False, FAINT, 0.6, 3),
    "Tick": (10, False, INK, 0.6, 2),
    "Label": (9, True, FAINT, 0, 2),
    "Ours": (9.5, False, INK, 0.5, 5),
    "Cell": (9, False, INK, 0, 1),
    "Cell head": (8.5, True, FAINT, 0, 1),
    "Lead": (11.5, False, INK, 0, 6),
    "Missing": (10, False, FAINT, 0, 6),
}
_PLAIN = 10.5
_SIDES = ("w:ascii", "w:hAnsi", "w:eastAsia")
_THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


def dressed(*, paper: str, running: str) -> Any:
    """An empty document with its paper, its styles, and `running` at the top of each page."""
    document = docx.Document(io.BytesIO(_with_styles()))
    in_its_language(document, get_language(), direction())
    _page(document, paper)
    _running(document, running)
    return document


@cache
def _with_styles() -> bytes:
    """An empty document with our styles, made once: python-docx takes long to add them."""
    document, stream = docx.Document(), io.BytesIO()
    _styles(document.styles)
    document.save(stream)
    return stream.getvalue()


def _page(document: Any, paper: str) -> None:
    section = document.sections[0]
    width, height = PAPERS[paper]
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _styles(styles: Any) -> None:
    _body(styles["Normal"])
    for name, (size, colour) in _HEADINGS.items():
        _heading(styles[name], size, colour)
    for name, (size, bold, colour, indent, after) in _STYLES.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.bold = Pt(size), bold
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = name == "Label"
        _complex(style, size, bold)
    _card(styles)


def _body(style: Any) -> None:
    style.font.name, style.font.size = FONT, Pt(_PLAIN)
    _fonts(style)
    _complex(style, _PLAIN)
    style.font.color.rgb = RGBColor.from_string(INK)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.line_spacing = 1.15


def _heading(style: Any, size: float, colour: str) -> None:
    """A heading in our face and colour, in place of those of Word's theme."""
    style.font.name, style.font.size = FONT, Pt(size)
    _fonts(style)
    style.font.bold, style.font.italic = style.name != "Subtitle", False
    _complex(style, size, style.font.bold)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.keep_with_next = True


def _card(styles: Any) -> None:
    """The title of a card: a heading of the second level that looks like one of the third."""
    style = styles.add_style("Card title", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.next_paragraph_style = styles["Heading 2"], styles["Normal"]
    _heading(style, *_HEADINGS["Heading 3"])


def _fonts(style: Any) -> None:
    """Our faces for every script, in place of those of Word's theme."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for side in _SIDES:
        fonts.set(qn(side), FONT)
    fonts.set(qn("w:cs"), COMPLEX_FONT)
    for theme in _THEMES:
        fonts.attrib.pop(qn(theme), None)


def _complex(style: Any, size: float, bold: bool | None = False) -> None:
    """Size and weight once more, for scripts such as Arabic: Word keeps these apart."""
    marks = style.element.get_or_add_rPr()
    for name in ("w:szCs", "w:bCs"):
        for old in marks.findall(qn(name)):
            marks.remove(old)
    added = OxmlElement("w:szCs")
    added.set(qn("w:val"), str(round(size * 2)))
    marks.find(qn("w:sz")).addnext(added)
    weight = OxmlElement("w:bCs")
    weight.set(qn("w:val"), "1" if bold else "0")
    above = marks.find(qn("w:b"))
    if above is None:
        above = marks.find(qn("w:rFonts"))
    if above is None:
        marks.insert(0, weight)
    else:
        above.addnext(weight)


def in_its_language(document: Any, language: str, way: str) -> None:
    """Say in the styles in which language the document is, and that it runs from the right if so."""
    marks = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for old in marks.findall(qn("w:lang")):
        marks.remove(old)
    languages = OxmlElement("w:lang")
    tag = language if "-" in language else _REGIONS.get(language, language)
    languages.set(qn("w:val"), "en-GB" if way == "rtl" else tag)
    languages.set(qn("w:eastAsia"), "en-GB")
    languages.set(qn("w:bidi"), tag if way == "rtl" else "ar-SA")
    marks.append(languages)
    if way == "rtl":
        style = document.styles["Normal"].element.get_or_add_pPr()
        style.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


_REGIONS = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA", "es": "es-ES", "pt": "pt-PT"}
"""Word knows these by their regions."""
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _running(document: Any, running: str) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = running
    section.header.paragraphs[0].style = document.styles["Cell head"]
    foot = section.footer.paragraphs[0]
    foot.alignment = 1
    add_field(foot, "PAGE", "1")


def add_field(paragraph: Any, instruction: str, placeholder: str) -> None:
    """A field that Word computes; `placeholder` is shown until it does."""
    _mark(paragraph, "begin")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = instruction
    paragraph.add_run()._r.append(code)
    _mark(paragraph, "separate")
    paragraph.add_run(placeholder)
    _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)
