"""The records of a kind whose words a question covers best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.overlap import Matcher, pairs

_TIE = 0.92
"""Share of the best match from which another record is meant as well."""
_ASKING = re.compile(
    r"怎么办|咋办|多少|什么时候|什么时间|什么|何时|哪些|哪个|哪天|哪里|哪[一几]?|谁来|由谁|谁|怎么样|怎么|怎样|如何|为何|为什么|多久|几(?=[个家次天名年月人项类日户位])"
    r"|能不能|可不可以|是不是|有没有|可以|应该|需要|吗|呢|请问|咨询|一下|说的|规定了"
)
_NOT = re.compile(r"没有|没|并未|不曾")
_ABBREVIATED = 0.8
"""Least share of what is said that stands in a name in the same order: people leave words of a name out."""
_SHORTEST = 4
_SHORTEST_WHOLE = 3
_IN_SHORT = re.compile(r"好|完|成|下来|出来|咨询|[的了在]")
"""Words around a matter that belong to no name."""
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_OF_DOING = re.compile(r"[^一-鿿A-Za-z0-9]|办理|申请|需要|要|带|得|能|去|办")
"""Signs, and words on doing it that belong to no name."""
_MARKS = re.compile(r"[（）()“”\"'《》〈〉]")
_KIND = re.compile(r"(?:办事|服务|办理|操作|申请|工作)*(?:指南|规范|流程|须知|事项)$")
"""What a title says of the page, not of the matter."""


def nearest(
    u: Understanding, k: Knowledge, matcher: Matcher, enough: float, said: str | None = None, limit: int = 3
) -> tuple[int, ...]:
    """Indexes of the texts that cover at least `enough` of the question and about as much as the best; best first.

    `said` is what counts of the question where it is not all of its content.
    """
    text = u.content if said is None else said
    if not matcher.texts or not text:
        return ()
    ranked = matcher.rank(text, k.wordings(u.text), limit=limit)
    return tuple(i for i, s in ranked if s >= enough and s >= _TIE * ranked[0][1])


def bare_name(name: str) -> str:
    """A title without brackets and without what it says of the page: `电话咨询服务` of `“电话咨询服务指南”（主动服务类）`."""
    return _KIND.sub("", _MARKS.sub("", _BRACKETS.sub("", name)))


def abbreviates(said: str, name: str) -> bool:
    """Whether what is said keeps the characters of a name in order, with hardly a word of its own."""
    heard = _OF_DOING.sub("", said)
    return any(
        _common(heard, variant) >= max(_SHORTEST, _ABBREVIATED * len(heard))
        for variant in (_MARKS.sub("", name), _BRACKETS.sub("", name))
    )


def holds_in_order(said: str, name: str) -> bool:
    """Whether a name has every character of what is said, in order; two characters are too few to tell."""
    heard = _IN_SHORT.sub("", _OF_DOING.sub("", said))
    return len(heard) >= _SHORTEST_WHOLE and _common(heard, _MARKS.sub("", name)) == len(heard)


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = row
        row = [0]
        for j, y in enumerate(b):
            row.append(before[j] + 1 if x == y else max(row[j], before[j + 1]))
    return row[-1]


def share_said(name: str, said: Sequence[str]) -> float:
    """How much of a name stands in what was said, by its character pairs; 0 for a name too short to have any."""
    own = pairs(name)
    heard = set[str]().union(*(pairs(text) for text in said))
    return sum(n for pair, n in own.items() if pair in heard) / sum(own.values()) if own else 0.0


def without_asking(text: str) -> str:
    """A question without the words that only make it one."""
    return _ASKING.sub("，", text)


def short_form(said: str, name: str) -> str:
    """The longest run of what was said whose characters stand in a name in that order: 夜间施工审批 of 夜（午）间建筑施工作业审批.

    没 counts as 未, the word of documents. Empty where they share no character.
    """
    text = _NOT.sub("未", said)
    runs = (_run(text[start:], name) for start in range(len(text)))
    return max(runs, key=len, default="")


def _run(text: str, name: str) -> str:
    at = 0
    for n, c in enumerate(text):
        found = name.find(c, at)
        if found < 0 or not c.isalnum():
            return text[:n]
        at = found + 1
    return text
