"""Who does what in a matter that several departments share."""

from __future__ import annotations

import re

from assistant.act.results import BoundaryListResult, BoundaryResult, Result
from assistant.act.section import is_bureau
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import Matcher

_ENOUGH = 0.3
_SURE = 0.7
"""Least share of the question's content that a share must cover when no department and no division is asked for."""
_SHORTEST = 5
_ANY = re.compile(
    r"哪些事|什么事|是|别的|其他|其它|几个|多个|之间|部门|单位|职责|事项|工作|业务|几项|哪些|有|和|与|跟|的|，"
)
_FEW = 2
_LITERAL = 4
"""Characters in a row that such a question must share with what a department does: words in common are no wish."""
_LEFT = 5
"""Characters that a question may have beside a department that it names in short."""
_PARTS = frozenset(
    {
        "frequency",
        "headcount",
        "procedure",
        "contents",
        "methods",
        "measures",
        "objects",
        "deadline",
        "checklist",
        "supervisor",
        "handling",
    }
)


def boundary(u: Understanding, k: Knowledge) -> Result | None:
    """The shared matter asked for: by its name, by departments that share it, or by a task only its shares state."""
    boundaries = [(d, b) for d in k.corpus.documents for b in d.boundaries]
    others = [d for d in u.departments if not is_bureau(d, k)]
    if not boundaries:
        return None
    if not others and u.regimes and "check" in u.cues:
        return None if _PARTS & u.cues else _by_share(u, k)
    if not (others or "boundary" in u.cues):
        return _by_share(u, k)
    cases = "案例" in u.text
    texts = tuple(
        "，".join([b.matter, *(s.text for s in b.shares), *(p.text for p in b.case if cases)]) for _, b in boundaries
    )
    scores = dict(Matcher(texts).rank(_without(u.content, u.departments), k.wordings(u.text)))
    named = [
        (sum(s.department in u.departments for s in b.shares), scores.get(i, 0.0), -i)
        for i, (_, b) in enumerate(boundaries)
    ]
    departments, score, i = max(named)
    alone = _bare(u, others) and sum(n > 0 for n, _, _ in named) == 1
    if score < _ENOUGH and departments < 2 and not alone:
        return BoundaryListResult(tuple(boundaries)) if _on_all(u) else None
    return BoundaryResult(*boundaries[-i], departments=tuple(others))


def _on_all(u: Understanding) -> bool:
    """Whether the question is which matters are shared at all."""
    return "boundary" in u.cues and not u.departments and len(_ANY.sub("", u.content)) <= _FEW


def _by_share(u: Understanding, k: Knowledge) -> Result | None:
    """The matter one of whose shares uses the question's own words, though it names no department."""
    if u.sections or {"phone", "address", "hours", "which_section"} & u.cues:
        return None
    found = k.share_matcher.rank(u.content, k.wordings(u.text), limit=1)
    if len(u.content) < _SHORTEST or not found or found[0][1] < _SURE:
        return None
    share = k.shares[found[0][0]]
    said = any(u.content[n : n + _LITERAL] in share.share.text for n in range(len(u.content) - _LITERAL + 1))
    return BoundaryResult(share.document, share.boundary) if said else None


def _bare(u: Understanding, others: list[str]) -> bool:
    """Whether nothing but a department is named, and its part asked for: 残联负责什么."""
    return bool(others) and "section" in u.cues and len(_without(u.content, u.departments)) <= _LEFT


def _without(text: str, words: tuple[str, ...]) -> str:
    for w in words:
        text = text.replace(w, "，")
    return text
