"""Words for lists of all records that meet a condition: grouped by law or regime, counted with the working shown."""

from __future__ import annotations

from itertools import groupby

from assistant.act.across.filters import PenaltyFilter
from assistant.act.across.results import ClausesResult, FiguresResult, PenaltiesResult, TallyResult
from assistant.act.penalty_results import PenaltyHit
from assistant.answer import Figure, Step, Warning
from assistant.compose import conditions
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.penalty import consequence, penalty_answer
from assistant.compose.supervision import figure
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, Penalty, Quantity
from corpus.tidy import tidy

_COUNTED = "逐条数出："
_REGISTRY = "职责登记表"


def compose_penalties(result: PenaltiesResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Every consequence that meets the condition, under its law or regime; those that meet it in part apart."""
    condition = conditions.of_penalties(result.asked, k)
    if not result.meets and (capped(result.asked) or not result.crosses):
        return _no_penalty(result, condition, k, ledger)
    crosses = () if capped(result.asked) else result.crosses
    entries, sizes = _penalties(result.meets, ledger)
    more, more_sizes = _penalties(crosses, ledger)
    lead = f"{condition}的规定共 {len(result.meets)} 条：" if entries else f"没有一条完全符合：{condition}。"
    second = f"另有 {len(crosses)} 条的幅度只有一部分符合：" if more else ""
    multiples = any(p.fine.kind == "multiple" for _, p in k.penalties)
    unpriced = "按违法所得倍数计算的罚款没有固定数额，不在比较之内。" if result.asked.bound and multiples else ""
    if capped(result.asked) and result.crosses:
        unpriced = "下限符合而上限超出的不算在内。" + unpriced
    found = (*result.meets, *crosses)
    counts = [_count("符合条件的规定", sizes, "条")] if entries else []
    counts += [_count("部分符合的规定", more_sizes, "条")] if more else []
    warnings = {(w.code, w.text): w for d, p in found for w in touching(d, [p.span], k, ledger)}
    return Draft(
        "answered",
        "penalty",
        lines(lead, *entries, second, *more, unpriced),
        penalties=tuple(penalty_answer(PenaltyHit(d, p, None, None), ledger) for d, p in found),
        figures=tuple(counts),
        warnings=tuple(warnings.values()),
    )


def capped(asked: PenaltyFilter) -> bool:
    """Whether an upper limit is asked for (五千以下): a fine that may go beyond it is not what is meant."""
    return asked.bound is not None and asked.bound.side == "whole" and asked.bound.relation in ("<=", "<")


def _no_penalty(result: PenaltiesResult, condition: str, k: Knowledge, ledger: Ledger) -> Draft:
    total = Figure(label="逐条比对的规定", value=len(k.penalties), unit="条", relation="=", citation=None, working=f"{_COUNTED}{len(k.penalties)}")  # fmt: skip
    text = f"逐条比对了收录的 {len(k.penalties)} 条处罚规定，没有一条符合：{condition}。"
    if result.nearest is None:
        return Draft("answered", "penalty", text, figures=(total,))
    document, p = result.nearest
    hit = PenaltyHit(document, p, None, None)
    n = ledger.cite(document, p.span, p.path)
    text = lines(text, f"写明数额的罚款里最高的是：{sentence(p.violation)}，{consequence(hit)}[{n}]。")
    return Draft("answered", "penalty", text, figures=(total,))


def _penalties(found: tuple[tuple[Document, Penalty], ...], ledger: Ledger) -> tuple[list[str], list[int]]:
    """One line a consequence under the heading of its law or regime, and the size of each group."""
    entries: list[str] = []
    sizes: list[int] = []
    for (law, article, title), group in groupby(found, key=lambda x: _basis(*x)):
        listed = list(group)
        document, first = listed[0]
        head = f"《{law}》{article}" if law else title
        if law and first.basis_span:
            head += f"[{ledger.cite(document, first.basis_span, first.path)}]"
        elif first.regime is not None:
            head += f"[{ledger.cite(document, document.regimes[first.regime].title_span)}]"
        entries.append(f"{head or _named(document)}：")
        sizes.append(len(listed))
        entries += [_line(d, p, ledger) for d, p in listed]
    return entries, sizes


def _named(document: Document) -> str:
    """A document's title as a heading: it names the file, no law, so the marks of a law's name are left out."""
    return document.title.replace("《", "“").replace("》", "”")


def _basis(document: Document, p: Penalty) -> tuple[str, str, str]:
    return p.law, p.article, document.regimes[p.regime].title if p.regime is not None else ""


def _line(document: Document, p: Penalty, ledger: Ledger) -> str:
    n = ledger.cite(document, p.span, p.path)
    item = p.item if p.item and not p.item.endswith("款") else ""
    when = f"（{p.when}）" if p.when else ""
    return f"· {item}{sentence(p.violation)}{when}：{consequence(PenaltyHit(document, p, None, None))}[{n}]"


def _count(label: str, sizes: list[int], unit: str) -> Figure:
    total = sum(sizes)
    sums = f" = {total}" if len(sizes) > 1 else ""
    return Figure(label=label, value=total, unit=unit, relation="=", citation=None, working=_COUNTED + " + ".join(map(str, sizes)) + sums)  # fmt: skip


def compose_figures(result: FiguresResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Every figure that meets the condition, under its regime, in the words of its sentence."""
    condition = conditions.of_figures(result.asked, k)
    intent = "deadline" if "deadline" in result.asked.kinds else "supervision"
    if not result.found:
        return Draft("answered", intent, f"逐条比对了收录的指标和期限，没有一条符合：{condition}。")
    entries: list[str] = []
    figures: list[Figure] = []
    sizes: list[int] = []
    titles: list[str] = []
    for (document, title), group in groupby(result.found, key=lambda x: (x[0], _title(*x))):
        listed = [q for _, q in group]
        regime = listed[0].regime
        mark = f"[{ledger.cite(document, document.regimes[regime].title_span)}]" if regime is not None else ""
        entries.append(f"{title or _named(document)}{mark}：")
        titles.append(title)
        entries += dict.fromkeys(_sentence(document, q, k, ledger) for q in listed)
        sizes.append(len(listed))
        figures += [figure(document, q, k, ledger) for q in listed if q.value is not None]
    count = _count("符合条件的要求", sizes, "条")
    where = f"，分布在 {len(sizes)} 项制度里" if len(sizes) > 1 else ""
    regimes = Figure(label="涉及的制度", value=len(sizes), unit="项", relation="=", citation=None, working=_COUNTED + "、".join(titles))  # fmt: skip
    warnings = {(w.code, w.text): w for d, q in result.found for w in touching(d, [q.sentence], k, ledger)}
    return Draft(
        "answered",
        intent,
        lines(f"{condition}的要求共 {sum(sizes)} 条{where}：", *entries),
        figures=(*figures, count, *([regimes] if where else [])),
        warnings=tuple(warnings.values()),
    )


def _title(document: Document, q: Quantity) -> str:
    return document.regimes[q.regime].title if q.regime is not None else ""


def _sentence(document: Document, q: Quantity, k: Knowledge, ledger: Ledger) -> str:
    n = ledger.cite(document, q.sentence, k.path_at(document, q.sentence))
    return f"· {sentence(tidy(document.text, q.sentence).text)}[{n}]"


def compose_clauses(result: ClausesResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Regimes that concern it wholly, then every clause and duty that says it."""
    condition = conditions.of_terms(result.asked.terms)
    if result.absent:
        return Draft("not_in_corpus", "corpus", f"收录的文件里没有写到“{result.absent}”，所以没有这样的规定。")
    if not result.clauses and not result.duties:
        return Draft("answered", "corpus", f"逐条比对了收录的条款，没有一条写到：{condition}。")
    entries = [f"· 整个制度都与它有关：{r.title}[{ledger.cite(d, r.title_span)}]" for d, r in result.whole]
    steps: list[Step] = []
    sizes: list[int] = []
    warnings: dict[tuple[str, str], Warning] = {}
    for (document, title), group in groupby(result.clauses, key=lambda x: (x[0], k.path_at(x[0], x[1].span)[:1])):
        listed = [c for _, c in group]
        entries.append(f"{''.join(title) or _named(document)}：")
        sizes.append(len(listed))
        for c in listed:
            n = ledger.cite(document, c.span, c.path)
            entries.append(f"· {sentence(c.text)}[{n}]")
            steps.append(Step(n=len(steps) + 1, text=sentence(c.text), citation=n))
        warnings |= {(w.code, w.text): w for w in touching(document, [c.span for c in listed], k, ledger)}
    if result.duties:
        entries.append(f"{_REGISTRY}：")
        sizes.append(len(result.duties))
    for document, passage, section in result.duties:
        n = ledger.cite(document, passage.span, (section,))
        entries.append(f"· {section}：{sentence(passage.text)}[{n}]")
        steps.append(Step(n=len(steps) + 1, text=sentence(passage.text), citation=n))
    text = lines(f"写到{condition}的地方共 {sum(sizes)} 处：", *entries)
    return Draft("answered", "corpus", text, figures=(_count("写到的地方", sizes, "处"),), steps=tuple(steps), warnings=tuple(warnings.values()))  # fmt: skip


def compose_tally(result: TallyResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The number of records with each of them named."""
    entries: list[str] = []
    for group in result.groups:
        marked = [f"{name}[{ledger.cite(d, span, k.path_at(d, span))}]" for d, name, span in group.items]
        entries.append(f"· {group.title}：{len(marked)} {result.unit}：{'；'.join(marked)}" if group.title else "\n".join(f"· {m}" for m in marked))  # fmt: skip
    sizes = [len(g.items) for g in result.groups]
    total = _count(conditions.TALLIED[result.kind], sizes, result.unit)
    lead = f"{conditions.TALLIED[result.kind]}共 {sum(sizes)} {result.unit}："
    return Draft("answered", "corpus", lines(lead, *entries), figures=(total,))
