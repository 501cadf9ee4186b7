"""Words for answers that rest on no record: talk, other authorities, silence of the documents, passages."""

from __future__ import annotations

from assistant.act.results import (
    AnomaliesResult,
    CorpusResult,
    InjectionResult,
    MentionResult,
    OutsideResult,
    PassageResult,
    ReferenceResult,
    SignInResult,
    TalkResult,
    UnknownResult,
    UnprovedResult,
)
from assistant.answer import UNPROVED, Figure, Warning
from assistant.compose.draft import Draft, clip, lines, sentence
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Anomaly, Span
from corpus.tidy import tidy

_ASK_LIKE_THIS = "您可以这样问：“工资被拖欠了找谁”“某个科室负责什么”“无证经营怎么处罚”“某项检查每年几次”。"
_TALK = {
    "greeting": "您好！请直接说您遇到的事，我来告诉您该找哪个科室、文件是怎么写的。",
    "thanks": "不客气。还有别的事，请直接问。",
    "restart": "好的，前面说的都不算了。请直接说您要问的事。",
    "goodbye": "再见，祝您办事顺利。",
    "complaint-about-assistant": "对不起，刚才没有帮到您。请换一种说法，或者把事情说得具体一些，我再查一遍。",
    "test-gibberish": "我没有看懂这句话。请用一句话说明您要办的事。",
}


def compose_talk(result: TalkResult, k: Knowledge, ledger: Ledger) -> Draft:
    """A short polite reply; who we are and what can be asked."""
    about = (
        f"我是{k.bureau}的政策助手，只根据收录的文件回答：办事找哪个科室、监管怎么检查、违规怎么处罚，每句话都附原文。"
    )
    text = _TALK.get(result.kind) or lines(about, _ASK_LIKE_THIS)
    return Draft("answered", "smalltalk", text)


