"""What the duties map is sent: sections, matters, links, duties, shared matters, procedures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field

from api.overview.places import DocumentRef, Passage, Place, passage, place, references
from assistant.findings import Candidate
from assistant.matters import Matter
from assistant.overview.bureaus import Views
from assistant.overview.duty_map import FoundDuty, Link, Procedure, find_duties, links, procedures, stage_of
from corpus.records import Boundary, Document

Owner = Annotated[
    str, Field(description="收录了几个单位时，是哪一个的；只有一个时没有这一项", exclude_if=lambda name: not name)
]
T = TypeVar("T")


class MapSection(BaseModel):
    """A section of a registry."""

    name: str
    bureau: Owner = ""
    duties: int
    place: Place


class MapMatter(BaseModel):
    """Something people come for."""

    id: str
    name: str
    topic: str


class MapLink(BaseModel):
    """A section handles a matter."""

    matter: str = Field(description="事项编号")
    section: int = Field(description="科室在 sections 里的位置，从 0 起")
    role: str = Field(description="主办 | 初审 | 复审 | 配合 | …")
    place: Place = Field(description="写明这项职责的那一句")


class DutyMapReply(BaseModel):
    """Sections and matters with the lines between them."""

    documents: list[DocumentRef]
    sections: list[MapSection]
    matters: list[MapMatter] = Field(description="登记表里有科室管的事项")
    links: list[MapLink]
    unplaced: list[MapMatter] = Field(description="登记表没有写明归哪个科室的事项")


class DutyReply(BaseModel):
    """One duty with the matters it proves."""

    section: str
    bureau: Owner = ""
    number: str
    main: str
    main_place: Place | None
    text: str
    place: Place
    matters: list[str] = Field(description="这项职责管的事项名称")


class DutiesReply(BaseModel):
    """A page of duties."""

    duties: list[DutyReply]
    total: int
    matters: list[MapMatter] = Field(description="名称或日常说法合得上的事项")
    next: int | None


class ShareReply(BaseModel):
    """What one department does."""

    department: str
    does: Passage


class BoundaryReply(BaseModel):
    """A matter that departments share."""

    matter: Passage
    bureau: Owner = ""
    shares: list[ShareReply]
    basis: list[Passage]
    case: list[Passage]


class BoundariesReply(BaseModel):
    """All shared matters."""

    boundaries: list[BoundaryReply]
    total: int
    next: int | None


class StepReply(BaseModel):
    """One stage of a procedure."""

    role: str
    staged: bool = Field(description="文件写了是哪个环节；否则是主办或配合")
    section: str
    does: Passage


class ProcedureReply(BaseModel):
    """A procedure that passes several sections."""

    matters: list[str]
    bureau: Owner = ""
    steps: list[StepReply]


class ProceduresReply(BaseModel):
    """Procedures in several stages."""

    procedures: list[ProcedureReply]


def map_reply(views: Views, bureau: str) -> DutyMapReply:
    """The whole map, without the words of the duties; each bureau's matters go to its own sections. Raises BureauError."""
    found = _once((link for k in views.each(bureau) for link in links(k)), _link_key)
    k = views.of(bureau)
    at = {(d.id, s.name): n for n, (d, s) in enumerate(k.sections)}
    placed = {link.matter.id for link in found}
    return DutyMapReply(
        documents=references(k.corpus),
        sections=[
            MapSection(name=s.name, bureau=views.owner(d.id), duties=len(s.duties), place=place(d, s.span))
            for d, s in k.sections
        ],
        matters=[_matter(m) for m in k.vocabulary.matters if m.id in placed],
        links=[
            MapLink(matter=link.matter.id, section=at[spot], role=link.candidate.role, place=_place(link.candidate))
            for link in found
            if (spot := (link.candidate.sentence.document.id, link.candidate.section)) in at
        ],
        unplaced=[_matter(m) for m in k.vocabulary.matters if m.id not in placed],
    )


def duties_found(views: Views, bureau: str, words: str, section: str) -> list[FoundDuty]:
    """Duties that have the words, proved matter by matter within their own bureau. Raises BureauError."""
    found = (f for k in views.each(bureau) for f in find_duties(k, words, section))
    return _once(found, lambda f: (f.document.id, f.duty.index))


def duty_reply(found: FoundDuty, views: Views) -> DutyReply:
    """One row."""
    d = found.duty
    return DutyReply(
        section=d.section,
        bureau=views.owner(found.document.id),
        number=d.number,
        main=d.main,
        main_place=place(found.document, d.main_span) if d.main_span else None,
        text=d.text,
        place=place(found.document, d.span),
        matters=[m.name for m in found.matters],
    )


def matter_replies(matters: tuple[Matter, ...]) -> list[MapMatter]:
    """Matters by name."""
    return [_matter(m) for m in matters]


def boundary_reply(document: Document, b: Boundary, views: Views) -> BoundaryReply:
    """One shared matter with every department's share."""
    return BoundaryReply(
        matter=passage(document, b.matter, b.span),
        bureau=views.owner(document.id),
        shares=[ShareReply(department=s.department, does=passage(document, s.text, s.span)) for s in b.shares],
        basis=[passage(document, p.text, p.span) for p in b.basis],
        case=[passage(document, p.text, p.span) for p in b.case],
    )


def procedures_reply(views: Views, bureau: str) -> ProceduresReply:
    """All procedures that pass several sections of one bureau. Raises BureauError."""
    found = (p for k in views.each(bureau) for p in procedures(k))
    return ProceduresReply(procedures=[_procedure(p, views) for p in _once(found, lambda p: _spots(p.steps))])


def _once(found: Iterable[T], key: Callable[[T], object]) -> list[T]:
    """Each once: what holds for all bureaus is found with every one of them."""
    out: dict[object, T] = {}
    for one in found:
        out.setdefault(key(one), one)
    return list(out.values())


def _link_key(link: Link) -> object:
    return link.matter.id, link.candidate.role, _spots((link.candidate,))


def _spots(candidates: Sequence[Candidate]) -> tuple[tuple[str, str, int], ...]:
    return tuple((c.sentence.document.id, c.section, c.sentence.passage.span.start) for c in candidates)


def _procedure(p: Procedure, views: Views) -> ProcedureReply:
    steps = [StepReply(role=c.role, staged=bool(stage_of(c)), section=c.section, does=_does(c)) for c in p.steps]
    bureau = views.owner(p.steps[0].sentence.document.id)
    return ProcedureReply(matters=[m.name for m in p.matters], bureau=bureau, steps=steps)


def _does(c: Candidate) -> Passage:
    return passage(c.sentence.document, c.sentence.passage.text, c.sentence.passage.span)


def _place(c: Candidate) -> Place:
    return place(c.sentence.document, c.sentence.passage.span)


def _matter(m: Matter) -> MapMatter:
    return MapMatter(id=m.id, name=m.name, topic=m.topic)
