"""A bare word that several kinds of matters share (社保, 参保): the next word decides, so the question is asked back."""

from __future__ import annotations

import re
from collections import Counter

from assistant.act.section import derive
from assistant.findings import Reading
from assistant.knowledge import Knowledge
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
    r"我们|我要|我想|我|想|要|办理|办|弄|咨询|的?事情?|业务|问题?|应该|该|找|谁|去|的|，|？|\?|。"
)


def ambiguous(u: Understanding, k: Knowledge) -> tuple[Reading, ...]:
    """One reading per section that matters carrying the question's only word lead to; none when it is clear."""
    word = _FUNCTION_WORDS.sub("", u.content)
    if not 2 <= len(word) <= _LONGEST or u.sections:
        return ()
    carriers = {m.id for m in k.vocabulary.matters if any(word in w and word != m.name for w in (m.name, *m.says))}
    if len(carriers) < _LEAST_MATTERS:
        return ()
    if any(t.score >= _SURE and word in k.matters[t.label[3:]].says for t in u.topics.ranked if t.label[:3] == "in:"):
        return ()
    ranked = [t.label.removeprefix("in:") for t in u.topics.ranked if t.label.startswith("in:")]
    readings: dict[str, Reading] = {}
    counts: Counter[str] = Counter()
    for matter_id in [*(m for m in ranked if m in carriers), *sorted(carriers - set(ranked))]:
        reading = k.reading(matter_id, derive)
        if reading.candidates:
            section = reading.candidates[0].section
            counts[section] += 1
            readings.setdefault(section, reading)
    if not counts or max(counts.values()) > _ONE_SECTION * counts.total():
        return ()
    return tuple(readings.values())[:_MAX_OPTIONS]
