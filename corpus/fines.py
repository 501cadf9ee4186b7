"""Fine intervals: text → `Fine` → the same interval in one canonical wording.

以上 and 以下 include the bound (《民法典》第一千二百五十九条). The base of a multiple is what the words before it name
(`违法所得一倍以上五倍以下`); 每人, 每介绍一人 and 按介绍人数 make the amount one per person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from corpus.intervals import Interval
from corpus.misread import misread_numbers
from corpus.records import Fine
from corpus.written_numbers import NUMBER, number

_YUAN = r"(?:元|块钱)"
_TO = r"(?:-|—+|–|~|～|至|到)"
_LOW, _HIGH = rf"(?P<low>{NUMBER})", rf"(?P<high>{NUMBER})"
_ATMOST = r"(?:不(?:得)?超过|不(?:得)?高于|最高|至多)"
_ATLEAST = r"(?:不(?:得)?低于|不(?:得)?少于|最低|至少)"
_YUAN_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_LOW}(?P<own>{_YUAN})?以上(?:[、，]|至|到)?{_HIGH}{_YUAN}(?:以下|以内)?",
        rf"{_LOW}(?P<own>{_YUAN})?{_TO}{_HIGH}{_YUAN}(?:以下)?",
        rf"{_HIGH}{_YUAN}以下[、，]?{_LOW}(?P<own>{_YUAN})以上",
        rf"{_ATLEAST}(?:人民币)?{_LOW}(?P<own>{_YUAN})(?:[、，]?[但且并和]?){_ATMOST}(?:人民币)?{_HIGH}{_YUAN}",
        rf"{_ATMOST}(?:人民币)?{_HIGH}{_YUAN}",
        rf"{_HIGH}{_YUAN}(?:以下|以内)",
        rf"{_ATLEAST}(?:人民币)?{_LOW}{_YUAN}",
        rf"{_LOW}{_YUAN}以上",
        rf"(?P<one>{NUMBER}){_YUAN}",
    )
)
_TIMES = rf"(?:百分之{NUMBER}|{NUMBER}%|{NUMBER}倍|等值|等额)"
_TIMES_MARKS = ("倍", "%", "百分之", "等值", "等额")
"""One of them stands in every multiple."""
_TIMES_FORMS = tuple(
    re.compile(rf"(?P<base>[^，；。：、的]{{2,20}}?)?(?:的)?{form}")
    for form in (
        rf"(?P<low>{_TIMES})以上(?P<high>{_TIMES})(?:以下)?",
        rf"(?P<low>{NUMBER}倍?|{_TIMES}){_TO}(?P<high>{_TIMES})(?:以下)?",
        rf"(?P<low>{_TIMES})[、，]?[但且并和]?{_ATMOST}(?P<high>{_TIMES})",
        rf"{_ATMOST}(?P<high>{_TIMES})",
        rf"(?P<high>{_TIMES})(?:以下|以内)",
        rf"(?P<low>{_TIMES})以上",
        rf"(?P<one>{_TIMES})",
    )
)
_PERSON = re.compile(
    r"每(?:一|1)?(?:个)?(?:人|名|位)|按(?:照)?[^，；。]{0,10}人数|每[^，；。每人]{1,10}?(?:一|1)个?(?:人|名)|每(?:一|1)名"
)
_COUNTED_BY = re.compile(r"每[^，；。：,;、]{1,20}?(?=处|罚款|的|[以按]|$)")
_MARK = re.compile(r"[，；。：;]|(?<!\d),|,(?!\d)")
_BEFORE_BASE = re.compile(r"^.*(?:按照?|处以?|并处|应当|可以|以|不低于|不少于|不超过|不高于)")
_OPTIONAL = re.compile(r"(?<![许认])可(?!比)[^，；。]*$")
"""可 before an amount in its comma part: the authority may fine, it does not have to (`并可处以…`, `可以并处…`)."""
_PER_REACH = 16
"""How far before the amount 每人 may stand (`每人每超过工作时间一小时处以…`), in characters."""


@dataclass(frozen=True, slots=True)
class FoundFine:
    """A fine interval and the half-open range of tidy characters that state it."""

    fine: Fine
    start: int
    end: int


@lru_cache(maxsize=512)
def find_fines(text: str) -> tuple[FoundFine, ...]:
    """Every interval of yuan or of multiples in a tidy text, left to right. The fines carry no span.

    A part of the text whose digits a machine misread yields none.
    """
    unsure = misread_numbers(text)
    taken: list[FoundFine] = []
    for found in (*_multiples(text), *_amounts(text)):
        within = ((other.start, other.end) for other in taken)
        if not any(found.start < end and start < found.end for start, end in (*within, *unsure)):
            taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def read_fine(text: str) -> Fine:
    """The first interval the text states; kind `none` where it names no amount."""
    found = find_fines(text)
    return found[0].fine if found else Fine(kind="none")


def fine_text(fine: Fine) -> str:
    """Canonical wording (`每人5000元以上1万元以下`, `违法所得1倍以上5倍以下`); empty for kind `none`."""
    person = "每人" if fine.per == "person" else ""
    if fine.kind == "multiple":
        low, high = _times_text(fine.min_times), _times_text(fine.max_times)
        return person + (fine.base or "") + _interval(low, high)
    return person + _interval(_yuan_text(fine.min_yuan), _yuan_text(fine.max_yuan))


def bounds(fine: Fine) -> Interval:
    """The interval of a fine in its own unit: yuan, or times of the base for a multiple."""
    if fine.kind == "multiple":
        return Interval(fine.min_times, fine.max_times)
    return Interval(fine.min_yuan, fine.max_yuan)


def _interval(low: str, high: str) -> str:
    if low == high:
        return low
    return (f"{low}以上" if low else "") + (f"{high}以下" if high else "")


def _yuan_text(yuan: int | None) -> str:
    if yuan is None:
        return ""
    return f"{yuan // 10_000}万元" if yuan and yuan % 10_000 == 0 else f"{yuan}元"


def _times_text(times: float | None) -> str:
    return "" if times is None else f"{times:g}倍"


def _amounts(text: str) -> Iterator[FoundFine]:
    for form in _YUAN_FORMS:
        for match in form.finditer(text):
            fine = _yuan_fine(match)
            if fine is not None:
                person = _per_person(text, match.start())
                start = match.start() if person is None else person
                per = "person" if person is not None else None
                may, by = _optional(text, match.start()), _counted_by(text, match.start())
                fine = msgspec.structs.replace(fine, per=per, by=by, optional=may)
                yield FoundFine(fine, start, match.end())


def _yuan_fine(match: re.Match[str]) -> Fine | None:
    groups = match.groupdict()
    low, high, one = (_yuan(groups.get(name)) for name in ("low", "high", "one"))
    if one is not None:
        return Fine(kind="fixed", min_yuan=one, max_yuan=one)
    if low is not None and high is not None:
        low = low if groups.get("own") else _shared_unit(groups["low"], low, groups["high"])
        if low > high:
            return None
    return None if low is None and high is None else Fine(kind="range", min_yuan=low, max_yuan=high)


def _yuan(written: str | None) -> int | None:
    value = number(written) if written else None
    return None if value is None else round(value)


def _shared_unit(written: str, value: int, upper: str) -> int:
    """The lower bound of `1-3万元` in yuan: it shares the 万 or 千 written after the upper one."""
    unit = {"万": 10_000, "千": 1_000, "仟": 1_000}.get(upper[-1], 1)
    return value if any(sign in written for sign in "百千万亿佰仟") or value >= 100 else value * unit


def _optional(text: str, amount: int) -> bool:
    return _OPTIONAL.search(text[_part_start(text, amount) : amount]) is not None


def _per_person(text: str, amount: int) -> int | None:
    """Where the words start that make the amount one per person, in the same comma part; None where it is not."""
    found = list(_PERSON.finditer(text, max(_part_start(text, amount), amount - _PER_REACH), amount))
    return found[0].start() if found else None


def _counted_by(text: str, amount: int) -> str | None:
    """The words of another unit than a person in the same comma part (`按每证处以…`); None where the amount is plain."""
    found = _COUNTED_BY.search(text, max(_part_start(text, amount), amount - 2 * _PER_REACH), amount)
    if found is None:
        return None
    person = _PERSON.match(found[0])
    return None if person and "每" not in found[0][person.end() :] else found[0]


def _part_start(text: str, end: int) -> int:
    marks = list(_MARK.finditer(text, 0, end))
    return marks[-1].end() if marks else 0


def _multiples(text: str) -> Iterator[FoundFine]:
    if not any(mark in text for mark in _TIMES_MARKS):  # the forms look long before they find nothing
        return
    for form in _TIMES_FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            low, high, one = (_times(groups.get(name)) for name in ("low", "high", "one"))
            if low is None and high is None and one is None:
                continue
            written = groups["base"] or ""
            base = _BEFORE_BASE.sub("", _PERSON.sub("", written))
            person = "person" if _PERSON.search(written) else None
            fine = Fine(
                kind="multiple",
                min_times=low if one is None else one,
                max_times=high if one is None else one,
                base=base or None,
                per=person,
                optional=_optional(text, match.start(next(n for n in ("low", "one", "high") if groups.get(n)))),
            )
            start = match.start("base") + len(written) - len(base) if base else match.end("base")
            yield FoundFine(fine, start if groups["base"] else match.start(), match.end())


def _times(written: str | None) -> float | None:
    if not written:
        return None
    if written in {"等值", "等额"}:
        return 1.0
    percent = "百分之" in written or "%" in written
    value = number(written.replace("百分之", "").rstrip("%倍"))
    return value / 100 if value is not None and percent else value
