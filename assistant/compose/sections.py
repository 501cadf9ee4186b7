"""Words for what sections and departments do."""

from __future__ import annotations

from assistant.act.results import BoundaryListResult, BoundaryResult, SectionListResult, SectionResult
from assistant.answer import Figure, SectionRef, Warning
from assistant.compose.draft import Draft, clip, lines, sentence
from assistant.compose.warnings import touching
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import BoundaryShare, Document, Duty, Section


def compose_sections(result: SectionResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Each section with all its registered duties."""
    paragraphs: list[str] = []
    refs: list[SectionRef] = []
    warnings: list[Warning] = []
    for document, section in result.sections:
        n = ledger.cite(document, section.span)
        refs.append(SectionRef(name=section.name, role="主办", citation=n))
        paragraphs.append(f"{section.name}[{n}]登记的职责：")
        for i in section.duties:
            duty = document.duties[i]
            paragraphs.append(f"· {_items(duty)}[{ledger.cite(document, duty.span, duty.path)}]")
    for document, section in result.sections:  # after the text, so that its citations are numbered first
        warnings += touching(document, [document.duties[i].span for i in section.duties], k, ledger)
    return Draft(
        "answered",
        "section",
        lines(*paragraphs),
        sections=tuple(refs),
        warnings=tuple({(w.code, w.text): w for w in warnings}.values()),
    )


def _items(duty: Duty) -> str:
    """The items of a duty, parted: lines that the document only sets below each other would run together."""
    return "；".join(sentence(p.text) for p in duty.items)


def compose_section_list(result: SectionListResult, k: Knowledge, ledger: Ledger) -> Draft:
    """All sections, in the registry's order, each with the beginning of its first duty."""
    refs: list[SectionRef] = []
    entries: list[str] = []
    for document, section in result.sections:
        n = ledger.cite(document, section.span)
        refs.append(SectionRef(name=section.name, role="主办", citation=n))
        entries.append(f"· {section.name}[{n}]{_first_duty(document, section, ledger)}")
    count = len(result.sections)
    working = "、".join(s.name for _, s in result.sections)
    figures = (
        Figure(label="科室数", value=count, unit="个", relation="=", citation=1, working=f"逐一数出：{working}"),
    )
    lead = f"职责登记表里列出的科室共 {count} 个："
    return Draft("answered", "section", lines(lead, *entries), sections=tuple(refs), figures=figures)


def _first_duty(document: Document, section: Section, ledger: Ledger) -> str:
    if not section.duties:
        return ""
    duty = document.duties[section.duties[0]]
    if not duty.items:
        return ""
    first = duty.items[0]
    return f"：{clip(sentence(first.text), 40)}[{ledger.cite(document, first.span, duty.path)}]"


_ALL = 4
"""Departments up to which the whole division is shown whoever is asked for."""


def compose_boundary(result: BoundaryResult, k: Knowledge, ledger: Ledger) -> Draft:
    """The share of each department, the legal basis, and where there is one the case."""
    document, b = result.document, result.boundary
    entries = [f"“{b.matter}”由几个部门分工[{ledger.cite(document, b.span, b.path)}]："]
    shown = _shown(result)
    for s in shown:
        n = ledger.cite(document, s.span, b.path)
        m = ledger.cite(document, s.department_span, b.path)
        entries.append(f"· {s.department}[{m}]：{sentence(s.text)}[{n}]")
    if len(shown) < len(b.shares):
        entries.append("这件事还有其他部门分工，可以点开原文看全部。")
    if b.basis:
        basis = "；".join(f"{sentence(p.text)}[{ledger.cite(document, p.span, b.path)}]" for p in b.basis)
        entries.append(f"依据：{basis}")
    if b.case:
        entries.append(f"文件附有案例[{ledger.cite(document, b.case[0].span, b.path)}]。")
    spans = [b.span, *(s.span for s in shown), *(p.span for p in b.case)]
    return Draft("answered", "boundary", lines(*entries), warnings=touching(document, spans, k, ledger))


def _shown(result: BoundaryResult) -> tuple[BoundaryShare, ...]:
    """All shares; of a long division only those of the departments that the question names."""
    shares = result.boundary.shares
    named = tuple(s for s in shares if s.department in result.departments)
    return named if named and len(shares) > _ALL else shares


def compose_boundary_list(result: BoundaryListResult, k: Knowledge, ledger: Ledger) -> Draft:
    """Each shared matter with the departments that share it."""
    entries: list[str] = []
    for document, b in result.boundaries:
        n = ledger.cite(document, b.span, b.path)
        departments = "、".join(f"{s.department}[{ledger.cite(document, s.department_span, b.path)}]" for s in b.shares)
        entries.append(f"· {b.matter}[{n}]：{departments}")
    count = len(result.boundaries)
    figures = (
        Figure(label="共同职责事项", value=count, unit="项", relation="=", citation=1, working=f"逐一数出：{count} 项"),
    )
    return Draft("answered", "boundary", lines(f"几个部门共同负责的事项有 {count} 项：", *entries), figures=figures)
