"""Words for a figure against the cases of a text: which case it is, or both with the reason, or that the text is silent."""

from __future__ import annotations

from assistant.act.figure_results import LimitResult
from assistant.act.limits import penalties_of
from assistant.act.penalty_results import PenaltyHit
from assistant.answer import Warning
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.penalty import penalty_answer
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, Quantity
from corpus.tidy import tidy
from corpus.tiers import consequence

_LONGEST = 80
"""Characters of a consequence shown; the citation opens the whole."""
_REASON = "法律上“以上”“以下”都包括本数，按字面都适用；以这个数为起点的一种可能性更大，请由主管科室确认。"
_EXACT = "原文又单独写了恰好这个数的情形，按第一种读法它就没有适用的余地，所以也可能是另一种。"


def compose_limit(result: LimitResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The cases that hold, the likelier first; a value between or beyond the cases is said to be open."""
    document = result.document
    value = f"{result.value:g} {result.unit}"
    shown = result.readings or result.cases
    entries = [_entry(document, q, result.cases, k, ledger) for q in shown]
    n = ledger.cite(document, shown[0].sentence, k.path_at(document, shown[0].sentence))
    own: list[Warning] = []
    if len(result.readings) == 1:
        lead, note = f"{value}适用“{tidy(document.text, result.readings[0].span).text}的”这一档：", ""
    elif result.readings:
        lead = f"{value}有两种读法："
        overlap = f"{value}同时落在两处界限里，原文的界限有重叠。"
        note = overlap + _REASON
        if any(q.relation == "=" and q.upper is None for q in result.readings):
            note += _EXACT
        own.append(Warning(code="overlapping-limits", text=overlap, citation=n))
    else:
        lead = f"文件没有写明 {value}时怎么办，写明的是："
        note = ""
        own.append(Warning(code="limits-silent", text=f"原文写明的情形都不包括 {value}。", citation=n))
    if result.doubtful:
        doubt = f"{value}不像是正常的数，文件也没有写明上下限，请先核对。"
        note = lines(note, doubt)
        own.append(Warning(code="value-doubtful", text=doubt, citation=n))
    known = touching(document, [q.span for q in shown], k, ledger) if len(result.readings) != 1 else ()
    codes = {w.code for w in known}
    hits = [
        PenaltyHit(document, document.penalties[i], None, None)
        for q in result.readings
        for i in penalties_of(document, q)
    ]
    return Draft(
        "answered",
        "penalty" if hits else "supervision",
        lines(lead, *dict.fromkeys(entries), note),
        penalties=tuple(penalty_answer(h, ledger) for h in hits),
        warnings=(*(w for w in own if w.code not in codes), *known),
    )


def _entry(document: Document, q: Quantity, cases: tuple[Quantity, ...], k: Knowledge, ledger: Ledger) -> str:
    """A case with what follows it, up to the next case."""
    following = next((c for c in cases if c.index > q.index and c.clause == q.clause), None)
    what = consequence(document, q, following, _LONGEST) or _half_sentence(document, q)
    n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
    words = tidy(document.text, q.span).text
    return f"· “{words}”：{sentence(what)}[{n}]"


def _half_sentence(document: Document, q: Quantity) -> str:
    """The part of the sentence between ； signs that holds the figure."""
    view = tidy(document.text, q.sentence)
    at = next((i for i, o in enumerate(view.offsets) if o >= q.span.start), 0)
    start = max(view.text.rfind("；", 0, at), view.text.rfind(";", 0, at)) + 1
    ends = [e for e in (view.text.find("；", at), view.text.find(";", at)) if e >= 0]
    return view.text[start : min(ends) if ends else len(view.text)]
