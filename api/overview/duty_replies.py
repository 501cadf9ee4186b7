"""What the duties map is sent: sections, matters, links, duties, shared matters, procedures."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.overview.places import DocumentRef, Passage, Place, passage, place, references
from assistant.findings import Candidate
from assistant.knowledge import Knowledge
from assistant.matters import Matter
from assistant.overview.duty_map import FoundDuty, Procedure, links, procedures, stage_of
from corpus.records import Boundary, Document


class MapSection(BaseModel):
    """A section of a registry."""

    name: str
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
    steps: list[StepReply]


class ProceduresReply(BaseModel):
    """Procedures in several stages."""

    procedures: list[ProcedureReply]


def map_reply(k: Knowledge) -> DutyMapReply:
    """The whole map, without the words of the duties."""
    found = links(k)
    at = {(d.id, s.name): n for n, (d, s) in enumerate(k.sections)}
    placed = {link.matter.id for link in found}
    return DutyMapReply(
        documents=references(k.corpus),
        sections=[MapSection(name=s.name, duties=len(s.duties), place=place(d, s.span)) for d, s in k.sections],
        matters=[_matter(m) for m in k.vocabulary.matters if m.id in placed],
        links=[
            MapLink(matter=link.matter.id, section=at[spot], role=link.candidate.role, place=_place(link.candidate))
            for link in found
            if (spot := (link.candidate.sentence.document.id, link.candidate.section)) in at
        ],
        unplaced=[_matter(m) for m in k.vocabulary.matters if m.id not in placed],
    )


def duty_reply(found: FoundDuty) -> DutyReply:
    """One row."""
    d = found.duty
    return DutyReply(
        section=d.section,
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


def boundary_reply(document: Document, b: Boundary) -> BoundaryReply:
    """One shared matter with every department's share."""
    return BoundaryReply(
        matter=passage(document, b.matter, b.span),
        shares=[ShareReply(department=s.department, does=passage(document, s.text, s.span)) for s in b.shares],
        basis=[passage(document, p.text, p.span) for p in b.basis],
        case=[passage(document, p.text, p.span) for p in b.case],
    )


def procedures_reply(k: Knowledge) -> ProceduresReply:
    """All procedures that pass several sections."""
    return ProceduresReply(procedures=[_procedure(p) for p in procedures(k)])


def _procedure(p: Procedure) -> ProcedureReply:
    steps = [StepReply(role=c.role, staged=bool(stage_of(c)), section=c.section, does=_does(c)) for c in p.steps]
    return ProcedureReply(matters=[m.name for m in p.matters], steps=steps)


def _does(c: Candidate) -> Passage:
    return passage(c.sentence.document, c.sentence.passage.text, c.sentence.passage.span)


def _place(c: Candidate) -> Place:
    return place(c.sentence.document, c.sentence.passage.span)


def _matter(m: Matter) -> MapMatter:
    return MapMatter(id=m.id, name=m.name, topic=m.topic)
