"""Shares the clauses under one heading that names several parts (`方式和指标`) out among those parts.

Figures of frequency or share make a clause an indicator; what is done about a finding is handling, what is done to find
it is a measure. Where the words do not tell, every named part gets all clauses: a quote too many is better than one lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Clause, PartKind

_FIGURE = re.compile(
    r"[每各][年月季周日班批次度].{0,12}?[\d一二两三四五六七八九十]+\s*次|[\d一二两三四五六七八九十]+次|\d\s*%|百分之|指标|不[少低]于"
)
_HANDLING = re.compile(r"处理|处罚|责令|追回|吊销|取消|警告|移送|整改|罚款")
_SUPERVISING = re.compile(r"监管|监督|督查|检查|巡查|核查|抽查|稽核|审查")
_FINDING = re.compile(r"问题|违法|违规|违反|不符合|情节")


def share_out(kinds: Sequence[PartKind], clauses: Sequence[Clause]) -> list[tuple[PartKind, list[Clause]]]:
    """For each part named by a heading the clauses that fit it, in the heading's order of parts."""
    rules = [clause for clause in clauses if not clause.heading]
    shares: list[tuple[PartKind, list[Clause]]] = []
    for kind in kinds:
        fitting = [clause for clause in rules if len(kinds) == 1 or _fits(kind, kinds, clause)]
        shares.append((kind, fitting or rules))
    return shares


def _fits(kind: PartKind, kinds: Sequence[PartKind], clause: Clause) -> bool:
    if kind == "indicators":
        return bool(_FIGURE.search(clause.text))
    if kind == "contents" and "indicators" in kinds:
        return not _FIGURE.search(clause.text)
    if kind == "handling":
        return bool(_HANDLING.search(clause.text))
    if kind == "measures" and "handling" in kinds:
        return any(_supervises(part) for part in re.split(r"[，；。]", clause.text))
    return True


def _supervises(part: str) -> bool:
    return bool(_SUPERVISING.search(part)) and not _HANDLING.search(part) and not _FINDING.search(part)
