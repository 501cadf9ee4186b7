"""Words for laws and articles: which law is meant, and what the documents do not hold."""

from __future__ import annotations

from assistant.act.penalty_results import AbsentResult, WhichLawResult
from assistant.compose.draft import Draft, lines
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Document, LawReference

_MAX_HELD = 12


def compose_which_law(result: WhichLawResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Several laws have the article: which one?"""
    options = tuple(dict.fromkeys(f"《{r.name}》{r.article}" for _, r in result.choices))
    entries = [f"· {_entry(d, r, k, ledger)}" for d, r in result.choices]
    return Draft(
        "clarify", "penalty", lines("文件里有几部法规都有这一条，请问您问的是哪一部：", *entries), options=options
    )


def compose_absent(result: AbsentResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Not held, said exactly, with what is held of that law."""
    said = f"“{result.said}”" if result.said else "您问的这一条"
    if result.items:
        d, r = result.held[0]
        n = ledger.cite(d, r.span, k.path_at(d, r.span))
        law = _named(r.name, f"《{r.name}》", k, ledger)
        text = f"{law}{r.article}[{n}]在文件里有{'、'.join(result.items)}项，没有{said}。"
        for document, p in k.penalties:
            if p.law == r.name and p.article == r.article and p.item in result.items:
                ledger.cite(document, p.span, p.path)
        return Draft("not_in_corpus", "penalty", text)
    held = [f"· {_entry(d, r, k, ledger)}" for d, r in result.held[:_MAX_HELD]]
    for name in sorted({r.name for _, r in result.held[:_MAX_HELD]}):
        _named(name, "", k, ledger)
    lead = f"收录的文件里没有{said}，所以查不到它的规定。"
    if not result.law:
        more = "文件里有的条文是：" if held else "名称相近的法规不是同一部，不能互相代替。"
        return Draft("not_in_corpus", "penalty", lines(lead, more, *held))
    more = f"关于《{result.law}》，文件里有的是：" if held else f"文件只提到《{result.law}》，没有引用它的条文。"
    return Draft("not_in_corpus", "penalty", lines(lead, _named(result.law, more, k, ledger), *held))


def _named(law: str, words: str, k: Knowledge, ledger: Ledger) -> str:
    """The words with a citation of a place that names the law, so that its name is proved."""
    cited = [(d, r.span) for d in k.corpus.documents for r in d.references if r.name == law]
    stated = [(d, p.basis_span) for d, p in k.penalties if p.law == law and p.basis_span]
    if not cited and not stated:
        return words
    document, span = (*cited, *stated)[0]
    return words.replace("》", f"》[{ledger.cite(document, span, k.path_at(document, span))}]", 1)


def _entry(document: Document, r: LawReference, k: Knowledge, ledger: Ledger) -> str:
    n = ledger.cite(document, r.span, k.path_at(document, r.span))
    return f"《{r.name}》{r.article}[{n}]"
