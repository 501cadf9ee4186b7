"""What the documents contain, and what their own contents list promises without keeping it."""

from __future__ import annotations

from assistant.act.results import CorpusResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import pairs

_NAMED = 0.6
_NAME = 2
_ABOUT_ALL = 12
"""Characters besides the cue up to which a question on the documents is on all of them."""


def catalogue(u: Understanding, k: Knowledge) -> Result | None:
    """A contents entry without a body that the question names; or the overview when it asks what is held."""
    missing = [(d, a) for d, a in k.anomalies if a.code == "contents-without-body"]
    named = tuple((d, a) for d, a in missing if _names(u.text, a.subject or a.text))
    if named:
        return CorpusResult(named, overview=False)
    told = tuple((d, a) for d, a in k.anomalies if len(a.subject) >= _NAME and a.subject in u.text)
    if "corpus" in u.cues and told:
        return CorpusResult(told, overview=False)
    if "corpus" in u.cues and not u.regimes and not u.sections and len(u.content) <= _ABOUT_ALL:
        return CorpusResult(tuple(missing), overview=True)
    return None


def _names(text: str, subject: str) -> bool:
    """Whether the question names an entry: most of the entry's character pairs occur in it."""
    want, have = pairs(subject), pairs(text)
    return bool(want) and sum(1 for p in want if p in have) / len(want) >= _NAMED
