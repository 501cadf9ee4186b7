"""All checklists of a corpus: by id, by everyday words, and for an inspection under way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.inspection.checklist import Checklist
from assistant.inspection.compile import compile_checklist
from assistant.inspection.errors import NotNowError
from assistant.inspection.state import InspectionState
from assistant.inspection.violations import with_violations
from assistant.inspection.words import InspectedRegime
from assistant.knowledge import Knowledge
from assistant.planning.finder import RegimeNames
from corpus.records import Document, Regime

_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A checklist with the document it is compiled from."""

    id: str
    document: Document
    checklist: Checklist

    @property
    def regime(self) -> Regime:
        """The regime's record."""
        return self.document.regimes[self.checklist.regime]


@dataclass(frozen=True)
class Checklists:
    """Compiled once a corpus, when first needed."""

    knowledge: Knowledge

    @cached_property
    def all(self) -> tuple[Held, ...]:
        """In order of the documents."""
        found: dict[str, Held] = {}
        for document, regime in self.knowledge.regimes:
            held = Held(_id(document, regime, found), document, self._compiled(document, regime))
            found[held.id] = held
        return tuple(found.values())

    @cached_property
    def by_id(self) -> dict[str, Held]:
        """By id."""
        return {held.id: held for held in self.all}

    @property
    def fingerprint(self) -> str:
        """Of the corpus."""
        return self.knowledge.corpus.fingerprint

    def named(self, name: str) -> Held:
        """The one with this id, or that everyday words mean. Raises PlanError, naming the regimes there are."""
        if name in self.by_id:
            return self.by_id[name]
        document, regime = self._names.one(name)
        return next(h for h in self.all if h.document.id == document.id and h.checklist.regime == regime.index)

    def find(self, regime: InspectedRegime) -> Held | None:
        """What the documents now say of a regime; None where they no longer have it."""
        return next(
            (h for h in self.all if (h.document.id, h.checklist.title) == (regime.document, regime.title)), None
        )

    def of(self, state: InspectionState) -> Held:
        """The checklist of an inspection. Raises NotNowError where the documents no longer have its regime."""
        found = self.find(state.regime)
        if found is None:
            raise NotNowError(
                f"现在的文件里没有“{state.regime.title}”（{state.regime.document}）了，这件事办不了；"
                "请把开始检查时用的文件放回文件夹再办。"
            )
        return found

    def _compiled(self, document: Document, regime: Regime) -> Checklist:
        return with_violations(compile_checklist(document, regime), document, self.knowledge.wordings)

    @cached_property
    def _names(self) -> RegimeNames:
        return RegimeNames(self.knowledge)


def _id(document: Document, regime: Regime, taken: Mapping[str, Held]) -> str:
    """Stays while document and title stay; of two alike the later one counts up."""
    for n in range(len(document.regimes) + 1):
        id = hashlib.sha256(f"{document.id}\n{regime.title}\n{n}".encode()).hexdigest()[:_ID_LENGTH]
        if id not in taken:
            return id
    raise AssertionError("as many numbers as regimes")
