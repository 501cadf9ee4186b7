"""A unit that the documents mention without the registry listing it: what they say of it, sentence by sentence."""

from __future__ import annotations

import re

from assistant.act.results import MentionResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Passage
from corpus.tidy import tidy

_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_MAX_PLACES = 6


def mention(u: Understanding, k: Knowledge) -> Result | None:
    """The sentences that mention a unit which an anomaly says the registry does not list."""
    if u.regimes and "frequency" in u.cues:
        return None  # how often it checks is a figure of the regime
    subjects = {a.subject for _, a in k.anomalies if a.code == "section-not-in-registry" and a.subject}
    term = max((s for s in subjects if s in u.text), key=lambda s: (len(s), s), default="")
    if not term:
        return None
    places = [(d, c, p) for d, c in k.clauses for p in _sentences(d.text, c.span.start, c.span.end) if term in p.text]
    return MentionResult(term, tuple(places[:_MAX_PLACES])) if places else None


def _sentences(text: str, start: int, end: int) -> list[Passage]:
    from corpus.records import Span

    view = tidy(text, Span(start, end))
    return [Passage(text=m.group(), span=view.source(*m.span())) for m in _SENTENCE.finditer(view.text)]
