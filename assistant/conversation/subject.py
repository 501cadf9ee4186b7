"""The parts of a question that a conversation carries on: its wish, its conditions, the words that name its regime."""

from __future__ import annotations

import re

from assistant.conversation.figures import figures
from assistant.conversation.words import ConversationWords, found
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_NO_WISH = frozenset({"filler", "common", "injection", "check", "corpus", "party", "report", "wish"})
_SUBJECTS = frozenset({"common", "injection", "check", "party", "report"})
"""Cues whose words may be what a text is about."""
_FUNCTION = re.compile(
    r"[，,。？?！!、的了呢吗吧啊是在要会得该应被我你请问又再就都还也只有才人罚拟处]|怎么样|怎样|怎么|多少|一共|总共|已经|如果|合适|可以|太高|太低|太重|太轻|太多|太少|合理|不会|过高|过低|我们|准备|打算|可以不|行不行|个"
)
_LEFT = 2
"""Characters that may be left of a bare case when its figures and conditions are taken away."""


def wish_of(text: str, k: Knowledge) -> str:
    """The cue words of a text in the order of mention, each once, none inside a longer one."""
    words = {w for kind, ws in k.vocabulary.cues.items() if kind not in _NO_WISH for w in ws if w in text}
    words = {w for w in words if not any(w != x and w in x for x in words)}
    return "".join(sorted(words, key=lambda w: (text.index(w), w)))


def without_words(text: str, k: Knowledge) -> str:
    """The text without cue words and fillers, longest first."""
    words = {w for kind, ws in k.vocabulary.cues.items() if kind not in _SUBJECTS for w in ws}
    for word in sorted((w for w in words if w in text), key=lambda w: (-len(w), w)):
        text = text.replace(word, "")
    return text


def conditions(text: str, k: Knowledge) -> tuple[str, ...]:
    """The words of a text that state a condition of the documents' penalties (逾期不改正), formal or everyday."""
    formal = {p.when for _, p in k.penalties if p.when}
    said = [w.said for w in k.wordings(text) if any(m in formal or any(m in f for f in formal) for m in w.means)]
    return tuple(dict.fromkeys([*(f for f in sorted(formal) if f in text), *said]))


def only_conditions(text: str, k: Knowledge, words: ConversationWords) -> bool:
    """Whether a text states nothing but figures and conditions of a case (10个人, 逾期不改, 没有违法所得)."""
    rest, some = text, False
    for f in reversed(figures(text, words)):
        rest, some = rest[: f.start] + rest[f.end :], True
    for c in conditions(rest, k):
        rest, some = rest.replace(c, ""), True
    for patterns in (words.no_gains, words.gains):
        if m := found(patterns, rest):
            rest, some = rest.replace(m.group(), ""), True
    return some and len(_FUNCTION.sub("", without_words(rest, k))) <= _LEFT


def regime_words(u: Understanding, k: Knowledge) -> str:
    """The stretch of the question that names its likeliest regime; empty when none is named in one stretch."""
    if not u.regimes:
        return ""
    _, regime = k.regime(u.regimes[0].place)
    literal = [
        u.text[i:j] for i in range(len(u.text)) for j in range(len(u.text), i + 2, -1) if u.text[i:j] in regime.title
    ]
    said = [w.said for w in k.wordings(u.text) if any(m in regime.title for m in w.means)]
    return max((*literal, *said), key=len, default="")
