"""What has been told of already, so that a clause is named only for what no record of it says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from corpus.records import Document, Span
from corpus.versions.diff.item import Item

_SLIGHT = re.compile(r"[\s\d（）()、，。；：:.|一二三四五六七八九十\u3000]+")


class Told:
    """Spans of documents that a difference was named for."""

    def __init__(self, places: Iterable[tuple[Document, Span]]) -> None:
        found: dict[str, list[Span]] = defaultdict(list)
        for document, span in places:
            found[document.file].append(span)
        self._spans = {file: _merged(spans) for file, spans in found.items()}

    def rest(self, item: Item) -> str:
        """The words of a clause outside those spans, without blanks, labels and marks."""
        spans, text, own = self._spans.get(item.document.file, []), item.document.text, item.span
        at, rest = own.start, ""
        n = bisect_left(spans, own.start, key=lambda s: s.end)
        while n < len(spans) and spans[n].start < own.end:
            rest += text[at : max(at, spans[n].start)]
            at = max(at, spans[n].end)
            n += 1
        return _SLIGHT.sub("", rest + text[at : own.end])


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
