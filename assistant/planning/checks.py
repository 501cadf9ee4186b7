"""The kinds of check that a regime's figures describe: 日常巡查, 专项督查, 全面检查 …, each with its own figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.planning.period import Period, period_of_rule
from assistant.understand.overlap import pairs
from corpus.records import Document, PartKind, Quantity, Regime, Span
from corpus.tidy import tidy

Base = Literal["units", "subset", "other"]
"""What a share is taken of: the regime's units, some of them (其中：…), or something else (学员, 业务)."""

_PLACES: frozenset[PartKind | None] = frozenset({"indicators", "methods", "measures", "procedure"})
_SEPARATOR = re.compile(r"[；;]|。(?!\s*其中)")
_OWN_NAME = re.compile(r"^\s*[^，。；：:]{0,10}(?:检查|巡查|督查|稽核|抽查|监督|考核|审计|年检|年审|核查|回访|暗访)")
_NUMBERING = re.compile(r"^(?:[（(][^（）()]{1,4}[)）]|[一二三四五六七八九十\d]{1,3}[、．.])")
_LEAD = re.compile(r"^(?P<name>[^，。；：:]{2,16})[：:。]")
_UP_TO_PERIOD = re.compile(r"^(?P<name>[^，。；：:对每全按]{2,10})(?=(?:对|每|全年|不|至少|按|抽查面))")
_EVERY = re.compile(r"(?P<period>每个?(?:半年|季度|年度|[年季月周]))对")
_SCOPE = re.compile(r"(?:面|率|比例|比重|幅度)$")
_ALL = re.compile(r"(?:所有|全部|全体|各|每一?(?:家|个|户))")
_OWN_OBJECT = re.compile(r"对(?P<what>[^，。；]{2,30}?)(?:进行|开展|实施|组织)")
_OPTIONAL = re.compile(r"(?:必要时|视情况?|根据需要)[^。；]*$")
_FUNCTION_WORDS = re.compile(r"其中|[的有是为占共，。；、\s]")
_MOSTLY = 0.6
_SAME, _WHOLLY = 0.55, 0.75
"""Share of a noun's character pairs that the regime's title and objects hold, from which both mean the same units;
and from which a special share (其中：…) is taken of all of them."""


@dataclass(frozen=True, slots=True)
class ShareRule:
    """A share with what it is taken of."""

    quantity: Quantity
    base: Base
    what: str
    """What it is taken of, in the document's words; empty for all units."""
    optional: bool
    """必要时: only when the inspectors find it necessary."""
    whole: bool = False
    """For a subset: whether its name means all units of the regime (劳务派遣用人单位, in the regime on 劳务派遣)."""


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of check."""

    name: str
    frequency: Quantity | None
    period: Period | None
    """Of the frequency; or as the sentence says it without a number (每月对…进行稽核), which is once a period."""
    shares: tuple[ShareRule, ...]
    counts: tuple[Quantity, ...]
    """Least numbers of units, a visit or a period."""
    staff: Quantity | None
    """Inspectors a visit, where the check's own sentence says."""
    all_units: bool
    what: str
    """What is checked where it is not the regime's units (上个月已处理完毕的社保经办业务); else empty."""
    quantities: tuple[Quantity, ...]
    """All figures it rests on, in reading order."""
    indicator: bool
    """Whether it stands among the indicators rather than in methods or procedure."""

    @property
    def cycle(self) -> Period | None:
        """The period of its visits, or that of a count which has its own (每季…10 家)."""
        own = (period_of_rule(q.period) for q in self.counts)
        return self.period or next((p for p in own if p is not None and p.kind != "event"), None)

    @property
    def scope(self) -> ShareRule | None:
        """The share of the regime's units (抽查面); None where there is none."""
        return next((s for s in self.shares if s.base == "units" and not s.optional), None)


def checks_of(document: Document, regime: Regime) -> tuple[Check, ...]:
    """The checks of a regime in document order; a figure that methods and procedure repeat counts once, with both places."""
    own = [q for q in document.quantities if q.regime == regime.index and q.part in _PLACES and _counts(q)]
    units = regime_words(document, regime)
    found: list[Check] = []
    for group in _groups(document, own):
        check = _check(document, group, units)
        if check is None:
            continue
        same = next((i for i, c in enumerate(found) if _repeats(check, c)), None)
        if same is None:
            found.append(check)
        else:
            found[same] = replace(found[same], quantities=(*found[same].quantities, *check.quantities))
    return tuple(sorted(found, key=lambda c: not c.indicator))


def staff_of(document: Document, regime: Regime) -> tuple[Quantity, ...]:
    """Head-counts of inspectors that hold for every check of the regime."""
    return tuple(
        q
        for q in document.quantities
        if q.regime == regime.index and q.kind == "headcount" and q.relation == ">=" and q.part in _PLACES
    )


def dates_of(document: Document, regime: Regime) -> tuple[Quantity, ...]:
    """Days of the year that the regime names (每年 3 月 1 日后)."""
    return tuple(q for q in document.quantities if q.regime == regime.index and q.kind == "date" and q.part in _PLACES)


def regime_words(document: Document, regime: Regime) -> str:
    """The regime's title with the words of its objects: what its units are called."""
    objects = [tidy(document.text, p.span).text for p in regime.parts if p.kind == "objects"]
    return "，".join((regime.title, *objects))


