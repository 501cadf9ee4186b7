"""Words for what follows from a violation: the clause's own words first, then the figures, then what is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from assistant.act.money import yuan
from assistant.act.results import PenaltyHit, PenaltyResult, Verdict
from assistant.answer import Figure, FineAnswer, FineTotal, PenaltyAnswer
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Fine

_OPTIONAL = re.compile(r"(?<![许认])可[^，；。,;]*$")
"""可 in the words before an amount: the authority may fine, it does not have to (`并可处以…`)."""
_RELATIONS = {"inside": "在规定的幅度之内", "above": "超出上限", "below": "低于下限"}


def compose_penalty(result: PenaltyResult, k: Knowledge, ledger: Ledger) -> Draft:
    """One paragraph per violation; each consequence with its condition, interval and, where facts allow, its sum."""
    paragraphs: list[str] = [] if result.sure else ["文件里最接近的规定如下，请先核对是不是同一种行为："]
    answers: list[PenaltyAnswer] = []
    for _, group in groupby(result.hits, key=lambda h: (h.document.id, h.penalty.violation)):
        hits = [_countable(h) for h in group]
        paragraphs.append(_paragraph(hits, ledger))
        answers += [penalty_answer(h, ledger) for h in hits]
    if all(h.penalty.fine.kind == "none" for h in result.hits):
        paragraphs.append("这里引用的条款没有写明罚款数额。")
    if result.met:
        paragraphs.append(f"按您说的情况，适用“{result.met}的”这一档。")
    if result.need:
        paragraphs.append(f"要判断拟处的数额是否合适，还需要知道{result.need}。")
    warnings = tuple(w for h in result.hits[:3] for w in touching(h.document, [h.penalty.span], k, ledger))
    unique = {(w.code, w.citation): w for w in warnings}
    return Draft(
        status="answered",
        intent="penalty",
        text=lines(*paragraphs),
        penalties=tuple(answers),
        figures=tuple(f for h in result.hits if (f := _difference(_countable(h), ledger))),
        warnings=tuple(unique.values()),
    )


def _countable(hit: PenaltyHit) -> PenaltyHit:
    """The hit without sum and verdict where the amount is counted by a unit the facts do not give (每证, 每人每小时)."""
    return replace(hit, total=None, verdict=None) if hit.penalty.fine.by else hit


def _paragraph(hits: list[PenaltyHit], ledger: Ledger) -> str:
    first = hits[0].penalty
    # A 款 is counted, not written, in the source: it stays in the record and out of the sentence.
    item = "" if first.item.endswith("款") else first.item
    basis = f"按《{first.law}》{first.article}{item}，" if first.law else ""
    out = [f"{basis}{sentence(first.violation)}的："]
    for h in hits:
        n = ledger.cite(h.document, h.penalty.span, h.penalty.path)
        marks = f"[{n}]"
        if h.penalty.basis_span:
            marks += f"[{ledger.cite(h.document, h.penalty.basis_span, h.penalty.path)}]"
        when = _condition(h.penalty.when)
        out.append(f"· {when}{consequence(h)}{marks}。{_case(h)}")
    return lines(*out)


def _condition(when: str | None) -> str:
    if not when:
        return ""
    return f"{when}，" if when.startswith("对") else f"{when}的，"


def consequence(hit: PenaltyHit) -> str:
    """Measures, fine and authority of one consequence, in one phrase."""
    p = hit.penalty
    parts = [*p.measures]
    if p.fine.kind != "none":
        parts.append(f"{_may(hit)}罚款{fine_words(p.fine)}")
    if p.referral and not any(p.referral in m for m in parts):
        parts.append(f"由{p.referral}处理")
    return "，".join(parts) or "按条款原文处理"


def _may(hit: PenaltyHit) -> str:
    fine = hit.penalty.fine.span
    before = hit.document.text[hit.penalty.span.start : fine.start] if fine else ""
    return "可以" if _OPTIONAL.search("".join(before.split())) else ""


def fine_words(fine: Fine) -> str:
    """An interval in words: `每人 200 元以上 500 元以下`, `违法所得的 1 倍以上 5 倍以下`."""
    if fine.kind == "multiple":
        low = f"{fine.min_times:g} 倍以上" if fine.min_times is not None else ""
        high = f"{fine.max_times:g} 倍以下" if fine.max_times is not None else ""
        return (
            f"{fine.base}的 {low}{high}".replace("以上", "以上 ", 1) if low and high else f"{fine.base}的 {low}{high}"
        )
    per = f"{fine.by} " if fine.by else "每人 " if fine.per == "person" else " "
    if fine.min_yuan is not None and fine.min_yuan == fine.max_yuan:
        return f"{per}{yuan(fine.min_yuan)}"
    low = f"{yuan(fine.min_yuan)}以上 " if fine.min_yuan is not None else ""
    high = f"{yuan(fine.max_yuan)}以下" if fine.max_yuan is not None else ""
    return f"{per}{low}{high}".rstrip()


def _case(hit: PenaltyHit) -> str:
    out = ""
    if hit.total:
        out += f"本案计算：{hit.total.working}。"
    if hit.verdict:
        v = hit.verdict
        out += f"拟罚 {yuan(v.proposed)}，{_RELATIONS[v.relation]}{_distance(v)}。"
    return out


def _distance(v: Verdict) -> str:
    if not v.difference:
        return ""
    more = "多" if v.relation == "above" else "少"
    return f"：比 {yuan(_bound(v))}{more} {yuan(v.difference)}"


def _bound(v: Verdict) -> float:
    return v.proposed - v.difference if v.relation == "above" else v.proposed + v.difference


def _difference(hit: PenaltyHit, ledger: Ledger) -> Figure | None:
    """How far a proposed fine lies outside the interval, with the subtraction shown."""
    v = hit.verdict
    if v is None or not v.difference:
        return None
    high, low = max(_bound(v), v.proposed), min(_bound(v), v.proposed)
    return Figure(
        label=f"拟罚数额{_RELATIONS[v.relation]}",
        value=v.difference,
        unit="元",
        relation="=",
        citation=ledger.cite(hit.document, hit.penalty.span, hit.penalty.path),
        working=f"{yuan(high)} − {yuan(low)} = {yuan(v.difference)}",
    )


def penalty_answer(hit: PenaltyHit, ledger: Ledger) -> PenaltyAnswer:
    """A consequence as a typed record, with the citation of its clause."""
    p, f = hit.penalty, hit.penalty.fine
    return PenaltyAnswer(
        violation=p.violation,
        law=p.law,
        article=p.article,
        item=p.item,
        when=p.when,
        measures=list(p.measures),
        fine=FineAnswer(
            kind=f.kind,
            min_yuan=f.min_yuan,
            max_yuan=f.max_yuan,
            per=f.per,
            by=f.by,
            min_times=f.min_times,
            max_times=f.max_times,
            base=f.base,
        ),
        fine_total=FineTotal(min_yuan=hit.total.min_yuan, max_yuan=hit.total.max_yuan, working=hit.total.working)
        if hit.total
        else None,
        citation=ledger.cite(hit.document, p.span, p.path),
    )
