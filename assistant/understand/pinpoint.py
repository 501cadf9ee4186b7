"""Articles that a question names: 第25条第（3）项, 二十五条八项, 92条第二款, 劳动力市场条例第25条; what is said, not what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understand.numerals import number

_N = r"[0-9]{1,4}|[零〇一二两三四五六七八九十百千]{1,7}"
_ITEM = rf"第?[（(]?(?:{_N})[)）]?"
_PLACE = re.compile(
    rf"(?P<the>第)?(?P<article>{_N})条(?P<second>之[一二三四])?(?:的?第?(?P<paragraph>{_N})款)?"
    rf"(?:的?(?P<items>{_ITEM}(?:项?[、，,和及与跟]{_ITEM})*)项|(?P<bracketed>(?:第?[（(](?:{_N})[)）][、和]?)+)项?)?"
)
_BRACKETED_LAW = re.compile(r"《(?P<law>[^《》]{2,50})》(?:（[^）]*）)?(?:的|中|里)?$")
_PLAIN_LAW = re.compile(r"(?P<law>[一-鿿]{2,30}?(?:法|条例|条列|办法|规定|细则|规则|决定))(?:的|中|里)?$")
_NOT_AN_ARTICLE = re.compile(r"(?:[有共提这那哪几第前后]|一共|总共|哪些|以下)$")
_SHORTEST_PLAIN = 10
"""An article said without 第, law, 款 or 项 has at least two figures; 三条 alone counts things."""
_LAW = re.compile(r"《(?P<law>[^《》]{2,50})》")


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """One article as a question names it."""

    law: str
    """As said, without 《》; may have other words before it where the question uses no 《》. Empty where none is said."""
    bracketed: bool
    article: int
    paragraph: int | None
    items: tuple[int, ...]
    said: str
    """The words that name the place, without the law."""
    second: bool = False
    """第N条之一: another article than 第N条."""


def pinpoints(text: str) -> tuple[Pinpoint, ...]:
    """The articles named in a normalised question, in order."""
    return tuple(_read(text))


def laws_named(text: str) -> tuple[str, ...]:
    """Names in 《》, in order."""
    return tuple(dict.fromkeys(m["law"] for m in _LAW.finditer(text)))


def _read(text: str) -> Iterator[Pinpoint]:
    law, bracketed = "", False
    for m in _PLACE.finditer(text):
        before = text[: m.start()]
        named = _BRACKETED_LAW.search(before)
        plain = None if named else _PLAIN_LAW.search(before)
        if named or plain:
            law, bracketed = (named or plain or m)["law"], bool(named)
        article = number(m["article"])
        alone = not (m["the"] or named or plain or m["paragraph"] or m["items"] or m["bracketed"])
        if article is None or (alone and (article < _SHORTEST_PLAIN or _NOT_AN_ARTICLE.search(before))):
            continue
        paragraph = number(m["paragraph"]) if m["paragraph"] else None
        yield Pinpoint(
            law=law,
            bracketed=bracketed,
            article=int(article),
            paragraph=int(paragraph) if paragraph is not None else None,
            items=tuple(_numbers(m["items"] or m["bracketed"] or "")),
            said=m[0],
            second=m["second"] is not None,
        )


def _numbers(items: str) -> Iterator[int]:
    for m in re.finditer(_N, items):
        n = number(m[0])
        if n is not None:
            yield int(n)
