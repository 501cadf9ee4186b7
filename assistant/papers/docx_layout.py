"""Page, fonts and page numbers of a Word file after 《党政机关公文格式》(GB/T 9704-2012): one half of the python-docx door.

A4, 37 mm above and 28 mm left of the text, text of 156 mm × 225 mm; title 小标宋 22 pt, text 仿宋 16 pt, headings 黑体 and
楷体; page numbers `— 1 —`, outside left on even and outside right on odd pages. Forms full of tables use smaller type.
"""

from __future__ import annotations

from typing import cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Style
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.run import CT_R
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SONG, TITLE_FONT, BODY, BLACK, KAI = "宋体", "方正小标宋简体", "仿宋", "黑体", "楷体"
LATIN = "Times New Roman"
TEXT_STYLE, CELL_STYLE, TITLE_STYLE = "公文正文", "公文表格", "公文标题"
HEADING_STYLES = {1: "公文一级标题", 2: "公文二级标题"}
NOTE_STYLE, NOTE_MARK_STYLE = "footnote text", "footnote reference"


def new_document(*, landscape: bool) -> Document:
    """An empty document with page, styles and page numbers set."""
    document = docx.Document()
    _page(document, landscape)
    _defaults(document)
    _style(document, TITLE_STYLE, TITLE_FONT, 22, line=32).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, TEXT_STYLE, BODY, 16, line=28.5)
    _style(document, HEADING_STYLES[1], BLACK, 16, line=28.5).paragraph_format.keep_with_next = True
    _style(document, HEADING_STYLES[2], KAI, 16, line=28.5).paragraph_format.keep_with_next = True
    _style(document, CELL_STYLE, SONG, 11, line=None)
    _style(document, NOTE_STYLE, SONG, 9, line=None)
    mark = document.styles.add_style(NOTE_MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    assert isinstance(mark, CharacterStyle)
    mark.font.superscript = True
    _page_numbers(document)
    return document


def font(target: Run | ParagraphStyle, name: str) -> None:
    """A Chinese font for Chinese characters, the Latin one for the rest."""
    target.font.name = LATIN
    fonts = properties(target).get_or_add_rFonts()  # setting the name made it; no API for East Asian fonts
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:cs"), LATIN)


def properties(target: Run | ParagraphStyle) -> CT_RPr:
    """The character properties of a run or style, which python-docx keeps private."""
    element = cast("CT_R | CT_Style", target._element)  # pyright: ignore[reportPrivateUsage]
    return element.get_or_add_rPr()


def _page(document: Document, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin, section.bottom_margin = Mm(26), Mm(25)
        section.left_margin, section.right_margin = Mm(25), Mm(25)
    section.footer_distance = Mm(22 if landscape else 26)


def _defaults(document: Document) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.size = Pt(16)
    font(normal, BODY)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties(normal).append(language)


def _style(document: Document, name: str, family: str, size: float, line: float | None) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == NOTE_STYLE)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(size)
    font(style, family)
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    if line:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    return style


def _page_numbers(document: Document) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Pt(14)
        _run(paragraph, "— ")
        _field(paragraph, "PAGE")
        _run(paragraph, " —")


def _run(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run(text)
    run.font.size = Pt(14)
    font(run, SONG)
    return run


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that Word computes, with 1 as the result until it has."""
    for kind, text in (("begin", ""), ("instr", code), ("separate", ""), ("value", "1"), ("end", "")):
        run = _run(paragraph, text if kind == "value" else "")
        if kind == "instr":
            element = OxmlElement("w:instrText")
            element.text = f" {text} "
        elif kind == "value":
            continue
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._element.append(element)  # pyright: ignore[reportPrivateUsage]  # no API for fields
