"""Lists written inside one paragraph: `一是…；二是…`, `a、是否b、是否c`, `a；b；c`, `包括a情况、b情况等`.

Grammar only: numbering, separators and question words. Cuts are made at separators outside of quotation marks, brackets
and titles, so that every piece is a stretch of the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORDINAL = re.compile(
    r"(?:^|(?<=[：:；;。，,、]))(?P<label>(?P<cn>[一二三四五六七八九十])是|第(?P<nth>[一二三四五六七八九十])[，、,]|(?P<circled>[①-⑳]))"
)
_CN = "一二三四五六七八九十"
_ASKS = r"(?:是否|有否|有无|能否|是不是|有没有)"
_ASKED = re.compile(_ASKS)
_VERB = re.compile(
    r"(?:^|[，：:]|主要|重点|着重|应当?|具体|一并)(?:对)?(?:检查|核查|审查|查看|抽查|稽核|督查|巡查|核实|了解|包括)(?:内容)?(?:包括|为|是|有)?[：:]?"
)
_ETC = re.compile(r"等(?:(?:相关|有关|其他)?(?:情况|方面|内容|事项|问题|行为))?$")
_DONE = re.compile(r"(?:的?情况)?进行(?:监督|专项|重点)?(?:检查|核查|审查|稽核|核实|抽查)$")
_SHARED_ENDS = ("情况", "状况", "管理", "制度", "行为")
_OPENERS = dict(zip("《（(“〔【", "》）)”〕】", strict=True))
_CLOSERS = frozenset(_OPENERS.values())
_SHORTEST = 4
"""Characters: a shorter piece before 、 is a word of an enumeration inside one item (`合同、协议签订情况`)."""
_MARKS = "。；;，,、：: "


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of a run-in list, as a slice `[start, end)` of the paragraph."""

    label: str
    start: int
    end: int
    lead: str
    """Words before the list that hold for the item."""


def split(text: str) -> tuple[Piece, ...]:
    """The items of a tidy paragraph; the whole paragraph as one item where it is no list."""
    pieces = list(_numbered(text))
    if not pieces:
        for start, end in _cut(text, 0, len(text), "。"):
            pieces += _sentence(text, start, end)
    return tuple(p for p in pieces if p.start < p.end)  # nothing stands between two signs


def asks(text: str) -> int:
    """How many questions (是否…, 有无…) a list inside the text asks; 0 where it is no list of questions."""
    return sum(1 for p in split(text) if _ASKED.match(text, p.start)) if len(_ASKED.findall(text)) > 1 else 0


def _numbered(text: str) -> tuple[Piece, ...]:
    """Items numbered 一是, 二是 … or 第一， … or ①: at least two, in order from one."""
    found = list(_ORDINAL.finditer(text))
    if len(found) < 2 or [_value(m) for m in found] != list(range(1, len(found) + 1)):
        return ()
    lead = text[: found[0].start()].rstrip(_MARKS)
    ends = [*(m.start() for m in found[1:]), len(text)]
    return tuple(
        _piece(text, m.end(), end, lead, m["label"].rstrip("，、,")) for m, end in zip(found, ends, strict=True)
    )


def _value(match: re.Match[str]) -> int:
    if match["circled"]:
        return ord(match["circled"]) - ord("①") + 1
    return _CN.index(match["cn"] or match["nth"]) + 1


def _sentence(text: str, start: int, end: int) -> list[Piece]:
    parts = _cut(text, start, end, "；;")
    if len(parts) > 1:
        head = text.rfind("：", *parts[0])
        at = head + 1 if head >= 0 else _shared_subject(text, parts) or start
        lead = text[start:at].strip(_MARKS)
        return [_piece(text, a, b, lead) for a, b in ((at, parts[0][1]), *parts[1:])]
    return _questions(text, start, end) or _nouns(text, start, end) or [_piece(text, start, end, "")]


