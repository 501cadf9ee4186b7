"""Reads the condition that a question sets on penalties. What no record explains makes it another question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.act.across.amounts import read_bound
from assistant.act.across.filters import Extreme, PenaltyFilter, Shape, Terms, spelled
from assistant.act.across.words import Words
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Penalty

_OF_MONEY = re.compile(r"罚|元|块")
_SHAPES: tuple[Shape, ...] = ("person", "multiple", "fixed", "unpriced")
_AND = re.compile(r"既|又|并且?|同时|还要|而且|加上")
_LEAST = 2


def read_penalties(u: Understanding, k: Knowledge) -> PenaltyFilter | None:
    """The condition; None when the question sets none, or says something that is no condition on penalties."""
    bound, text = read_bound(u.text) if _OF_MONEY.search(u.text) else (None, u.text)
    words = k.asking.cut(text)
    measures = tuple(
        (words.roles[f"measure:{i}"][0], *e.means)
        for i, e in enumerate(k.vocabulary.measures)
        if words.has(f"measure:{i}")
    )
    of_penalties = bool(measures) or words.has("violation") or words.has("penalty")
    shape = _shape(words)
    regimes = frozenset(n.place for n in u.named)
    left = leftovers(u, k, words)
    found = [_explained(run, k, of_penalties=of_penalties, concerned=words.has("concern")) for run in left]
    if any(f is None for f in found):
        return None
    extreme = extreme_of(words) if of_penalties or _extreme_fine(words) else ""
    read_measures = [f for kind, f in (x for x in found if x) if kind == "measure"]
    others = bool(measures or read_measures or bound or shape or extreme or words.has("referred"))
    others = others or bool(found and of_penalties)
    if words.has("fined") and measures and _AND.search(u.text):
        shape = "priced"
    if words.has("fined") and not others and (words.has("violation") or words.has("regime")):
        shape = "priced"
    if extreme and not shape and not measures:
        shape = "priced"
    read = PenaltyFilter(
        measures=(*measures, *read_measures),
        either="或" in u.text,
        bound=bound,
        shape=shape,
        referred=words.has("referred"),
        extreme=extreme,
        terms=tuple(f for kind, f in (x for x in found if x) if kind == "term"),
        regimes=regimes,
    )
    conditions = others or shape or (regimes and words.has("penalty"))
    listed = words.has("penalty") and (words.has("whole") or words.has("count"))
    return read if conditions or listed else None


def _shape(words: Words) -> Shape:
    for shape in _SHAPES:
        if words.has(shape):
            return shape
    return ""


def _extreme_fine(words: Words) -> bool:
    """Whether the word for the extreme itself speaks of fines (罚得最重)."""
    return any("罚" in w for role in ("most", "least") for w in words.roles.get(role, ()))


def extreme_of(words: Words) -> Extreme:
    """Whether the greatest or the least is asked for."""
    return "most" if words.has("most") else "least" if words.has("least") else ""


def leftovers(u: Understanding, k: Knowledge, words: Words) -> tuple[str, ...]:
    """What no word covers, without the words that name a regime."""
    naming = sorted({w for n in u.named for w in n.words}, key=lambda w: (-len(w), w))
    out: list[str] = []
    for run in words.left:
        for name in naming:
            run = run.replace(name, "，")
        out += [piece for piece in run.split("，") if len(k.asking.readings(piece)[-1]) >= _LEAST]
    return tuple(out)


def _explained(run: str, k: Knowledge, *, of_penalties: bool, concerned: bool) -> tuple[str, tuple[str, ...]] | None:
    """The first reading of a run that a penalty's measure, condition, authority or law has; its conduct if 涉及 says so."""
    for means in readings(run, k):
        if of_penalties and _any(k, lambda p: (*p.measures, p.referral), means, _opens):
            return "measure", means
        if _any(k, lambda p: (p.when or "", p.law), means, _in):
            return "term", means
        if concerned and _any(k, lambda p: (p.violation,), means, _in):
            return "term", means
    return None


def readings(run: str, k: Knowledge) -> tuple[tuple[str, ...], ...]:
    """Ways to read a run: its own words, longest first; then what everyday words in it mean."""
    own = k.asking.readings(run)
    return (*((r,) for r in own), *(alternatives(r, k) for r in own))


def alternatives(reading: str, k: Knowledge) -> tuple[str, ...]:
    """A wording and what it means in documents, when it is an everyday one."""
    near = [w for w in k.wordings(reading) if len(w.said) * 2 >= len(reading) or reading in w.means]
    return tuple(dict.fromkeys((reading, *(m for w in near for m in w.means))))


def _opens(term: str, text: str) -> bool:
    """A measure is named by its verb, an authority by any of its words."""
    return spelled(term, text) and (text.startswith(term[0]) or len(text) <= 2 * len(term))


def _in(term: str, text: str) -> bool:
    return term in text


def _any(
    k: Knowledge,
    texts: Callable[[Penalty], Iterable[str]],
    terms: Terms | tuple[str, ...],
    has: Callable[[str, str], bool],
) -> bool:
    return any(has(t, text) for _, p in k.penalties for text in texts(p) if text for t in terms if isinstance(t, str))
