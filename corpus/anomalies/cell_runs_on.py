"""A table cell whose text breaks off and goes on in the cell below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.records import Anomaly, Document, Span
from corpus.tidy import tidy
from corpus.wording import unclosed

_BREAKS_OFF = re.compile(r"[，、,（(《“]$")
_GOES_ON = re.compile(r"[\u4e00-\u9fff]")
_FRAGMENT = re.compile(r"[^。；;]*$")
_OPENING = re.compile(r"[^。；;]*[。；;]?")
_SHOWN = 14


def cell_runs_on(document: Document) -> Iterator[Anomaly]:
    """Neighbouring cells of one column where the upper ends in a comma or an open bracket and the lower goes on."""
    for upper, lower in _neighbours(document):
        above, below = tidy(document.text, upper), tidy(document.text, lower)
        if not (_BREAKS_OFF.search(above.text) or unclosed(above.text[-40:])) or not _GOES_ON.match(below.text):
            continue
        broken, rest = _FRAGMENT.search(above.text), _OPENING.match(below.text)
        assert broken is not None and rest is not None  # both patterns match every text
        yield Anomaly(
            code="cell-runs-on",
            text=f"表格里这一格到“{above.text[-_SHOWN:].lstrip('，、。；')}”没有写完，接着写进了下一格“{below.text[:_SHOWN]}……”，两格要连起来读。",
            span=above.source(*broken.span()) if broken.group() else upper,
            other=below.source(*rest.span()),
        )


def _neighbours(document: Document) -> Iterator[tuple[Span, Span]]:
    for boundary in document.boundaries:
        for column in (boundary.case, boundary.basis, boundary.shares):
            yield from pairwise([cell.span for cell in column])
    duties = dict.fromkeys(duty.span for duty in document.duties)
    yield from pairwise(duties)
