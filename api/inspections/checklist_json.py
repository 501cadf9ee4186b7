"""Checklists as replies."""

from __future__ import annotations

import msgspec

from api.inspections import checklist_replies as r
from assistant.compose.fine import fine_words
from assistant.guided.beginning import kinds_of
from assistant.inspection.checklist import Item, Outcome, Place, Requirement, Step
from assistant.inspection.checklists import Held
from assistant.inspection.consequences import Candidate, Follows, candidates, corrections
from corpus.records import Document, Penalty, Quantity, Span
from corpus.tidy import tidy


def summary(held: Held) -> r.ChecklistSummary:
    """A checklist in the list."""
    c = held.checklist
    return r.ChecklistSummary(
        id=held.id,
        document=c.document,
        label=c.label,
        title=c.title,
        items=len(c.items),
        groups=list(c.groups),
        kinds=list(kinds_of(held)),
        flow=flow_address(held),
    )


def flow_address(held: Held) -> str:
    """Where its flow is drawn."""
    return f"/v1/checklists/{held.id}/flow.svg"


def whole(held: Held, fingerprint: str) -> r.ChecklistReply:
    """A whole checklist."""
    c, d = held.checklist, held.document
    return r.ChecklistReply(
        id=held.id,
        document=c.document,
        label=c.label,
        title=c.title,
        fingerprint=fingerprint,
        flow=flow_address(held),
        preparation=[_requirement(d, x) for x in c.preparation],
        items=[_item(held, x) for x in c.items],
        general=[_violation(d, x) for x in candidates(d, c.general)],
        methods=[_step(d, x) for x in c.methods],
        measures=[_step(d, x) for x in c.measures],
        steps=[_step(d, x) for x in c.steps],
        outcomes=[_outcome(d, x) for x in c.outcomes],
        corrections=[_deadline(d, q) for q in corrections(held)],
        warnings=[a.text for a in c.anomalies],
    )


def follows_reply(held: Held, found: Follows) -> r.FollowsReply:
    """What an item found wanting may lead to."""
    d = held.document
    return r.FollowsReply(
        violations=[_violation(d, x) for x in found.candidates],
        corrections=[_deadline(d, q) for q in found.corrections],
        outcomes=[_outcome(d, x) for x in found.outcomes],
    )


def _item(held: Held, item: Item) -> r.ItemOfChecklist:
    d = held.document
    return r.ItemOfChecklist(
        id=item.id,
        n=item.n,
        label=item.label,
        text=item.text,
        group=item.group,
        lead=item.lead,
        place=_place(d, item.place),
        warnings=[a.text for a in item.anomalies],
        violations=[_violation(d, x) for x in candidates(d, item.violations)],
    )


def _violation(document: Document, found: Candidate) -> r.ViolationReply:
    return r.ViolationReply(
        text=found.text, score=found.score, penalties=[_penalty(document, p) for p in found.penalties]
    )


def _penalty(document: Document, p: Penalty) -> r.PenaltyReply:
    fine = {k: v for k, v in msgspec.structs.asdict(p.fine).items() if k in r.FineReply.model_fields}
    words = fine_words(p.fine).strip() if p.fine.kind != "none" else ""
    return r.PenaltyReply(
        penalty=p.index,
        when=p.when,
        measures=list(p.measures),
        fine=r.FineReply(words=words, **fine),
        law=p.law,
        article=p.article,
        item=p.item,
        referral=p.referral,
        place=_at(document, p.span, p.path),
    )


def _deadline(document: Document, q: Quantity) -> r.DeadlineReply:
    path = document.clauses[q.clause].path if q.clause is not None else ()
    text = tidy(document.text, q.sentence).text
    return r.DeadlineReply(
        text=text, value=q.value, unit=q.unit, trigger=q.trigger, place=_at(document, q.sentence, path)
    )


def _outcome(document: Document, o: Outcome) -> r.OutcomeReply:
    return r.OutcomeReply(
        kind=o.kind,
        label=o.label,
        text=o.text,
        papers=list(o.papers),
        informs=list(o.informs),
        penalties=list(o.penalties),
        place=_place(document, o.place),
    )


def _requirement(document: Document, x: Requirement) -> r.RequirementReply:
    place = _place(document, x.place)
    return r.RequirementReply(kind=x.kind, text=x.text, least=x.least, certificate=x.certificate, place=place)


def _step(document: Document, x: Step) -> r.StepReply:
    return r.StepReply(n=x.n, label=x.label, text=x.text, place=_place(document, x.place))


def _place(document: Document, place: Place) -> r.PlaceReply:
    return _at(document, place.span, place.path)


def _at(document: Document, span: Span, path: tuple[str, ...]) -> r.PlaceReply:
    return r.PlaceReply(
        document=document.id, path=list(path), quote=document.quote(span), start=span.start, end=span.end
    )
