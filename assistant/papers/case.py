"""What papers are made from: an inspection, its checklist, and what was entered for the paper at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import msgspec

from assistant.inspection.checklist import Checklist, Item, Place
from assistant.inspection.state import InspectionState, ItemState
from assistant.papers.paper import Note
from corpus.records import Document, Penalty, Regime, Span
from corpus.tidy import tidy

_QUOTE = 90
"""Characters of a quote that a footnote shows; the place it names has the whole."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fine that is proposed for one penalty, with the facts that its range is counted by."""

    penalty: int
    """Index in `Document.penalties`."""
    amount_yuan: float
    persons: int | None = None
    gains_yuan: float | None = None


class Entered(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What people entered for a paper. Everything may stay open: it is then printed as a marked blank."""

    number: str = ""
    """发文字号."""
    issued: date | None = None
    """成文日期."""
    deadline: date | None = None
    """Last day for the correction or for carrying out a decision."""
    sent_to: str = ""
    """主送; the unit inspected where empty."""
    copied_to: str = ""
    texts: dict[str, str] = msgspec.field(default_factory=dict[str, str])
    """Words for a part, by the part's title (`检查地点`, `评价和整改意见`)."""
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """An inspection with everything that its papers draw on."""

    document: Document
    checklist: Checklist
    inspection: InspectionState
    entered: Entered = field(default_factory=Entered)
    upward: bool = False
    """Whether the paper at hand goes to a higher authority."""
    told: frozenset[str] = frozenset()
    """Names of the fillers that the paper at hand calls for: what one part tells, another need not repeat."""

    @property
    def addressee(self) -> str:
        """主送单位 as entered, else the unit inspected; empty for a paper that goes upward."""
        return self.entered.sent_to or ("" if self.upward else self.inspection.unit.name)

    @property
    def regime(self) -> Regime:
        """The regime's record."""
        return self.document.regimes[self.checklist.regime]

    @property
    def issuer(self) -> str:
        """The unit that the documents name as supervising, else the bureau; empty where they name neither."""
        return self.regime.supervisor or self.document.bureau

    @property
    def wanting(self) -> tuple[ItemState, ...]:
        """Items found 不符合."""
        return tuple(i for i in self.inspection.items if i.finding == "不符合")

    def item(self, id: str) -> Item | None:
        """The item of the checklist; None when the documents have changed since and no longer have it."""
        return next((i for i in self.checklist.items if i.id == id), None)

    def penalties(self, state: ItemState) -> tuple[Penalty, ...]:
        """The consequences that the inspectors matched with a finding, all conditions of each."""
        own = {(v.penalty, v.text) for v in state.violations if v.document == self.document.id}
        texts = {text for _, text in own}
        # The documents may have changed since the inspection began: then the words count, not the place in a list.
        held = [p for p in self.document.penalties if (p.index, p.violation) in own] or [
            p for p in self.document.penalties if p.violation in texts and p.regime == self.checklist.regime
        ]
        same = {(p.violation, p.clause) for p in held}
        return tuple(p for p in self.document.penalties if (p.violation, p.clause) in same)

    def note(self, place: Place) -> Note:
        """A footnote that names a place of the documents and quotes it."""
        return self.cite(place.span, place.path)

    def cite(self, span: Span, path: tuple[str, ...]) -> Note:
        """The same for a span and its path; the document itself is named where the paper names its basis."""
        quote = tidy(self.document.text, span).text
        shown = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
        return Note(f"{' › '.join(path)}：“{shown}”")
