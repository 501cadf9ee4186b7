"""The grammar of figures: comparison, number, unit. Works on tidy text and knows no document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.fines import find_fines
from corpus.misread import misread_numbers
from corpus.records import QuantityKind, Relation
from corpus.written_numbers import NUMBER, number

_PREFIXES: tuple[tuple[Relation, str], ...] = (
    (">=", r"不[得应宜可能]?(?:少|低|小|短|早)于|应?至少|最少|最低|年满|(?<![不未])满|达到?"),
    ("<=", r"不[得应宜可能]?超过|不[得应宜可能]?(?:高|多|大|长|晚|迟)于|(?<!应)至多|最多|最长|最高"),
    ("<", r"(?<!不)(?<!不[得应宜可能])(?:少于|低于|小于|短于)|不足|不满|未满|未达到?"),
    (">", r"(?<!不)(?<!不[得应宜可能])(?:超过|高于|多于|大于)"),
    ("=", r"仅|只"),
)
_SUFFIXES: tuple[tuple[Relation, str], ...] = (
    (">=", r"(?:及|含)?以上"),
    ("<=", r"(?:及|含)?以下|以内|之内|内"),
)
_UNITS: tuple[tuple[QuantityKind, str, str], ...] = (
    ("frequency", "次", "(?![性数级要日年])"),
    ("frequency", "轮", "(?![次流候值换岗椅训])"),
    ("amount", "亿元|万元|元", ""),
    ("amount", "万", "(?![人元亿户家])"),
    ("multiple", "倍", ""),
    ("headcount", "名", "(?![称单义录])"),
    ("headcount", "位", "(?!置)"),
    ("headcount", "人", "(?![次员社力才民均大事工])"),
    ("deadline", "个工作日|工作日|个月|小时|分钟|天|周(?!岁)", ""),
    ("deadline", "日", "(?!常)"),
    ("deadline", "年", "(?![度龄检审第轻终末初报满])"),
    ("deadline", "月", "(?!份)"),
    ("count", "家|户|个|件|份|周岁|岁|学时|课时", "(?!人员)"),
    ("score", "分", "(?![之别管类析期级公配批])"),
)
"""Kind, units, and what must not follow them."""
_PASSED_OVER = re.compile(
    rf"《[^《》]*》|〈[^〈〉]*〉|[〔\[]\d{{4}}[〕\]]\d*号?|第(?:{NUMBER})(?:[条款项章节次届批期号年名位类]|学期)"
    rf"|(?:\d{{4}}|[二一][零〇九][零〇一二三四五六七八九]{{2}})年(?:度|(?:{NUMBER})月(?:(?:{NUMBER})日)?)?|[（(]\d+[)）]"
)
"""Names, numbers of documents and of articles, dates in a given year: numerals that measure nothing."""


def _choice(rows: tuple[tuple[Relation, str], ...]) -> str:
    return "|".join(form for _, form in rows)


_UNIT = "|".join(f"(?:{words}){guard}" for _, words, guard in _UNITS)
_KINDS: dict[str, QuantityKind] = {
    word: kind for kind, words, _ in _UNITS for word in words.replace("(?!岁)", "").split("|")
}
_DATE = re.compile(
    rf"(?P<every>每年)?(?P<month>{NUMBER})月(?P<day>{NUMBER})日"
    rf"(?:[至到-](?P<to_month>{NUMBER})月(?P<to_day>{NUMBER})日)?"
    r"(?P<side>之后|以后|后|起|之前|以前|前)?"
)
_INTERVAL = re.compile(
    rf"(?P<low>{NUMBER})(?:{_UNIT})?(?:[-—–~～至到]+|以上(?:至)?)(?P<high>{NUMBER})(?P<unit>{_UNIT})(?:以下)?"
)
_SHARE = re.compile(
    rf"(?:(?P<prefix>{_choice(_PREFIXES)})(?P<base>[^，。；：、\d%|]{{2,20}}的)?)?(?:(?P<number>{NUMBER})(?P<unit>[%‰])"
    rf"|(?P<parts>[百千万])分之(?P<spoken>{NUMBER}))(?P<suffix>{_choice(_SUFFIXES)})?"
)
_FRACTION = re.compile(
    rf"(?:(?P<prefix>{_choice(_PREFIXES)})(?P<base>[^，。；：、\d%|]{{2,20}}的)?)?"
    rf"(?:(?P<parts>[二三四五六七八九十两]{{1,3}}|\d{{1,2}})分之(?P<number>[一二两三四五六七八九十]{{1,3}}|\d{{1,2}})"
    rf"|(?<![第\d/])(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}})(?![\d/年月日页]))(?P<suffix>{_choice(_SUFFIXES)})?"
)
"""三分之二, 2/3: as a share whose unit is the denominator (`/3`)."""
_SHARE_INTERVAL = re.compile(
    rf"(?P<low>{NUMBER})[%‰]?(?:[-—–~～至到]+|以上(?:至)?)(?P<high>{NUMBER})(?P<unit>[%‰])(?:以下)?"
)
_PLAIN = re.compile(
    rf"(?P<prefix>{_choice(_PREFIXES)})?(?P<number>{NUMBER})(?P<unit>{_UNIT})(?P<suffix>{_choice(_SUFFIXES)})?"
)
_TIMES_OF = re.compile(
    rf"(?P<prefix>{_choice(_PREFIXES)})(?P<base>[^，。；：、\d%|]{{2,16}}的)(?P<number>{NUMBER})(?P<unit>倍)(?P<suffix>)"
)
_UNNUMBERED = re.compile(
    r"(?P<gap>(?:后期)?各个?|[_＿]+个?|[（(][)）]个?)(?P<unit>工作日|日)(?:以内|之内|内)|(?P<same>当[日天])(?=以|内|将|应|书面|办|作|告)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure found at `[start, end)` of a tidy text, comparison and unit included."""

    kind: QuantityKind
    relation: Relation
    value: float | None
    unit: str
    start: int
    end: int
    upper: float | None = None
    compared: bool = False
    """True when the text states the comparison itself."""
    base: str = ""
    """What a share or multiple is taken of (`不得低于当地最低工资标准的80%`)."""


