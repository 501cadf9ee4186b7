"""From what an act found to a worded draft: one composer per kind of result."""

from __future__ import annotations

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


def compose(result: r.Result, k: Knowledge, ledger: Ledger) -> Draft:
    """The draft for a result; citations go into the ledger as the sentences that rest on them are written."""
    match result:
        case PenaltiesResult():
            return across.compose_penalties(result, k, ledger)
        case FiguresResult():
            return across.compose_figures(result, k, ledger)
        case ClausesResult():
            return across.compose_clauses(result, k, ledger)
        case TallyResult():
            return across.compose_tally(result, k, ledger)
        case ComparisonResult():
            return comparison.compose_comparison(result, k, ledger)
        case rr.GuideResult():
            return guide.compose_guide(result, k, ledger)
        case rr.PublishedAnswerResult():
            return guide.compose_published(result, k, ledger)
        case rr.SubsidyResult():
            return rules.compose_subsidy(result, k, ledger)
        case rr.WaiverResult():
            return rules.compose_waiver(result, k, ledger)
        case rr.CheckItemResult():
            return rules.compose_check_item(result, k, ledger)
        case rr.TierResult():
            return discretion.compose_tiers(result, k, ledger)
        case r.RouteResult():
            return route.compose_route(result, k, ledger)
        case r.PenaltyResult():
            return penalty.compose_penalty(result, k, ledger)
        case r.SupervisionResult():
            return supervision.compose_supervision(result, k, ledger)
        case r.ChecklistResult():
            return checklist.compose_checklist(result, k, ledger)
        case r.PlanResult():
            return plan.compose_plan(result, k, ledger)
        case r.AdequacyResult():
            return adequacy.compose_adequacy(result, k, ledger)
        case r.DeadlineResult():
            return deadline.compose_deadline(result, k, ledger)
        case r.LimitResult():
            return limits.compose_limit(result, k, ledger)
        case r.BoundaryResult():
            return sections.compose_boundary(result, k, ledger)
        case r.BoundaryListResult():
            return sections.compose_boundary_list(result, k, ledger)
        case r.SectionResult():
            return sections.compose_sections(result, k, ledger)
        case r.SectionListResult():
            return sections.compose_section_list(result, k, ledger)
        case r.CorpusResult():
            return plain.compose_corpus(result, k, ledger)
        case r.AnomaliesResult():
            return plain.compose_anomalies(result, k, ledger)
        case r.MentionResult():
            return plain.compose_mention(result, k, ledger)
        case r.ProvisionResult():
            return supervision.compose_provision(result, k, ledger)
        case r.ReferenceResult():
            return plain.compose_references(result, k, ledger)
        case r.AbsentResult():
            return reference.compose_absent(result, k, ledger)
        case r.WhichLawResult():
            return reference.compose_which_law(result, k, ledger)
        case r.PassageResult():
            return plain.compose_passages(result, k, ledger)
        case r.WrittenResult():
            return written.compose_written(result, k, ledger)
        case r.OutsideResult():
            return plain.compose_outside(result, k, ledger)
        case r.TalkResult():
            return plain.compose_talk(result, k, ledger)
        case r.SignInResult():
            return plain.compose_sign_in()
        case r.InjectionResult():
            return plain.compose_injection()
        case r.UnprovedResult():
            return plain.compose_unproved()
        case r.UnknownResult():
            return plain.compose_unknown(result)
