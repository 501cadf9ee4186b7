"""What went less than perfectly between the original file and its text, as anomalies beside those of the wording."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.records import Anomaly, Span
from corpus.source import Source


def extraction_anomalies(source: Source) -> tuple[Anomaly, ...]:
    """The reader's remarks, and each run of words that character recognition was not sure of."""
    return (*source.remarks, *_doubtful(source))


def _doubtful(source: Source) -> Iterator[Anomaly]:
    for span in source.doubtful:
        words = source.text[span.start : span.end].strip()
        page = next((p.page for p in source.places if p.span.start <= span.start < p.span.end), None)
        where = f"第 {page} 页的" if page else ""
        yield Anomaly(
            code="ocr-doubtful",
            text=f"{where}“{words}”是从扫描件上认出来的，认得不准，引用前请对照原件。",
            span=Span(span.start, span.end),
            subject=words,
        )
