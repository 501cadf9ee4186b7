"""What a document gets wrong or leaves open: one rule a file, all of them listed here.

A rule is grammar and knows no document. It speaks only where it is sure: a false warning costs a reader's trust in the
true ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpus.anomalies.boundary_registry import boundary_against_registry
from corpus.anomalies.cell_runs_on import cell_runs_on
from corpus.anomalies.contents import contents_without_body
from corpus.anomalies.digit_misread import digit_misread
from corpus.anomalies.limits import overlapping_limits
from corpus.anomalies.mid_sentence import starts_mid_sentence
from corpus.anomalies.missing_number import missing_number
from corpus.anomalies.nested_label import nested_same_label
from corpus.anomalies.numbering import numbering
from corpus.anomalies.other_place import other_place
from corpus.anomalies.section_claims import two_sections_claim
from corpus.anomalies.sum_without_unit import sum_without_unit
from corpus.anomalies.table_ambiguous import table_ambiguous
from corpus.anomalies.tier_ranges import tier_ranges
from corpus.anomalies.typo import typo_suspected
from corpus.anomalies.unlisted_section import section_not_in_registry
from corpus.records import Anomaly, Document

Rule = Callable[[Document], Iterable[Anomaly]]

RULES: tuple[Rule, ...] = (
    contents_without_body,
    starts_mid_sentence,
    numbering,
    nested_same_label,
    missing_number,
    other_place,
    section_not_in_registry,
    overlapping_limits,
    two_sections_claim,
    boundary_against_registry,
    cell_runs_on,
    sum_without_unit,
    digit_misread,
    typo_suspected,
    table_ambiguous,
    tier_ranges,
)


def find_anomalies(document: Document) -> tuple[Anomaly, ...]:
    """Every anomaly of an otherwise complete document, in reading order, then by code; `document.anomalies` is ignored."""
    found = {anomaly for rule in RULES for anomaly in rule(document)}
    return tuple(sorted(found, key=lambda a: (a.span, a.code, a.other or a.span, a.subject, a.text)))
