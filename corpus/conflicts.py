"""Documents that state different figures for the same thing: shown with both places, never decided in silence.

Which of the two weighs more is said as far as grammar tells: the kind of document in its title (法 before 条例 before
办法), the place that made it (省 before 市 before 县), the later date in force.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.records import Document, Fine, Quantity, Record, Span

_MARKS = re.compile(r"[\s，。；、：（）()“”《》]|的$")
_KINDS = (
    (re.compile(r"法$"), 5),
    (re.compile(r"条例$"), 4),
    (re.compile(r"(?:规定|办法|规章)$"), 3),
    (re.compile(r"细则$"), 2),
)
_PLACES = (
    (re.compile(r"中华人民共和国|国务院|全国"), 4),
    (re.compile(r"[省]|自治区|北京市|上海市|天津市|重庆市"), 3),
    (re.compile(r"市|自治州|盟"), 2),
    (re.compile(r"[县区旗]"), 1),
)


class Said(Record, frozen=True, kw_only=True):
    """What one document says."""

    document: str
    """Id."""
    title: str
    span: Span
    words: str


class Conflict(Record, frozen=True, kw_only=True):
    """Two documents on one thing."""

    about: str
    first: Said
    second: Said
    weight: str
    """Which is the higher or the newer one, in Chinese; empty where nothing tells."""


def find_conflicts(documents: Sequence[Document]) -> tuple[Conflict, ...]:
    """Each document against the first one that says otherwise. Documents of two bureaus' folders do not contradict."""
    if len(documents) < 2:
        return ()
    by_key: dict[tuple[str, ...], list[tuple[Document, Span, str]]] = defaultdict(list)
    for document in documents:
        for key, span, words in _statements(document):
            by_key[key].append((document, span, words))
    found: list[Conflict] = []
    for key, said in by_key.items():
        found += _clashes(key, said)
    return tuple(found)


def _clashes(key: tuple[str, ...], said: Sequence[tuple[Document, Span, str]]) -> Iterator[Conflict]:
    first: dict[str, tuple[Document, Span, str]] = {}
    for document, span, words in said:
        own = first.setdefault(document.id, (document, span, words))
        if own[1] != span:
            continue  # a document that says two things on one matter has that as an anomaly of its own
        for other, place, others in list(first.values()):
            if others != words and _meet(other, document):
                yield Conflict(
                    about=key[1],
                    first=Said(document=other.id, title=other.title, span=place, words=others),
                    second=Said(document=document.id, title=document.title, span=span, words=words),
                    weight=_weight(other, document),
                )
                break


def _meet(a: Document, b: Document) -> bool:
    """Whether both hold for the same people: not in two subfolders of two bureaus."""
    folders = {d.file.split("/", 1)[0] for d in (a, b) if "/" in d.file}
    return a.id != b.id and len(folders) < 2


def _statements(d: Document) -> Iterator[tuple[tuple[str, ...], Span, str]]:
    for p in d.penalties:
        if p.fine.kind != "none" and p.fine.span is not None and p.violation:
            yield ("罚则", _plain(p.violation), p.when or "", p.fine.kind), p.span, _fine(p.fine)
    for q in d.quantities:
        about = q.label if q.label and q.label != q.object else ""
        if q.value is not None and len(about) > 3:
            title = d.regimes[q.regime].title if q.regime is not None else ""
            yield ("指标", _plain(about), title, q.kind, q.unit, q.trigger), q.sentence, _figure(q)


def _fine(fine: Fine) -> str:
    if fine.kind == "multiple":
        low, high, unit = fine.min_times, fine.max_times, f"倍{fine.base or ''}"
    else:
        low, high, unit = fine.min_yuan, fine.max_yuan, "元" + ("每人" if fine.per else "") + (fine.by or "")
    return (
        "至".join(f"{n:g}" if isinstance(n, float) else str(n) for n in dict.fromkeys((low, high)) if n is not None)
        + unit
    )


def _figure(q: Quantity) -> str:
    upper = f"至{q.upper:g}" if q.upper is not None else ""
    return f"{q.period or ''}{ {'>=': '不少于', '<=': '不超过', '>': '多于', '<': '少于', '=': ''}[q.relation] }{q.value:g}{upper}{q.unit}"


def _weight(a: Document, b: Document) -> str:
    ranks = _rank(a), _rank(b)
    if ranks[0] != ranks[1]:
        higher = a if ranks[0] > ranks[1] else b
        return f"《{higher.title}》层级较高"
    starts = [d.in_force.start if d.in_force else None for d in (a, b)]
    if starts[0] and starts[1] and starts[0] != starts[1]:
        newer, start = (a, starts[0]) if starts[0] > starts[1] else (b, starts[1])
        return f"《{newer.title}》施行较晚（{start}）"
    return ""


def _rank(d: Document) -> tuple[int, int]:
    place = next((n for pattern, n in _PLACES if pattern.search(d.title)), 0)
    kind = next((n for pattern, n in _KINDS if pattern.search(d.title)), 1)
    # Only a law is a law: a county's 办法 is below a province's, and below any 条例 of a higher place.
    return (place, kind)


def _plain(text: str) -> str:
    return _MARKS.sub("", text)
