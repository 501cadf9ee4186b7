"""The papers of a stored inspection: which there are, how one would look, and making one that is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from assistant.accounts.account import Account
from assistant.inspection.checklists import Checklists
from assistant.inspection.errors import MissingError, RefusedError
from assistant.inspection.inspections import Inspections
from assistant.inspection.state import InspectionState
from assistant.papers.blanks import blanks
from assistant.papers.case import Case, Entered
from assistant.papers.forms import Form, forms
from assistant.papers.make import make_paper
from assistant.papers.paper import Paper


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it was kept."""

    title: str
    data: bytes
    """The Word file."""
    sha256: str
    state: InspectionState


@dataclass(frozen=True, slots=True)
class InspectionPapers:
    """Papers over inspections and checklists; who may is asked by `inspections`."""

    inspections: Inspections
    checklists: Checklists

    def kinds(self, state: InspectionState) -> tuple[Form, ...]:
        """The forms of the inspection's regime. Raises NotNowError where the documents no longer have it."""
        held = self.checklists.of(state)
        return forms(held.document, held.regime)

    def title(self, state: InspectionState, kind: str) -> str:
        """The name of a kind of paper; the kind itself where no form is known by it."""
        held = self.checklists.find(state.regime)
        known = forms(held.document, held.regime) if held else ()
        return next((f.title for f in known if f.id == kind), kind)

    def missing(self, state: InspectionState, kind: str) -> tuple[str, ...]:
        """Names of the blanks of a paper to which nothing was entered yet. Raises InspectionError."""
        return blanks(self._paper(state, kind, Entered()))

    def preview(self, who: Account | None, inspection: str, kind: str, entered: Entered, *, now: datetime) -> Paper:
        """How the paper would look; nothing is kept. Raises DeniedError, InspectionError."""
        return self._paper(self.inspections.read(who, inspection, now=now), kind, entered)

    def make(self, who: Account | None, inspection: str, kind: str, entered: Entered, *, now: datetime) -> MadePaper:
        """Make the Word file, keep it, and record its hash. Raises DeniedError, InspectionError, StoreError."""
        from assistant.papers.docx import to_docx

        paper = self._paper(self.inspections.read(who, inspection, now=now), kind, entered)
        data = to_docx(paper)
        state = self.inspections.keep_paper(who, inspection, kind, data, f"{paper.title}.docx", now=now)
        return MadePaper(paper.title, data, hashlib.sha256(data).hexdigest(), state)

    def archive(self, who: Account | None, inspection: str, *, now: datetime) -> tuple[InspectionState, bytes]:
        """The zip of the inspection, papers by their titles. Raises DeniedError, InspectionError, StoreError."""
        return self.inspections.archive(who, inspection, self.title, now=now)

    def _paper(self, state: InspectionState, kind: str, entered: Entered) -> Paper:
        known = {f.id: f for f in self.kinds(state)}
        if kind not in known:
            raise MissingError(f"没有“{kind[:50]}”这种文书；可用的有：{'、'.join(known)}。")
        held = self.checklists.of(state)
        for proposal in entered.proposals:
            if not 0 <= proposal.penalty < len(held.document.penalties):
                raise RefusedError(
                    f"文件里没有编号为 {proposal.penalty} 的违法情形；请从检查清单给出的违法情形里选择。"
                )
        return make_paper(Case(held.document, held.checklist, state, entered), kind)
