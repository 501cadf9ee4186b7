"""Tables without a header: a label beside each text (`主要职责 | 负责…`)."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.grid import Cell
from corpus.tables.column_names import kind_of
from corpus.tables.header import Header
from corpus.tables.reading import Found
from corpus.tables.rows import Row

_LABEL_MAX = 16
_TEXT_MIN = 16


def read_labelled(cells: Sequence[Cell]) -> Found | None:
    """Pairs of label and text. None unless all are such pairs and the first label names a kind of column."""
    filled = [cell for cell in cells if cell.text]
    pairs = list(zip(filled[::2], filled[1::2], strict=False))
    if not pairs or len(filled) % 2 or not kind_of(pairs[0][0].text):
        return None
    if any(len(label.text) > _LABEL_MAX or len(body.text) < _TEXT_MIN for label, body in pairs):
        return None
    return Found(Header(()), [Row(pair) for pair in pairs], filled[0].span.start)
