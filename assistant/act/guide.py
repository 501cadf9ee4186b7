"""What a service guide says: telephone, place, hours, materials, steps, time limits, fees of one matter or office."""

from __future__ import annotations

import re

from assistant.act.deadline import counted
from assistant.act.figure_results import DeadlineResult
from assistant.act.nearest import (
    abbreviates,
    bare_name,
    holds_in_order,
    nearest,
    share_said,
    short_form,
    without_asking,
)
from assistant.act.record_results import GuideResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Document, Guide, GuideEntry, GuideField, Quantity

_ASKED: dict[str, tuple[GuideField, ...]] = {
    "phone": ("telephone",),
    "address": ("place",),
    "hours": ("hours",),
    "materials": ("material",),
    "conditions": ("condition", "object"),
    "objects": ("object",),
    "duration": ("time_limit",),
    "deadline": ("time_limit",),
    "amount": ("fee",),
    "procedure": ("step",),
    "reference": ("basis",),
    "which_section": ("handler",),
    "where": ("handler", "place", "channel"),
    "outcome": ("result",),
}
"""What of a guide answers which kind of question."""
_SHORT: tuple[GuideField, ...] = (
    "handler",
    "object",
    "condition",
    "material",
    "step",
    "time_limit",
    "place",
    "telephone",
)
"""What is shown of a guide to a question that asks for nothing in particular."""
_OFFICE_FIELDS: frozenset[GuideField] = frozenset({"telephone", "place", "hours"})
_WANTED = re.compile(r"^(?:需要|需|要)|(?:需要|需|要)$")
_REACHED: frozenset[GuideField] = frozenset({"telephone", "place", "hours", "channel"})
_ATTRIBUTES = frozenset[GuideField](("telephone", "place", "hours", "fee", "time_limit", "material"))
_OF_RULES = frozenset({"penalty", "handling", "frequency", "headcount", "check"})
"""What only rules answer, whatever guide is on the same matter."""
_ENOUGH = 0.5
"""Least share of the question that the name of a guide must cover."""
_SAID = 0.4
"""Least share of the name that the question must say."""
_SHORT_FORM, _SHORTEST = 5, 3
"""Characters of a name, in their order, by which it is known in short; fewer where they are half of the name."""
_LABEL = 2
_OFFICE = 6
"""Characters besides the cue up to which a question is on the office itself (你们电话多少)."""
_OURSELVES = ("你们", "你局", "贵局", "贵单位", "本局", "局里", "单位", "这里", "人社局", "社保局")
_BLANKED = re.compile(r"[0０\-－—\s()（）、，,]*")
"""A number of noughts alone: the page left it out."""


def guide(u: Understanding, k: Knowledge) -> GuideResult | DeadlineResult | None:
    """The guide that a question is about, with the entries that answer it; None where no guide is meant."""
    asked: tuple[GuideField, ...] = tuple(
        dict.fromkeys(kind for cue, kinds in _ASKED.items() if cue in u.cues for kind in kinds)
    )
    if not asked and {"check", "frequency"} & u.cues:
        return None
    found = _meant(u, k, asked)
    if found is None:
        return None
    document, record = found
    checks_only = _OF_RULES & u.cues == frozenset({"check"})  # 监督电话 is a field, no check
    if _OF_RULES & u.cues and not (checks_only and any(_says(e, u) for e in record.entries)):
        return None
    if "time_limit" in asked and (by := counted(_limits(document, record), u)):
        return by
    labelled: tuple[GuideField, ...] = tuple(e.kind for e in record.entries if _says(e, u))
    asked = tuple(dict.fromkeys((*asked, *labelled)))
    kinds = {e.kind for e in record.entries}
    if kinds <= _REACHED and not kinds & set(asked) and any(s.name == record.name for _, s in k.sections):
        return None  # how a section is reached says nothing of its work
    stated = tuple(entry for entry in record.entries if _stated(entry))
    if not asked:
        return GuideResult(document, record, tuple(e for e in stated if e.kind in _SHORT), whole=True)
    answers = tuple(entry for entry in stated if entry.kind in asked)
    held = {entry.kind for entry in answers}
    # 在哪里办 is answered by either; only what no entry answers is missing.
    silent: tuple[GuideField, ...] = ()
    if not (held and "where" in u.cues):
        silent = tuple(kind for kind in asked if kind not in held)
    if not answers and not _ATTRIBUTES & set(asked):
        return None  # the registry may know who; of its telephone, place or fee nobody else knows
    return GuideResult(document, record, answers, silent)


