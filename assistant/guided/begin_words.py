"""The unit that an inspection is to begin on, read from the words after 开始检查."""

from __future__ import annotations

import re

from assistant.guided.commands import Begin
from assistant.guided.words import Grammar

_PARTS = re.compile(r"[，,；;。：:\n]+")
_TRAILER = re.compile(r"(?:的)?(?:情况|业务|工作|现场)?$")
_DAY = re.compile(r"今天|今日|昨天|昨日|前天|(?:\d{2,4}[年\-/.])?\d{1,2}[月\-/.]\d{1,2}[日号]?")
_LABEL = re.compile(r"^(?:被检查)?(?:单位|对象)(?:名称)?(?:是|为|：|:)?")
_OTHERS = re.compile(r"^(?:类型|检查类型|日期|检查日期|制度|检查人员|执法人员|人员)")
_ASIDE = re.compile(r"^(?P<name>.{2,}?)[（(](?P<aside>[^（）()]+)[）)]$")
"""大河公司（劳务派遣）: what stands in brackets behind a name tells the trade, or the branch; it is looked at, not kept."""
_QUOTES = "“”\"'《》「」 　"
MOST = 100
"""Characters of a unit's name said in conversation."""


def begin_of(words: str, kind: str, grammar: Grammar) -> Begin:
    """The unit is the first part that is neither a day nor a kind of check; everything else stays to be looked at."""
    unit, rest = "", [kind]
    for part in filter(None, (p.strip() for p in _PARTS.split(words))):
        if unit or not _names(part, grammar):
            rest.append(part)
            continue
        unit = part
    bare, said = _without_asides(_LABEL.sub("", unit))
    if m := _ASIDE.match(bare):
        bare, said = m["name"], "，".join(filter(None, (said, m["aside"])))
    return Begin(bare.strip(_QUOTES), "，".join(filter(None, (*rest, said))))


def _names(part: str, grammar: Grammar) -> bool:
    if _OTHERS.match(part) or len(part) < 2:
        return False
    left = _DAY.sub("", part).replace("的", "")
    check = grammar.check.search(left)
    return bool(left) and not (check and check.end() == len(left) and len(left) <= 10)


def _without_asides(unit: str) -> tuple[str, str]:
    """The name without a day before it, and without 的… after it (大河公司的劳务派遣情况)."""
    said: list[str] = []
    if m := _DAY.match(unit):
        said.append(m.group())
        unit = unit[m.end() :].lstrip("对去到在")
    name, of, more = unit.partition("的")
    if of and len(name) >= 2 and _TRAILER.search(more):
        unit = name
        said.append(more)
    return unit[:MOST], "，".join(said)
