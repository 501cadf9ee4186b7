"""How many persons a case concerns, and of what age: 介绍了8个人, 两名15岁的孩子, 15岁和16岁各一名.

Officers on duty (2名执法人员), units, months and certificates are counted with the same words and are no persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question import Aged
from assistant.understand.numerals import DIGITS, NUMBER, number

_NOUN = (
    r"(?:未成年人?|求职者|求职人员|劳动者|务工人员|农民工|民工|工人|员工|职工|派遣工|临时工|派遣人员|孩子|小孩|娃娃?|学生|少年|童工|残疾人"
    r"|女工|男孩|女孩|男的|女的|小伙子?|姑娘|老乡|学员|受害人|当事人|被派遣者|人次|人(?!社|力|均|事|才|民币|家|们|大|以上|员(?:名单|情况)))"
)
_OFFICERS = r"(?:执法|检查|监察|稽核|办案|巡查|督查|工作|行政|市场监管|我局|我们)[^，。；]{0,4}(?:人员|员|人|干部|同志)"
_YEARS = r"(?:周)?岁"
_QUALIFIED = r"(?:(?!执法|检查|监察|稽核|办案|巡查|督查|工作|月|年|日|天|小时)[一-鿿0-9]){0,8}?"
_NO_NUMBER = r"(?!一[共起直些般定并样律旦时])"
"""一共15个人 counts fifteen, not one."""
_COUNTED = re.compile(
    rf"(?<![\d第.每]){_NO_NUMBER}(?P<n>{NUMBER})(?![{DIGITS}]|{_YEARS})(?:多|余|来|几)?(?:个|名|位)?{_QUALIFIED}{_NOUN}"
)
_TITLED = re.compile(
    rf"(?<![\d第.每]){_NO_NUMBER}(?P<n>{NUMBER})(?:名|位|个(?!月|工作日|小时|钟头|星期|礼拜|季度|年|单位|企业|公司|机构|部门|科室|股室|环节|方面|问题|步|岗|职|证|身份|项|学校|班|县|市|省|镇|村|点|地|所|文|条|规|制|中介|派遣|劳务|用人|定点|培训|店|人社|红包|电话|案|违法|违规|处罚|法|月))(?!{_OFFICERS})"
)
_AFTER_NOUN = re.compile(
    rf"(?:人数|人员|{_NOUN})(?:一共|总共|共计|合计|总计|大约|共|有|为|是|达|了|：|:)*(?P<n>{NUMBER})(?:个|名|位|人)?(?=[，。；？?！!、的]|$|每|一共|总共|罚|怎么|要|该|拟)"
)
_VAGUE_BEFORE, _VAGUE_AFTER = re.compile(r"[几数好上]$"), re.compile(r"^(?:多|余|来|几)")
_AGE = re.compile(
    rf"(?<![\d第.])(?P<age>[0-9一二三四五六七八九十]{{1,3}})(?:周)?岁(?:半|零?{NUMBER}个?月)?(?!以上|以下|以内)"
)
_NOT_YET = re.compile(r"(?:[不未没](?:有)?[到满足够]?满?|小于|低于|[差离][^，。；]{0,6}[才就到]?满?|虚|最低|限制?)$")
_COUNT_BEFORE = re.compile(rf"(?P<n>{NUMBER})(?:个|名|位)(?:刚|已经?|才|都|还|只有|只|年)*满?$")
_COUNT_AFTER = re.compile(
    rf"^(?:的)?(?:{_NOUN})?(?:有)?(?P<n>{NUMBER})(?:个|名|位|人)(?![刚才满]?[0-9一二三四五六七八九十]+(?:周)?岁)"
)
_LISTED = re.compile(r"(?P<ages>\d{1,2}(?:[、，,和跟与]\d{1,2})+)(?=(?:周)?岁)")
_EVERY = re.compile(rf"各(?:有|介绍了?)?(?P<n>{NUMBER})(?:个|名|位|人)")


def read_ages(text: str) -> tuple[Aged, ...]:
    """The ages stated, each with the number of persons of that age where it is said."""
    for m in _LISTED.finditer(text):  # 14、15岁 → 14岁、15岁
        text = text.replace(m["ages"], "岁、".join(re.split(r"[、，,和跟与]", m["ages"])), 1)
    found: list[Aged] = []
    for m in _AGE.finditer(text):
        age = number(m["age"])
        before = text[: m.start()]
        if age is None or _NOT_YET.search(before):
            continue
        counted = _COUNT_BEFORE.search(before) or _COUNT_AFTER.match(text[m.end() :])
        count = number(counted["n"]) if counted else None
        found.append(Aged(int(age), int(count) if count else None))
    return tuple(_shared_out(found, text))


def _shared_out(found: list[Aged], text: str) -> list[Aged]:
    """`各N名` and `14、15岁的两个`: one number said for several ages."""
    every = _EVERY.search(text)
    n = number(every["n"]) if every else None
    if n and all(a.persons is None for a in found):
        return [Aged(a.age, int(n)) for a in found]
    together = len(found) > 1 and all(a.persons is None for a in found[:-1])
    if together and found[-1].persons is not None:
        one_each = found[-1].persons == len(found)
        return [Aged(a.age, 1 if one_each else None) for a in found]
    return found


def read_persons(text: str, taken: tuple[tuple[int, int], ...]) -> int | None:
    """The number of persons concerned; `taken` are ranges of sums of money. None where none, or only a guess, is stated."""
    for pattern in (_COUNTED, _TITLED, _AFTER_NOUN):
        for n in _counts(pattern, text, taken):
            return n
    return None


def _counts(pattern: re.Pattern[str], text: str, taken: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for m in pattern.finditer(text):
        vague = _VAGUE_AFTER.match(text[m.end("n") :]) or _VAGUE_BEFORE.search(text[: m.start("n")])
        if vague or any(s <= m.start("n") < e for s, e in taken):
            continue
        value = number(m["n"])
        if value is not None and value >= 1 and float(value).is_integer():
            yield int(value)
