"""Sentences that say what a question asks, of documents whose words are no records: the last resort before "not known".

A value that is asked for (a sum, a share, a telephone number) must stand in the sentence: near words without it are no
answer.
"""

from __future__ import annotations

import re

from assistant.act.nearest import share_said, without_asking
from assistant.act.results import OutsideResult, Result, UnknownResult, WrittenResult
from assistant.knowledge import Knowledge
from assistant.matters import AskedValue
from assistant.question import Understanding
from assistant.understand.overlap import Wording, pairs
from assistant.written_sentences import WrittenSentence

_ENOUGH = 0.5
"""Least share of the question that a sentence with its headings must cover."""
_WITH_VALUE = 0.42
"""The same for a sentence that holds the value asked for."""
_FOR_OTHERS = 0.62
"""The same where the question seems another authority's business."""
_BY_ITSELF = 0.2
"""Least share that the sentence itself must cover, without its headings."""
_HALF = 0.5
_TIE = 0.85
_OFTEN, _LONG = "frequency", "period"
_LOOKED_AT = 80
_SHOWN = 3


def written(u: Understanding, k: Knowledge, otherwise: Result) -> WrittenResult | None:
    """The best sentences; None where none covers the question, or holds the value it asks for."""
    if not k.written:
        return None
    asked = _subject(u, k)
    holds = value_asked(u, k)
    enough = _FOR_OTHERS if not isinstance(otherwise, UnknownResult) else _WITH_VALUE if holds else _ENOUGH
    ranked = _ranked(asked, (*k.wordings(u.text), *authoritys_words(u, otherwise)), k)
    found = [
        (k.written[i], s)
        for i, s in ranked
        if s >= enough and all(h.search(k.written[i].text) for h in holds) and _itself(asked, k.written[i], k)
    ]
    if not isinstance(otherwise, UnknownResult):  # a rare word alone weighs much and proves little
        found = [(s, score) for s, score in found if share_said(asked, (f"{s.about}，{s.column}，{s.text}",)) >= _HALF]
    kept = [s for s, score in found if score >= _TIE * found[0][1]][:_SHOWN]
    return WrittenResult(tuple(kept), u.facts.units, asked) if kept else None


def _subject(u: Understanding, k: Knowledge) -> str:
    """The question without the words that only ask; 检查一次 asks how often and names nothing."""
    text = without_asking(u.text)
    words = [w for v in _values(u, k) if v.name == _OFTEN for w in v.asks]
    for word in sorted(words, key=lambda w: (-len(w), w)):
        text = text.replace(word, "，")
    return text


def _ranked(asked: str, wordings: tuple[Wording, ...], k: Knowledge) -> list[tuple[int, float]]:
    """By the question's own words or by what they stand for, whichever covers more."""
    best: dict[int, float] = {}
    for words in {(), wordings}:
        for i, s in k.written_matcher.rank(asked, words, limit=_LOOKED_AT):
            best[i] = max(s, best.get(i, 0.0))
    return sorted(best.items(), key=lambda x: (-round(x[1], 6), x[0]))


def asks_for(u: Understanding, k: Knowledge) -> frozenset[str]:
    """Names of the kinds of value that a question asks for."""
    return frozenset(v.name for v in _values(u, k))


def value_asked(u: Understanding, k: Knowledge) -> tuple[re.Pattern[str], ...]:
    """What a sentence must hold to answer: one pattern for each kind of value that the question asks for."""
    return tuple(re.compile("|".join(v.holds)) for v in _values(u, k))


def _values(u: Understanding, k: Knowledge) -> list[AskedValue]:
    """Kinds of value asked for; 多久一次 asks how often, not how long."""
    kinds = [v for v in k.vocabulary.values if any(w in u.text for w in v.asks)]
    often = any(v.name == _OFTEN for v in kinds)
    return [v for v in kinds if not (often and v.name == _LONG)]


def authoritys_words(u: Understanding, otherwise: Result) -> tuple[Wording, ...]:
    """What the vocabulary knows of the other authority's matter: its everyday words (低保) stand for its name."""
    outside = otherwise.outside if isinstance(otherwise, OutsideResult) else None
    said = max((w for w in outside.says if w in u.text), key=len, default="") if outside else ""
    return (Wording(said, (said, *outside.name.split("与"), *outside.says)),) if outside and said else ()


def _itself(asked: str, s: WrittenSentence, k: Knowledge) -> bool:
    """Whether the sentence, not only its headings, says something of the question."""
    weights = {p: k.written_matcher.weight(p) for p in pairs(asked)}
    total = sum(weights.values())
    own = pairs(f"{s.column}，{s.text}")
    return not total or sum(w for p, w in weights.items() if p in own) / total >= _BY_ITSELF
