"""What the table of consequences is sent: rows with their bars, what each fine needs, and what can be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from api.overview.places import DocumentRef, Passage, Place, passage, place, references
from assistant.answer import FineAnswer
from assistant.compose.fine import fine_answer, fine_words
from assistant.knowledge import Knowledge
from assistant.overview.calculator import Needed, needed
from assistant.overview.penalty_table import measures, regime_of
from assistant.overview.scale import Scale, scale_of
from corpus.records import Document, Fine, Penalty, Span, Tier, Waiver

Shape = Literal["", "priced", "amount", "person", "multiple", "unpriced"]
Order = Literal["document", "heaviest"]
Measure = Annotated[str, StringConstraints(strip_whitespace=True, max_length=50)]


class TickReply(BaseModel):
    """A mark of the scale."""

    yuan: int
    words: str
    at: float


class BarReply(BaseModel):
    """The interval on the common scale, in shares of its length."""

    start: float
    end: float
    open_low: bool = Field(description="条款没有写下限")
    open_high: bool = Field(description="条款没有写上限")


class NeededReply(BaseModel):
    """A fact that the fine is counted by."""

    key: Literal["persons", "gains_yuan", "taken_yuan", "count"]
    label: str
    unit: str


class DiffersReply(BaseModel):
    """What another document says on the same violation."""

    title: str = Field(description="另一份文件")
    own: str = Field(description="这一份写的")
    words: str = Field(description="另一份写的")
    weight: str = Field(description="从标题和施行日期看得出的先后；看不出为空")
    place: Place


class PenaltyRow(BaseModel):
    """One consequence of one violation."""

    record: Literal["penalty"] = "penalty"
    document: str
    index: int = Field(description="在文件里的序号，计算时用")
    violation: str
    when: str | None = Field(description="在什么条件下；没有条件为空")
    measures: list[str]
    fine: FineAnswer
    fine_words: str = Field(description="幅度的文字；没有写金额为空")
    bar: BarReply | None
    needs: list[NeededReply]
    referral: str
    law: str
    article: str
    item: str
    regime: str
    place: Place
    basis: Place | None
    differs: list[DiffersReply] = Field(
        default=[], description="别的文件写得不同的；没有就没有这一项", exclude_if=lambda found: not found
    )


class TierRow(BaseModel):
    """One step of a discretion standard."""

    record: Literal["tier"] = "tier"
    document: str
    index: int
    violation: str
    name: str
    subject: str
    circumstances: str
    measures: list[str]
    fine: FineAnswer
    fine_words: str
    bar: BarReply | None
    needs: list[NeededReply]
    law: str
    article: str
    place: Place


class WaiverRow(BaseModel):
    """A violation that is let off or punished less."""

    document: str
    violation: str
    kind: str
    circumstances: Passage
    basis: list[Passage]
    measures: list[Passage]
    place: Place


class PenaltiesReply(BaseModel):
    """A page of consequences."""

    rows: list[PenaltyRow]
    total: int
    nearest: bool = Field(description="没有一条写着这些字词，给出的是意思最近的")
    next: int | None


class TiersReply(BaseModel):
    """A page of discretion steps."""

    rows: list[TierRow]
    total: int
    next: int | None


class WaiversReply(BaseModel):
    """A page of waivers."""

    rows: list[WaiverRow]
    total: int
    next: int | None


class Choice(BaseModel):
    """A value to filter by, and how many rows have it."""

    name: str
    rows: int


class FacetsReply(BaseModel):
    """What the table can be filtered by, and the scale its bars are drawn on."""

    documents: list[DocumentRef]
    regimes: list[Choice]
    laws: list[Choice]
    measures: list[str]
    penalties: int
    tiers: int
    waivers: int
    ticks: list[TickReply] = Field(description="对数刻度：每一格差十倍")


class Table:
    """Rows of one corpus, all bars on one scale."""

    def __init__(self, k: Knowledge) -> None:
        self._k = k
        self._scale = _scale(k)
        self._differs = _differing(k)

    def penalty(self, document: Document, p: Penalty) -> PenaltyRow:
        """A consequence as a row."""
        return PenaltyRow(
            document=document.id,
            index=p.index,
            violation=p.violation,
            when=p.when,
            measures=list(p.measures),
            fine=fine_answer(p.fine),
            fine_words=_words(p.fine),
            bar=self._bar(p.fine),
            needs=[_needed(n) for n in needed(p)],
            referral=p.referral,
            law=p.law,
            article=p.article,
            item=p.item,
            regime=regime_of(document, p),
            place=place(document, p.span),
            basis=place(document, p.basis_span) if p.basis_span else None,
            differs=self._differs.get((document.id, p.span), []),
        )

    def tier(self, document: Document, t: Tier) -> TierRow:
        """A discretion step as a row."""
        return TierRow(
            document=document.id,
            index=t.index,
            violation=t.violation,
            name=t.name,
            subject=t.subject,
            circumstances=t.circumstances,
            measures=list(t.measures),
            fine=fine_answer(t.fine),
            fine_words=_words(t.fine),
            bar=self._bar(t.fine),
            needs=[_needed(n) for n in needed(t)],
            law=t.law,
            article=t.article,
            place=place(document, t.span),
        )

    def waiver(self, document: Document, w: Waiver) -> WaiverRow:
        """A waiver as a row."""
        return WaiverRow(
            document=document.id,
            violation=w.violation,
            kind=w.kind,
            circumstances=passage(document, w.circumstances.text, w.circumstances.span),
            basis=[passage(document, p.text, p.span) for p in w.basis],
            measures=[passage(document, p.text, p.span) for p in w.measures],
            place=place(document, w.violation_span),
        )

    def facets(self) -> FacetsReply:
        """What can be filtered by."""
        k = self._k
        return FacetsReply(
            documents=references(k.corpus),
            regimes=_choices(regime_of(d, p) for d, p in k.penalties),
            laws=_choices(p.law for _, p in k.penalties),
            measures=list(measures(k)),
            penalties=len(k.penalties),
            tiers=sum(len(d.tiers) for d in k.corpus.documents),
            waivers=sum(len(d.waivers) for d in k.corpus.documents),
            ticks=[TickReply(yuan=t.yuan, words=t.words, at=t.at) for t in (self._scale.ticks if self._scale else ())],
        )

    def _bar(self, fine: Fine) -> BarReply | None:
        bar = self._scale.bar(fine) if self._scale else None
        if bar is None:
            return None
        return BarReply(start=bar.start, end=bar.end, open_low=bar.open_low, open_high=bar.open_high)


def _differing(k: Knowledge) -> dict[tuple[str, Span], list[DiffersReply]]:
    """Under each of two places that contradict each other what stands at the other one."""
    out: dict[tuple[str, Span], list[DiffersReply]] = {}
    for c in k.conflicts:
        for own, other in ((c.first, c.second), (c.second, c.first)):
            at = Place(document=other.document, start=other.span.start, end=other.span.end)
            said = DiffersReply(title=other.title, own=own.words, words=other.words, weight=c.weight, place=at)
            out.setdefault((own.document, own.span), []).append(said)
    return out


def _scale(k: Knowledge) -> Scale | None:
    return scale_of([*(p.fine for _, p in k.penalties), *(t.fine for d in k.corpus.documents for t in d.tiers)])


def _choices(names: Iterable[str]) -> list[Choice]:
    return [Choice(name=name, rows=rows) for name, rows in Counter(filter(None, names)).items()]


def _words(fine: Fine) -> str:
    return "" if fine.kind == "none" else fine_words(fine).strip()


def _needed(n: Needed) -> NeededReply:
    return NeededReply(key=n.key, label=n.label, unit=n.unit)
