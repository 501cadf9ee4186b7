"""The clauses of a regime that speak of what is asked, when no record answers it more exactly."""

from __future__ import annotations

import re

from assistant.act.results import ProvisionResult, Result
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Clause, Document

_ENOUGH = 0.55
"""Least share of the question's content that a clause (with its headings) must cover."""
_ENOUGH_IN_REGIME = 0.4
_TIE = 0.85
_NAMED = 0.15
"""Credit for a clause of the regime that the question names."""
_PART = 0.3
"""Credit for a clause of the part (内容, 方式 …) that the question names."""
_MAX_CLAUSES = 3
_SHORTEST = 4
_LONGEST = 40
_LITERAL = 4
"""Characters in a row that a question which speaks of no check must share with a clause."""
_BESIDE = 2
_VALUE = re.compile(r"是?多少|几号|号码|是什么|是啥")
_SELF = "我"
_OURS = 0.3
"""Least belief that a question which speaks of no check is this bureau's business at all."""
_CLEAR = 0.5
"""Belief from which a question without check and regime is taken to be about its matter."""
_PARTS = frozenset({"frequency", "procedure", "contents", "methods", "measures", "objects", "deadline", "checklist"})


def provision(u: Understanding, k: Knowledge) -> Result | None:
    """The best clauses for the question; with their list items when a clause introduces a list."""
    if len(u.content) < _SHORTEST or not _on_supervision(u, k):
        return None
    found = best_clauses(u, k, in_regime=False)
    if not found or found[0][2] < (_ENOUGH_IN_REGIME if u.regimes else _ENOUGH):
        return None
    kept = [(d, c) for d, c, s in found if s >= _TIE * found[0][2]][:_MAX_CLAUSES]
    return ProvisionResult(tuple(dict.fromkeys(p for d, c in kept for p in _with_items(d, c))))


def _on_supervision(u: Understanding, k: Knowledge) -> bool:
    """Whether the question is one on supervision: it speaks of checking, or its words are those of a single clause.

    Who tells of himself, or asks the way to an office, wants a section instead.
    """
    silent = {"where", "phone", "address", "hours", "amount"} & u.cues
    if silent and ("where" in silent or "check" not in u.cues or not _of_the_text(u, k, silent)):
        return False
    if "check" in u.cues or (u.regimes and _PARTS & u.cues):
        return True
    if _SELF in u.text or len(u.text) > _LONGEST:
        return False
    if u.topics.inside < _OURS:
        return False
    best = u.topics.best("in")
    if not u.regimes and best and best.score >= _CLEAR:
        return False
    asked = u.rest if u.regimes else u.content
    found = [x for x in k.provision_matcher.rank(asked, k.wordings(u.text)) if k.provisions[x[0]][3] != "objects"]
    duties = k.duty_matcher.rank(u.content, k.wordings(u.text), limit=1)
    if not found or len(asked) < _SHORTEST or (duties and duties[0][1] >= found[0][1]):
        return False
    text = k.provisions[found[0][0]][1].text
    said = any(asked[n : n + _LITERAL] in text for n in range(len(asked) - _LITERAL + 1))
    return said and found[0][1] >= (_ENOUGH_IN_REGIME if u.regimes else _ENOUGH)


def _of_the_text(u: Understanding, k: Knowledge, kinds: set[str]) -> bool:
    """Whether the words that seem to ask for a number or place belong to a longer word of the regimes (监督电话)."""
    if _VALUE.search(u.text):
        return False
    words = [w for kind in kinds for w in k.vocabulary.cues.get(kind, ()) if w in u.text]
    at = [(u.text.find(w), w) for w in words]
    before = [u.text[max(i - _BESIDE, 0) : i + len(w)] if u.regimes else w for i, w in at]
    after = [u.text[i : i + len(w) + _BESIDE] for i, w in at]
    return all(
        any(len(x) > len(w) and x in c.text for x in (b, a) for _, c, _, _ in k.provisions)
        for (_, w), b, a in zip(at, before, after, strict=True)
    )


def best_clauses(u: Understanding, k: Knowledge, *, in_regime: bool) -> list[tuple[Document, Clause, float]]:
    """Regime clauses by how much of the question they cover, those of the regime that it names first (or alone)."""
    place = u.regimes[0].place if u.regimes else None
    out: list[tuple[Document, Clause, float]] = []
    for i, score in k.provision_matcher.rank(u.content, k.wordings(u.text), limit=30):
        document, clause, regime, kind = k.provisions[i]
        named = place is not None and (k.document_index(document), regime) == place
        if named or not in_regime:
            out.append((document, clause, score + (_NAMED if named else 0.0) + (_PART if kind in u.cues else 0.0)))
    return sorted(out, key=lambda x: (-round(x[2], 4), x[0].id, x[1].index))


def _with_items(document: Document, clause: Clause) -> list[tuple[Document, Clause]]:
    """A clause and, when it ends by introducing them (：), the items right below it."""
    items = [c for c in document.clauses if c.parent == clause.index] if clause.text.endswith(("：", ":")) else []
    return [(document, clause), *((document, c) for c in items)]
