"""Words for what follows from a violation: the clause's own words first, then the figures, then what is not known."""

from __future__ import annotations

from itertools import groupby

from assistant.act.penalty_results import PenaltyHit, PenaltyResult
from assistant.answer import FineTotal, PenaltyAnswer
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.fine import case_words, fine_answer, fine_words, verdict_figure
from assistant.compose.penalty_needs import needs_options, needs_words
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger

_NEAREST = "文件里最接近的规定如下，请先核对是不是同一种行为："


def compose_penalty(result: PenaltyResult, k: Knowledge, ledger: Ledger) -> Draft:
    """One paragraph per violation; each consequence with its condition, interval and, where facts allow, its sum."""
    paragraphs: list[str] = [] if result.sure else [_NEAREST]
    answers: list[PenaltyAnswer] = []
    for _, group in groupby(result.hits, key=lambda h: (h.document.id, h.penalty.violation)):
        hits = list(group)
        paragraphs.append(violation_lines(hits, ledger))
        answers += [penalty_answer(h, ledger) for h in hits]
    if all(h.penalty.fine.kind == "none" for h in result.hits):
        more = "，无法据此判断拟处的数额" if result.judge else ""
        paragraphs.append(f"这里引用的条款没有写明罚款数额{more}。")
    if result.met:
        paragraphs.append(f"按您说的情况，适用“{result.met}的”这一档。")
    if result.excluded:
        paragraphs.append(f"{'、'.join(f'{age} 岁' for age in result.excluded)}的人不在条款所说的年龄之内，没有计入。")
    warnings = tuple(w for h in result.hits[:3] for w in touching(h.document, [h.penalty.span], k, ledger))
    unique = {(w.code, w.citation): w for w in warnings}
    return Draft(
        status="answered",
        intent="penalty",
        text=lines(*paragraphs, needs_words(result)),
        penalties=tuple(answers),
        figures=tuple(f for h in result.hits if (f := verdict_figure(h, ledger))),
        options=needs_options(result),
        warnings=tuple(unique.values()),
    )


def violation_lines(hits: list[PenaltyHit], ledger: Ledger) -> str:
    """One violation: its basis, then a line a consequence."""
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
        aside = "（不适用于您说的情况）" if h.applies is False else ""
        out.append(f"· {_condition(h.penalty.when)}{consequence(h)}{marks}{aside}。{case_words(h)}")
    return lines(*out)


def _condition(when: str | None) -> str:
    if not when:
        return ""
    case, mark, whom = when.partition("，对")  # a case, and whom the fine falls on in it
    if when.startswith("对"):
        return f"{when}，"
    return f"{case}的{mark}{whom}，"


def consequence(hit: PenaltyHit) -> str:
    """Measures, fine and authority of one consequence, in one phrase."""
    p = hit.penalty
    parts = [*p.measures]
    if p.fine.kind != "none":
        parts.append(f"{'可以' if p.fine.optional else ''}罚款{fine_words(p.fine)}")
    if p.referral and not any(p.referral in m for m in parts):
        parts.append(f"由{p.referral}处理")
    return "，".join(parts) or "按条款原文处理"


def penalty_answer(hit: PenaltyHit, ledger: Ledger) -> PenaltyAnswer:
    """A consequence as a typed record, with the citation of its clause."""
    p, f = hit.penalty, hit.penalty.fine
    return PenaltyAnswer(
        violation=p.violation,
        law=p.law,
        article=p.article,
        item=p.item,
        when=p.when,
        applies=hit.applies,
        measures=list(p.measures),
        fine=fine_answer(f),
        fine_total=FineTotal(min_yuan=hit.total.min_yuan, max_yuan=hit.total.max_yuan, working=hit.total.working)
        if hit.total
        else None,
        citation=ledger.cite(hit.document, p.span, p.path),
    )
