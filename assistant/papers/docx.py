"""Papers as Word files: the one door to python-docx (with `docx_layout` and `docx_footnotes`).

The same paper gives the same bytes: the file's clock readings and those of its zip entries are fixed.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as Cell  # pyright: ignore[reportPrivateUsage]  # the library's only name for a cell
from docx.text.paragraph import Paragraph as WordParagraph

from assistant.papers import docx_layout as layout
from assistant.papers.docx_footnotes import Footnotes
from assistant.papers.paper import (
    Align,
    Blank,
    Block,
    Closing,
    Fields,
    Heading,
    Line,
    Note,
    Notice,
    Paper,
    Paragraph,
    Signatures,
    Table,
    Text,
    words,
)

_ALIGN: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_RED, _BLANK_SHADE, _NOTICE_SHADE, _HEAD_SHADE = RGBColor(0xC8, 0x10, 0x10), "FFF2CC", "FDE9D9", "F2F2F2"
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The earliest time that a zip entry can carry."""


def to_docx(paper: Paper) -> bytes:
    """The bytes of a Word file that shows the paper."""
    writer = _Writer(layout.new_document(landscape=paper.landscape))
    writer.masthead(paper)
    for block in paper.blocks:
        writer.block(block)
    return writer.finish(paper.title)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes = Footnotes(document)

    def masthead(self, paper: Paper) -> None:
        if paper.issuer:
            issuer = self._paragraph(layout.TITLE_STYLE)
            run = issuer.add_run(paper.issuer)
            run.font.color.rgb, run.font.size = _RED, Pt(30 if len(paper.issuer) <= 14 else 24)
            issuer.paragraph_format.line_spacing = Pt(44)
            _border(issuer, "bottom", color="C81010", size=18)
            number = self._paragraph(layout.TEXT_STYLE, "right")
            self._write(number, paper.number)
        title = self._paragraph(layout.TITLE_STYLE)
        title.paragraph_format.space_before = Pt(16 if paper.issuer else 0)
        title.paragraph_format.space_after = Pt(16)
        title.add_run(paper.title)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self._body(layout.HEADING_STYLES[min(block.level, 2)], block.line)
            case Paragraph():
                self._body(layout.TEXT_STYLE, block.line, block.align, indent=block.indent)
            case Fields():
                self._fields(block)
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)
            case Notice():
                notice = self._body(layout.TEXT_STYLE, (Text("提示：", bold=True), *block.line), indent=False)
                _shade(notice._element.get_or_add_pPr(), _NOTICE_SHADE)  # pyright: ignore[reportPrivateUsage]
                for side in ("top", "left", "bottom", "right"):
                    _border(notice, side, color="C0504D", size=6)
                self._gap()
            case Closing():
                self._closing(block)

    def finish(self, title: str) -> bytes:
        self._notes.finish()
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = title, "", ""
        properties.created = properties.modified = _EPOCH
        raw = io.BytesIO()
        self._document.save(raw)
        return _without_clock(raw)

    def _paragraph(self, style: str, align: Align | None = None) -> WordParagraph:
        paragraph = self._document.add_paragraph(style=style)
        if align is not None:
            paragraph.alignment = _ALIGN[align]
        return paragraph

    def _body(self, style: str, line: Line, align: Align = "left", *, indent: bool = True) -> WordParagraph:
        paragraph = self._paragraph(style, align if align != "left" else None)
        if indent and align == "left":
            paragraph.paragraph_format.first_line_indent = Pt(32)
        self._write(paragraph, line)
        return paragraph

    def _write(self, paragraph: WordParagraph, line: Line) -> None:
        for inline in line:
            match inline:
                case Text():
                    paragraph.add_run(inline.text).bold = inline.bold or None
                case Blank():
                    run = paragraph.add_run(inline.mark)
                    _shade(run._element.get_or_add_rPr(), _BLANK_SHADE)  # pyright: ignore[reportPrivateUsage]
                case Note():
                    self._notes.add(paragraph, inline.text)

    def _grid(self, rows: int, shares: tuple[float, ...]) -> WordTable:
        table = self._document.add_table(rows=rows, cols=len(shares), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        section = self._document.sections[0]
        width = sum(
            int(x or 0) * sign
            for x, sign in ((section.page_width, 1), (section.left_margin, -1), (section.right_margin, -1))
        )
        for i, share in enumerate(shares):
            column = Length(int(width * share / sum(shares)))
            table.columns[i].width = column
            for cell in table.columns[i].cells:
                cell.width = column
        return table

    def _cell(self, cell: Cell, line: Line, align: Align = "left") -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self._document.styles[layout.CELL_STYLE]  # pyright: ignore[reportAttributeAccessIssue]
        paragraph.alignment = _ALIGN[align]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        shape = paragraph.paragraph_format
        shape.space_before = shape.space_after = Pt(3)
        self._write(paragraph, line)

    def _label(self, cell: Cell, text: str) -> None:
        _shade(cell._element.get_or_add_tcPr(), _HEAD_SHADE)  # pyright: ignore[reportPrivateUsage]
        self._cell(cell, (Text(text, bold=True),), "center")

    def _fields(self, block: Fields) -> None:
        self._gap()
        table = self._grid(len(block.rows), (1.1, 4))
        for row, (label, line) in zip(table.rows, block.rows, strict=True):
            self._label(row.cells[0], label)
            self._cell(row.cells[1], line)
            _row_flag(row._tr, "w:cantSplit")  # pyright: ignore[reportPrivateUsage]
            if label in block.tall:
                row.height = Pt(96)

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._body(layout.HEADING_STYLES[2], words(block.caption), indent=False)
            caption.paragraph_format.space_before = Pt(6)
        else:
            self._gap().paragraph_format.keep_with_next = True
        table = self._grid(len(block.rows) + 1, block.widths or (1.0,) * len(block.head))
        rows = list(table.rows)
        for cell, text in zip(rows[0].cells, block.head, strict=True):
            self._label(cell, text)
        _row_flag(rows[0]._tr, "w:tblHeader")  # pyright: ignore[reportPrivateUsage]
        for row, lines in zip(rows[1:], block.rows, strict=True):
            _row_flag(row._tr, "w:cantSplit")  # pyright: ignore[reportPrivateUsage]
            for i, (cell, line) in enumerate(zip(row.cells, lines, strict=True)):
                self._cell(cell, line, "center" if i in block.centred else "left")
        self._gap()

    def _signatures(self, block: Signatures) -> None:
        self._gap()
        pairs = [block.labels[i : i + 2] for i in range(0, len(block.labels), 2)]
        table = self._grid(len(pairs), (1.3, 1.4, 1.3, 1.4))
        for row, pair in zip(table.rows, pairs, strict=True):
            row.height = Pt(34)
            _row_flag(row._tr, "w:cantSplit")  # pyright: ignore[reportPrivateUsage]
            for i, label in enumerate(pair):
                self._label(row.cells[2 * i], label)
                self._cell(row.cells[2 * i + 1], ())
            if len(pair) == 1:
                row.cells[1].merge(row.cells[3])
        self._gap()

    def _closing(self, block: Closing) -> None:
        if block.label:
            self._body(layout.TEXT_STYLE, block.label, indent=False).paragraph_format.keep_with_next = True
        for line, before in ((block.issuer, 28), (block.date, 0)):
            paragraph = self._body(layout.TEXT_STYLE, line, "right")
            paragraph.paragraph_format.right_indent = Pt(64)
            paragraph.paragraph_format.space_before = Pt(before)
            paragraph.paragraph_format.keep_with_next = True
        if block.seal:
            self._body(layout.TEXT_STYLE, words("（盖章处）"), "right").paragraph_format.right_indent = Pt(64)

    def _gap(self) -> WordParagraph:
        gap = self._paragraph(layout.CELL_STYLE)
        gap.paragraph_format.line_spacing = Pt(8)
        return gap


def _border(paragraph: WordParagraph, side: str, *, color: str, size: int) -> None:
    properties = paragraph._element.get_or_add_pPr()  # pyright: ignore[reportPrivateUsage]  # no API for borders
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(size)), ("space", "6"), ("color", color)):
        edge.set(qn(f"w:{name}"), value)
    borders.append(edge)


def _shade(properties: object, color: str) -> None:
    """Background of a paragraph, run or cell, by its properties element."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    properties.append(shade)  # pyright: ignore[reportAttributeAccessIssue]  # an element of lxml, untyped in the library


def _row_flag(row: object, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))  # pyright: ignore


def _without_clock(raw: io.BytesIO) -> bytes:
    """The same package with every entry dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
