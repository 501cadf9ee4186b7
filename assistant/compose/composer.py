"""From what an act found to a worded draft: one composer per kind of result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from assistant.act import record_results as rr
from assistant.act import results as r
from assistant.act.across.results import ClausesResult, ComparisonResult, FiguresResult, PenaltiesResult, TallyResult
from assistant.compose import (
    across,
    adequacy,
    checklist,
    comparison,
    deadline,
    discretion,
    guide,
    in_force,
    limits,
    penalty,
    plain,
    plan,
    reference,
    route,
    rules,
    sections,
    supervision,
    written,
)
from assistant.compose.draft import Draft
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger


class Composer(Protocol):
    """Words one kind of result; citations go into the ledger as the sentences that rest on them are written."""

    def __call__(self, result: Any, k: Knowledge, ledger: Ledger, /) -> Draft: ...


COMPOSERS: Mapping[type, Composer] = {
    PenaltiesResult: across.compose_penalties,
    FiguresResult: across.compose_figures,
    ClausesResult: across.compose_clauses,
    TallyResult: across.compose_tally,
    ComparisonResult: comparison.compose_comparison,
    rr.GuideResult: guide.compose_guide,
    rr.PublishedAnswerResult: guide.compose_published,
    rr.SubsidyResult: rules.compose_subsidy,
    rr.InForceResult: in_force.compose_in_force,
    rr.WaiverResult: rules.compose_waiver,
    rr.CheckItemResult: rules.compose_check_item,
    rr.TierResult: discretion.compose_tiers,
    r.RouteResult: route.compose_route,
    r.PenaltyResult: penalty.compose_penalty,
    r.SupervisionResult: supervision.compose_supervision,
    r.ChecklistResult: checklist.compose_checklist,
    r.PlanResult: plan.compose_plan,
    r.AdequacyResult: adequacy.compose_adequacy,
    r.DeadlineResult: deadline.compose_deadline,
    r.LimitResult: limits.compose_limit,
    r.BoundaryResult: sections.compose_boundary,
    r.BoundaryListResult: sections.compose_boundary_list,
    r.SectionResult: sections.compose_sections,
    r.SectionListResult: sections.compose_section_list,
    r.CorpusResult: plain.compose_corpus,
    r.AnomaliesResult: plain.compose_anomalies,
    r.MentionResult: plain.compose_mention,
    r.ProvisionResult: supervision.compose_provision,
    r.ReferenceResult: plain.compose_references,
    r.AbsentResult: reference.compose_absent,
    r.WhichLawResult: reference.compose_which_law,
    r.PassageResult: plain.compose_passages,
    r.WrittenResult: written.compose_written,
    r.OutsideResult: plain.compose_outside,
    r.TalkResult: plain.compose_talk,
    r.SignInResult: plain.compose_sign_in,
    r.InjectionResult: plain.compose_injection,
    r.UnprovedResult: plain.compose_unproved,
    r.UnknownResult: plain.compose_unknown,
}
"""What an act can find, and who words it."""


def compose(result: r.Result, k: Knowledge, ledger: Ledger) -> Draft:
    """The draft for a result."""
    return COMPOSERS[type(result)](result, k, ledger)
