"""Words for a discretion standard: one line a step, the step that fits the case marked, a proposed fine judged by it."""

from __future__ import annotations

from assistant.act.money import total, verdict
from assistant.act.penalty_results import PenaltyHit
from assistant.act.record_results import TierResult
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.fine import case_words, verdict_figure
from assistant.compose.penalty import consequence, penalty_answer
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from assistant.question import Facts
from corpus.records import Document, Penalty, Tier


def compose_tiers(result: TierResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Every step with its circumstances and interval; which one applies is for the authority to find."""
    document, tiers = result.document, result.tiers
    at = ledger.cite(document, tiers[0].violation_span, tiers[0].path)
    paragraphs = [f"“{sentence(tiers[0].violation)}”[{at}]的裁量标准："]
    hits: list[PenaltyHit] = []
    for tier in tiers:
        applies = True if tier.index in result.chosen else None if not result.chosen else False
        hit = _hit(document, tier, result.facts, applies)
        hits.append(hit)
        n = ledger.cite(document, tier.span, tier.path)
        c = ledger.cite(document, tier.circumstances_span, tier.path)
        mark = "（与您说的情形相符）" if applies else ""
        who = f"{tier.subject}，" if tier.subject else ""
        name = f"{tier.name}：" if tier.name else ""
        circumstances = sentence(tier.circumstances)
        paragraphs.append(f"· {name}{who}{circumstances}[{c}]，{consequence(hit)}[{n}]{mark}。{case_words(hit)}")
    if basis := _basis(document, tiers, ledger):
        paragraphs.append(basis)
    shown = sorted(hits, key=lambda hit: hit.applies is not True) if result.chosen else hits
    return Draft(
        status="answered",
        intent="penalty",
        text=lines(*paragraphs),
        penalties=tuple(penalty_answer(hit, ledger) for hit in shown),
        figures=tuple(f for hit in hits if (f := verdict_figure(hit, ledger))),
        warnings=tuple(touching(document, [tier.span for tier in tiers], k, ledger)),
    )


def _basis(document: Document, tiers: tuple[Tier, ...], ledger: Ledger) -> str:
    """The articles that the standard grades, each once; empty where it names none."""
    named = {
        f"《{t.law}》{t.article}": ledger.cite(document, t.basis_span, t.path) for t in tiers if t.law and t.basis_span
    }
    return f"依据：{'；'.join(f'{law}[{n}]' for law, n in named.items())}。" if named else ""


def _hit(document: Document, tier: Tier, facts: Facts, applies: bool | None) -> PenaltyHit:
    """A step as the consequence it is."""
    when = "，".join(filter(None, (tier.name, tier.subject, sentence(tier.circumstances))))
    penalty = Penalty(
        index=-1,
        violation=tier.violation,
        when=when or None,
        measures=tier.measures,
        fine=tier.fine,
        law=tier.law if tier.basis_span else "",
        article=tier.article if tier.basis_span else "",
        item="",
        referral="",
        span=tier.span,
        basis_span=tier.basis_span,
        clause=tier.clause,
        regime=None,
        path=tier.path,
    )
    if applies is False:
        return PenaltyHit(document, penalty, None, None, applies)
    sum_ = total(tier.fine, facts)
    return PenaltyHit(document, penalty, sum_, verdict(tier.fine, sum_, facts), applies)
