"""The table of consequences: every penalty of every document, held against what a reader looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from assistant.act.across.filters import FINE, spelled
from assistant.knowledge import Knowledge
from corpus.fines import bounds
from corpus.records import Document, Fine, Penalty, Tier, Waiver

Shape = str
"""`amount` yuan are named, `person` they are counted by heads or other units, `multiple`, `unpriced` no amount,
`priced` an amount or a multiple."""
_NEAR, _MOST_NEAR = 0.25, 10
"""Least share of the words that a violation covers to count as near, and how many near ones are shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for; empty means all."""

    words: str = ""
    document: str = ""
    regime: str = ""
    law: str = ""
    measure: str = ""
    """As `measures` names it."""
    shape: Shape = ""
    reaches: float | None = None
    """Yuan that the upper end must reach; an interval without upper end reaches any sum."""
    heaviest: bool = False
    """The highest upper end first, then multiples, then what names no amount; else in document order."""


@dataclass(frozen=True, slots=True)
class Found:
    """The consequences that fit, in document order."""

    rows: tuple[tuple[Document, Penalty], ...]
    nearest: bool
    """Whether no violation has the words and these are only the nearest."""


def find_penalties(k: Knowledge, wanted: Wanted) -> Found:
    """The rows; where no violation has the words, the nearest by everyday meaning."""
    kept = [(n, d, p) for n, (d, p) in enumerate(k.penalties) if _fits(d, p, wanted)]
    if wanted.heaviest:
        kept.sort(key=lambda found: _weight(found[2].fine), reverse=True)
    if not wanted.words.strip():
        return Found(tuple((d, p) for _, d, p in kept), nearest=False)
    says = speaks_of(k, wanted.words)
    exact = tuple((d, p) for _, d, p in kept if says(d, p))
    if exact:
        return Found(exact, nearest=False)
    near = {i for i, s in k.violation_matcher.rank(wanted.words, k.wordings(wanted.words), _MOST_NEAR) if s >= _NEAR}
    return Found(tuple((d, p) for n, d, p in kept if n in near), nearest=True)


def speaks_of(k: Knowledge, words: str) -> Callable[[Document, Penalty], bool]:
    """Whether a consequence has every word, or what the word means in documents (黑中介 → 未取得…许可证)."""
    groups = _groups(k, words)

    def says(document: Document, p: Penalty) -> bool:
        texts = (p.violation, p.when or "", *p.measures, p.referral, p.law, regime_of(document, p))
        return _all_said(groups, texts)

    return says


def find_tiers(k: Knowledge, wanted: Wanted) -> tuple[tuple[Document, Tier], ...]:
    """Steps of discretion standards that fit, in document order; regimes and measures do not narrow them."""
    groups = _groups(k, wanted.words)
    return tuple(
        (d, t)
        for d in k.corpus.documents
        for t in d.tiers
        if _of_document(d, wanted)
        and (not wanted.law or t.law == wanted.law)
        and _has_sum(t.fine, wanted)
        and _all_said(groups, (t.violation, t.name, t.subject, t.circumstances, t.law, *t.measures))
    )


def find_waivers(k: Knowledge, wanted: Wanted) -> tuple[tuple[Document, Waiver], ...]:
    """Violations that are let off or punished less, in document order; only words and document narrow them."""
    groups = _groups(k, wanted.words)
    return tuple(
        (d, w)
        for d in k.corpus.documents
        for w in d.waivers
        if _of_document(d, wanted)
        and _all_said(groups, (w.violation, w.kind, w.circumstances.text, *(p.text for p in w.basis)))
    )


def measures(k: Knowledge) -> tuple[str, ...]:
    """Kinds of measures that any consequence names, as the vocabulary words them; 罚款 where one has no amount either."""
    known = [e.means[0] for e in k.vocabulary.measures]
    used = [m for m in known if any(_takes(p, m) for _, p in k.penalties)]
    return tuple(dict.fromkeys([*([FINE] if any(_fines(p) for _, p in k.penalties) else []), *used]))


def regime_of(document: Document, p: Penalty) -> str:
    """Title of the regime a consequence stands in; empty outside of regimes."""
    return document.regimes[p.regime].title if p.regime is not None else ""


def _fits(document: Document, p: Penalty, wanted: Wanted) -> bool:
    return (
        _of_document(document, wanted)
        and (not wanted.regime or regime_of(document, p) == wanted.regime)
        and (not wanted.law or p.law == wanted.law)
        and (not wanted.measure or (_fines(p) if wanted.measure == FINE else _takes(p, wanted.measure)))
        and _has_sum(p.fine, wanted)
    )


def _of_document(document: Document, wanted: Wanted) -> bool:
    return not wanted.document or document.id == wanted.document


def _has_sum(fine: Fine, wanted: Wanted) -> bool:
    return _has_shape(fine, wanted.shape) and (wanted.reaches is None or _reaches(fine, wanted.reaches))


def _has_shape(fine: Fine, shape: Shape) -> bool:
    match shape:
        case "amount":
            return fine.kind in ("range", "fixed")
        case "person":
            return fine.per is not None or fine.by is not None
        case "multiple":
            return fine.kind == "multiple"
        case "unpriced":
            return fine.kind == "none"
        case "priced":
            return fine.kind != "none"
        case _:
            return True


def _reaches(fine: Fine, yuan: float) -> bool:
    if fine.kind not in ("range", "fixed"):
        return False
    high = bounds(fine).high
    return high is None or high >= yuan


def _weight(fine: Fine) -> tuple[int, float]:
    high = bounds(fine).high
    return {"none": 0, "multiple": 1}.get(fine.kind, 2), float("inf") if high is None else high


def _fines(p: Penalty) -> bool:
    return p.fine.kind != "none" or any(FINE in m for m in p.measures)


def _takes(p: Penalty, measure: str) -> bool:
    return any(spelled(measure, text) for text in (*p.measures, p.referral))


def _groups(k: Knowledge, words: str) -> list[tuple[str, ...]]:
    """Each word with what it stands for in documents."""
    return [(w, *(m for found in k.wordings(w) if found.said == w for m in found.means)) for w in words.split()]


def _all_said(groups: Iterable[tuple[str, ...]], texts: tuple[str, ...]) -> bool:
    return all(any(map(partial(_said, texts), group)) for group in groups)


def _said(texts: tuple[str, ...], word: str) -> bool:
    return any(word in text for text in texts)
