"""What the documents say word for word cannot be called wrong, whatever else it resembles."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings
from assistant.claims.scene import IN_FULL, Subject
from corpus.records import Document, Span

_LEAST = 10
"""Characters that must stand in the documents just so."""
_LABEL = re.compile(r"^(?:(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.])|[·•\-*]|[“\"])+")
_MARKS = "。；：，"


def rescued(finding: Finding, subject: Subject, h: Holdings) -> Finding:
    """The finding, supported instead where its sentence up to and with the claim is a quotation of the same regime."""
    if finding.verdict == "supported" or (held := _quoted(finding, subject, h)) is None:
        return finding
    document, span = held
    source = re.sub(r"\s+", "", document.quote(span))
    return replace(finding, verdict="supported", reason="与原文逐字相同", source=source, cites=(held,))


def _quoted(finding: Finding, subject: Subject, h: Holdings) -> tuple[Document, Span] | None:
    text = subject.text
    end = min((i for mark in _MARKS if (i := text.find(mark, finding.end)) >= 0), default=len(text))
    # What must be done within a term follows it: one event may begin several terms.
    ends = (end,) if finding.kind == "deadline" and text.count("日内") == 1 else (end, finding.end)
    before = "" if subject.statement.opens else subject.before.sentence
    windows = (_LABEL.sub("", before + text[:e]).rstrip(_MARKS + "”") for e in ends)
    return next((held for w in windows if len(w) >= _LEAST and (held := _found(w, subject, h))), None)


def _found(words: str, subject: Subject, h: Holdings) -> tuple[Document, Span] | None:
    """Where the documents say this, in the regime that the text is about if it has clearly named one."""
    place = subject.scene.regime if subject.scene.regime_share >= IN_FULL else None
    for i, document in enumerate(h.knowledge.corpus.documents):
        view = h.view(document)
        at = view.text.find(words)
        while at >= 0:
            span = view.source(at, at + len(words))
            if place is None or place[0] != i or _inside(span, document.regimes[place[1]].span):
                return document, span
            at = view.text.find(words, at + 1)
    return None


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end
