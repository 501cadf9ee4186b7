"""Writes a document as a PDF of A4 pages: wrapped paragraphs, ruled tables over pages, page heads and page numbers."""

from __future__ import annotations

from html import escape
from io import BytesIO

from made.model import MadeTable
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

FONT = "STSong-Light"
"""Known to every PDF reader by name, so nothing has to be embedded."""
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
_WIDTH = 451
_BODY = ParagraphStyle("body", fontName=FONT, fontSize=11, leading=17, wordWrap="CJK", firstLineIndent=22, spaceAfter=3)
_CELL = ParagraphStyle("cell", fontName=FONT, fontSize=9, leading=12, wordWrap="CJK")


def as_pdf(blocks: list[str | MadeTable], head: str = "某某县资料汇编", repeat: bool = True) -> bytes:
    """The file's bytes; tables repeat their header on each page or do not."""
    buffer = BytesIO()

    def furniture(canvas: Canvas, _: object) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 40, head)
        canvas.drawCentredString(A4[0] / 2, 30, f"— {canvas.getPageNumber()} —")

    document = SimpleDocTemplate(buffer, pagesize=A4, leftMargin=72, rightMargin=72, topMargin=64, bottomMargin=64)
    flow = [part for block in blocks for part in _flowables(block, repeat)]
    document.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()


def _flowables(block: str | MadeTable, repeat: bool) -> list[Flowable]:
    if isinstance(block, str):
        return [Paragraph(escape(block), _BODY)]
    width = len(block.rows[0])
    narrow = [i for i, words in enumerate(block.rows[0]) if words in ("序号", "备注")]
    rest = (_WIDTH - 40 * len(narrow)) / (width - len(narrow))
    spans = [
        ("SPAN", (c, r), (c, r + block.down(r, c) - 1))
        for r, row in enumerate(block.rows)
        for c, words in enumerate(row)
        if words is not None and block.down(r, c) > 1
    ]
    table = LongTable(
        [["" if words is None else _cell(words) for words in row] for row in block.rows],
        colWidths=[40 if i in narrow else rest for i in range(width)],
        repeatRows=1 if repeat else 0,
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]),
    )
    return [table, Spacer(1, 12)]


def _cell(words: str) -> Paragraph:
    return Paragraph("<br/>".join(escape(line) for line in words.split("\n") if line.strip()), _CELL)
