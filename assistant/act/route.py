"""Where to go: from what a person wants to the section whose registered duty covers it."""

from __future__ import annotations

from assistant.act.results import (
    OutsideResult,
    Result,
    RouteResult,
    Silent,
    UnknownResult,
)
from assistant.act.section import derive, order, role_of
from assistant.findings import Candidate, Reading
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_SILENT: tuple[Silent, ...] = ("phone", "address", "hours", "amount", "materials", "conditions")
_VERBATIM = 0.8
"""A question whose content a duty sentence covers to this share quotes the registry itself."""
_VERBATIM_CHARACTERS = 4
_NEAR = 0.45
"""A second matter with this share of the first one's score is mentioned as another reading."""
_MAX_READINGS = 3
_GENERIC_CHARACTERS = 8
_GENERIC_MATTERS = 3


def route(u: Understanding, k: Knowledge) -> Result | None:
    """The sections to go to; outside or unknown when the question is not covered."""
    silent: tuple[Silent, ...] = tuple(s for s in _SILENT if s in u.cues)
    where = "where" in u.cues or not silent
    quoted = _quoted(u, k)
    if u.topics.inside < 0.5 and not quoted:
        best = u.topics.best("out")
        outside = next((o for o in k.vocabulary.outside if best and best.label == f"out:{o.id}"), None)
        return OutsideResult(outside)
    generic = _generic(u, k)
    if generic:
        return RouteResult(generic, ask_back=True, silent=silent, where=where)
    readings = _readings(u, k)
    if quoted and not (readings and _same_section(readings[0], quoted)):
        readings = (quoted, *readings)
    if not readings:
        return UnknownResult(inside=True)
    return RouteResult(readings[:_MAX_READINGS], ask_back=False, silent=silent, where=where)


def _readings(u: Understanding, k: Knowledge) -> tuple[Reading, ...]:
    """One reading per first section, by the belief that all matters leading there share; each by its likeliest matter."""
    belief: dict[str, float] = {}
    readings: dict[str, Reading] = {}
    for t in u.topics.ranked:
        if not t.label.startswith("in:"):
            continue
        reading = k.reading(t.label.removeprefix("in:"), derive)
        if not reading.candidates and not reading.shares:
            continue
        first = reading.candidates[0].section if reading.candidates else ""
        belief[first] = belief.get(first, 0.0) + t.score
        readings.setdefault(first, reading)
    best = sorted(belief, key=lambda s: (-belief[s], s))
    return tuple(readings[s] for s in best if belief[s] >= _NEAR * belief[best[0]])


def _same_section(a: Reading, b: Reading) -> bool:
    return [c.section for c in a.candidates[:1]] == [c.section for c in b.candidates[:1]]


def _quoted(u: Understanding, k: Knowledge) -> Reading | None:
    """The reading of a question that uses the registry's own words."""
    if len(u.content) < _VERBATIM_CHARACTERS:
        return None
    hits = [(i, s) for i, s in k.duty_matcher.rank(u.content) if s >= _VERBATIM]
    if not hits:
        return None
    best = [k.duties[i] for i, s in hits if s >= hits[0][1] - 1e-6]
    return Reading(None, order(Candidate(d, role_of(d.passage.text, u.content)) for d in best))


def _generic(u: Understanding, k: Knowledge) -> tuple[Reading, ...]:
    """Readings of a bare family word (养老保险) that several matters with different sections carry in their names."""
    word = u.content
    if not 2 <= len(word) <= _GENERIC_CHARACTERS:
        return ()
    carriers = {m.id for m in k.vocabulary.matters if word in m.name and word != m.name}
    if len(carriers) < _GENERIC_MATTERS:
        return ()
    out: list[Reading] = []
    ranked = [t.label.removeprefix("in:") for t in u.topics.ranked if t.label.startswith("in:")]
    for matter_id in [*(m for m in ranked if m in carriers), *sorted(carriers - set(ranked))]:
        reading = k.reading(matter_id, derive)
        if reading.candidates and not any(_same_section(reading, r) for r in out):
            out.append(reading)
    return tuple(out[:6]) if len(out) > 1 else ()
