"""Names of laws in a text: in 《》, or the plain title of a law that the documents know or that an article follows.

Names that are alike are two laws until one is the other without 中华人民共和国: 《劳动合同法实施条例》 is not 《劳动合同法》.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_STATE = re.compile(r"^中华人民共和国")
_BRACKETED = re.compile(r"《(?P<name>(?:[^《》]|《[^《》]*》|〈[^〉]*〉){2,60})》")
_FORM = re.compile(r"(?:单|表|书|证|簿|册|卡|执照|笔录|记录|票据|报告|名录|合同|协议)$")
"""Forms and certificates stand in 《》 too."""
_KIND = r"(?:法|条例|规定|办法|细则|规则|决定|通知)"
_UNBRACKETED = re.compile(
    rf"(?:根据|依据|依照|按照?|违反|适用|参照|引用|援引|见|^|[，。；：、和及与])(?P<name>[一-鿿]{{2,28}}?{_KIND}(?:实施(?:条例|办法|细则))?)(?=第?[一二三四五六七八九十百\d]{{1,5}}条)"
)
_GENERIC = re.compile(
    rf"《(?P<kind>{_KIND})》|(?P<pointing>[本该此上述]{{1,2}})(?P<bare>{_KIND})(?=第|规定|中|，|的|[一二三四五六七八九十\d]+条)"
)
_GOES_ON = re.compile(r"^(?:》|实施|若干|解释|执行|配套|的?(?:补充|修改)决定)")
_BEFORE = re.compile(r"(?:^|[，。；：、（“的和及与或据照按反在对是从用见]|中华人民共和国)$")
_SHORTEST = 3
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class LawMention:
    """A law named at `[start, end)`."""

    name: str
    """Canonical: without 《》 and 中华人民共和国; empty where it only points back (本条例)."""
    kind: str
    """For one that points back, the word it uses (条例)."""
    start: int
    end: int


def canonical(name: str) -> str:
    """The name without blanks, 《》 and the state's name."""
    return _STATE.sub("", re.sub(r"[\s《》〈〉]", "", name))


def find_laws(text: str, known: Iterable[str]) -> tuple[LawMention, ...]:
    """Every law named, left to right. `known`: canonical names that are recognised without 《》."""
    taken: list[LawMention] = []
    for m in (*_bracketed(text), *_pointing(text), *_plain(text, known), *_unbracketed(text)):
        if not any(m.start < t.end and t.start < m.end for t in taken):
            taken.append(m)
    return tuple(sorted(taken, key=lambda m: m.start))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known law whose name is most like this one; empty where none is near."""
    scored = [(SequenceMatcher(None, name, k, autojunk=False).ratio(), k) for k in known]
    best = max(scored, key=lambda s: (round(s[0], 6), s[1]), default=(0.0, ""))
    return best[1] if best[0] >= _NEAR else ""


def _bracketed(text: str) -> Iterator[LawMention]:
    for m in _BRACKETED.finditer(text):
        if not re.fullmatch(_KIND, m["name"]) and not _FORM.search(m["name"]):
            yield LawMention(canonical(m["name"]), "", *m.span())


def _pointing(text: str) -> Iterator[LawMention]:
    for m in _GENERIC.finditer(text):
        yield LawMention("", m["kind"] or m["bare"], *m.span())


def _plain(text: str, known: Iterable[str]) -> Iterator[LawMention]:
    for name in sorted(known, key=lambda n: (-len(n), n)):
        if len(name) < _SHORTEST or name not in text:
            continue
        for m in re.finditer(re.escape(name), text):
            if _BEFORE.search(text[: m.start()]) and not _GOES_ON.match(text[m.end() :]):
                yield LawMention(name, "", *m.span())


def _unbracketed(text: str) -> Iterator[LawMention]:
    for m in _UNBRACKETED.finditer(text):
        yield LawMention(canonical(m["name"]), "", *m.span("name"))
