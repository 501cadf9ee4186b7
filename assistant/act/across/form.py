"""Whether a question asks for a set of records at all, and for which kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.act.across.words import Words
from assistant.knowledge import Knowledge
from assistant.question import Understanding

_LONGEST = 45
"""Characters; whoever says more tells a case."""
_SELF = re.compile(r"我(?!们|县|局|市|区|省|国)")
_VERBS = frozenset({"监管"})
_NO_PART = "(?!措施|内容|程序|方式|方法|对象|指标|单位|人员|频次|手段|步骤|重点|部门|结果)"
"""哪些监管措施 asks for measures, not for regimes."""
_END = re.compile(r"[。？！?!，,、\s吗呢啊吧呀]+$")


def is_set(u: Understanding, w: Words, k: Knowledge) -> bool:
    """Whether all records meeting a condition are asked for: 哪些…, 列出…, 有没有…, or a bare …的, …的处罚."""
    if _SELF.search(u.text) or len(u.text) > _LONGEST:
        return False
    return bool(w.has("which") or w.has("whole") or w.has("count")) or is_nominal(u.text, k)


def is_nominal(text: str, k: Knowledge) -> bool:
    """Whether the question is a bare noun: it ends in 的, or in 的 and the name of a kind of record."""
    text = _END.sub("", text)
    kinds = (w for role in ("violation", "penalty", "regime", "deadline") for w in k.vocabulary.asking.get(role, ()))
    return text.endswith("的") or any(text.endswith(f"的{w}") for w in kinds)


def asks_for(text: str, k: Knowledge, roles: Iterable[str]) -> bool:
    """Whether records of these kinds are what is asked for: 哪些制度…, 多少项制度, 列出…的制度, …的制度有哪些."""
    asking = k.vocabulary.asking
    kinds = _choice(w for r in roles for w in asking.get(r, ()))
    nouns = _choice(w for r in roles if r != "check" for w in asking.get(r, ()) if w not in _VERBS)
    heads = _choice(w for role in ("which", "count", "whole") for w in asking.get(role, ()))
    forms = [
        rf"(?:{heads})的?(?:{kinds}){_NO_PART}",
        rf"的(?:{kinds})(?:都|一共|总共|共)*(?:{heads}|$)",
        rf"(?:{nouns})(?:一共|总共|共|都)*(?:{heads})$",
    ]
    return any(re.search(form, _END.sub("", text)) for form in forms if nouns or form != forms[2])


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))
