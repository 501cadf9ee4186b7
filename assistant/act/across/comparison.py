"""Two or more regimes side by side: their indicators by kind of check, or another part clause by clause."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.act.across.results import ComparisonResult, Row
from assistant.act.supervision import indicators
from assistant.knowledge import Knowledge
from assistant.question import Place, Understanding
from corpus.records import Clause, Document, PartKind, Quantity, Regime

_PARTS: tuple[tuple[str, PartKind], ...] = (
    ("procedure", "procedure"),
    ("methods", "methods"),
    ("objects", "objects"),
    ("measures", "measures"),
    ("contents", "contents"),
    ("handling", "handling"),
    ("penalty", "handling"),
)
_KIND_OF_WORK = re.compile(r"(?:监督)?(?:检查|巡查|督查|抽查|监督|监管|稽核|核查|审计)+$")
_LEAST = 2


def comparison(u: Understanding, k: Knowledge) -> ComparisonResult | None:
    """The regimes that the question names, or all of them when it says so; None when it names fewer than two."""
    places = [n.place for n in u.named]
    if len(places) < _LEAST and k.asking.cut(u.text).has("all_regimes"):
        places = [(k.document_index(d), r.index) for d, r in k.regimes]
    if len(places) < _LEAST:
        return None
    regimes = tuple(k.regime(p) for p in places)
    u = replace(u, text=_without_names(u, k))
    part = _part(u)
    if part == "indicators":
        return ComparisonResult(regimes, part, _rows(u, k, places), ())
    return ComparisonResult(regimes, part, (), tuple(_clauses(d, r, part) for d, r in regimes))


def _without_names(u: Understanding, k: Knowledge) -> str:
    """The question without its regimes: 专项 in 专项资金 names no kind of check."""
    text = u.text
    for name in (*(k.regime(n.place)[1].title for n in u.named), *(w for n in u.named for w in n.words)):
        text = text.replace(name, "，")
    return text


def _part(u: Understanding) -> PartKind:
    for cue, part in _PARTS:
        if cue in u.cues and "frequency" not in u.cues:
            return part
    return "indicators"


def _clauses(document: Document, regime: Regime, part: PartKind) -> tuple[Clause, ...]:
    found = [document.clauses[c] for p in regime.parts if p.kind == part for c in p.clauses]
    return tuple(c for c in found if c.text)


def _rows(u: Understanding, k: Knowledge, places: list[Place]) -> tuple[Row, ...]:
    """Kinds of check that go by the same word (日常巡查, 日常检查) share a row; the rest have rows of their own."""
    rows: dict[str, list[list[Quantity]]] = {}
    names: dict[str, list[str]] = {}
    for column, place in enumerate(places):
        document, regime = k.regime(place)
        for q in indicators(u, k, document.quantities, regime.index):
            label = q.label.split(" ")[0]
            key = _KIND_OF_WORK.sub("", label) or label
            key = next((r for r in rows if r in key or key in r), key)
            rows.setdefault(key, [[] for _ in places])[column].append(q)
            names.setdefault(key, []).append(label)
    return tuple(
        Row("／".join(dict.fromkeys(names[key])), tuple(tuple(c) for c in cells)) for key, cells in rows.items()
    )
