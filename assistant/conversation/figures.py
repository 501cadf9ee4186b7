"""Figures of a case that a follow-up changes: 如果是10个人呢 puts ten persons where three were said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.conversation.words import ConversationWords, compiled, found

_N = r"[0-9零〇一二两三四五六七八九十百千万亿.,]*[0-9零〇一二两三四五六七八九十百千万]"
_KINDS: tuple[tuple[str, str], ...] = (
    ("date", r"(?:(?:19|20|21)\d{2}[年\-/.])?\d{1,2}[月\-/.]\d{1,2}[日号]?(?![\d万千元块倍%])"),
    ("money", rf"{_N}(?:万元|元|块钱?|圆|万块|千块)|{_N}[万千](?!人|家|户|名|个)[0-9一二两三四五六七八九]?"),
    ("age", rf"{_N}周?岁"),
    ("score", rf"{_N}分(?!之|钟|类|管)"),
    ("times", rf"{_N}次"),
    ("multiple", rf"{_N}倍"),
    ("days", rf"{_N}(?:个工作日|工作日|天)"),
    ("units", rf"{_N}(?:家|户|所|个(?=单位|企业|公司|机构|药店|医院))"),
    ("persons", rf"{_N}(?:个人|人(?!社|力|均|事)|名|位)"),
    ("count", rf"{_N}个(?!月|工作日|小时|季度|年|科|股|部门|问题|步)"),
    ("bare", rf"(?<!第){_N}(?![条款项级年月季天日倍%])"),
)
_COUNTS = frozenset({"persons", "units", "count"})
_YEAR = re.compile(r"^(?:19|20|21)\d{2}[年\-/.]")
_NUMBER = re.compile(rf"^{_N}")
_LINKS = "，,。是有罚拟为了的共"
_NEAR = 8
"""How far before an amount the word stands that says it is a gain, in characters."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `[start, end)` of a text."""

    kind: str
    start: int
    end: int


def figures(text: str, words: ConversationWords) -> tuple[Figure, ...]:
    """The figures a text states, left to right; money is `gains` after a word for gains, else `money`."""
    taken: list[Figure] = []
    for kind, form in _KINDS:
        for m in re.finditer(form, text):
            if not any(m.start() < f.end and f.start < m.end() for f in taken):
                near = text[max(0, m.start() - _NEAR) : m.start()].replace(",", "，").rpartition("，")[2]
                named = "gains" if kind == "money" and found(words.gains, near) else kind
                taken.append(Figure(named, m.start(), m.end()))
    return tuple(sorted(taken, key=lambda f: f.start))


def carried(before: str, new: str, words: ConversationWords) -> str:
    """The earlier case with the new figures in their places, and what is new put behind it."""
    before = _without_gainlessness(before, new, words)
    old = figures(before, words)
    replaced: dict[Figure, str] = {}
    rest = new
    for f in reversed(figures(new, words)):
        fitting = [o for o in old if o not in replaced and _same(o.kind, f.kind)]
        same = next((o for o in fitting if o.kind == f.kind), fitting[-1] if fitting else None)
        if same is not None:
            replaced[same] = _in_place(before[same.start : same.end], new[f.start : f.end], f.kind)
            rest = rest[: f.start] + rest[f.end :]
    for o in sorted(replaced, key=lambda o: -o.start):
        before = before[: o.start] + replaced[o] + before[o.end :]
    left = rest.strip(_LINKS)
    return before if replaced and (len(left) < 2 or left in before) else f"{before}，{new}"


def _in_place(old: str, new: str, kind: str) -> str:
    """The new figure as it stands in the old one's place: with its unit, or its year, where the new one has none."""
    if kind == "bare":
        return new + _NUMBER.sub("", old, count=1)
    year = _YEAR.match(old)
    return year.group() + new if kind == "date" and year and not _YEAR.match(new) else new


def _same(a: str, b: str) -> bool:
    """Whether a figure of kind `b` may stand where one of kind `a` stood: a bare number takes any place, but an age's."""
    if b == "bare":
        return a != "age"
    return a == b or (a == "bare" and b == "money") or (a in _COUNTS and b in _COUNTS and "count" in (a, b))


def _without_gainlessness(before: str, new: str, words: ConversationWords) -> str:
    """The earlier case without its words on gains when the new words say the opposite."""
    if found(words.no_gains, new):
        for f in reversed(figures(before, words)):
            if f.kind == "gains":
                start = max(
                    (m.start() for p in compiled(words.gains) for m in p.finditer(before[: f.start])), default=f.start
                )
                before = before[:start] + before[f.end :]
        return re.sub("[，,]{2,}", "，", before)
    if found(words.gains, new):
        for p in compiled(words.no_gains):
            before = p.sub("", before)
    return before