def same_units(noun: str, units: str) -> bool:
    """Whether a noun names the units that the regime is about."""
    return _held(noun, units) >= _SAME


def names_base(words: str, rule: ShareRule, units: str) -> bool:
    """Whether words (其中不定时的, 不定时工作制) name what a special share is taken of.

    One stretch of them must lie mostly in its name, and hold something that the regime's own words do not.
    """
    own, telling = set(pairs(rule.what)), set(pairs(rule.what)) - set(pairs(units))
    for stretch in _FUNCTION_WORDS.split(words):
        said = set(pairs(stretch))
        if said & telling and len(said & own) / len(said) >= _MOSTLY:
            return True
    return False


def _held(noun: str, units: str) -> float:
    own = set(pairs(noun))
    return len(own & set(pairs(units))) / len(own) if own else 1.0


def _counts(q: Quantity) -> bool:
    if q.value is None or q.unit in {"年", "周岁", "岁"}:
        return False
    return q.kind in {"frequency", "share"} or (q.kind in {"count", "headcount"} and q.relation in {">=", "="})


def _groups(document: Document, quantities: list[Quantity]) -> list[list[Quantity]]:
    groups: list[list[Quantity]] = []
    for q in quantities:
        before = groups[-1][-1] if groups else None
        if before is not None and before.clause == q.clause and not _begins(document, groups[-1], q):
            groups[-1].append(q)
        else:
            groups.append([q])
    return groups


def _begins(document: Document, group: list[Quantity], q: Quantity) -> bool:
    """Whether a figure of the same clause begins another kind of check."""
    between = tidy(document.text, Span(group[-1].span.end, q.span.start)).text
    cut = [m.end() for m in _SEPARATOR.finditer(between)]
    if not cut:
        return False
    timed = q.kind == "frequency" and any(g.kind == "frequency" for g in group)
    return timed or _OWN_NAME.match(between[cut[-1] :]) is not None


def _check(document: Document, group: list[Quantity], units: str) -> Check | None:
    frequencies = [q for q in group if q.kind == "frequency"]
    # 至少 2 次，原则上、下半年各 1 次: the one with a period tells how the other is spread.
    timed = next((q for q in frequencies if period_of_rule(q.period)), frequencies[0] if frequencies else None)
    before = _words_before(document, group[0])
    shares = tuple(_share(document, q, units) for q in group if q.kind == "share")
    counts = tuple(q for q in group if q.kind == "count")
    if not (frequencies or shares or counts):
        return None
    own = _OWN_OBJECT.search(tidy(document.text, group[0].sentence).text)
    what = own["what"] if own and not same_units(own["what"], units) and shares else ""
    if what:
        shares = tuple(ShareRule(s.quantity, "other", what, s.optional) if s.base == "units" else s for s in shares)
    return Check(
        name=_name(before, group[0]),
        frequency=timed,
        period=period_of_rule(timed.period if timed else _every(document, group[0])),
        shares=shares,
        counts=counts,
        staff=next((q for q in group if q.kind == "headcount"), None),
        all_units=bool(timed and (_ALL.match(timed.object) or _ALL.search(before[-20:]))),
        what=what,
        quantities=tuple(group),
        indicator=group[0].part == "indicators",
    )


def _every(document: Document, q: Quantity) -> str | None:
    match = _EVERY.search(tidy(document.text, q.sentence).text)
    return match["period"] if match else None


def _words_before(document: Document, q: Quantity) -> str:
    """The words of the clause between the last separator and the figure, without numbering."""
    start = document.clauses[q.clause].span.start if q.clause is not None else q.sentence.start
    text = tidy(document.text, Span(min(start, q.span.start), q.span.start)).text
    text = _NUMBERING.sub("", text)
    if _LEAD.match(text):
        return text
    cut = [m.end() for m in _SEPARATOR.finditer(text)]
    return text[cut[-1] :] if cut else text


def _name(before: str, first: Quantity) -> str:
    if match := _LEAD.match(before) or _UP_TO_PERIOD.match(before):
        return match["name"]
    return first.label.split(" ")[-1] if first.kind == "frequency" and first.object else first.label.split(" ")[0]


def _share(document: Document, q: Quantity, units: str) -> ShareRule:
    sentence = tidy(document.text, Span(q.sentence.start, q.span.start)).text
    optional = _OPTIONAL.search(sentence) is not None
    if "其中" in sentence:
        return ShareRule(q, "subset", q.object, optional, whole=_held(q.object, units) >= _WHOLLY)
    if not q.object or _SCOPE.search(q.object):
        return ShareRule(q, "units", "", optional)
    return (
        ShareRule(q, "units", "", optional)
        if same_units(q.object, units)
        else ShareRule(q, "other", q.object, optional)
    )


def _repeats(check: Check, earlier: Check) -> bool:
    """Whether a check states nothing but a frequency that an earlier one already states for the same period."""
    a, b = check.frequency, earlier.frequency
    return (
        not (check.shares or check.counts)
        and a is not None
        and b is not None
        and check.period is not None
        and check.period.kind == "event"
        and (a.value, a.period) == (b.value, b.period)
    )
