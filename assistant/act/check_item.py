"""Rows of a random-inspection list: what is drawn, how large a share, who starts and who joins in."""

from __future__ import annotations

import re

from assistant.act.nearest import nearest, share_said, without_asking
from assistant.act.record_results import CheckItemResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_ENOUGH = 0.5
_SAID = 0.3
_COVERED = 0.7
"""Share of the question from which a row is meant, however little of its own long name was said."""
_ROWS = 3
_AS_GOOD = 0.92
_NUMBERED = re.compile(
    r"[全本][市区县省]|(?:一共|总共|共|现)?有(?=[^无])|[\d一二两三四五六七八九十百]+多?[家户个所年次]"
)
_ON_CHECKS = frozenset(
    {
        "check",
        "share",
        "frequency",
        "contents",
        "methods",
        "objects",
        "supervisor",
        "conductor",
        "checklist",
        "reference",
    }
)


def check_item(u: Understanding, k: Knowledge) -> CheckItemResult | None:
    """The rows that a question on checking names; None where it is on something else or no row fits."""
    if not k.records.checks or not _ON_CHECKS & u.cues or {"penalty", "handling"} & u.cues:
        return None
    said = (u.content, *(m for w in k.wordings(u.text) for m in w.means))
    near = nearest(u, k, k.records.check_matcher, _ENOUGH)
    found = tuple(k.records.checks[i] for i in near if share_said(_subject(i, k), said) >= _SAID)
    if not found:
        ranked = k.records.check_matcher.rank(_asked(u, k), k.wordings(u.text), limit=_ROWS)
        found = tuple(k.records.checks[i] for i, s in ranked if s >= _COVERED and s >= _AS_GOOD * ranked[0][1])
    return CheckItemResult(found, u.facts.units) if found else None


def _asked(u: Understanding, k: Knowledge) -> str:
    """What is checked, in the question's words: without its numbers and the words for units of any kind."""
    text = _NUMBERED.sub("，", without_asking(u.content))
    for party in k.parties:
        text = text.replace(party, "，")
    return text or u.content


def _subject(i: int, k: Knowledge) -> str:
    item = k.records.checks[i][1]
    return "，".join(p.text for p in (item.matter, item.object) if p)
