"""The one door to pdfplumber: letters and ruled lines of each page, and cells from ruled lines."""

from __future__ import annotations

import io
import itertools
import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.files.limits import MOST_PAGES, FormatError
from corpus.files.pace import next_step
from corpus.files.packages import broken, encrypted
from corpus.files.pdf.page import Box, Letter, Page, Rule, Turn
from corpus.files.pdf.radicals import unified
from corpus.files.pdf.seen import Paper, is_light, is_white
from corpus.files.pdf.turned import main_turn, turn_of, turned

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_END = b"%%EOF"
_SCAN_SHARE = 0.4
"""Share of a page that pictures cover at least where it is a scan."""
_FEW = 12
"""Characters: a scan may carry a stamp or a page number as text."""
_MOST_UNMAPPED = 0.2
_TOLERANCE = 3.0
_THICKEST = 4.0
"""Points: a bar as thick is still a line."""
_HIDDEN, _ASLANT = "看不见的文字", "斜放的文字（水印等）"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read, and whether its words are a picture."""

    page: Page
    scanned: bool


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """The pages in order. Raises FormatError for what is broken, locked, or has too many pages."""
    if _END not in data:
        raise broken()  # cut off: libraries make the best of it, and pages are lost without a word
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that is not embedded
    damage = (PSException, PdfminerException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, OSError, zlib.error)  # fmt: skip
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if next(itertools.islice(PDFPage.create_pages(document.doc), MOST_PAGES, None), None) is not None:
                raise FormatError(f"超过 {MOST_PAGES} 页的上限；请拆分后再加入。")
            for page in document.pages:
                next_step()
                yield _sheet(page)
                page.close()
    except damage as error:
        locked = any(
            isinstance(e, PDFPasswordIncorrect) for e in (error, *error.args, error.__cause__, error.__context__)
        )
        raise (encrypted() if locked else broken()) from error


def _sheet(page: Any) -> Sheet:
    kept = page.dedupe_chars(tolerance=1)
    paper, drawn = Paper(page), [char for char in kept.chars if char["text"]]
    turns: list[Turn | None] = [turn_of(char) for char in drawn]
    turn: Turn = main_turn(turns)
    shown = [paper.shows(char) for char in drawn]
    letters = [_letter(char, page, turn) for char, t, s in zip(drawn, turns, shown, strict=True) if t == turn and s]
    hidden = tuple(_letter(c, page, turn) for c, s in zip(drawn, shown, strict=True) if not s)
    aslant = tuple(_letter(c, page, turn) for c, t, s in zip(drawn, turns, shown, strict=True) if t != turn and s)
    words = [letter for letter in letters if letter.text.strip()]
    unmapped = sum(1 for letter in words if _UNMAPPED.fullmatch(letter.text))
    area = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    picture = len(words) <= _FEW and area >= _SCAN_SHARE * page.width * page.height
    scanned = picture or (bool(words) and unmapped > _MOST_UNMAPPED * len(words))
    width, height = float(page.width), float(page.height)
    if turn in (90, 270):
        width, height = height, width
    unseen = ((_HIDDEN, hidden), (_ASLANT, aslant))
    return Sheet(
        Page(page.page_number, width, height, tuple(letters), _rules(page, turn), turn, unseen),
        scanned,
    )


def _rules(page: Any, turn: Turn) -> tuple[Rule, ...]:
    """Drawn lines and edges of dark surfaces: a tinted one is no line."""
    left, top = page.bbox[0], page.bbox[1]
    surfaces = _surfaces(page)
    return tuple(
        Rule(_placed(e, page, turn))
        for e in page.edges
        if e["x1"] >= left and e["top"] >= top - _TOLERANCE and e["bottom"] <= page.bbox[3] + _TOLERANCE
        if (e["x0"], e["top"], e["x1"], e["bottom"]) not in surfaces
        if not (e.get("stroke") and is_white(e.get("stroking_color")))
    )


def _surfaces(page: Any) -> frozenset[tuple[float, ...]]:
    """The edges of white or tinted surfaces without an outline; bars as thin as lines are lines."""
    return frozenset(
        edge
        for r in page.rects
        if r.get("fill") and not r.get("stroke") and is_light(r.get("non_stroking_color"))
        if min(r["width"], r["height"]) > _THICKEST
        for edge in (
            (r["x0"], r["top"], r["x1"], r["top"]),
            (r["x0"], r["bottom"], r["x1"], r["bottom"]),
            (r["x0"], r["top"], r["x0"], r["bottom"]),
            (r["x1"], r["top"], r["x1"], r["bottom"]),
        )
    )


def _letter(char: Any, page: Any, turn: Turn) -> Letter:
    return Letter(unified(str(char["text"])), _placed(char, page, turn))


def _placed(drawn: Any, page: Any, turn: Turn) -> Box:
    left, top = page.bbox[0], page.bbox[1]
    box = Box(drawn["x0"] - left, drawn["top"] - top, drawn["x1"] - left, drawn["bottom"] - top)
    return turned(box, float(page.width), float(page.height), turn)


def cells_of(rules: Sequence[Rule]) -> list[list[Box]]:
    """The cells that ruled lines enclose, table by table."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

    edges = merged_rules(rules)
    crossings = edges_to_intersections([_edge(rule) for rule in edges], _TOLERANCE, _TOLERANCE)
    return [[Box(*cell) for cell in table] for table in cells_to_tables(intersections_to_cells(crossings))]


def merged_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that lie side by side or end to end as one."""
    from pdfplumber.table import merge_edges

    edges = merge_edges([_edge(rule) for rule in rules], _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    return [Rule(Box(e["x0"], e["top"], e["x1"], e["bottom"])) for e in edges]


def _edge(rule: Rule) -> dict[str, Any]:
    box = rule.box
    return {
        "x0": box.left,
        "x1": box.right,
        "top": box.top,
        "bottom": box.bottom,
        "width": box.right - box.left,
        "height": box.bottom - box.top,
        "orientation": "v" if rule.upright else "h",
        "object_type": "line",
    }
