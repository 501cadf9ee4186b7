"""Subsidy and benefit rules: a chapter that says whom it is for (补贴对象、享受条件) and its sentences with amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.quantities.figures import find_figures
from corpus.records import Clause, Passage, Subsidy
from corpus.shapes.named_benefits import named_benefits
from corpus.shapes.reading import Reading
from corpus.tidy import tidy
from corpus.wording import run_in_title

_BENEFIT = r"(?:补贴|补助|津贴|奖励|奖补|资助|救助|抚恤|待遇|扶持|返还|补偿|贴息|生活费)"
_FOR_WHOM = re.compile(
    rf"^{_BENEFIT}?[\u4e00-\u9fff]{{0,4}}(?:对象|条件|范围|标准|项目|期限|金额)|^(?:享受|申领|发放|申请|领取){_BENEFIT}?[\u4e00-\u9fff]{{0,2}}(?:对象|条件|标准|期限)"
)
_STANDARD = re.compile(rf"^(?:{_BENEFIT}|发放|享受|支付|参考|奖励)?(?:项目)?(?:及|和|与)?(?:标准|金额|额度)")
_NAMED = re.compile(_BENEFIT)
_GIVES = re.compile(rf"{_BENEFIT}|标准|给予|享受|发放|领取|上浮")
_PART_PAID = re.compile(r"按[^，。；]{2,20}(?:\d/\d|[二三四五]分之[一二三四])")
"""A fraction by which something is paid (`按实际缴费的2/3`)."""
_RUN_IN = re.compile(r"^(?P<name>[^。；：，]{2,24})[。：:]")


def read_subsidies(text: str, clauses: Sequence[Clause]) -> Reading:
    """One record for each rule with an amount; a chapter that states none gives one for its opening paragraph."""
    found: list[Subsidy] = []
    for holder, siblings in _chapters(clauses):
        if not _is_about_benefits(text, holder, siblings):
            continue
        start = siblings[0].span.start if holder is None else holder.span.start
        end = max(c.extent.end for c in siblings)
        within = [c for c in clauses if start <= c.span.start < end]
        rules = [c for c in within if _states_amount(text, c)]
        if not rules and holder is not None:
            rules = [c for c in siblings if not c.label and _NAMED.search(c.text)][:1]
        for rule in rules:
            name = _name(text, clauses, holder, rule)
            if name is not None:
                record = Subsidy(
                    index=len(found),
                    name=name,
                    rule=Passage(text=tidy(text, rule.span).text, span=rule.span),
                    quantities=(),
                    path=rule.path,
                )
                found.append(record)
    for name, rule, path in named_benefits(text, clauses, _pays):
        if not any(s.rule.span.start < rule.span.end and rule.span.start < s.rule.span.end for s in found):
            found.append(Subsidy(index=len(found), name=name, rule=rule, quantities=(), path=path))
    found.sort(key=lambda subsidy: subsidy.rule.span)
    return Reading(subsidies=tuple(found))


def _chapters(clauses: Sequence[Clause]) -> list[tuple[Clause | None, list[Clause]]]:
    below: dict[int | None, list[Clause]] = {}
    for clause in clauses:
        below.setdefault(clause.parent, []).append(clause)
    return [(None if parent is None else clauses[parent], siblings) for parent, siblings in below.items()]


def _is_about_benefits(text: str, holder: Clause | None, siblings: Sequence[Clause]) -> bool:
    """Whether the headings beside each other say whom a benefit is for or how much it is."""
    words = [c.text.removeprefix(c.label) for c in siblings if c.label]
    fitting = [w for w in words if _FOR_WHOM.match(w)]
    if not fitting:
        return False
    named = any(_NAMED.match(w) for w in fitting)
    titled = holder is not None and _NAMED.search(holder.text)
    return named or bool(titled) or (len(fitting) > 1 and any(_NAMED.search(c.text) for c in siblings))


def _states_amount(text: str, clause: Clause) -> bool:
    view = tidy(text, clause.span)
    return bool(_GIVES.search(view.text)) and _pays(view.text)


def _pays(words: str) -> bool:
    """Whether tidy words state a sum, or a share or multiple by which something is paid."""
    figures = find_figures(words)
    money = [f for f in figures if f.kind == "amount"]
    shares = [f for f in figures if f.kind in ("share", "multiple") and not money]
    rated = [
        f for f in shares if re.search(r"按|给予|发放|支付|标准[为是]|每月", words[max(0, f.start - 30) : f.start])
    ]
    return bool(money or rated or _PART_PAID.search(words))


def _name(text: str, clauses: Sequence[Clause], holder: Clause | None, rule: Clause) -> Passage | None:
    """The item's own title, else that of the chapter, else the document's title line before it."""
    view = tidy(text, rule.span)
    at = len(rule.label)
    found = _RUN_IN.match(view.text[at:])
    if rule.label and found and not _STANDARD.match(found["name"]) and not _FOR_WHOM.match(found["name"]):
        return Passage(text=found["name"], span=view.source(at, at + len(found["name"])))
    above = holder
    while above is not None and _STANDARD.match(above.text.removeprefix(above.label)):
        above = clauses[above.parent] if above.parent is not None else None
    if above is None:
        titles = [c for c in clauses[: rule.index] if c.heading and not c.label]
        above = next((c for c in reversed(titles) if _NAMED.search(c.text)), titles[-1] if titles else None)
    if above is None:
        return None
    title = tidy(text, above.span)
    words = title.text[len(above.label) :]
    words = words if above.heading else run_in_title(words) or words[:24]
    return Passage(text=words, span=title.source(len(above.label), len(above.label) + len(words)))