def compose_sign_in(result: SignInResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Inspections are for inspectors who are signed in."""
    return Draft("clarify", "checklist", "检查要由登录的检查人员进行；请先用检查人员的账号登录，再说一遍。")


def compose_outside(result: OutsideResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Another authority's business, and which kind of authority."""
    o = result.outside
    if o is None or not o.authority:
        return Draft("out_of_scope", "other", "这个问题不属于人力资源和社会保障业务，我没有可以依据的文件，无法回答。")
    text = f"这件事（{o.name}）不归人力资源和社会保障部门管，一般由{o.authority}负责，请向当地的{o.authority}咨询。"
    return Draft("out_of_scope", "route", text)


def compose_injection(result: InjectionResult, k: Knowledge, ledger: Ledger) -> Draft:
    """A refusal that stays polite."""
    return Draft(
        "out_of_scope",
        "other",
        "我只能根据收录的文件如实回答，不能按要求改变规则或说出文件里没有的内容。请直接说您要问的事。",
    )


def compose_unknown(result: UnknownResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The documents do not say."""
    text = "收录的文件里没有写到这个问题，我不能凭空回答。请换一种说法，或者直接向本单位咨询。"
    return Draft("not_in_corpus", "other", text)


def compose_unproved(result: UnprovedResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Found, but not proved: said as it is."""
    text = "查到了可能相关的内容，但没有通过逐字核对，为避免说错，这里不作答复。请直接向本单位咨询。"
    held_back = Warning(code=UNPROVED, text="没有通过核对的内容没有发出。")
    return Draft("not_in_corpus", "other", text, warnings=(held_back,))


def compose_corpus(result: CorpusResult, k: Knowledge, ledger: Ledger) -> Draft:
    """What is held; contents entries without a body."""
    warnings = tuple(
        Warning(code=a.code, text=a.text, citation=ledger.cite(d, a.span, k.path_at(d, a.span)))
        for d, a in result.missing
    )
    gaps = [_gap(a, w) for (_, a), w in zip(result.missing, warnings, strict=True)]
    if not result.overview:
        absent = all(a.code == "contents-without-body" for _, a in result.missing)
        return Draft("not_in_corpus" if absent else "answered", "corpus", lines(*gaps), warnings=warnings)
    entries, figures = _overview(k, ledger)
    return Draft("answered", "corpus", lines(*entries, *gaps), figures=tuple(figures), warnings=warnings)


def compose_anomalies(result: AnomaliesResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The places, word for word; what is odd about each is said in its warning."""
    entries: list[str] = []
    warnings: list[Warning] = []
    for document, anomaly in result.found:
        n = ledger.cite(document, anomaly.span, k.path_at(document, anomaly.span))
        entries.append(f"· “{clip(tidy(document.text, anomaly.span).text, 40)}”[{n}]")
        warnings.append(Warning(code=anomaly.code, text=anomaly.text, citation=n))
    count = len(entries)
    figures = (
        Figure(
            label="需要留意的地方", value=count, unit="处", relation="=", citation=1, working=f"逐一数出：{count} 处"
        ),
    )
    lead = f"文件自身有 {count} 处需要留意，原文如下，每处的说明见提醒："
    return Draft("answered", "corpus", lines(lead, *entries), figures=figures, warnings=tuple(warnings))


def _gap(anomaly: Anomaly, warning: Warning) -> str:
    if anomaly.code == "contents-without-body":
        return (
            f"目录里列有“{anomaly.subject}”[{warning.citation}]，但收录的文件中没有这一项的正文，所以查不到具体规定。"
        )
    return f"{sentence(anomaly.text)}[{warning.citation}]。"


def _bureau(k: Knowledge, ledger: Ledger) -> str:
    """The bureau's name where a document states it, with its citation."""
    document = next(d for d in k.corpus.documents if d.bureau)
    at = document.text.find(document.bureau)
    mark = f"[{ledger.cite(document, Span(at, at + len(document.bureau)))}]" if at >= 0 else ""
    return f"{document.bureau}{mark}"


def _overview(k: Knowledge, ledger: Ledger) -> tuple[list[str], list[Figure]]:
    entries: list[str] = (
        [f"目前收录的内容（{_bureau(k, ledger)}）："]
        if any(d.bureau for d in k.corpus.documents)
        else ["目前收录的内容："]
    )
    figures: list[Figure] = []
    sections = [s.name for _, s in k.sections]
    if sections:
        n = ledger.cite(k.sections[0][0], k.sections[0][1].span)
        entries.append(f"· 部门职责登记表，列出 {len(sections)} 个科室：{'、'.join(sections)}[{n}]")
        figures.append(
            Figure(label="科室数", value=len(sections), unit="个", relation="=", citation=n, working="逐一数出")
        )
        for document, section in k.sections[1:]:
            ledger.cite(document, section.span)
    for document in k.corpus.documents:
        boundaries = [(f"与相关部门的职责边界：{b.matter}", b.span, b.path) for b in document.boundaries]
        regimes = [(f"监管制度：{r.title}", r.title_span, ()) for r in document.regimes]
        entries += [f"· {text}[{ledger.cite(document, span, path)}]" for text, span, path in (*boundaries, *regimes)]
    return entries, figures


def compose_references(result: ReferenceResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Each place where a law is referred to, with article as far as the document gives it."""
    entries: list[str] = []
    for document, r in result.references:
        n = ledger.cite(document, r.span, k.path_at(document, r.span))
        entries.append(f"· 《{r.name}》{r.article}{r.paragraph}{r.item}[{n}]")
    return Draft("answered", "corpus", lines("文件引用它的地方：", *dict.fromkeys(entries)))


def compose_mention(result: MentionResult, k: Knowledge, ledger: Ledger) -> Draft:
    """What the documents say of a unit that the registry does not list."""
    entries = [f"· {clip(sentence(p.text), 160)}[{ledger.cite(d, p.span, c.path)}]" for d, c, p in result.places]
    warnings = tuple(
        Warning(code=a.code, text=a.text, citation=ledger.cite(d, a.span, k.path_at(d, a.span)))
        for d, a in k.anomalies
        if a.code == "section-not-in-registry" and a.subject == result.term
    )
    lead = f"职责登记表里没有“{result.term}”这个科室，文件中提到它的地方有："
    return Draft("answered", "section", lines(lead, *entries), warnings=warnings[:1])


def compose_passages(result: PassageResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The nearest clauses and cells, offered as such."""
    entries = [f"· {clip(sentence(p.text), 160)}[{ledger.cite(p.document, p.span, p.path)}]" for p in result.places]
    return Draft("answered", "other", lines("文件里和这个问题最接近的内容是：", *entries))
