"""Where to go: from what a person wants to the section whose registered duty covers it."""

from __future__ import annotations

from assistant.act.ambiguity import ambiguous
from assistant.act.certain import certain_matters, speaks_of
from assistant.act.results import (
    OutsideResult,
    Result,
    RouteResult,
    Silent,
    UnknownResult,
)
from assistant.act.section import derive, order, role_of, supports
from assistant.act.stage import asked_stage
from assistant.findings import Candidate, Reading
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_SILENT: tuple[Silent, ...] = ("phone", "address", "hours", "amount", "materials", "conditions", "duration", "person")
_INSIDE = 0.72
"""Least belief that a question is this kind of bureau's business; best on held-out examples of the vocabulary."""
_VERBATIM = 0.8
"""A question whose content a duty sentence covers to this share quotes the registry itself."""
_WHOLE = 0.95
"""Share from which the duty is quoted whole, whatever matter its words remind of."""
_VERBATIM_CHARACTERS = 4
_NEAR = 0.45
"""A second matter with this share of the first one's score is mentioned as another reading."""
_MAX_READINGS = 3
_NAMED = 0.5
"""Least belief in an outside matter for naming its authority when the question says none of its words."""
_CLEARLY_OUTSIDE = 0.3
"""Share of belief with which another authority is named even for a question on opening hours or a telephone."""

_CLEARLY_INSIDE = 0.2
"""Belief that it is this kind of bureau's business, below which such a question is about another office."""


def route(u: Understanding, k: Knowledge) -> Result | None:
    """The sections to go to; outside or unknown when the question is not covered."""
    fined = "penalty" in u.cues and "appeal" not in u.cues  # who goes against a fine asks for no amount
    silent: tuple[Silent, ...] = tuple(s for s in _SILENT if s in u.cues or (s == "amount" and fined))
    place = bool({"address", "hours"} & u.cues)  # then 在哪 asks for the building, not for the section
    where = not silent or ("where" in u.cues and not place)
    quoted = _quoted(u, k)
    if u.topics.inside < _INSIDE and not quoted and not u.sections:
        return _not_inside(u, k, about_the_office=place or "phone" in u.cues)
    if silent and u.sections:
        named = tuple(Reading(None, (c,)) for name in u.sections if (c := _first_duty(name, k)))
        if named:
            return RouteResult(named[:1], ask_back=False, silent=silent, where=where and not place)
    generic = ambiguous(u, k)
    if generic:
        return RouteResult(generic, ask_back=True, silent=silent, where=where)
    readings = _readings(u, k)
    if quoted and not (readings and _same_section(readings[0], quoted)):
        readings = (quoted, *readings)
    if not readings:
        return UnknownResult(inside=True)
    first = asked_stage(readings[0], u.text)
    return RouteResult((first, *readings[1:])[:_MAX_READINGS], ask_back=False, silent=silent, where=where)


def _not_inside(u: Understanding, k: Knowledge, *, about_the_office: bool) -> Result:
    """Another authority's business; unknown when opening hours or a telephone are asked for and no authority is named."""
    best = u.topics.best("out")
    if about_the_office and u.topics.inside > _CLEARLY_INSIDE and (best is None or best.score < _CLEARLY_OUTSIDE):
        return UnknownResult(inside=True)
    named = next((o for o in k.vocabulary.outside if best and best.label == f"out:{o.id}"), None)
    if named and best and best.score < _NAMED and not any(w in u.text for w in named.says):
        named = None  # outside, but whose business it is would be a guess
    return OutsideResult(named)


def _first_duty(name: str, k: Knowledge) -> Candidate | None:
    return next((Candidate(d, "主办") for d in k.duties if d.duty.section == name), None)


_NOBODY = ""
"""Stands for the section of matters that the registry gives to none."""


def _readings(u: Understanding, k: Knowledge) -> tuple[Reading, ...]:
    """One reading per first section, by the belief that all matters leading there share; each by its likeliest matter."""
    belief: dict[str, float] = {}
    readings: dict[str, Reading] = {}
    for t in u.topics.ranked:
        if not t.label.startswith("in:"):
            continue
        reading = k.reading(t.label.removeprefix("in:"), derive)
        first = reading.candidates[0].section if reading.candidates else _NOBODY
        belief[first] = belief.get(first, 0.0) + t.score
        readings.setdefault(first, reading)
    best = sorted(belief, key=lambda s: (-belief[s], s))
    if best[:1] == [_NOBODY] and not readings[_NOBODY].shares:
        return ()  # the registry gives the likeliest matter to no section: a less likely one's section would be wrong
    best = [s for s in best if s != _NOBODY or readings[s].shares]
    return tuple(readings[s] for s in best if belief[s] >= _NEAR * belief[best[0]])


def _same_section(a: Reading, b: Reading) -> bool:
    return [c.section for c in a.candidates[:1]] == [c.section for c in b.candidates[:1]]


def _quoted(u: Understanding, k: Knowledge) -> Reading | None:
    """The reading of a question that uses the registry's own words.

    A duty that only supports others lists many tasks without doing them: its words prove nothing.
    """
    if len(u.content) < _VERBATIM_CHARACTERS:
        return None
    matters = certain_matters(u, k)
    hits = [
        (i, s)
        for i, s in k.duty_matcher.rank(u.content)
        if s >= _VERBATIM
        and not supports(k.duties[i])
        and (s >= _WHOLE or speaks_of(matters, k.duties[i].passage.text))
    ]
    if not hits:
        return None
    best = [k.duties[i] for i, s in hits if s >= hits[0][1] - 1e-6]
    return Reading(None, order(Candidate(d, role_of(d.passage.text, u.content)) for d in best))
