"""A bare word that several kinds of matters share (社保, 参保): the next word decides, so the question is asked back."""

from __future__ import annotations

import re
from collections import Counter

from assistant.act.section import derive
from assistant.findings import Reading
from assistant.knowledge import Knowledge
from assistant.matters import Matter
from assistant.question import Understanding

_LONGEST = 8
"""Characters; whoever says more has said which matter it is."""
_LEAST_MATTERS = 3
_ONE_SECTION = 0.7
"""Share of the matters carrying the word that lead to one section, from which that section is the answer."""
_SURE = 0.6
"""Belief in a matter that lists the word itself, from which that matter is the answer."""
_MAX_OPTIONS = 6
_FUNCTION_WORDS = re.compile(
    r"我们|我要|我想|我|想|要|办理|办|弄|咨询|的?事情?|业务|问题?|应该|该|找$|谁|去|的|，|？|\?|。"
)


def ambiguous(u: Understanding, k: Knowledge) -> tuple[Reading, ...]:
    """One reading per section that matters carrying the question's only word lead to; none when it is clear.

    Matters that carry the word in their names are kinds of it (退休); among those that people only mention it with, a
    section that most of them lead to is the answer.
    """
    word = _FUNCTION_WORDS.sub("", u.content)
    if not 2 <= len(word) <= _LONGEST or u.sections:
        return ()
    named = _readings([m for m in k.vocabulary.matters if word in m.name and word != m.name], u, k)
    counts = Counter(_first(r) for r in named)
    if len(counts) > 1 and len(named) >= _LEAST_MATTERS:
        return _one_each(named)
    said = _readings([m for m in k.vocabulary.matters if any(word in w for w in (m.name, *m.says))], u, k)
    counts = Counter(_first(r) for r in said)
    if len(said) < _LEAST_MATTERS or max(counts.values()) > _ONE_SECTION * len(said) or _sure(word, u, k):
        return ()
    return _one_each(said)


def _sure(word: str, u: Understanding, k: Knowledge) -> bool:
    """Whether a matter that lists just this word is believed in."""
    believed = (t.label.removeprefix("in:") for t in u.topics.ranked if t.label.startswith("in:") and t.score >= _SURE)
    return any(word in k.matters[m].says for m in believed)


def _readings(carriers: list[Matter], u: Understanding, k: Knowledge) -> list[Reading]:
    """Readings of the matters that some section is registered for, likeliest first."""
    place = {t.label: i for i, t in enumerate(u.topics.ranked)}
    carriers.sort(key=lambda m: (place.get(f"in:{m.id}", len(place)), m.id))
    return [r for m in carriers if (r := k.reading(m.id, derive)).candidates]


def _first(reading: Reading) -> str:
    return reading.candidates[0].section


def _one_each(readings: list[Reading]) -> tuple[Reading, ...]:
    """The likeliest reading of each section."""
    best = {_first(r): r for r in reversed(readings)}
    return tuple(r for r in readings if best[_first(r)] is r)[:_MAX_OPTIONS]
