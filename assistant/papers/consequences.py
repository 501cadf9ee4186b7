"""What follows from the findings of an inspection, as the blocks of a paper: measures, ranges, proposed amounts."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.act.money import total, verdict, yuan
from assistant.compose.fine import fine_words
from assistant.papers.case import Case, Proposal
from assistant.papers.paper import Blank, Block, Line, Notice, Paragraph, Table, Text, words
from assistant.question import Facts
from corpus.records import Penalty

_HEAD = ("违法违规行为", "适用情形", "处理措施", "罚款幅度", "拟处数额")


def consequences(case: Case) -> tuple[Block, ...]:
    """A table of the violations that the inspectors matched, and a notice for each amount outside of its range."""
    held = {p.index: p for state in case.wanting for p in case.penalties(state)}
    for proposal in case.entered.proposals:
        held.setdefault(proposal.penalty, case.document.penalties[proposal.penalty])
    if not held:
        return (Paragraph((Blank("适用的条款和处理意见"),)),)
    rows = tuple(_row(case, p) for _, p in sorted(held.items()))
    return (Table(_HEAD, rows, (3, 1.6, 2.6, 2.2, 1.6)), *_notices(case))


def _row(case: Case, p: Penalty) -> tuple[Line, ...]:
    law = f"{cited_law(p)}：" if p.law else ""
    proposed = next((x for x in case.entered.proposals if x.penalty == p.index), None)
    fine = words(f"罚款{fine_words(p.fine)}") if p.fine.kind != "none" else words("未写明数额")
    amount: Line = words("—") if p.fine.kind == "none" and proposed is None else (Blank(),)
    return (
        (Text(law + p.violation), case.cite(p.span, p.path)),
        words(p.when or "一般情形"),
        words("；".join(p.measures) or "—"),
        fine,
        words(yuan(proposed.amount_yuan)) if proposed else amount,
    )


def cited_law(p: Penalty) -> str:
    """`《就业促进法》第六十四条`; empty where the documents name no law."""
    return f"《{p.law}》{p.article}{'' if p.item.endswith('款') else p.item}" if p.law else ""


def _notices(case: Case) -> Iterator[Block]:
    for proposal in case.entered.proposals:
        p = case.document.penalties[proposal.penalty]
        said = _judged(p, proposal)
        if said:
            yield Notice((Text(f"“{p.violation}”：{said}"), case.cite(p.span, p.path)))


def _judged(p: Penalty, proposal: Proposal) -> str:
    """What is wrong with a proposed amount; empty where it lies within the range."""
    facts = Facts(persons=proposal.persons, gains_yuan=proposal.gains_yuan, proposed_yuan=proposal.amount_yuan)
    sum_ = total(p.fine, facts)
    found = verdict(p.fine, sum_, facts)
    amount = yuan(proposal.amount_yuan)
    if p.fine.kind == "none":
        return f"所引条款没有写明罚款数额，拟处 {amount}没有依据，请核对。"
    if found is None:
        need = "涉及人数" if p.fine.per == "person" else "违法所得"
        return f"拟处 {amount}是否在幅度（{fine_words(p.fine).strip()}）之内，要有{need}才能判断。"
    if found.relation == "inside":
        return ""
    side = "高于上限" if found.relation == "above" else "低于下限"
    working = f"（{sum_.working}）" if sum_ else ""
    return f"拟处 {amount}{side}，幅度为{fine_words(p.fine).strip()}{working}，请核对后再签发。"
