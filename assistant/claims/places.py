"""Which law, article, paragraph and item a text names: lists, ranges, short titles and loose spellings.

第二十五条第（1）、（3）项; 第25条第1项至第4项; 第九十二条第一、二款; 第二十五条和第二十六条; 二十五条八项.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.labels import chinese_number

_N = r"(?:[一二三四五六七八九十百千零〇]{1,7}|\d{1,4})"
_NUM = rf"[（(]?{_N}[)）]?"
_SEP = r"(?:、|，(?=第)|和|及|以及|与|或者?|至|到|-|—+|~|～)"
_LIST = "(?:第?{num}{unit}?{sep})*第?{num}{unit}"


def _list(unit: str) -> str:
    return _LIST.format(num=_NUM, unit=unit, sep=_SEP)


_PLACE = re.compile(
    rf"(?P<articles>{_list('条')})(?P<sub>之[一二三四五](?![一-鿿]))?"
    rf"(?:的?(?P<paragraphs>{_list('款')}))?(?:的?(?P<items>{_list('项')}))?"
    rf"|(?P<loose_paragraphs>第{_NUM}款|{_list('款')})(?:的?(?P<paragraph_items>{_list('项')}))?"
    rf"|(?P<loose_items>{_list('项')})"
)
_MEMBER = re.compile(rf"(?P<sep>{_SEP})?第?(?P<n>{_NUM})")
_MOST = 60
"""Members a range may have; a longer one is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Member:
    """One article, paragraph or item named at `[start, end)` of the text."""

    article: int | None
    """None where the text names a paragraph or item alone."""
    paragraph: int | None
    item: int | None
    start: int
    end: int
    group: int
    """Members of one list share it."""

    @property
    def number(self) -> int | None:
        """Of the innermost unit named."""
        return self.item or self.paragraph or self.article


def find_places(text: str) -> tuple[Member, ...]:
    """Every place named, each member of a list or range by itself, left to right."""
    return tuple(m for n, match in enumerate(_PLACE.finditer(text)) for m in _members(text, match, n))


def _members(text: str, match: re.Match[str], group: int) -> Iterator[Member]:
    if not _plausible(text, match):
        return
    articles = [n for n, _, _ in _numbers(match, "articles")]
    paragraph_name = "paragraphs" if match["paragraphs"] else "loose_paragraphs"
    paragraphs = [n for n, _, _ in _numbers(match, paragraph_name)]
    item_name = next((g for g in ("items", "paragraph_items", "loose_items") if match[g]), "")
    article = articles[-1] if articles else None
    if item_name:
        for i, (n, start, end) in enumerate(_numbers(match, item_name)):
            paragraph = paragraphs[-1] if paragraphs else None
            yield Member(article, paragraph, n, match.start() if i == 0 else start, end, group)
    elif paragraphs:
        for i, (n, start, end) in enumerate(_numbers(match, paragraph_name)):
            yield Member(article, n, None, match.start() if i == 0 else start, end, group)
    else:
        for n, start, end in _numbers(match, "articles"):
            yield Member(n, None, None, start, end, group)


def _plausible(text: str, match: re.Match[str]) -> bool:
    """Whether 三条, 八项 name a place: with 第 or brackets, or behind an article; `共八项`, `3条` count things."""
    words = match.group()
    if words.startswith(("第", "（", "(")):
        return True
    if match["articles"]:
        return bool(match["items"] or match["paragraphs"]) or text[: match.start()].endswith(("》", "法", "条例", "的"))
    return "第" in words or "（" in words


def _numbers(match: re.Match[str], name: str) -> Iterator[tuple[int, int, int]]:
    """Numbers of a list, its ranges filled in, each with where it stands."""
    if not name or not match[name]:
        return
    last: int | None = None
    base = match.start(name)
    for m in _MEMBER.finditer(match[name]):
        n = _value(m["n"])
        if n is None:
            continue
        end = base + m.end() + (1 if match[name][m.end() : m.end() + 1] in set("条款项") else 0)
        start = base + m.start() + len(m["sep"] or "")
        if last is not None and re.fullmatch(r"至|到|-|—+|~|～", m["sep"] or "") and last < n <= last + _MOST:
            yield from ((k, start, end) for k in range(last + 1, n))
        yield n, start, end
        last = n


@lru_cache(maxsize=1024)
def _value(written: str) -> int | None:
    try:
        return chinese_number(written.strip("（）()"))
    except ValueError:
        return None
