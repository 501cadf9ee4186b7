"""Slips of the pen that are certain by themselves: `《…条列》` for 条例, a word written twice (`服务服务`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.anomalies.pieces import regime_title, stretches
from corpus.records import Anomaly, Document, Span
from corpus.tidy import tidy

_ORDINANCE = re.compile(r"《(?P<title>[^《》]{2,40})条列》")
_DOUBLED = re.compile(r"(?P<word>(?P<a>[\u4e00-\u9fff])(?!(?P=a))[\u4e00-\u9fff])(?P=word)")
_WELL_DOUBLED = re.compile(r"[一二三四五六七八九十百千万零〇]|年度|季度|月度")
"""Numerals, and words that two phrases may share at their seam (上一年度年度报告)."""


def typo_suspected(document: Document) -> Iterator[Anomaly]:
    """Each slip, with what was probably meant."""
    for stretch in stretches(document):
        view = tidy(document.text, stretch)
        for match in _ORDINANCE.finditer(view.text):
            meant = f"《{match['title']}条例》"
            yield _anomaly(document, view.source(*match.span()), match.group(), meant)
        for match in _DOUBLED.finditer(view.text):
            if not _WELL_DOUBLED.search(match["word"]):
                yield _anomaly(document, view.source(*match.span()), match.group(), match["word"])


def _anomaly(document: Document, span: Span, written: str, meant: str) -> Anomaly:
    return Anomaly(
        code="typo-suspected",
        text=f"原文写作“{written}”，疑为“{meant}”之误。",
        span=span,
        subject=regime_title(document, span.start),
    )
