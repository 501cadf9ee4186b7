"""Sums of money in a question and what each is: made by the violation, taken from somebody, or the fine proposed.

A sum takes the role of the nearest word before it in the same sentence (违法所得8万、拟罚30万), or of the word right
after it (2万元罚款); a sum that belongs to an interval (1万到3万) is the speaker's quotation of a rule, not a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.understand.numerals import NUMBER, number

Role = Literal["gains", "taken", "proposed", ""]
_CURRENCY = r"(?:人民币|[¥￥])?"
_YUAN = r"(?P<unit>(?:余|多)?(?:元|块钱|块|圆)(?:整|正)?)"
_SUM = re.compile(rf"(?<![\d.第]){_CURRENCY}(?P<n>{NUMBER})(?:{_YUAN}|(?P<bare>))")
_COUNTER = re.compile(
    r"^(?:[个名位人次家户份件本张间台所条款项章岁天日月年周号点分倍折成%％班期批笔页]|多?[个名位人家]|小时|星期|礼拜|季度|工作日|周岁|以上|以下|以内)"
)
_INTERVAL_AFTER = re.compile(rf"^(?:以上|以下|以内|起|[-—–~～至到](?={NUMBER}))")
_INTERVAL_BEFORE = re.compile(rf"{NUMBER}(?:元|块)?(?:以上)?[-—–~～至到、]?$")
_ABOUT = re.compile(r"(?:不到|不足|不满|未满|不超过|超过|以内|以下|大约|约)$")
_GAINS = r"违法所得|非法所得|违法收入|非法收入|不法收入|非法获利|获利|牟利|谋利|盈利|净赚|赚|挣|收益|所得|得了|得到|得|捞|进账|到手|利润"
_TAKEN = r"收取|收了|收走|收|骗取|骗领|冒领|套取|拖欠|克扣|欠缴|欠|挪用|截留|押金|保证金|金额|数额|经费|工资|工钱|报酬|补贴款"
_FINED = r"罚款|罚金|处罚|罚|处以|处"
_ROLE = re.compile(rf"(?P<proposed>{_FINED})|(?P<gains>{_GAINS})|(?P<taken>{_TAKEN})")
_FINED_AFTER = re.compile(
    r"^(?:的)?(?:罚款(?!的?(?:范围|幅度|区间|标准|怎|咋|多少|几))|罚金|罚单|处罚(?!的?(?:范围|幅度|区间|标准)))"
)
_GAINS_AFTER = re.compile(r"^(?:的)?(?:违法所得|非法所得|违法收入|利润|赃款)")
_EACH = re.compile(r"(?:每(?:一|1)?[个名位]?人|每[个名位]|人均|一人|一个人|按每人)[^，。；]{0,6}$")
_REACH = 14
"""Characters before a sum in which its role is looked for."""
_LEAST_FINE = 10


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in yuan as the question states it."""

    yuan: float
    role: Role
    each: bool
    """Stated for one person (每人罚300元)."""
    start: int
    end: int
    """Half-open range of the numeral."""


def read_money(text: str) -> tuple[Money, ...]:
    """The sums in a text of plain numerals, in order. A numeral without 元 counts only where a role word stands before it."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Money]:
    since = 0
    for m in _SUM.finditer(text):
        after = text[m.end() :]
        bare = m["bare"] is not None
        if bare and _COUNTER.match(after):
            since = m.end()
            continue
        value = number(m["n"])
        before = text[max(since, m.start() - _REACH) : m.start()]
        role = _role(re.split(r"[。；;？?！!]", before)[-1], after, bare)
        interval = _INTERVAL_AFTER.match(after) or (_INTERVAL_BEFORE.search(text[: m.start()]) and not role)
        since = m.end()
        if value is None or interval or (bare and (not role or value == 0)) or _ABOUT.search(before):
            continue
        if role == "proposed" and value < _LEAST_FINE:
            continue
        yield Money(value, role, bool(_EACH.search(before)), m.start("n"), m.end("n"))


def _role(before: str, after: str, bare: bool) -> Role:
    """The role that the words around a sum give it."""
    if _FINED_AFTER.match(after):
        return "proposed"
    if _GAINS_AFTER.match(after) and not bare:
        return "gains"
    roles = [m for m in _ROLE.finditer(before) if not re.match(r"多少|几", before[m.end() :])]
    if not roles:
        return ""
    last = roles[-1]
    if last["proposed"]:
        # 处 alone also opens addresses (某处有…): only right before the sum.
        return "proposed" if last[0] != "处" or last.end() == len(before) else ""
    return "gains" if last["gains"] else "taken"