@lru_cache(maxsize=512)
def find_figures(text: str) -> tuple[Figure, ...]:
    """Every figure with a known unit, left to right; fines, figures inside names and misread digits are passed over.

    A day of the year is a `date` whose value is month × 100 + day (`3月1日` → 301, unit `月日`).
    """
    taken = [*misread_numbers(text), *(match.span() for match in _PASSED_OVER.finditer(text))]
    taken += [
        (fine.start, fine.end) for fine in find_fines(text) if "罚" in text[max(0, fine.start - 12) : fine.end + 12]
    ]
    found: list[Figure] = []
    for figure in (
        *_dates(text),
        *_intervals(text),
        *_shares(text),
        *_fractions(text),
        *_times_of(text),
        *_unnumbered(text),
        *_plain(text),
    ):
        if not any(figure.start < end and start < figure.end for start, end in taken):
            taken.append((figure.start, figure.end))
            found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _relation(match: re.Match[str]) -> tuple[Relation, bool]:
    for rows, words in ((_PREFIXES, match["prefix"]), (_SUFFIXES, match["suffix"])):
        for relation, form in rows:
            if words and re.fullmatch(form, words):
                return relation, True
    return "=", False


def _dates(text: str) -> Iterator[Figure]:
    for match in _DATE.finditer(text):
        value, upper = _day(match["month"], match["day"]), _day(match["to_month"], match["to_day"])
        if value is None or not (match["every"] or match["side"] or upper):
            continue
        relation: Relation = "="
        if match["side"] or upper:
            relation = "<=" if match["side"] and "前" in match["side"] else ">="
        yield Figure("date", relation, value, "月日", *match.span(), upper=upper, compared=relation != "=")


def _day(month: str | None, day: str | None) -> float | None:
    months, days = number(month or "") if month else None, number(day or "") if day else None
    if months is None or days is None or not (1 <= months <= 12 and 1 <= days <= 31):
        return None
    return months * 100 + days


def _intervals(text: str) -> Iterator[Figure]:
    for match in _INTERVAL.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        if low is not None and high is not None and low < high:
            yield Figure(_KINDS[match["unit"]], ">=", low, match["unit"], *match.span(), upper=high, compared=True)
    for match in _SHARE_INTERVAL.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        if low is not None and high is not None and low < high:
            yield Figure("share", ">=", low, match["unit"], *match.span(), upper=high, compared=True)


def _shares(text: str) -> Iterator[Figure]:
    for match in _SHARE.finditer(text):
        value = number(match["number"] or match["spoken"])
        relation, compared = _relation(match)
        unit = match["unit"] or {"百": "%", "千": "‰", "万": "‱"}[match["parts"]]
        base = (match["base"] or "").removesuffix("的")
        if value is not None:
            yield Figure("share", relation, value, unit, *match.span(), compared=compared, base=base)


def _fractions(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        value, parts = number(match["number"] or match["over"]), number(match["parts"] or match["under"])
        relation, compared = _relation(match)
        if value is not None and parts is not None and 0 < value < parts:
            base = (match["base"] or "").removesuffix("的")
            yield Figure("share", relation, value, f"/{parts:.0f}", *match.span(), compared=compared, base=base)


def _times_of(text: str) -> Iterator[Figure]:
    for match in _TIMES_OF.finditer(text):
        value = number(match["number"])
        relation, _ = _relation(match)
        if value is not None:
            base = match["base"].removesuffix("的")
            yield Figure("multiple", relation, value, "倍", *match.span(), compared=True, base=base)


def _plain(text: str) -> Iterator[Figure]:
    for match in _PLAIN.finditer(text):
        value = number(match["number"])
        relation, compared = _relation(match)
        if value is not None:
            yield Figure(_KINDS[match["unit"]], relation, value, match["unit"], *match.span(), compared=compared)


def _unnumbered(text: str) -> Iterator[Figure]:
    for match in _UNNUMBERED.finditer(text):
        yield Figure("deadline", "<=", None, match["unit"] or match["same"], *match.span(), compared=True)
