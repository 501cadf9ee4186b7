"""Rows of a random-inspection list: what is drawn, how large a share, who starts and who joins in."""

from __future__ import annotations

from assistant.act.nearest import nearest, share_said
from assistant.act.record_results import CheckItemResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.5
_SAID = 0.3
_ON_CHECKS = frozenset(
    {"check", "frequency", "contents", "methods", "objects", "supervisor", "conductor", "checklist", "reference"}
)


def check_item(u: Understanding, k: Knowledge) -> CheckItemResult | None:
    """The rows that a question on checking names; None where it is on something else or no row fits."""
    if not k.records.checks or not _ON_CHECKS & u.cues or {"penalty", "handling"} & u.cues:
        return None
    found = tuple(
        k.records.checks[i]
        for i in nearest(u, k, k.records.check_matcher, _ENOUGH)
        if share_said(_subject(i, k), (u.content, *(m for w in k.wordings(u.text) for m in w.means))) >= _SAID
    )
    return CheckItemResult(found, u.facts.units) if found else None


def _subject(i: int, k: Knowledge) -> str:
    item = k.records.checks[i][1]
    return "，".join(p.text for p in (item.matter, item.object) if p)
