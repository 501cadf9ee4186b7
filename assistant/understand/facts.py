"""Facts of a case in everyday words: 介绍了8个人, 违法所得3万5, 拟罚款八千元, 到期没改, 26家, 90分."""

from __future__ import annotations

import re

from assistant.question import Facts
from assistant.understand.amounts import Money, Role, read_money
from assistant.understand.numerals import NUMBER, number, plain_numerals
from assistant.understand.people import read_ages, read_persons

_UNITS = re.compile(
    rf"(?!一[家份件户所笔])(?P<n>{NUMBER})(?:家|户|所|笔|件|份|个(?=单位|企业|公司|机构|培训|用人|定点|派遣|中介))"
)
_NO_GAINS = re.compile(
    r"(?<!有)(?:没有|没|无|未|并未|从未)(?:有|获|得到|获得|取得|产生|任何)*(?:违法所得|非法所得|违法收入|非法收入|获利|盈利|牟利|所得|收入|得利)"
    r"|(?:没有?|未)(?:赚|挣|捞|收)(?:到|着|得|过)*(?:任何|一分|什么|半分)*(?:的)?(?:钱|好处|利|(?=[，。；,]|$))"
    r"|(?:一分钱?|一毛钱?|分文|半分钱?|一块钱)(?:都|也|还)?(?:没有?|未|不曾)(?:赚|挣|捞|得|收|拿|获)"
    r"|(?:违法所得|非法所得|获利|收益)(?:为|是|共|计)*(?:0|零|没有)(?:元)?(?![\d.点零])|白忙(?:活|了)"
)
_TIMES_FINED = re.compile(rf"(?:罚|处|按)[^，。；]{{0,10}}?(?P<n>{NUMBER})倍")
_SCORE = re.compile(rf"(?P<n>{NUMBER})分(?!钱|文|钟|之|别|局|类|工|管|配|开|布|给)")
_TIMES = re.compile(rf"(?P<n>{NUMBER})次")
_UNCORRECTED = re.compile(
    r"(?:逾期|到期|过期|超期|期满|期限(?:已经?|都|早)?(?:过|到)了?|过了(?:整改|改正)?期限?)[^。；？?！!]{0,8}?(?:不|未|没|拒|照样|依然|仍)"
    r"|(?:拒不|拒绝|不肯|不愿|就是不|死活不|坚持不|不予|一直没有?|仍然?未|仍然?没|仍然?不|还是?没|还不|也没有?|始终没有?)(?:去|按要求|按时|按期)*(?:整?改|纠正|改正|退还)"
    r"|(?:没有?|未|不)(?:按期|按时|按要求|及时)?(?:整改|改正|纠正|改(?![变动成为革造制日期证])(?=[，。；？?！!吗呢了的]|$|怎|会|要|罚|咋|拟|涉))"
    r"|责令[^。；？?！!]{0,14}(?:后|以后|之后|了)[^。；？?！!]{0,8}(?:仍|还|依然|照样|不|没)"
)
_CORRECTED = re.compile(
    r"(?<!没)(?<!没有)(?<!未)(?<!不)(?:已经?|都|按期|按时|及时|如期|当场|主动|马上|立即)(?:全部)?(?:整改|改正|改)(?:好|完|到位|了|完毕|过来)?(?!但|期)(?=[，。；？?！!了完好到]|$|的|怎|还)"
    r"|(?:期限|整改期)(?:还|尚)?(?:没|未)(?:有)?(?:到|过|满)|还没(?:有)?到(?:整改|改正)?期"
)
_SERIOUS = re.compile(
    r"(?<!不)(?<!不算)(?<!不太)(?:(?:情节|后果|问题|性质)(?:很|比较|特别|十分|相当|非常)?(?:严重|恶劣)|很严重|特别严重|非常严重)"
)
_NOT_SERIOUS = re.compile(r"情节(?:还|并|也)?(?:不(?:算|太)?严重|较轻|轻微|一般|不重)|不严重|轻微")
_COUNTED_UNIT = re.compile(
    rf"(?P<n>{NUMBER})(?:个|本|张|份|件|台|套|名)?(?:(?:工人|员工|职工|劳动者|人)的?)?(?P<unit>小时|钟头|身份证|毕业证|证件|资格证|证书|证|台|(?<!月\d)(?<!月\d\d)[天日](?![内前后]))"
)
_UNIT_FIRST = re.compile(rf"(?P<unit>身份证|毕业证|证件|资格证|证书)(?:共|一共)?(?P<n>{NUMBER})(?:个|本|张|份)")
_ONE_WORD = {"身份证": "证", "毕业证": "证", "证件": "证", "资格证": "证", "证书": "证", "钟头": "小时", "天": "日"}


def read_facts(text: str) -> Facts:
    """All facts that a normalised question states; a kind that is stated twice counts with its first mention."""
    text = plain_numerals(text)
    money = read_money(text)
    gains, proposed, taken = (_first_sum(money, role) for role in ("gains", "proposed", "taken"))
    ages = read_ages(text)
    persons = read_persons(text, tuple((m.start, m.end) for m in money))
    counted = [a.persons for a in ages if a.persons is not None]
    persons = sum(counted) if counted and len(counted) == len(ages) else persons
    units = _whole(_first(_UNITS, text))
    if units is not None and persons == units and read_persons(_UNITS.sub("", text), ()) is None:
        persons = None
    times = _first(_TIMES, text)
    return Facts(
        persons=persons,
        units=units if units is not None and units >= 1 else None,
        gains_yuan=_each(gains, persons),
        no_gains=bool(_NO_GAINS.search(text)),
        proposed_yuan=proposed.yuan if proposed else None,
        score=_first(_SCORE, text),
        times=int(times) if times is not None else None,
        proposed_each=proposed.each if proposed else False,
        proposed_times=_first(_TIMES_FINED, text),
        taken_yuan=_each(taken, persons),
        ages=ages,
        uncorrected=_uncorrected(text),
        serious=False if _NOT_SERIOUS.search(text) else True if _SERIOUS.search(text) else None,
        counts=_counts(text),
    )


def _first(pattern: re.Pattern[str], text: str) -> float | None:
    return next((v for m in pattern.finditer(text) if (v := number(m["n"])) is not None), None)


def _whole(value: float | None) -> int | None:
    return int(value) if value is not None else None


def _first_sum(money: tuple[Money, ...], role: Role) -> Money | None:
    return next((m for m in money if m.role == role), None)


def _each(money: Money | None, persons: int | None) -> float | None:
    """A sum for the whole case; one stated for each person needs their number."""
    if money is None:
        return None
    if money.each:
        return money.yuan * persons if persons else None
    return money.yuan


def _uncorrected(text: str) -> bool | None:
    if _UNCORRECTED.search(text):
        return True
    return False if _CORRECTED.search(text) else None


def _counts(text: str) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for m in (*_COUNTED_UNIT.finditer(text), *_UNIT_FIRST.finditer(text)):
        value = number(m["n"])
        unit = _ONE_WORD.get(m["unit"], m["unit"])
        if value is not None and value >= 1 and unit not in found:
            found[unit] = int(value)
    return tuple(found.items())
