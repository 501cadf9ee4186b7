"""What a question says for a plan: how many units of which kind, over what time, how many class runs and inspectors."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning.checks import Check, names_base
from assistant.planning.minimum import Need
from assistant.planning.period import Horizon
from assistant.understand.facts import number

_N = r"(?P<n>[0-9零〇一二两三四五六七八九十百千万]+)"
_NOUN = "单位|企业|公司|机构|培训|用人|定点|派遣|中介|药店|医院|学校|用工"
_COUNTED = re.compile(
    rf"(?<!第)(?<![每\d])(?P<all>一共|总共|共有?|总数)?(?P<be>[有是为]?){_N}(?P<m>家|户|所|笔|件|份|个)(?P<noun>{_NOUN})?"
)
_PER_VISIT = re.compile(r"(?:每次|每回|一次|各)(?:[^，。；]{0,6})$")
_PART = re.compile(r"[，。；,;？！?!]")
_CLASSES = re.compile(
    rf"{_N}(?:个?班次|个?培训班|个班|期班|期(?=培训))|(?:开|办)(?:了|设)?{_N.replace('<n>', '<o>')}(?:个|期|次)?班"
)
_INSPECTORS = re.compile(
    rf"(?:只有|去了?|派了?|安排了?|来了?)?{_N}(?:个|名|位)?(?:工作人员|执法人员|检查人员|稽核人员|同志|人)(?!次)"
)
_PEOPLE = re.compile(rf"(?:学员|教师|师生|学生|老师)[^，。\d]{{0,8}}?(?!一共){_N}(?:个|名|位|人)")
_ENOUGH = re.compile(r"够不够|够吗|够用|够么|够了吗|行不行|行吗|可以吗|能去|合规吗|合不合|符合|能不能|够")
_STAFF_ASKED = re.compile(
    r"人次|人手|出动|派几|派多少|几个人|多少人|几名|多少名|几[个位][^，。]{1,6}人|人数[^，。]{0,4}(?:下限|最少|要求)"
)
_COUNT_ASKED = re.compile(
    r"几家|多少家|几个单位|多少个?单位|几户|多少户|(?:几|多少)个(?=[^，。]{0,6}(?:单位|企业|公司|机构|学校))|多少笔|几笔|多少件|家次|抽多少|查多少|抽几|查几(?!次|个人)"
)
_OFTEN_ASKED = re.compile(r"几次|多少次|几回|多少回|几趟|多少趟")
_HORIZONS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"{_N}个季度"), 3),
    (re.compile(r"季度|一季|二季|三季|四季"), -3),
    (re.compile(r"半年"), -6),
    (re.compile(rf"{_N}个月"), 1),
    (re.compile(r"每月|本月|当月|这个?月|月度|月份|下个?月|每个月"), -1),
    (re.compile(r"全年|今年|明年|本年|整年|年内|每年|年度(?!考核|检)|(?:19|20|21)\d{2}年(?!\d)"), -12),
    (re.compile(rf"(?<!\d){_N}年(?!度|检(?!查)|审|月)"), 12),
)
"""Words and the months they stand for: a positive number is times the count said, a negative one is fixed."""

_UNIT = {3: "个季度", 12: "年"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of units with the words around it."""

    n: int
    measure: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the question says and wants."""

    mentions: tuple[Mention, ...]
    horizon: Horizon | None
    classes: int | None
    inspectors: int | None
    """Inspectors at hand, where the question is whether they are enough."""
    people: int | None
    """People of whom some are to be sampled (师生66人)."""
    wants_staff: bool
    wants_units: bool
    wants_times: bool


def read_asked(text: str) -> Asked:
    """Reads a normalised question. The shortest stretch of time that it names is the one to plan for."""
    enough = _ENOUGH.search(text)
    inspectors = _first(_INSPECTORS, text) if enough else None
    people = _first(_PEOPLE, text)
    return Asked(
        mentions=tuple(_mentions(text)),
        horizon=_horizon(text),
        classes=_first(_CLASSES, text),
        inspectors=inspectors,
        people=people,
        wants_staff=inspectors is not None or (people is None and bool(_STAFF_ASKED.search(text))),
        wants_units=bool(_COUNT_ASKED.search(text)),
        wants_times=bool(_OFTEN_ASKED.search(text)),
    )


def need_for(check: Check, asked: Asked, units: str, *, only: bool, staff: int | None) -> Need:
    """The case for one check: which of the numbers said are its units, which are the base of a special share.

    `units` are the words that name the regime's units; `only` says that the question names just this check, whose
    number then is the number said, whatever the check counts.
    """
    special = [s for s in check.shares if s.base != "units"]
    bases: dict[str, int] = {}
    taken: set[int] = set()
    for rule in special:
        for i, m in enumerate(asked.mentions):
            if i not in taken and rule.what not in bases and names_base(m.words, rule, units):
                bases[rule.what] = m.n
                taken.add(i)
    rest = [m for i, m in enumerate(asked.mentions) if i not in taken]
    total = rest[0] if rest else None
    for rule in special:
        if total is not None and rule.what not in bases and rule.what == check.what and only:
            bases[rule.what] = total.n
        if rule.base == "other" and rule.what not in bases and asked.people is not None:
            bases[rule.what] = asked.people
    return Need(
        units=total.n if total is not None and not check.what else None,
        measure=(total or Mention(0, "家", "")).measure,
        bases=tuple(bases.items()),
        horizon=asked.horizon,
        classes=asked.classes,
        staff=staff if asked.wants_staff else None,
    )


def _mentions(text: str) -> list[Mention]:
    out: list[Mention] = []
    found = list(_COUNTED.finditer(text))
    for i, m in enumerate(found):
        before = text[found[i - 1].end() if i else 0 : m.start()]
        if _PER_VISIT.search(before) or not _counts(m, before):
            continue
        n = number(m["n"])
        if n is None or n < 1:
            continue
        before = _PART.split(before)[-1]
        after = _PART.split(text[m.end("m") : found[i + 1].start() if i + 1 < len(found) else len(text)])[0]
        out.append(Mention(int(n), m["m"], before + "，" + after))
    return out


def _counts(m: re.Match[str], before: str) -> bool:
    """Whether a number is a total: 一家 is only “a unit”, and a bare 个 needs a noun behind it or a total before it."""
    if m["n"] == "一" and not m["all"]:
        return False
    return m["m"] != "个" or bool(m["noun"] or m["all"] or m["be"] or before.endswith(("共", "共有", "总数")))


def _horizon(text: str) -> Horizon | None:
    found: list[Horizon] = []
    for pattern, months in _HORIZONS:
        for m in pattern.finditer(text):
            n = number(m["n"]) if months > 0 else 1
            if n is not None and 1 <= n <= 120:
                found.append(Horizon(abs(months) * int(n), f"{int(n)} {_UNIT[months]}" if months in _UNIT else ""))
        text = pattern.sub("，", text)
    return min(found, key=lambda h: h.months) if found else None


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    for m in pattern.finditer(text):
        n = number(next(g for g in m.groups() if g is not None))
        if n is not None and n >= 1:
            return int(n)
    return None
