"""What a figure is about, read from the words around it: period, object, event it runs from, name for people."""

from __future__ import annotations

import re

from corpus.quantities.figures import Figure

_PERIOD = re.compile(
    r"上、?下半年|[上下]半年|每(?:个)?(?:半年|班次|季度|学期|工作日|年度|[年季月周日天次期批])|每(?:[两二三四五]|\d)(?:年|个?月|周)|全年|按(?:日|月|季度?|年)(?=加收|加处|计收|发放|支付|缴纳)"
)
_PART_MARKS = frozenset("，。；：,;:|")
_A_UNIT_TIME = re.compile(r"/(?P<unit>年|季度?|月|周|日|天)")
_RATE_AFTER = re.compile(
    r"/(?P<unit>[\u4e00-\u9fff]{1,3}?)(?:[/·.](?P<time>年|月|天|日|次|学期))?(?=$|[^\u4e00-\u9fff]|标准|给予|补贴|发放|计算|执行|的)"
)
_RATE_BEFORE = re.compile(
    r"每(?:一|1)?个?(?:人次|人|名|位|户|家|生|学时|课时|项|证)(?:每(?:年|月|季度|天|日|次|学期))?|每(?:年|月|天|日|学期)每(?:人|户|名)|人均"
)
_AFTER_STOP = re.compile(
    r"[，。；：、,;:（(）)]|参加|组成|进行|共同|同时|联合|提出|完成|实施|开展|签|作出|对[^象]|为[^不]|介绍|从事|的(?!.{0,6}(?:单位|机构|企业|人员|个人))|且|并|以上|后"
)
_BEFORE_STRIP = re.compile(
    r"^(?:其中|原则上|必要时|一般|每次|对|应当?|必须|需|须|可)+|(?:应当?|必须|需|须|可以?|一般|均|都|为|是|在|由|有|各|按|实际|原则上|也|要)+$"
)
_OF_FREQUENCY = re.compile(r"对(?P<matter>[^，。；]{2,30}?)$")
_CLASS_OF_SCORE = re.compile(r"的?[，,]?(?:评定?)?为(?P<name>[^，。；]{2,30})")
_FROM = re.compile(r"^.*(?:自|从|于|(?<!存)在|应当?|必须|须|可以?)(?=[^自从在]{2,})")
_EVENT_END = re.compile(r"(?:之日起|当日起|起|之后|以后|后|的)$")
_NO_NAME = re.compile(r"[|\d/〔＋]|^.$")
_LONGEST = 24
"""Longest object kept, in characters: more is a sentence, not a name."""
_LEAD = re.compile(
    r"(?:^|[（(][一二三四五六七八九十\d]{1,3}[)）]|(?<![\d.])\d{1,2}[、．.])(?P<lead>[^，。；：:、（）()\d]{2,16})[：:。]"
)


def part_before(text: str, figure: Figure) -> str:
    """The words between the last punctuation mark and the figure."""
    # 上、下半年 and 人社部门、财政部门 stay together: the mark 、 does not end a part.
    start = max(text.rfind(mark, 0, figure.start) for mark in sorted(_PART_MARKS)) + 1
    return text[start : figure.start]


def period_of(text: str, figure: Figure) -> str | None:
    """The period a figure holds for: the last 每… before it in the same comma part, or `2次/年`."""
    if after := _A_UNIT_TIME.match(text, figure.end):
        return f"每{after['unit']}"
    found = _PERIOD.findall(part_before(text, figure))
    return found[-1] if found else None


def rate_of(text: str, figure: Figure) -> str | None:
    """What a sum is paid for each time (`200元/人` → 每人, `每人每月` before it); None where it is a sum by itself."""
    if after := _RATE_AFTER.match(text, figure.end):
        return f"每{after['unit']}" + (f"每{after['time']}" if after["time"] else "")
    found = _RATE_BEFORE.findall(part_before(text, figure))
    return found[-1] if found else None


def object_of(text: str, figure: Figure) -> str:
    """What is counted, in the document's words; empty where it does not say or says it in a table cell."""
    words = _object(text, figure).removesuffix("的")
    return "" if _NO_NAME.search(words) else words


def _object(text: str, figure: Figure) -> str:
    before, after = part_before(text, figure), text[figure.end :]
    noun = _noun_before(before)
    if figure.kind == "date":
        return _noun_after(re.sub(r"^(?:进行|开展|组织)", "", after))
    if figure.kind == "score":
        matched = _CLASS_OF_SCORE.match(after)
        return matched["name"] if matched else noun
    if figure.kind == "amount" and noun:
        return re.sub(rf"(?:[按以]|标准)*(?:{_RATE_BEFORE.pattern})$", "", noun)
    if figure.kind == "deadline":
        return re.split("[，。；：,;:]", after, maxsplit=1)[0][:_LONGEST]
    if figure.kind == "frequency":
        about = _OF_FREQUENCY.search(re.sub(rf"(?:组织|开展|{_PERIOD.pattern})$", "", before))
        return about["matter"] if about else _noun_after(after.removeprefix("对")) or _subject(before)
    if figure.kind == "share" and figure.base:
        return noun or figure.base
    if figure.kind == "share" and figure.compared and noun:
        return noun
    return _noun_after(after) or noun


def _noun_after(after: str) -> str:
    words = re.sub(r"^(?:的|以上的?)", "", after)
    stop = _AFTER_STOP.search(words)
    return words[: stop.start()][:_LONGEST] if stop else words[:_LONGEST]


def _subject(before: str) -> str:
    """`巡查频次` in `巡查频次每年不少于 1 次`; empty where more than a name stands before the period."""
    words = re.sub(r"(?:原则|一般|原则上)$", "", _PERIOD.split(before)[0])
    return words if len(words) <= 6 and words != before else ""


def _noun_before(before: str) -> str:
    words = re.split(_PERIOD, before)[-1]
    while (shorter := _BEFORE_STRIP.sub("", words)) != words:
        words = shorter
    words = re.sub(r"(?:随机)?(?:抽取|抽查|组织|检查)$", "", words) if not words.endswith("面") else words
    return words if len(words) <= _LONGEST else ""


def trigger_of(text: str, figure: Figure) -> str:
    """The event a deadline runs from (`在收到报告 10 日内` → 收到报告); empty where the text names none."""
    before = part_before(text, figure)
    if figure.unit.startswith("当"):
        return re.sub(r"^对于?|的$", "", before)
    if not re.search(r"[自从在于]|后$|起$|应当?|(?:之日)", before):
        return ""
    event = _EVENT_END.sub("", _FROM.sub("", before))
    event = re.sub(r"^(?:对|自|从|在|于)", "", event)
    return "" if re.search(r"(?:应当?|必须|可以?|不得|在|于|自|从)$", event) or len(event) < 2 else event


def lead_of(text: str, figure: Figure) -> str:
    """The item's own name ahead of ： or 。 (`2、专项督查：…`); empty where the item has none."""
    found = [match["lead"] for match in _LEAD.finditer(text[: figure.start])]
    return found[-1] if found else ""
