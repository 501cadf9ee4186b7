"""Draws a document onto pages of a PDF as a layout wants it, letter by letter: nothing but positions says what is a table."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from evals.layouts.documents import COVERED, Made
from evals.layouts.layout import Layout

FONT = "STSong-Light"
_SIZE, _LEADING, _BODY = 9.0, 12.0, 11.0
_MARGIN = 56.0
_GUTTER = 8.0
_NARROW = 60.0


@dataclass(frozen=True)
class _Sheet:
    """Size of the drawing, before it is turned."""

    width: float
    height: float


def as_pdf(made: Made, layout: Layout) -> bytes:
    """The file's bytes."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    wide = layout.paper != "portrait"
    width, height = (842.0, 595.0) if wide else (595.0, 842.0)
    if layout.low:
        height = 380.0
    buffer = BytesIO()
    canvas: Any = Canvas(buffer, (height, width) if layout.paper == "turned" else (width, height))
    _Drawing(canvas, made, layout, _Sheet(width, height)).draw()
    canvas.save()
    return buffer.getvalue()


class _Drawing:
    def __init__(self, canvas: Any, made: Made, layout: Layout, sheet: _Sheet) -> None:
        self.canvas, self.made, self.layout, self.sheet = canvas, made, layout, sheet
        self.number = 0
        self.column = 0
        self.y = 0.0
        self._begin()

    # --- pages

    def _begin(self) -> None:
        self.number += 1
        self.column = 0
        if self.layout.paper == "rotated":
            self.canvas.setPageRotation(90)
        if self.layout.paper in ("rotated", "turned"):
            # A page with /Rotate 90 is turned clockwise by the reader: what is drawn lies on its left side.
            self.canvas.translate(self.sheet.height, 0)
            self.canvas.rotate(90)
        self._text(self.sheet.width / 2 - 40, 30, "某县资料汇编", 8)
        self._text(self.sheet.width / 2 - 10, self.sheet.height - 24, f"— {self.number} —", 8)
        if self.layout.extras:
            self._extras()
        self.y = _MARGIN

    def _extras(self) -> None:
        self.canvas.saveState()
        self.canvas.translate(self.sheet.width / 2, self.sheet.height / 2)
        self.canvas.rotate(40)
        self.canvas.setFillGray(0.85)
        self.canvas.setFont(FONT, 40)
        self.canvas.drawString(-120, 0, "内部资料")
        self.canvas.restoreState()
        self.canvas.setFillGray(1)
        self._text(_MARGIN, self.sheet.height / 2 + 3, "看不见的字不是正文", 9)
        self.canvas.setFillGray(0)

    def _next_page(self) -> None:
        self.canvas.showPage()
        self._begin()

    def _bottom(self) -> float:
        return self.sheet.height - _MARGIN

    # --- text

    def _text(self, x: float, y: float, words: str, size: float) -> None:
        """Words whose upper edge is at y from the top."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.sheet.height - y - 0.88 * size, words)

    def draw(self) -> None:
        """The whole document."""
        self._text(self.sheet.width / 2 - len(self.made.title) * 7, self.y, self.made.title, 14)
        self.y += 28
        top = self.y
        for line in self.made.before:
            self._paragraph(line, top)
        if self.made.rows:
            self.y += 8
            self._table()
            self.y += 14
        for line in self.made.after:
            self._paragraph(line, self.y)
        self.canvas.showPage()

    def _paragraph(self, words: str, top: float) -> None:
        room = (self.sheet.width - 2 * _MARGIN - 24) / 2 if self.layout.newspaper else self.sheet.width - 2 * _MARGIN
        for line in _wrapped("　　" + words, room, _BODY):
            if self.y + 17 > self._bottom():
                if self.layout.newspaper and self.column == 0:
                    self.column, self.y = 1, top if self.number == 1 else _MARGIN
                else:
                    self._next_page()
            self._text(_MARGIN + self.column * (room + 24), self.y, line, _BODY)
            self.y += 17

    # --- table

    def _table(self) -> None:
        made = self.made
        room = self.sheet.width - 2 * _MARGIN
        unit = room / sum(made.widths)
        edges = [_MARGIN + unit * sum(made.widths[:i]) for i in range(len(made.widths) + 1)]
        start = 0
        while start < len(made.rows):
            shown = [0] if start and self.layout.repeat else []
            end, heights = self._fitting(start, edges, shown)
            self._piece([*shown, *range(start, end)], heights, edges)
            start = end
            if start < len(made.rows):
                self._next_page()

    def _fitting(self, start: int, edges: list[float], shown: list[int]) -> tuple[int, list[float]]:
        heights = self._heights(edges)
        at = self.y + sum(heights[row] for row in shown)
        end = start
        while end < len(heights) and (end == start or at + heights[end] <= self._bottom()):
            at += heights[end]
            end += 1
        while end < len(heights) and end > start + 1 and COVERED in self.made.rows[end]:
            end -= 1  # merged cells are kept whole
        return end, heights

    def _heights(self, edges: list[float]) -> list[float]:
        padding = 0.0 if self.layout.tight else 8.0
        rows = self.made.rows
        heights = [
            max(
                len(self._lines(r, c, edges))
                for c in range(len(row))
                if rows[r][c] != COVERED and self.made.spans(r, c) == 1
            )
            * _LEADING
            + padding
            for r, row in enumerate(rows)
        ]
        for r, row in enumerate(rows):
            for c in range(len(row)):
                span = self.made.spans(r, c)
                if row[c] != COVERED and span > 1:
                    missing = len(self._lines(r, c, edges)) * _LEADING + padding - sum(heights[r : r + span])
                    heights[r + span - 1] += max(0.0, missing)
        return heights

    def _lines(self, row: int, column: int, edges: list[float]) -> list[str]:
        words = self.made.rows[row][column]
        if self.layout.spread and row == 0 and len(words) == 2:
            words = f"{words[0]} {words[1]}"
        return _wrapped(words, edges[column + 1] - edges[column] - _GUTTER, _SIZE)

    def _piece(self, rows: list[int], heights: list[float], edges: list[float]) -> None:
        top = self.y
        tops: dict[int, float] = {}
        for row in rows:
            tops[row] = self.y
            self.y += heights[row]
        for i, row in enumerate(rows):
            if self.layout.rules == "bands" and i % 2:
                self.canvas.setFillGray(0.9)
                self._fill(edges[0], tops[row], edges[-1], tops[row] + heights[row])
                self.canvas.setFillGray(0)
            for column, words in enumerate(self.made.rows[row]):
                if words != COVERED:
                    self._cell(row, column, tops[row], heights, edges)
        self._rules(rows, tops, heights, edges, top)

    def _cell(self, row: int, column: int, top: float, heights: list[float], edges: list[float]) -> None:
        lines = self._lines(row, column, edges)
        high = sum(heights[row : row + self.made.spans(row, column)])
        middle = self.layout.middle
        y = top + (high - len(lines) * _LEADING) / 2 if middle else top + (0.0 if self.layout.tight else 4.0)
        left, right = edges[column], edges[column + 1]
        for line in lines:
            centred = middle and (right - left < _NARROW or row == 0)
            x = (left + right - _width(line, _SIZE)) / 2 if centred else left + _GUTTER / 2
            self._text(x, y + 1.5, line, _SIZE)
            y += _LEADING

    def _rules(
        self, rows: list[int], tops: dict[int, float], heights: list[float], edges: list[float], top: float
    ) -> None:
        rules = self.layout.rules
        if rules in ("none", "bands"):
            return
        bottom = self.y
        if rules in ("three", "uprights"):
            for y in (top, *([tops[rows[1]]] if rules == "three" and len(rows) > 1 else []), bottom):
                self._line(edges[0], y, edges[-1], y)
        if rules in ("all", "bars", "levels"):
            self._levels(rows, tops, edges, bottom)
        if rules in ("all", "bars", "uprights"):
            for x in edges:
                self._line(x, top, x, bottom)

    def _levels(self, rows: list[int], tops: dict[int, float], edges: list[float], bottom: float) -> None:
        for row in rows:
            for column, words in enumerate(self.made.rows[row]):
                if words != COVERED:
                    self._line(edges[column], tops[row], edges[column + 1], tops[row])
        self._line(edges[0], bottom, edges[-1], bottom)

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.layout.rules == "bars":
            self._fill(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3)
            return
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.sheet.height - y0, x1, self.sheet.height - y1)

    def _fill(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.rect(x0, self.sheet.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)


def _width(words: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(words, FONT, size))


def _wrapped(words: str, room: float, size: float) -> list[str]:
    """Lines that fit; a sign that may not begin a line takes its neighbour along."""
    lines = [""]
    for letter in words:
        if lines[-1] and _width(lines[-1] + letter, size) > room:
            carried = lines[-1][-1] if letter in "，。；、：）％%" else ""
            lines[-1] = lines[-1].removesuffix(carried)
            lines.append(carried)
        lines[-1] += letter
    return lines
