"""Facts of a case in everyday words: 介绍了8个人, 违法所得3万5, 拟罚款八千元, 26家, 90分, 2026年9月28日."""

from __future__ import annotations

import re
from datetime import date

from assistant.question import Facts

_DIGITS = "0-9零〇一二两三四五六七八九十百千万亿点."
_NUMBER = rf"[{_DIGITS}]*[0-9零〇一二两三四五六七八九十百千万]"
_MONEY = rf"(?P<n>{_NUMBER})(?:块|元|圆)?"

_PERSONS = re.compile(
    rf"(?P<n>{_NUMBER})(?:个|名|位)?(?:求职者|劳动者|工人|员工|职工|孩子|小孩|学生|未成年人|童工|人(?!社|力|均|事|才))"
)
_NAMED_PERSONS = re.compile(
    rf"(?P<n>{_NUMBER})(?:名|位|个(?!月|工作日|小时|钟头|星期|礼拜|季度|年|单位|企业|公司|机构|部门|科室|股室|环节|方面|问题|步))"
)
_UNITS = re.compile(
    rf"(?!一[家份件户所笔])(?P<n>{_NUMBER})(?:家|户|所|笔|件|份|个(?=单位|企业|公司|机构|培训|用人|定点|派遣|中介))"
)
_GAINS = re.compile(
    rf"(?:违法所得|非法所得|违法收入|获利|赚了?|挣了?|收益|所得)[^\d零一二两三四五六七八九十百千万]{{0,6}}{_MONEY}"
)
_NO_GAINS = re.compile(r"(没有|没|无|未获)(任何)?(违法所得|非法所得|违法收入|赚到?钱?|获利|所得)")
_PROPOSED = re.compile(
    rf"(?:拟|打算|准备|想|要|决定|建议|我们|已经?|被)?(?:处以|罚款|罚|处)(?:了)?{_MONEY}(?:合|行|对|可|是|算|有|的|罚|，|,|。|\?|？|吗|高|低|妥|适|多|少|$)"
)
_AGE = re.compile(rf"(?<![满{_DIGITS}])(?P<n>{_NUMBER})(?:周)?岁")
_SCORE = re.compile(rf"(?P<n>{_NUMBER})分(?!钱|文|钟|之|别|局|类|工|管|配|开|布|给)")
_TIMES = re.compile(rf"(?P<n>{_NUMBER})次")
_DATE = re.compile(r"(?<!\d)(?P<y>(?:19|20|21)\d{2})[年\-/.](?P<m>\d{1,2})[月\-/.](?P<d>\d{1,2})[日号]?")
_COLLOQUIAL = re.compile(rf"^(?P<head>[{_DIGITS}]*[万千百])(?P<tail>[1-9一二两三四五六七八九])$")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_UNIT_BELOW = {"万": 1000, "千": 100, "百": 10}


def number(text: str) -> float | None:
    """Value of an Arabic, Chinese or mixed numeral (`8`, `三万五千`, `3.5万`, colloquial `3万5` = 35,000); None if none."""
    if m := _COLLOQUIAL.match(text):
        head, tail = number(m["head"]), number(m["tail"])
        return head + tail * _UNIT_BELOW[m["head"][-1]] if head is not None and tail is not None else None
    try:
        return float(text)
    except ValueError:
        pass
    import cn2an  # 0.2 s to import: only for a question that writes numbers in Chinese

    try:
        return float(cn2an.cn2an(text.replace("两", "二"), "smart"))
    except ValueError:
        return None


def read_facts(text: str) -> Facts:
    """All facts that a normalised question states; a kind that is stated twice counts with its first mention."""
    text = _THOUSANDS.sub("", text)
    money_spans = [m.span() for r in (_GAINS, _PROPOSED) for m in r.finditer(text)]

    def first(pattern: re.Pattern[str], *, clear_of_money: bool = False) -> float | None:
        for m in pattern.finditer(text):
            if clear_of_money and any(s <= m.start("n") < e for s, e in money_spans):
                continue
            value = number(m["n"])
            if value is not None:
                return value
        return None

    persons = first(_PERSONS, clear_of_money=True)
    persons = persons if persons is not None else first(_NAMED_PERSONS, clear_of_money=True)
    units = first(_UNITS, clear_of_money=True)
    if units is not None and persons == units and not _PERSONS.search(_UNITS.sub("", text)):
        persons = None
    proposed = first(_PROPOSED)
    age, times = first(_AGE), first(_TIMES)
    return Facts(
        persons=int(persons) if persons is not None and persons >= 1 else None,
        units=int(units) if units is not None and units >= 1 else None,
        gains_yuan=first(_GAINS),
        no_gains=bool(_NO_GAINS.search(text)),
        proposed_yuan=proposed if proposed is not None and proposed >= 10 else None,
        age=int(age) if age is not None else None,
        score=first(_SCORE),
        times=int(times) if times is not None else None,
        start=_date(text),
    )


def _date(text: str) -> date | None:
    m = _DATE.search(text)
    if not m:
        return None
    try:
        return date(int(m["y"]), int(m["m"]), int(m["d"]))
    except ValueError:
        return None
