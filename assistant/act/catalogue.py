"""What the documents contain, and what their own contents list promises without keeping it."""

from __future__ import annotations

import re

from assistant.act.results import AnomaliesResult, CorpusResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import pairs
from corpus.records import Anomaly, Document, Regime

_NAMED = 0.6
_NAME = 2
_QUOTED = re.compile(r"“([^”《》]{2,8})”")
_ABOUT_ALL = 12
"""Characters besides the cue up to which a question on the documents is on all of them."""


def catalogue(u: Understanding, k: Knowledge) -> Result | None:
    """A contents entry without a body that the question names; or the overview when it asks what is held."""
    missing = [(d, a) for d, a in k.anomalies if a.code == "contents-without-body"]
    named = tuple((d, a) for d, a in missing if _names(u.text, a.subject or a.text))
    if named:
        return CorpusResult(named, overview=False)
    told = tuple((d, a) for d, a in k.anomalies if _told(u.text, a))
    if "corpus" in u.cues and told:
        return CorpusResult(told, overview=False)
    if "anomalies" in u.cues and k.anomalies:
        own = tuple((d, a) for d, a in k.anomalies if u.regimes and _inside(d, a, k.regime(u.regimes[0].place)))
        return AnomaliesResult(own or k.anomalies)
    if "corpus" in u.cues and not u.regimes and not u.sections and len(u.content) <= _ABOUT_ALL:
        return CorpusResult(tuple(missing), overview=True)
    return None


def _told(text: str, anomaly: Anomaly) -> bool:
    """Whether the question names what an anomaly is about: its subject, or words that its sentence quotes."""
    quoted = (q for q in _QUOTED.findall(anomaly.text))
    return any(len(name) >= _NAME and name in text for name in (anomaly.subject, *quoted))


def _inside(document: Document, anomaly: Anomaly, named: tuple[Document, Regime]) -> bool:
    regime = named[1].span
    return document is named[0] and regime.start <= anomaly.span.start < regime.end


def _names(text: str, subject: str) -> bool:
    """Whether the question names an entry: most of the entry's character pairs occur in it."""
    want, have = pairs(subject), pairs(text)
    return bool(want) and sum(1 for p in want if p in have) / len(want) >= _NAMED
