"""Discretion standards in text: 轻微、一般、较重、严重 beside each other, each with its circumstances and its fine.

Steps stand as items of a list (`（二）一般处罚的情形 适用条件：… 适用基准：…`) or in one sentence (`情节轻微的，处…；情节一般的，处…`).
A sentence that fines several kinds of subject gives one step for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from corpus.fines import FoundFine, find_fines
from corpus.penalties.wording import measures_of
from corpus.records import Clause, Fine, Span, Tier
from corpus.shapes.reading import Reading
from corpus.shapes.steps import SPARED, Step, called, steps_of
from corpus.stretches import ARTICLE
from corpus.tidy import Tidy, tidy, trim

_SUBJECT = re.compile(r"对(?P<subject>[^，。；、对]{1,20}?)(?=(?:可以?|应当?|并)?(?:处以?|罚款|并处))")
_FINING = re.compile(
    r"(?:对(?P<subject>[^，。；、对]{1,20}?))?(?:可以?|并)?处以?(?P<words>\d[\d,.]*(?:以上\d[\d,.]*)?以下)的?罚款"
)
"""A fine that leaves its unit out (`处以200以下罚款`)."""
_ABOUT = re.compile(
    r"关于(?P<what>[^《》，。]{4,40}?)(?:的)?(?:违法)?行为|对(?P<other>[^《》，。；]{4,40}?)(?:的)?(?:违法)?行为的?(?:处罚|行政处罚|裁量)"
)
_STANDARD = re.compile(
    r"(?<=[一-鿿]{4})的?(?:行为)?的?[，,]?(?:行政)?(?:处罚|适用)?的?(?:裁量|处罚|量罚)(?:标准|基准|幅度|档次)(?:如下|为)?$"
)
"""What a title over the steps says after the conduct (未按规定报送的裁量标准)."""
_FIELD_AFTER = re.compile(r"(?:法律|法定|处罚|违法|设定|裁量)?依据[：:]")
_RESTS_ON = re.compile(rf"{_FIELD_AFTER.pattern}(?P<place>《(?P<law>[^《》]{{2,60}})》(?P<article>{ARTICLE})?)")
"""The basis as a field of its own beside the conduct."""
_GENERIC = re.compile(
    r"(?:适用|裁量|处罚|量罚)(?:标准|基准|幅度|档次|阶次|等次|等级|规则|情形)$|^法律责任$|^(?:违法)?(?:情节|程度)"
)


def read_discretion(text: str, clauses: Sequence[Clause]) -> Reading:
    """All steps that impose something; steps that spare somebody are waivers (`corpus.shapes.waivers`)."""
    tiers: list[Tier] = []
    for step in steps_of(text, clauses):
        if SPARED.search(step.name) and not find_fines(step.consequence.text):
            continue
        violation, span = violation_of_step(text, clauses, step)
        basis = _basis(text, clauses, step)
        for subject, fine, stretch in _fines(step):
            tiers.append(_tier(len(tiers), step, violation, span, subject, fine, stretch, basis))
    return Reading(tiers=tuple(tiers))


def _basis(text: str, clauses: Sequence[Clause], step: Step) -> tuple[str, str, Span] | None:
    """Law, article and place of the basis that the step or the titles above it name as a field (`依据：《…》第N条`)."""
    spans = [step.span]
    above = step.clause.parent
    while above is not None:
        spans.append(clauses[above].span)
        above = clauses[above].parent
    for span in spans:
        view = tidy(text, span)
        if found := _RESTS_ON.search(view.text):
            return found["law"], found["article"] or "", view.source(found.start("law") - 1, found.end("place"))
    return None


def _tier(
    index: int,
    step: Step,
    violation: str,
    at: Span,
    subject: str,
    fine: Fine,
    span: Span,
    basis: tuple[str, str, Span] | None,
) -> Tier:
    measures = tuple(m for m in measures_of(step.consequence.text.rstrip("。；")) if "罚款" not in m)
    return Tier(
        index=index,
        violation=violation,
        violation_span=at,
        name=step.name,
        subject=subject,
        circumstances=step.circumstances.text,
        circumstances_span=step.circumstances.span if step.circumstances.text else span,
        measures=measures,
        fine=fine,
        law=basis[0] if basis else "",
        article=basis[1] if basis else "",
        basis_span=basis[2] if basis else None,
        span=span,
        clause=step.clause.index,
        path=step.clause.path,
    )


def _fines(step: Step) -> list[tuple[str, Fine, Span]]:
    """Subject, fine and place of each fine of a step; one without amount where it only takes measures."""
    view = step.consequence
    found = [f for f in find_fines(view.text) if re.search(r"处|罚", view.text[max(0, f.start - 14) : f.end + 8])]
    fines = [(_subject(view.text, f), _placed(view, f), view.source(f.start, f.end)) for f in found]
    taken = [(f.start, f.end) for f in found]
    # Without its unit a sum is not read: the step stays and its words are quoted.
    fines += [
        (bare["subject"] or "", Fine(kind="none"), view.source(*bare.span("words")))
        for bare in _FINING.finditer(view.text)
        if not any(start < bare.end("words") and bare.start("words") < end for start, end in taken)
    ]
    if not fines:
        return [("", Fine(kind="none"), step.span)]
    if len(fines) == 1:
        return [(fines[0][0], fines[0][1], step.span)]
    return [(subject, fine, step.span) for subject, fine, _ in sorted(fines, key=lambda one: one[2])]


def _subject(words: str, fine: FoundFine) -> str:
    part = re.split(r"[，。；]", words[: fine.start])[-1]
    found = list(_SUBJECT.finditer(part + "处"))
    return found[-1]["subject"] if found else ""


def _placed(view: Tidy, found: FoundFine) -> Fine:
    return msgspec.structs.replace(found.fine, span=view.source(found.start, found.end))


def violation_of_step(text: str, clauses: Sequence[Clause], step: Step) -> tuple[str, Span]:
    """The conduct: said before the steps in their sentence, the title above them, or what the document is about."""
    if step.violation is not None and step.violation.text:
        words = _STANDARD.sub("", step.violation.text)
        return words, step.violation.source(0, len(words))
    above = step.clause.parent
    while above is not None:
        clause = clauses[above]
        view = tidy(text, clause.span)
        if found := called(view.text):
            return found["what"], view.source(*found.span("what"))
        title = clause.text.removeprefix(clause.label)
        field = _FIELD_AFTER.search(title)
        words = _STANDARD.sub("", title[: field.start() if field else None].rstrip("：:。"))
        if words and not _GENERIC.search(words):
            return words, trim(text, view.source(len(clause.label), len(clause.label) + len(words)))
        above = clause.parent
    view = tidy(text[: step.clause.span.start])
    if about := _ABOUT.search(view.text):
        group = "what" if about["what"] else "other"
        return about[group], view.source(*about.span(group))
    after = tidy(text, Span(step.span.end, len(text)))
    if named := called(view.text) or called(after.text):
        place = view if named.string == view.text else after
        return named["what"], place.source(*named.span("what"))
    return "", Span(step.span.start, step.span.start)