def _questions(text: str, start: int, end: int) -> list[Piece]:
    """`主要核查a、是否b、是否c`: an item for each piece that asks, and for the nouns that stand in one row with them."""
    parts = _cut(text, start, end, "、，,")
    asking = [i for i, (a, b) in enumerate(parts) if _ASKED.search(text, a, b)]
    if len(asking) < 2:
        return []
    row = asking[0]
    while row and text[parts[row - 1][1]] == "、":
        row -= 1
    ends = [*(parts[i][0] - 1 for i in asking[1:]), end]
    asked = [(parts[i][0], e) for i, e in zip(asking, ends, strict=True)]
    if row == asking[0]:
        at = _shared_subject(text, asked) or _last_verb(text, start, asked[0][1]) or parts[row][0]
        spans = [(at, asked[0][1]), *asked[1:]]
    else:
        nouns_end = parts[asking[0] - 1][1]
        at = _after_verb(text, start, nouns_end) or parts[row][0]
        spans = [*_joined(text, _cut(text, at, nouns_end, "、")), *asked]
    lead = text[start:at].strip(_MARKS)
    return [_piece(text, a, b, lead) for a, b in spans]


def _shared_subject(text: str, parts: list[tuple[int, int]]) -> int:
    """Where the first piece begins to ask, when all later ones begin with the question; 0 when they have own subjects."""
    first = _ASKED.search(text, *parts[0])
    shared = first and all(_ASKED.match(text, a) for a, _ in parts[1:])
    return first.start() if first and shared else 0


def _after_verb(text: str, start: int, end: int) -> int | None:
    """Where the nouns begin after the verb, without a subject that the sentence has said before."""
    at = _last_verb(text, start, end)
    if at is None:
        return None
    subject = _common(text[start:], text[at:end])
    return at + subject if end - at - subject >= _SHORTEST else at


def _nouns(text: str, start: int, end: int) -> list[Piece]:
    """`检查内容包括：a情况、b情况、c情况`: cut where the pieces end alike."""
    head = text.rfind("：", start, end)
    verb = _last_verb(text, start, end)
    at = head + 1 if head >= 0 else verb or start
    closed = _ETC.sub("", text[at:end].rstrip(_MARKS))
    parts = _joined(text, _cut(text, at, at + len(closed), "、"))
    ends = [next((e for e in _SHARED_ENDS if text[:b].endswith(e)), "") for _, b in parts]
    if len(parts) < 2 or not all(ends) or len(set(ends)) > 1:
        return []
    return [_piece(text, a, b, text[start:at].strip(_MARKS)) for a, b in parts]


def _last_verb(text: str, start: int, end: int) -> int | None:
    return max((m.end() for m in _VERB.finditer(text, start, end) if end - m.end() >= _SHORTEST), default=None)


def _common(a: str, b: str) -> int:
    """Length of the common beginning (the subject said twice: `用人单位…，主要核查用人单位…`), at least two characters."""
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    return n if n >= 2 else 0


def _joined(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Too short pieces joined to the next."""
    out: list[tuple[int, int]] = []
    start: int | None = None
    for i, (a, b) in enumerate(parts):
        start = a if start is None else start
        if b - start >= _SHORTEST or i == len(parts) - 1:
            out.append((start, b))
            start = None
    return out


def _cut(text: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Slices between the marks that stand outside of brackets and quotation marks."""
    out: list[tuple[int, int]] = []
    begin, depth = start, 0
    for i in range(start, end):
        c = text[i]
        depth += (c in _OPENERS) - (c in _CLOSERS and depth > 0)
        if c in marks and not depth:
            out.append((begin, i))
            begin = i + 1
    out.append((begin, end))
    return [(a, b) for a, b in out if text[a:b].strip(_MARKS)]


def _piece(text: str, start: int, end: int, lead: str, label: str = "") -> Piece:
    """A piece without the signs around it and, in a list, without 等相关情况 and 进行检查 after its last item."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if lead or label:
        for tail in (_DONE, _ETC):
            cut = tail.search(text[start:end])
            if cut and cut.start() >= _SHORTEST:
                end = start + cut.start()
    return Piece(label, start, end, lead)
