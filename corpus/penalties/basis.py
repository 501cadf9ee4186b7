"""The legal basis of a rule: named before it, above its list, or the regulation it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.records import LawReference, Span
from corpus.stretches import ARTICLE, Paragraph

_TITLE = re.compile(
    r"^[#\s\ufeff]*(?P<title>[^，。；：\n]{3,60}?(?:条例|办法|规定|细则|规则|基准|法|决定))\s*$", re.MULTILINE
)
_FIRST = re.compile(rf"(?m)^[ \t\u3000]*{ARTICLE}[ \t\u3000]")
_CITED = re.compile(
    rf"^(?:(?:根据|依据|按照|依照|处罚依据[：:])*)《[^》]+》{ARTICLE}(?:第[^款条]{{1,3}}款)?(?:第[^项条]{{1,4}}项)?(?:的?规定)?[：:，,]?"
)
_LEAST_ARTICLES = 2
_INVOKED = re.compile(r"(?:根据|依据|按照?|依照)$")
_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Basis:
    """Law, article and the paragraph or item of it, with the words that name it; all empty where none is named."""

    law: str = ""
    article: str = ""
    item: str = ""
    span: Span | None = None


def regulation(text: str) -> Basis:
    """The regulation a text is: the last line before its first article that is nothing but a title; empty without one."""
    first = re.search(r"第一条", text) or _excerpt(text)
    titles = list(_TITLE.finditer(text, 0, first.start())) if first else []
    if not titles:
        return Basis()
    return Basis(law="".join(titles[-1]["title"].split()), span=Span(*titles[-1].span("title")))


def _excerpt(text: str) -> re.Match[str] | None:
    """Where the articles of an excerpt begin, which leaves the first ones out; one article alone is a quotation."""
    articles = list(_FIRST.finditer(text))
    return articles[0] if len(articles) >= _LEAST_ARTICLES else None


def cited_prefix(words: str) -> int:
    """Length of `依据《…》第N条规定：` at the start of a tidy paragraph; 0 where it does not start so."""
    found = _CITED.match(words)
    return found.end() if found else 0


def named_in(paragraph: Paragraph, references: tuple[LawReference, ...]) -> Basis:
    """The basis a paragraph names itself: the last reference with an article, else the only law it invokes."""
    inside = [r for r in references if paragraph.span.start <= r.span.start < paragraph.span.end]
    if pinpoint := [r for r in inside if r.article]:
        last = pinpoint[-1]
        return Basis(last.name, last.article, last.item or last.paragraph, last.span)
    offsets = paragraph.body.offsets
    invoked = [
        r
        for r in inside
        if r.span.start in offsets and _INVOKED.search(paragraph.body.text[: offsets.index(r.span.start)])
    ]
    if not invoked:
        return Basis()
    alone = len(inside) == 1
    return Basis(invoked[0].name if alone else "", span=Span(inside[0].span.start, inside[-1].span.end))


def numbered(basis: Basis, paragraph: int) -> Basis:
    """The basis of the n-th paragraph (款, from 0) quoted from one article."""
    return replace(basis, item=basis.item or f"第{_ORDINALS[min(paragraph, 9)]}款")


def listed(basis: Basis, label: str) -> Basis:
    """The basis of one item of a list: its number in full-width brackets, whatever its own marks are."""
    return replace(basis, item=f"（{label.strip('（）()、．.')}）") if basis.law else basis
