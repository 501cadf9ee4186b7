"""Laws and their places that a statement names, against those the documents name for the conduct it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.finding import Finding
from assistant.claims.holdings import Group, Holdings
from assistant.claims.laws import nearest
from assistant.claims.report import ClaimKind, Verdict
from assistant.claims.scene import Reference, Subject
from corpus.penalties.parts import SANCTION
from corpus.records import Document, Span

_BREACHED = re.compile(r"违反(?:了)?[^，；。]{0,4}$")
"""A law that is breached need not be the one that punishes."""


def articles(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """A finding for each law, and one for each article, paragraph or item named with it."""
    seen: set[int] = set()
    for r in subject.references:
        if r.mention and r.mention.start not in seen and r.law:
            seen.add(r.mention.start)
            if finding := _law(r, subject, h):
                yield finding
        if r.member and r.law:
            yield _place(r, subject, h)


def _conduct(subject: Subject) -> tuple[Group, ...]:
    """Violations told surely, by this statement or before, that rest on a law."""
    bound = subject.bound if subject.bound.told else subject.before.bound
    return tuple(g for g in bound.groups if g.law) if bound.sure and bound.conduct else ()


def _law(r: Reference, subject: Subject, h: Holdings) -> Finding | None:
    assert r.mention
    start, end = r.mention.start, r.mention.end
    told = _conduct(subject) if subject.bound.told or SANCTION.search(subject.text) else ()
    named_right = {x.law for x in subject.references} & {g.law for g in told}
    breached = _BREACHED.search(subject.text[:start])
    near = nearest(r.law, h.known_laws) if r.law not in h.known_laws else ""
    if told and not named_right and not breached and (r.member or near in {g.law for g in told}):
        g = told[0]
        reason = f"法律依据不对：文件对“{g.first.violation}”依据的是《{g.first.law}》"
        return _finding("law", start, end, "contradicted", reason, f"《{g.first.law}》", _basis(g))
    if r.law in h.regulations:
        return _finding("law", start, end, "supported", "文件引用了这部法", f"《{r.law}》", h.regulations[r.law])
    if r.law in h.laws:
        document, reference = h.laws[r.law]
        reason = "文件提到了这个名称，但没有收录它的条文"
        return _finding("law", start, end, "supported", reason, f"《{reference.name}》", (document, reference.span))
    if near:
        reason = f"文件里没有《{r.law}》；名称最接近的是《{near}》，二者不是同一部"
        document, span = h.regulations[near] if near in h.regulations else _named(near, h)
        return _finding("law", start, end, "not_in_corpus", reason, f"《{near}》", (document, span))
    return _finding("law", start, end, "not_in_corpus", f"文件里没有提到《{r.law}》")


def _named(law: str, h: Holdings) -> tuple[Document, Span]:
    document, reference = h.laws[law]
    return document, reference.span


def _place(r: Reference, subject: Subject, h: Holdings) -> Finding:
    assert r.member
    start, end = r.member.start, r.member.end
    held = h.articles(r.law)
    told = tuple(g for g in _conduct(subject) if g.law == r.law)
    fits = h.of_place(r.law, r.article, r.paragraph, r.item)
    several = sum(1 for x in subject.references if x.member and x.member.group == r.member.group) > 1
    if told and not (set(told) & set(fits)) and not _BREACHED.search(subject.text[:start]) and not several:
        g = told[0]
        reason = f"条款不对：文件对“{g.first.violation}”引用的是{g.first.article}{_item(g)}"
        return _finding(
            "article", start, end, "contradicted", reason, f"《{g.first.law}》{g.first.article}{_item(g)}", _basis(g), g
        )
    if fits:
        g = next((g for g in fits if g in told), fits[0])
        return _finding("article", start, end, "supported", "文件引用了这一条款", g.first.violation, _basis(g), g)
    if r.article in held and r.item is not None and (most := _last_item(r, h)):
        return _too_high(r, most, h)
    if r.article in held and r.item is None and r.paragraph is None:
        return _finding("article", start, end, "supported", "文件引用了这一条", "", held[r.article])
    known = f"文件提到了《{r.law}》，但没有收录这一条款" if r.law in h.known_laws else f"文件里没有《{r.law}》"
    return _finding("article", start, end, "not_in_corpus", known)


def _last_item(r: Reference, h: Holdings) -> int:
    """The highest item number that the documents hold of an article; 0 where they hold no list of items."""
    items = [g.item for g in h.of_place(r.law, r.article, None, None) if g.item is not None]
    return max(items, default=0) if len(items) > 1 else 0


def _too_high(r: Reference, most: int, h: Holdings) -> Finding:
    assert r.member
    last = next(g for g in h.of_place(r.law, r.article, None, most))
    verdict: Verdict = "contradicted" if (r.item or 0) > most else "not_in_corpus"
    reason = f"文件引用的{last.first.article}只列到{last.first.item}项"
    return _finding("article", r.member.start, r.member.end, verdict, reason, last.first.violation, _basis(last), last)


def _item(g: Group) -> str:
    return f"第{g.first.item}项" if g.item is not None else g.first.item


def _basis(g: Group) -> tuple[Document, Span]:
    return g.document, g.first.basis_span or g.first.span


def _finding(
    kind: ClaimKind,
    start: int,
    end: int,
    verdict: Verdict,
    reason: str,
    source: str = "",
    cite: tuple[Document, Span] | None = None,
    rule: Group | None = None,
) -> Finding:
    cites = (*([cite] if cite else []), *([(rule.document, rule.first.span)] if rule else []))
    return Finding(kind, start, end, verdict, reason, source, cites)
