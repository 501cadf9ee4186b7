"""Which of several consequences the facts of a case call for: 没有违法所得, 逾期不改正, 情节严重, 2次以上."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.question import Facts
from assistant.understand.numerals import NUMBER, number
from assistant.understand.overlap import pairs
from corpus.records import Penalty

_TIMES = re.compile(r"^(?P<n>[0-9一二两三四五六七八九十]+)次(?P<more>及?以上)?$")
_NO_GAINS = re.compile(r"^(?:没有|无|未(?:获|取)得?)(?:任何)?违法所得$")
_ANY_GAINS = re.compile(r"^有违法所得$")
_GAINS_SUM = re.compile(
    rf"^违法所得(?:金额|数额)?(?P<before>不足|不满|超过|在)?(?P<n>{NUMBER})元?(?P<after>以上|以下)?(?P<but>(?:不足|不满)(?P<top>{NUMBER})元?)?"
)
_UNCORRECTED = re.compile(
    r"^(?:经责令[^，]{0,8})?(?:逾期|到期|拒不|拒绝|仍不|仍未|屡教)(?:拒?不|未|仍不|仍未)?(?P<what>.*)$"
)
_CORRECTION = re.compile(r"^(?:整?改正?|纠正|履行|执行|改)?$")
_SERIOUS = re.compile(r"^(?:情节|后果|性质)(?:特别)?(?:严重|恶劣)")
_CRIME = re.compile(r"^.{0,6}(?:构成|涉嫌)犯罪")
_NO_CRIME = re.compile(r"(?:不|未|没有?|尚不)构成犯罪")
_ADDRESSEE = re.compile(r"^对(?P<whom>.+)$")
_IN_CHARGE, _UNIT = re.compile(r"主管|责任人|负责人|个人|本人"), re.compile(r"单位|公司|企业|机构")
_OR = re.compile(r"或者")
_EITHER = re.compile(r"^(?P<one>(?:没有|无)违法所得)或者?(?P<other>.+)$")
_SHORT = 2
_OBJECT = 0.35
"""Share of the words of what was not done (`退还证件`) that the question must have."""
_SAID = 0.5
"""Share of a condition's own character pairs that the question must have for the condition to count as said."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a question says of a case."""

    text: str
    facts: Facts
    meant: frozenset[str]
    """Formal wordings that its everyday wordings stand for."""


def applicable(group: Sequence[Penalty], case: Case) -> list[bool | None]:
    """For each consequence of one violation whether the facts call for it; None where they leave it open.

    A consequence without condition gives way to one with a fine of its own whose condition is met, and is open while
    such a condition is.
    """
    met = [holds(p.when, case) if p.when else None for p in group]
    rivals = [m for p, m in zip(group, met, strict=True) if p.when and p.fine.kind != "none" and not _beside(p.when)]
    out: list[bool | None] = []
    for p, m in zip(group, met, strict=True):
        if p.when or p.fine.kind == "none":
            out.append(m if p.when else True)
        elif any(rivals):
            out.append(False)
        else:
            out.append(None if None in rivals else True)
    return out


def _beside(when: str) -> bool:
    """Whether a condition names somebody who is fined as well, not instead (`对直接负责的主管人员`)."""
    return _ADDRESSEE.match(when) is not None


def holds(when: str, case: Case) -> bool | None:
    """Whether the question says that a condition is met (True), is not (False), or neither (None)."""
    for form, rule in _RULES:
        if match := form.match(when):
            return rule(match, case)
    parts = _OR.split(when)
    if len(parts) > 1:
        return _any([holds(p, case) for p in parts])
    if when in case.text or when in case.meant:
        return True
    own, have = pairs(when), pairs(case.text)
    said = sum(1 for p in own if p in have) / len(own) if own else 0.0
    return True if said >= _SAID and len(own) > _SHORT else None


def _any(found: Sequence[bool | None]) -> bool | None:
    if any(found):
        return True
    return None if None in found else False


def _either(match: re.Match[str], case: Case) -> bool | None:
    return _any([holds(match["one"], case), holds(match["other"], case)])


def _no_gains(match: re.Match[str], case: Case) -> bool | None:
    if case.facts.no_gains:
        return True
    return None if case.facts.gains_yuan is None else case.facts.gains_yuan == 0


def _some_gains(match: re.Match[str], case: Case) -> bool | None:
    found = _no_gains(match, case)
    return None if found is None else not found


def _gains_of(match: re.Match[str], case: Case) -> bool | None:
    """违法所得一万元以上, 违法所得不足一万元, 违法所得五千元以上不足一万元."""
    gains = 0.0 if case.facts.no_gains else case.facts.gains_yuan
    limit, top = number(match["n"]), number(match["top"] or "")
    if gains is None or limit is None:
        return None
    if match["before"] in ("不足", "不满"):
        return gains < limit
    if match["before"] == "超过":
        return gains > limit
    if match["after"] == "以下":
        return gains <= limit
    return gains >= limit and (top is None or gains < top)


def _counted(match: re.Match[str], case: Case) -> bool | None:
    n, times = number(match["n"]), case.facts.times
    if n is None or times is None:
        return None
    return times >= n if match["more"] else times == n


def _uncorrected(match: re.Match[str], case: Case) -> bool | None:
    """逾期不改正 is met by any refusal to put it right; 逾期不退还证件 only where the question speaks of that object."""
    if match[0] in case.text or match[0] in case.meant:
        return True if case.facts.uncorrected is None else case.facts.uncorrected
    if _CORRECTION.match(match["what"]) or not case.facts.uncorrected:
        return case.facts.uncorrected
    own, have = pairs(match["what"]), pairs(case.text)
    return True if own and sum(1 for p in own if p in have) / len(own) >= _OBJECT else None


def _serious(match: re.Match[str], case: Case) -> bool | None:
    if "特别" in match[0] and case.facts.serious:
        return True if "特别" in case.text else None
    return case.facts.serious


def _crime(match: re.Match[str], case: Case) -> bool | None:
    if _NO_CRIME.search(case.text):
        return False
    return True if "犯罪" in case.text else None


def _whom(match: re.Match[str], case: Case) -> bool | None:
    """Fined beside others: met where the question names this addressee and not the other kind."""
    person, unit = _IN_CHARGE.search(case.text), _UNIT.search(case.text)
    own = _IN_CHARGE if _IN_CHARGE.search(match["whom"]) else _UNIT
    other = unit if own is _IN_CHARGE else person
    return True if own.search(case.text) and not other else None


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Case], bool | None]], ...] = (
    (_EITHER, _either),
    (_NO_GAINS, _no_gains),
    (_ANY_GAINS, _some_gains),
    (_GAINS_SUM, _gains_of),
    (_TIMES, _counted),
    (_SERIOUS, _serious),
    (_CRIME, _crime),
    (_ADDRESSEE, _whom),
    (_UNCORRECTED, _uncorrected),
)
"""Kinds of condition, tried in order; any other is met when the question says its words."""
