"""Benefits that bear a name and say what is paid, without a chapter on whom they are for.

`一、一次性创业补贴⏎…给予5000元`, `稳岗返还：按30%返还`, a document on benefits whose items only list sums (`（一）A类人才每人每月5000元`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.records import Clause, Passage, Span
from corpus.tidy import Tidy, tidy, trim
from corpus.wording import title_like

_PAID = r"(?:补贴|补助|津贴|奖励|奖补|资助|返还|贴息|补偿金|补助金|抚恤金|救助金|生活费|慰问金)"
_BENEFIT_NAME = re.compile(rf"[^。；：:，,]{{0,20}}{_PAID}(?:标准|政策|项目)?(?:[（(][^）)]{{1,12}}[）)])?")
_RUN_IN = re.compile(rf"(?:^|(?<=[。；]))(?P<name>[^。；：:，,（(]{{0,16}}{_PAID})(?:标准|政策|项目)?[：:。](?=.{{6}})")
_ABOUT = re.compile(
    rf"(?:{_PAID}|待遇)(?:金)?(?:发放|申领|申请)?(?:标准|办法|政策|规定|细则|指南|规范|一览|项目|措施|清单|实施办法|管理办法|实施细则|政策清单)?(?:[（(][^）)]{{1,8}}[）)])?$|扶持政策$"
)
_LEADS_IN = re.compile(
    rf"标准[^。；]{{0,12}}(?:发放|给予|享受|支付)[^。；]{{0,12}}{_PAID}[：:]$|{_PAID}[^。；]{{0,6}}标准(?:为|如下)?[：:]$"
)
_ITEM_NAME = re.compile(r"(?P<name>[^，。；：:\d]{2,20}?)(?=每人|每月|每年|每户|给予|发放|补贴|\d)")
_SUM = re.compile(r"\d[^，。；]{0,4}(?:元|%)")
_GIVEN_NAME = re.compile(rf"(?:一次性)?[\u4e00-\u9fff]{{0,6}}{_PAID}")
_GIVES = re.compile(r"给予|发放|支付|享受|补贴|返还|上浮|提高")

Rule = tuple[Passage, Passage, tuple[str, ...]]
"""Name, rule, path."""


def named_benefits(text: str, clauses: Sequence[Clause], pays: Callable[[str], bool]) -> Iterator[Rule]:
    """Rules below the title of a benefit, behind its run-in name, and in the items of a list of sums."""
    held: set[int] = set()
    for holder in clauses:
        if holder.index in held or not holder.label or not _BENEFIT_NAME.fullmatch(_words(holder)):
            continue
        within = [c for c in clauses if holder.extent.start < c.span.start < holder.extent.end]
        view = tidy(text, holder.span)
        name = Passage(text=view.text[len(holder.label) :], span=view.source(len(holder.label), len(view.text)))
        for clause in within:
            if pays(clause.text) and clause.index not in held:
                held.add(clause.index)
                yield name, _whole(text, clause), clause.path
    for clause in clauses:
        if clause.index not in held:
            named = list(_run_in(text, clause, pays))
            held |= {clause.index} if named else set()
            yield from named
    about = any(not c.label and c.heading and _ABOUT.search(c.text) for c in clauses)
    for clause in clauses:
        if clause.index not in held and (about or _led_in(clauses, clause)):
            yield from _listed(text, clauses, clause, pays)


def _words(clause: Clause) -> str:
    return clause.text[len(clause.label) :].rstrip("。：:")


def _whole(text: str, clause: Clause) -> Passage:
    return Passage(text=tidy(text, clause.span).text, span=clause.span)


def _run_in(text: str, clause: Clause, pays: Callable[[str], bool]) -> Iterator[Rule]:
    """Each stretch of a clause that begins with a benefit's name and states a sum."""
    view = tidy(text, clause.span)
    at = len(clause.label)
    found = list(_RUN_IN.finditer(view.text[at:]))
    stops = [*(m.start() for m in found[1:]), len(view.text) - at]
    for match, stop in zip(found, stops, strict=False):
        start, end = at + match.start("name"), at + stop
        if pays(view.text[start:end]):
            span = trim(text, view.source(start, end))
            name = Passage(text=match["name"], span=view.source(start, at + match.end("name")))
            yield name, Passage(text=tidy(text, span).text, span=span), clause.path


def _led_in(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether an item stands below `…按下列标准发放补贴：`."""
    above = clauses[clause.parent] if clause.parent is not None else None
    if above is None and clause.label:
        before = [c for c in clauses[: clause.index] if not c.label]
        above = before[-1] if before else None
    return above is not None and bool(_LEADS_IN.search(above.text))


def _listed(text: str, clauses: Sequence[Clause], clause: Clause, pays: Callable[[str], bool]) -> Iterator[Rule]:
    view = tidy(text, clause.span)
    at = len(clause.label)
    listed = clause.label and (_led_in(clauses, clause) or _among_sums(clauses, clause, pays))
    if not clause.label or not pays(view.text) or not (listed or _GIVES.search(view.text)):
        return
    found = _given(view, at) or _item(view, at)
    if found is not None:
        span = Span(*found)
        name = tidy(text, span).text
        if title_like(name):
            yield Passage(text=name, span=span), _whole(text, clause), clause.path


def _among_sums(clauses: Sequence[Clause], clause: Clause, pays: Callable[[str], bool]) -> bool:
    """Most of the items beside it state a sum too."""
    beside = [c for c in clauses if c.parent == clause.parent and c.label]
    return len(beside) > 1 and sum(pays(c.text) for c in beside) * 2 > len(beside)


def _given(view: Tidy, at: int) -> tuple[int, int] | None:
    found = _GIVEN_NAME.search(view.text, at)
    return _ends(view, found.start(), found.end()) if found else None


def _item(view: Tidy, at: int) -> tuple[int, int] | None:
    run_in = re.compile(r"(?P<name>[^。；：:，,]{2,24})[：:。]").match(view.text, at)
    found = run_in if run_in and not _SUM.search(run_in["name"]) else _ITEM_NAME.match(view.text, at)
    return _ends(view, *found.span("name")) if found else None


def _ends(view: Tidy, start: int, end: int) -> tuple[int, int]:
    span = view.source(start, end)
    return span.start, span.end
