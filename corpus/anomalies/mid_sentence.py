"""A registered duty that begins in mid-sentence: its beginning was lost when the table was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.records import Anomaly, Document, Span
from corpus.tidy import Tidy, tidy

_BARE_NOUN = re.compile(r"(?:政策|规定|制度|办法|规划|措施|标准|职责|条例|事项|工作)[，,；;。]")
_NOT_A_START = re.compile(r"[，、；。,;)）》”]|的(?!确)|等(?![级待次额同])|和(?![谐解睦平])|与(?!会)")
_BOUNDARY = re.compile(r"[^\u4e00-\u9fff]|[并及和与或]")
_LEAST_TAIL = 8
"""Characters: a shorter text may stand inside another by chance."""
_SHOWN = 12


def starts_mid_sentence(document: Document) -> Iterator[Anomaly]:
    """Main duties and duty texts that are the tail of a longer sentence elsewhere, or open with a bare noun or a sign."""
    cells = _cells(document)
    for span, view in cells.items():
        whole = _whole(view.text, span, cells)
        if whole or _BARE_NOUN.match(view.text) or _NOT_A_START.match(view.text):
            lead = "，同样的话在另一项职责里是一个长句的后半句" if whole else ""
            yield Anomaly(
                code="starts-mid-sentence",
                text=f"这项职责从半句话“{view.text[:_SHOWN]}……”开始{lead}，前面的文字可能漏了。",
                span=span,
                other=whole,
            )


def _cells(document: Document) -> dict[Span, Tidy]:
    spans = [span for duty in document.duties for span in (duty.main_span, duty.span) if span]
    views = {span: tidy(document.text, span) for span in dict.fromkeys(spans)}
    return {span: view for span, view in views.items() if view.text}


def _whole(words: str, own: Span, cells: dict[Span, Tidy]) -> Span | None:
    """The sentence of another cell that ends in these words, cut out of the middle of a clause."""
    tail = words.rstrip("。；;")
    if len(tail) < _LEAST_TAIL:
        return None
    for span, view in cells.items():
        at = view.text.find(tail, 1) if span != own else -1
        if at > 0 and not _BOUNDARY.match(view.text[at - 1]):
            start = max(view.text.rfind(mark, 0, at) for mark in "。；;") + 1
            return view.source(start, at + len(tail))
    return None
