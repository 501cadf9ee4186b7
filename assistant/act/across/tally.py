"""How many records of a kind the documents hold, counted one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assistant.act.across.form import asks_for
from assistant.act.across.results import TallyGroup, TallyResult
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from corpus.records import Document, Span

Item = tuple[Document, str, Span]


def tally(u: Understanding, k: Knowledge) -> TallyResult | None:
    """The count of the kind of record that the question names with 多少, 几, 一共; None when it names none."""
    words = k.asking.cut(u.text)
    if not (words.has("count") or words.has("whole")) or u.named or u.sections:
        return None
    left = [r for r in words.left if len(k.asking.readings(r)[-1]) > 1]
    for kind, (unit, items) in _KINDS.items():
        if words.has(kind) and asks_for(u.text, k, (kind,)) and not left:
            groups = _grouped(items(k))
            return TallyResult(kind, unit, groups) if groups else None
    return None


def _grouped(items: Iterable[tuple[str, Item]]) -> tuple[TallyGroup, ...]:
    groups: dict[str, list[Item]] = {}
    for title, item in items:
        groups.setdefault(title, []).append(item)
    return tuple(TallyGroup(title, tuple(found)) for title, found in groups.items())


def _indicators(k: Knowledge) -> Iterable[tuple[str, Item]]:
    return (
        (d.regimes[q.regime].title, (d, d.quote(q.span), q.sentence))
        for d, q in k.quantities
        if q.regime is not None and q.part == "indicators"
    )


def _laws(k: Knowledge) -> Iterable[tuple[str, Item]]:
    first: dict[str, Item] = {}
    for d in k.corpus.documents:
        for r in d.references:
            first.setdefault(r.name, (d, f"《{r.name}》", r.span))
    return (("", item) for item in first.values())


def _regimes(k: Knowledge) -> Iterable[tuple[str, Item]]:
    return (("", (d, r.title, r.title_span)) for d, r in k.regimes)


def _boundaries(k: Knowledge) -> Iterable[tuple[str, Item]]:
    return (("", (d, b.matter, b.span)) for d in k.corpus.documents for b in d.boundaries)


def _anomalies(k: Knowledge) -> Iterable[tuple[str, Item]]:
    return (("", (d, a.text, a.span)) for d, a in k.anomalies)


_KINDS: dict[str, tuple[str, Callable[[Knowledge], Iterable[tuple[str, Item]]]]] = {
    "indicator": ("个", _indicators),
    "law": ("部", _laws),
    "boundary": ("项", _boundaries),
    "regime": ("项", _regimes),
    "anomaly": ("处", _anomalies),
}
"""Unit of count and records by kind. Sections, penalties and deadlines have lists of their own."""
