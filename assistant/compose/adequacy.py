"""Words for whether what was done is enough: yes or no first, then the rule and the sum."""

from __future__ import annotations

from assistant.act.figure_results import Adequacy, AdequacyResult
from assistant.answer import Figure
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.tidy import tidy


def compose_adequacy(result: AdequacyResult, k: Knowledge, ledger: Ledger) -> Draft:
    """A paragraph per rule; several only where the question does not say which check it is about."""
    document = result.document
    figures: list[Figure] = []
    paragraphs: list[str] = []
    for rule in result.rules:
        q = rule.quantity
        n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
        verdict, working = _verdict(rule, result.value)
        paragraphs.append(
            f"{result.value:g} {rule.unit}：{verdict}（{working}）。依据：“{sentence(tidy(document.text, q.sentence).text)}”[{n}]。"
        )
        figures += [figure(document, q, k, ledger), _least(rule, working, n)]
    title = ledger.cite(document, result.regime.title_span)
    spans = [r.quantity.sentence for r in result.rules]
    return Draft(
        "answered",
        "plan",
        lines(f"{result.regime.title}[{title}]：", *paragraphs),
        figures=tuple(figures),
        warnings=touching(document, spans, k, ledger),
    )


def _verdict(rule: Adequacy, value: float) -> tuple[str, str]:
    unit = rule.unit
    have, least = f"{value:g} {unit}", f"{rule.least:g} {unit}"
    sum_ = f"{rule.quantity.value or 0:g} {unit} × {rule.times} = {least}，" if rule.times > 1 else ""
    sum_ = f"{rule.share}，" if rule.share else sum_
    if value >= rule.least:
        return "够", f"{sum_}{have}不少于 {least}"
    gap = f"{rule.least - value:g} {unit}"
    return f"不够，还差 {gap}", f"{sum_}{least} − {have} = {gap}"


def _least(rule: Adequacy, working: str, n: int) -> Figure:
    value = int(rule.least) if float(rule.least).is_integer() else rule.least
    return Figure(label="至少", value=value, unit=rule.unit, relation=">=", citation=n, working=working)
