"""Penalties: one record for each consequence a rule states, from regimes and from regulations alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from corpus.penalties.consequences import Consequence, consequences_of
from corpus.penalties.fining import Fining, finings
from corpus.penalties.rules import Rule, rules
from corpus.penalties.wording import referral_of
from corpus.records import Clause, LawReference, Penalty, Regime, Span, Tier
from corpus.stretches import cell_paragraphs, paragraphs

_NO_CONDUCT = re.compile(r"有(?:行政)?处罚规定$|(?:处罚|处理)决定(?:不当|有误)$")
"""What a rule on the authorities themselves begins with: it sends elsewhere and imposes nothing."""
_READABLE = 600
"""A lead-in is quoted together with its item up to this many characters; beyond, it is cited as the basis."""


def read_penalties(
    text: str,
    clauses: tuple[Clause, ...],
    regimes: tuple[Regime, ...],
    references: tuple[LawReference, ...],
    cells: Sequence[Span] = (),
) -> tuple[Penalty, ...]:
    """Every consequence of a violation, in clauses and in table cells that hold rules, in reading order.

    A sentence with two conditions gives two records with the same violation; an item of a list whose lead-in states the
    consequences gives one record for each of them. Law and article are those named in the clause, in the lead-in, or
    the regulation's own title and 条.
    """
    by_index = {clause.index: clause for clause in clauses}
    found: list[Penalty] = []
    # Each cell by itself: a lead-in in one rules over no list in the next.
    running = [paragraphs(text, clauses)] if clauses or not cells else []
    stretches = [*running, *(cell_paragraphs(text, [cell]) for cell in sorted(set(cells)))]
    for rule in (rule for stretch in stretches for rule in rules(text, stretch, by_index, references)):
        for violation, consequence, span, basis in _stated(rule):
            if _NO_CONDUCT.search(violation):
                continue
            for fining in finings(consequence, rule.stating.body):
                found.append(
                    Penalty(
                        index=len(found),
                        violation=violation,
                        when="，".join(filter(None, (consequence.when, fining.when))) or None,
                        measures=fining.measures,
                        fine=fining.fine,
                        law=rule.basis.law,
                        article=rule.basis.article,
                        item=rule.basis.item,
                        referral=_referral(consequence, fining),
                        span=span,
                        basis_span=basis,
                        clause=rule.paragraph.clause,
                        regime=_regime(regimes, span),
                        path=_path(by_index, rule.paragraph.clause),
                    )
                )
    if cells:
        found.sort(key=lambda penalty: penalty.span)
    return tuple(msgspec.structs.replace(penalty, index=i) for i, penalty in enumerate(found))


def beside_tiers(penalties: Sequence[Penalty], tiers: Sequence[Tier]) -> tuple[Penalty, ...]:
    """The penalties without those that only say again a step of a discretion standard, whose circumstances are no conduct."""
    steps = [(t.span, t.circumstances) for t in tiers]
    kept = [p for p in penalties if not any(_step_again(p, span, words) for span, words in steps)]
    return tuple(msgspec.structs.replace(penalty, index=i) for i, penalty in enumerate(kept))


def _step_again(penalty: Penalty, span: Span, circumstances: str) -> bool:
    if span.start <= penalty.span.start and penalty.span.end <= span.end:
        return (penalty.when or penalty.violation) in circumstances
    beside = penalty.span.start < span.end and span.start < penalty.span.end
    return beside and penalty.violation in circumstances


def _stated(rule: Rule) -> Iterator[tuple[str, Consequence, Span, Span | None]]:
    """Violation, consequence, quoted span and basis span of each record of a rule."""
    for consequence in consequences_of(rule.stating.body.text, rule.start):
        if rule.violation:
            span = Span(rule.stating.span.start, rule.paragraph.span.end)
            if span.end - span.start <= _READABLE:
                yield rule.violation, consequence, span, rule.basis.span
            else:
                yield rule.violation, consequence, rule.paragraph.span, rule.stating.span
        else:
            span = rule.stating.body.source(consequence.start, consequence.end)
            if rule.item and consequence.start == 0:
                span = Span(rule.paragraph.span.start, span.end)
            yield consequence.violation, consequence, span, rule.basis.span


def _referral(consequence: Consequence, fining: Fining) -> str:
    if fining.fine.kind != "none":
        return ""
    return next((who for part in consequence.parts if (who := referral_of(part.text))), "")


def _regime(regimes: tuple[Regime, ...], span: Span) -> int | None:
    return next((r.index for r in regimes if r.span.start <= span.start < r.span.end), None)


def _path(by_index: dict[int, Clause], clause: int | None) -> tuple[str, ...]:
    return by_index[clause].path if clause is not None else ()
