"""A supervision regime (监管制度) as a checklist: what to prepare, check and do, and what may follow; each with its place."""

from __future__ import annotations

from typing import Literal

import msgspec

from corpus.records import Anomaly, Span

RequirementKind = Literal["plan", "notice", "inspectors"]
"""制定检查方案, 下发检查通知, 检查人员的人数和证件."""

OutcomeKind = Literal["compliant", "noncompliant", "closing"]
"""未发现问题 or 不需要处理; a consequence; what is done in any case (归档, 回复举报人)."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value, compared by value."""


class Place(Value, frozen=True, kw_only=True):
    """Where a line of the checklist is written."""

    document: str
    """Id of the document."""
    clause: int
    """Index in `Document.clauses`."""
    span: Span
    """What is quoted: the clause or the part of it that the line states."""
    path: tuple[str, ...]


class PossibleViolation(Value, frozen=True, kw_only=True):
    """A violation that an item may bring to light, with all its consequences."""

    text: str
    """The conduct as the document words it."""
    penalties: tuple[int, ...]
    """Indexes into `Document.penalties`: one for each condition (逾期不改正 …)."""
    score: float
    """How well the words of the two meet, 0–1."""


class Item(Value, frozen=True, kw_only=True):
    """One thing to check (检查内容)."""

    id: str
    """From its words and its group: the same as long as these stay, whatever stands around it."""
    n: int
    """Running number in the checklist, from 1: the document's own may skip or repeat."""
    label: str
    """Numbering as written (`7、`, `二是`); empty where there is none."""
    text: str
    """Tidy words without the numbering and the closing sign."""
    group: str
    """Heading that a half of the contents stands under (征缴稽核); empty where there is one list only."""
    lead: str
    """Words before a run-in list that hold for each of its items; empty elsewhere."""
    place: Place
    anomalies: tuple[Anomaly, ...]
    violations: tuple[PossibleViolation, ...] = ()
    """Likeliest first."""


class Requirement(Value, frozen=True, kw_only=True):
    """Something the text demands before the check begins."""

    kind: RequirementKind
    text: str
    least: int | None
    """Least number of inspectors, where the sentence states one."""
    certificate: bool
    """Whether it demands that they carry or show a certificate."""
    place: Place


class Step(Value, frozen=True, kw_only=True):
    """One step of the procedure, or one method or measure."""

    id: str
    n: int
    label: str
    text: str
    prepares: bool
    """Whether the whole step is a requirement before the check."""
    deadlines: tuple[int, ...]
    """Indexes into `Document.quantities`."""
    place: Place
    anomalies: tuple[Anomaly, ...]


class Outcome(Value, frozen=True, kw_only=True):
    """What follows from the check."""

    id: str
    kind: OutcomeKind
    label: str
    text: str
    lead: str
    """The sentence that opens the list it stands in (依照下列规定处罚); empty where it stands alone."""
    penalties: tuple[int, ...]
    """Indexes into `Document.penalties`."""
    deadlines: tuple[int, ...]
    papers: tuple[str, ...]
    """Names of the papers it has made out, without 《》."""
    informs: tuple[str, ...]
    """Who is told or takes over, in the document's words."""
    place: Place
    anomalies: tuple[Anomaly, ...]


class Checklist(Value, frozen=True, kw_only=True):
    """A regime, compiled."""

    document: str
    regime: int
    """Index in `Document.regimes`."""
    label: str
    title: str
    preparation: tuple[Requirement, ...]
    items: tuple[Item, ...]
    methods: tuple[Step, ...]
    measures: tuple[Step, ...]
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    deadlines: tuple[int, ...]
    """All deadlines of the regime, indexes into `Document.quantities`."""
    corrections: tuple[int, ...]
    """Those for the correction of what was found (整改)."""
    anomalies: tuple[Anomaly, ...]
    """All that the documents get wrong or leave open inside the regime."""
    general: tuple[PossibleViolation, ...] = ()
    """Violations without a conduct of their own (有违反法律法规行为): any item found wanting may be one."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Headings of the halves of its contents, in order; none where it has one list."""
        return tuple(dict.fromkeys(i.group for i in self.items if i.group))