def _meant(u: Understanding, k: Knowledge, asked: tuple[GuideField, ...]) -> tuple[Document, Guide] | None:
    """The guide whose matter, office or section the question names, in full or in short."""
    for document, record in k.records.guides:
        if record.name in u.sections:
            return document, record
    if _OFFICE_FIELDS & set(asked) and _on_the_office(u, k):
        own = [(d, g) for d, g in k.records.guides if d.bureau and g.name in (d.bureau, d.title)]
        if own or len(k.records.guides) > 1:
            return own[0] if own else None
    if len(k.records.guides) == 1 and ((asked and _on_the_office(u, k)) or _on_nothing_else(u, k)):
        return k.records.guides[0]  # 办理流程是什么, of the only thing that is told how to do
    said = (u.text, *(m for w in k.wordings(u.text) for m in w.means))
    for i in nearest(u, k, k.records.guide_matcher, _ENOUGH):
        document, record = k.records.guides[i]
        if share_said(bare_name(record.name), said) >= _SAID:
            return document, record
    exact = next((found for found in k.records.guides if abbreviates(u.content, found[1].name)), None)
    return exact or _in_short(u, k) or _by_short_name(u, k, asked)


def _says(entry: GuideEntry, u: Understanding) -> bool:
    """Whether a question says the name of a field."""
    return len(entry.label) > _LABEL and entry.label in u.text


def _on_nothing_else(u: Understanding, k: Knowledge) -> bool:
    """Whether a question names only a field of the one guide there is, or words of its name besides (补办要几天, 监督电话)."""
    _, record = k.records.guides[0]
    field = max((e.label for e in record.entries if _says(e, u)), key=len, default="")
    left = _WANTED.sub("", u.content.replace(field, "") if field else u.content)
    asked = bool(field) or bool(_ASKED.keys() & u.cues)
    return asked and (not left or left in field or (len(left) >= _LABEL and left in record.name))


def _in_short(u: Understanding, k: Knowledge) -> tuple[Document, Guide] | None:
    """The only guide whose name has all that is said, in order (失业金 of 失业保险金申领)."""
    found = [(d, g) for d, g in k.records.guides if holds_in_order(u.content, g.name)]
    return found[0] if len(found) == 1 else None


def _by_short_name(u: Understanding, k: Knowledge, asked: tuple[GuideField, ...]) -> tuple[Document, Guide] | None:
    """The guide of whose name the question has the longest run; the office itself only where its own fields are asked for."""
    if "boundary" in u.cues:
        return None
    text = without_asking(u.text)
    office = bool(_OFFICE_FIELDS & set(asked))
    matters = [(d, g) for d, g in k.records.guides if office or g.name != d.bureau]
    runs = [len(short_form(text, g.name)) for _, g in matters]
    longest = max(runs, default=0)
    if not longest:
        return None
    found = matters[runs.index(longest)]
    return found if longest >= _SHORT_FORM or (longest >= _SHORTEST and 2 * longest >= len(found[1].name)) else None


def _limits(document: Document, record: Guide) -> tuple[tuple[Document, Quantity], ...]:
    """The first time limit that the guide promises: the same one is often stated twice."""
    spans = [e.span for e in record.entries if e.kind == "time_limit"]
    found = [q for q in document.quantities if q.kind == "deadline" and q.value is not None]
    return tuple((document, q) for s in spans for q in found if s.start <= q.span.start < s.end)[:1]


def _on_the_office(u: Understanding, k: Knowledge) -> bool:
    """Whether the question, beside its cue, names nothing but the office itself."""
    rest = u.content
    for word in (k.bureau, *_OURSELVES):
        rest = rest.replace(word, "")
    return not u.sections and len(rest) <= _OFFICE and (rest != u.content or not rest)


def _stated(entry: GuideEntry) -> bool:
    return bool(entry.text) and not (entry.kind == "telephone" and _BLANKED.fullmatch(entry.text))
