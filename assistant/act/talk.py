"""Talk that needs no document, and orders to leave the rules."""

from __future__ import annotations

from assistant.act.results import InjectionResult, Result, TalkResult
from assistant.conversation.words import found
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_SURE = 0.5


def injection(u: Understanding, k: Knowledge) -> Result | None:
    """An order to ignore the rules is not followed, and says so."""
    return InjectionResult() if "injection" in u.cues else None


def talk(u: Understanding, k: Knowledge) -> Result | None:
    """A greeting, thanks, a question about the assistant itself."""
    if found(k.vocabulary.conversation.restart, u.text):
        return TalkResult("restart")
    best = u.topics.best("talk")
    if best and best.score >= _SURE:
        return TalkResult(best.label.removeprefix("talk:"))
    return None
