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
from corpus.files.pdf.page import Box, Letter, Page, Rule
from corpus.files.pdf.radicals import unified

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_END = b"%%EOF"
_SCAN_SHARE = 0.4
"""Share of a page that pictures cover at least where it is a scan."""
_FEW = 12
"""Characters: a scan may carry a stamp or a page number as text."""
_MOST_UNMAPPED = 0.2
_TOLERANCE = 3.0


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
    left, top = page.bbox[0], page.bbox[1]
    kept = page.dedupe_chars(tolerance=1)
    letters = [_letter(char, left, top) for char in kept.chars if char["text"] and char.get("upright", True)]
    rules = [
        Rule(Box(e["x0"] - left, e["top"] - top, e["x1"] - left, e["bottom"] - top))
        for e in page.edges
        if e["x1"] >= left and e["top"] >= top - _TOLERANCE and e["bottom"] <= page.bbox[3] + _TOLERANCE
    ]
    words = [letter for letter in letters if letter.text.strip()]
    unmapped = sum(1 for letter in words if _UNMAPPED.fullmatch(letter.text))
    area = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    picture = len(words) <= _FEW and area >= _SCAN_SHARE * page.width * page.height
    scanned = picture or (bool(words) and unmapped > _MOST_UNMAPPED * len(words))
    return Sheet(Page(page.page_number, float(page.width), float(page.height), tuple(letters), tuple(rules)), scanned)


def _letter(char: Any, left: float, top: float) -> Letter:
    return Letter(
        unified(str(char["text"])), Box(char["x0"] - left, char["top"] - top, char["x1"] - left, char["bottom"] - top)
    )


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
