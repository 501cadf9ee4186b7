"""References to laws: 《Name》第N条第N款第（N）项, with names that are wrapped, nested or shortened."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from corpus.records import Clause, LawReference
from corpus.stretches import ARTICLE
from corpus.tidy import Tidy, tidy

_N = r"[一二三四五六七八九十百]{1,4}|\d{1,3}"
_ITEM_NUMBER = rf"[（(](?:{_N})[)）]|(?:{_N})"
_PLACE = re.compile(
    rf"(?P<article>{ARTICLE})(?P<paragraph>第(?:{_N})款)?(?:第(?P<item>(?:{_ITEM_NUMBER})(?:[、和](?:{_ITEM_NUMBER}))*)项)?"
)
_ITEM = re.compile(_ITEM_NUMBER)
_AND = re.compile(r"[、,，]|和|及|以及|与|或者?")
_ASIDE = re.compile(r"[（(](?P<inside>[^（）()]{1,40})[)）]")
_SHORT = re.compile(r"以下(?:统称|简称)(?:为)?[《〈](?P<short>[^《》〈〉]+)[》〉]")
_NOT_A_RULE = re.compile(r"(?:单|表|书|证|簿|册|卡|执照|笔录|记录|票据|报告)$")
"""Forms and certificates also stand in 《》; only what can hold a rule is a reference, unless an article follows."""
_BARE = re.compile(
    r"(?:根据|依据|依照|按照?|违反|适用|参照)(?P<name>(?!照|本|该|前|此|上述|有关|相关|国家)[\u4e00-\u9fff]{2,26}?(?:法|条例|办法|规定|细则))"
    rf"(?={ARTICLE})"
)
"""A law named without 《》, after the word that invokes it and right before its article."""
_LONGEST_NAME = 90


def read_references(text: str, clauses: tuple[Clause, ...]) -> tuple[LawReference, ...]:
    """Every reference in the text, in reading order, one record for each article named after a name.

    A short name introduced by （以下简称《…》） is resolved to the full name from there on. `span` runs from 《 to the end
    of the first article; further articles after the same name have the span of their own words.
    """
    view = tidy(text)
    home = _Home(clauses)
    short_names: dict[str, str] = {}
    found: list[LawReference] = []
    for start, end in _names(view.text):
        written = view.text[start + 1 : end - 1]
        name = short_names.get(written, written)
        aside = _ASIDE.match(view.text, end)
        if aside and (short := _SHORT.search(aside["inside"])):
            short_names[short["short"]] = name
        if _introduces(view.text, start):
            continue
        after = aside.end() if aside and not re.fullmatch(_ITEM_NUMBER, aside.group()) else end
        places = tuple(_places(view.text, after))
        if not places and not _NOT_A_RULE.search(name):
            span = view.source(start, end)
            found.append(LawReference(name=name, span=span, clause=home.of(span.start)))
        for i, (place, item) in enumerate(places):
            span = view.source(place.start() if i else start, place.end())
            found.append(_reference(name, place, item, view, span.start, i == 0, start, home))
    for bare in _BARE.finditer(view.text):
        if "《" not in bare["name"] and "的" not in bare["name"]:
            for i, (place, item) in enumerate(_places(view.text, bare.end())):
                at = view.source(place.start() if i else bare.start("name"), place.end()).start
                found.append(_reference(bare["name"], place, item, view, at, i == 0, bare.start("name"), home))
    return tuple(sorted(found, key=lambda r: r.span))


def _reference(
    name: str, place: re.Match[str], item: str, view: Tidy, at: int, first: bool, start: int, home: _Home
) -> LawReference:
    return LawReference(
        name=name,
        article=place["article"],
        paragraph=place["paragraph"] or "",
        item=item,
        span=view.source(start if first else place.start(), place.end()),
        clause=home.of(at),
    )


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of outermost 《…》; a bracket that is never closed is passed over."""
    at = 0
    while (start := text.find("《", at)) >= 0:
        depth, at = 0, start + 1
        for i in range(start, min(len(text), start + _LONGEST_NAME)):
            depth += {"《": 1, "》": -1}.get(text[i], 0)
            if depth == 0:
                yield start, i + 1
                at = i + 1
                break


def _places(text: str, at: int) -> Iterator[tuple[re.Match[str], str]]:
    while place := _PLACE.match(text, at):
        items = [n.group() for n in _ITEM.finditer(place["item"] or "")]
        yield from ((place, n) for n in items or [""])
        joined = _AND.match(text, place.end())
        at = joined.end() if joined else place.end()
        if not joined:
            return


def _introduces(text: str, start: int) -> bool:
    """True for the short name itself inside （以下简称《…》）."""
    return re.search(r"以下(?:统称|简称)为?$", text[max(0, start - 6) : start]) is not None


class _Home:
    """Finds the clause whose own lines hold a source offset; the innermost where spans nest."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = sorted(clauses, key=lambda clause: (clause.span.start, -clause.span.end, clause.index))
        self._starts = [clause.span.start for clause in self._clauses]

    def of(self, offset: int) -> int | None:
        for i in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if offset < self._clauses[i].span.end:
                return self._clauses[i].index
        return None
