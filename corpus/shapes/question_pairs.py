"""Questions and answers that marks of their own set apart (`问：…答：…`, `【问】…【答】…`, `来信内容：…回复内容：…`).

Read over the whole text, so that a page run together on one line and letters of several sentences are found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.records import Clause, Passage
from corpus.tidy import Tidy, tidy, trim

_NUMBER = r"[\d一二三四五六七八九十]{0,3}"
_ASKED = rf"[【\[](?:问题?|提问){_NUMBER}[】\]][：:]?|(?:问题?|提问|网[民友]提问|Q){_NUMBER}[：:]|(?:来信|咨询|留言|提问|问题|信件)内容[：:]"
_ANSWERED = rf"[【\[](?:答案?|回答|回复|答复){_NUMBER}[】\]][：:]?|(?:答案?|回答|回复|答复|解答|答疑|A){_NUMBER}[：:]|(?:回复|答复|处理|回信|反馈)(?:内容|结果)[：:]"
_STOP = r"(?:来信|咨询|留言|信件|回复|答复|办理|处理)?(?:标题|主题|编号|时间|日期|单位|部门|状态|人)[：:]"
_MARK = re.compile(rf"(?P<asked>{_ASKED})|(?P<answered>{_ANSWERED})|(?P<stop>{_STOP})")
_LONGEST_QUESTION = 1500
_NUMBERED = re.compile(r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|第[\d一二三四五六七八九十]{1,3}[、：:])$")
"""The number of the next question, which stands before its mark."""

Pair = tuple[Passage, Passage, tuple[str, ...]]
"""Question, answer, path."""


def marked_pairs(text: str, clauses: Sequence[Clause]) -> list[Pair]:
    """All marked questions that a marked answer follows, in reading order."""
    if not clauses:
        return []
    view = tidy(text)
    marks = [m for m in _MARK.finditer(view.text) if _begins(text, view, m)]
    titles = [_at(view, c.span.start) for c in clauses if c.heading and not c.label]
    pairs: list[Pair] = []
    for (mark, answer), following in zip(pairwise(marks), [*marks[2:], None], strict=False):
        if not mark["asked"] or not answer["answered"]:
            continue
        end = following.start() if following else len(view.text)
        end = min([end, *(t for t in titles if answer.end() < t < end)])
        question = _passage(text, view, mark.end(), answer.start())
        reply = _passage(text, view, answer.end(), _without_number(view.text, answer.end(), end))
        if question and reply and len(question.text) <= _LONGEST_QUESTION:
            pairs.append((question, reply, _path(clauses, question)))
    return pairs


def _begins(text: str, view: Tidy, mark: re.Match[str]) -> bool:
    """Whether a mark stands at the beginning of a line or sentence: never inside `疑问：`."""
    start = view.offsets[mark.start()]
    before = text[:start].rstrip("*＊_")[-1:]
    opens = not before or before.isspace() or before in "。！？?；;）)】]、.．：:"
    return opens if not mark["stop"] else not before or before in "\n"


def _at(view: Tidy, offset: int) -> int:
    return next((i for i, place in enumerate(view.offsets) if place >= offset), len(view.text))


def _without_number(words: str, start: int, end: int) -> int:
    found = _NUMBERED.search(words, start, end)
    return found.start() if found and end < len(words) else end


def _passage(text: str, view: Tidy, start: int, end: int) -> Passage | None:
    while start < end and view.text[start] in "*＊ ":
        start += 1
    while end > start and view.text[end - 1] in "*＊ ":
        end -= 1
    if start >= end:
        return None
    span = trim(text, view.source(start, end))
    return Passage(text=tidy(text, span).text, span=span)


def _path(clauses: Sequence[Clause], question: Passage) -> tuple[str, ...]:
    around = _holder(clauses, question)
    return around.path if around is not None and around.path != (around.label,) else ()


def _holder(clauses: Sequence[Clause], question: Passage) -> Clause | None:
    found: Iterator[Clause] = (c for c in clauses if c.span.start <= question.span.start < c.span.end)
    return next(found, None)
