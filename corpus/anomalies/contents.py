"""An entry of the contents list that has no body in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from corpus.anomalies.pieces import phrases
from corpus.records import Anomaly, Document

_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_REWORDED = 0.8
"""Share of equal characters from which a body that no entry names exactly is taken for a reworded one (`…专项资金监管`)."""


def contents_without_body(document: Document) -> Iterator[Anomaly]:
    """Entries whose title heads nothing outside the contents list. `subject` is the entry's title without its number."""
    listed = {entry.span for entry in document.contents}
    titles = [c.text.removeprefix(c.label) for c in document.clauses if c.span not in listed]
    bodies = {_plain(title) for title in titles} | {_plain(regime.title) for regime in document.regimes}
    entries = [
        (entry, "".join(piece.text for piece in phrases(document.text, entry.span))) for entry in document.contents
    ]
    spare = bodies - {_plain(title) for _, title in entries}
    for entry, title in entries:
        if _plain(title) in bodies or any(_alike(_plain(title), body) for body in spare):
            continue
        yield Anomaly(
            code="contents-without-body",
            text=f"目录列有“{title}”，但文件里没有它的正文，这一项的规定无从查起。",
            span=entry.span,
            subject=title,
        )


def _plain(title: str) -> str:
    return _SIGNS.sub("", title)


def _alike(title: str, body: str) -> bool:
    return abs(len(title) - len(body)) <= 4 and SequenceMatcher(None, title, body).ratio() >= _REWORDED
