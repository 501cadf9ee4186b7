"""Words of warning where another document states another figure for what an answer rests on."""

from __future__ import annotations

from assistant.answer import Answer, Citation, Warning
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.conflicts import Said
from corpus.records import Document

CODE = "documents-differ"
_MOST = 3


def with_conflicts(answer: Answer, k: Knowledge) -> Answer:
    """The answer with a warning for each conflict that a citation stands in; both places are cited."""
    if not k.conflicts or not answer.citations:
        return answer
    citations = list(answer.citations)
    documents = {d.id: d for d in k.corpus.documents}
    warnings: list[Warning] = []
    said = {w.text for w in answer.warnings}
    for conflict in k.conflicts:
        for own, other in ((conflict.first, conflict.second), (conflict.second, conflict.first)):
            cited = next((c for c in answer.citations if _holds(own, c.document, c.start, c.end)), None)
            if cited is None or len(warnings) >= _MOST:
                continue
            hint = f"{conflict.weight}；" if conflict.weight else ""
            text = (
                f"关于“{conflict.about}”，两份文件写的不同：《{own.title}》写 {own.words}，《{other.title}》写 {other.words}。"
                f"{hint}适用哪一份请向经办科室核实。"
            )
            if text not in said:
                n = _number(citations, documents[other.document], other, k)
                warnings.append(Warning(code=CODE, text=text, citation=n))
            break
    if not warnings:
        return answer
    return answer.model_copy(update={"citations": citations, "warnings": [*answer.warnings, *warnings]})


def _number(citations: list[Citation], document: Document, said: Said, k: Knowledge) -> int:
    """The number of the citation of what a document says; added at the end where there is none yet."""
    same = next((c for c in citations if _holds(said, c.document, c.start, c.end)), None)
    if same is not None:
        return same.n
    ledger = Ledger()
    ledger.cite(document, said.span, k.path_at(document, said.span))
    citations.append(ledger.citations[0].model_copy(update={"n": len(citations) + 1}))
    return len(citations)


def _holds(said: Said, document: str, start: int, end: int) -> bool:
    return said.document == document and said.span.start < end and start < said.span.end
