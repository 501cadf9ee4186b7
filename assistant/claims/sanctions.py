"""Measures other than fines, as heads with what they fall on: 吊销 + 《…许可证》, 没收 + 违法所得, 责令停止 + 活动."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADS: tuple[tuple[str, str], ...] = (
    ("责令停止", r"责令(?:其)?(?:立即)?停[止业产]|停业整顿|停产停业|停止(?=活动|经营|执业|违法)"),
    (
        "责令改正",
        r"责令[^，；。停退]{0,8}?(?:改正|整改)|(?:督促|要求)[^，；。]{0,10}?(?:改正|整改)|限期(?:改正|整改)|责令改",
    ),
    ("吊销", r"吊销|撤销(?=[^，；。]{0,14}证)"),
    ("没收", r"没收"),
    ("收回", r"收回|收缴|收走"),
    ("暂扣", r"暂扣|扣押(?=[^，；。]{0,14}证)"),
    ("退还", r"退还|返还|退回"),
    ("取消", r"取消(?!.{0,4}标注)"),
    ("暂停", r"暂停"),
    ("终止", r"终止|解除(?=[^，；。]{0,8}协议)"),
    ("警告", r"(?:口头|书面)?警告"),
    ("批评教育", r"批评教育|通报批评"),
    ("追回", r"追回|追缴"),
    ("移送", r"(?:移送|移交|交由)(?=[^，；。]{0,12}(?:机关|部门|司法|公安))"),
    ("追究刑事责任", r"追究[^，；。]{0,6}刑事责任"),
    ("拘留", r"(?:行政)?拘留"),
    ("不予通过", r"不予通过|不通过(?=年)"),
    ("列入名单", r"列入(?=[^，；。]{0,12}(?:名单|名录))"),
    ("减半", r"减半"),
)
_HEAD = re.compile("|".join(f"(?P<h{i}>{form})" for i, (_, form) in enumerate(_HEADS)))
_OBJECT_END = re.compile(r"[，；。、！：]|并|且|后|等|，|及(?!其)|，")
_LEAD = re.compile(r"^(?:其|该(?:单位|机构)的?|当事人的?|你单位的?|原|有关|相关|全部|的)+")
_NOT = re.compile(r"(?:不予?|不再|免予|无需|无须|不用|不必|不能|不得|不会|不应|未)(?:给予|作出|被|要|当)?$")
_WITHOUT = re.compile(r"^(?:移送|移交|交由)(?:给|至)?")
_GENERIC = frozenset("机关部门机构的其行为进处理资格等")
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Sanction:
    """A measure at `[start, end)` of a text."""

    head: str
    """Kind of measure, in one word for all its spellings."""
    object: str
    """What it falls on; may be empty."""
    start: int
    end: int
    denied: bool
    """True for 不吊销, 无需没收."""


def find_sanctions(text: str) -> Iterator[Sanction]:
    """Every measure named, left to right; names in 《》 of forms are objects, not measures."""
    for m in _HEAD.finditer(text):
        head = _HEADS[int((m.lastgroup or "h0")[1:])][0]
        if text.rfind("《", 0, m.start()) > text.rfind("》", 0, m.start()):
            continue
        end = _object_end(text, m.end())
        fallen = _LEAD.sub("", text[m.end() : end])
        yield Sanction(head, fallen, m.start(), end, bool(_NOT.search(text[: m.start()])))


def _object_end(text: str, at: int) -> int:
    """Where the object ends; a name in 《》 is passed whole."""
    i = at
    while i < min(len(text), at + _LONGEST):
        if text[i] == "《":
            close = text.find("》", i)
            i = close + 1 if close >= 0 else i + 1
            continue
        if _OBJECT_END.match(text, i):
            break
        i += 1
    return i


def same_object(claimed: str, held: str) -> bool:
    """Whether two objects may be one: one is not said, or they share a telling character (许可证 · 《…许可证》 · 证件)."""
    a, b = (frozenset(_WITHOUT.sub("", x)) - _GENERIC for x in (claimed, held))
    return not a or not b or bool(a & b)
