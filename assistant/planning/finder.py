"""Regimes by name: their title, a part of it, or everyday words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.knowledge import Knowledge
from assistant.normalise import normalise
from assistant.planning.errors import PlanError
from assistant.understand.regimes import RegimeFinder
from corpus.records import Document, Regime

_CLEAR = 0.1
"""Lead over the second regime from which the first one is meant."""
ALL = frozenset({"全部", "所有", "全部制度", "all"})


@dataclass(frozen=True)
class RegimeNames:
    """Finds the regimes that people name."""

    knowledge: Knowledge

    @property
    def titles(self) -> tuple[str, ...]:
        """All regimes' titles in document order."""
        return tuple(r.title for _, r in self.knowledge.regimes)

    def one(self, name: str) -> tuple[Document, Regime]:
        """The regime meant. Raises PlanError, listing the regimes, when none or several are."""
        text = normalise(name).strip('《》“”" ')
        regimes = self.knowledge.regimes
        exact = [(d, r) for d, r in regimes if text in {r.title, f"{r.label}{r.title}", r.label}]
        inside = exact or [(d, r) for d, r in regimes if len(text) > 1 and text in r.title]
        if len(inside) == 1:
            return inside[0]
        hits = () if inside else self._finder.find(text, self.knowledge.wordings(text))
        if hits and (len(hits) == 1 or hits[0].score - hits[1].score >= _CLEAR):
            return self.knowledge.regime(hits[0].place)
        fitting = [r.title for _, r in inside] or [self.knowledge.regime(h.place)[1].title for h in hits]
        if fitting:
            raise PlanError(f"“{name}”可以指几项制度：{'、'.join(fitting)}。请写得再完整些。")
        if not self.titles:
            raise PlanError("文件里没有监管制度，无从安排检查。请先用 renshe corpus show 看看文件里有什么。")
        raise PlanError(f"没有叫“{name}”的监管制度。文件里有：{'、'.join(self.titles)}。")

    def some(self, names: tuple[str, ...]) -> tuple[tuple[Document, Regime], ...]:
        """The regimes meant; all of them for 全部 or for no name."""
        if not names or any(n.strip() in ALL for n in names):
            if not self.knowledge.regimes:
                self.one("")
            return self.knowledge.regimes
        return tuple(dict.fromkeys(self.one(n) for n in names))

    @cached_property
    def _finder(self) -> RegimeFinder:
        return RegimeFinder(self.knowledge)
