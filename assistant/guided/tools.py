"""What carrying out a command may use."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.accounts.ports import AccountRows
from assistant.guided.words import Grammar
from assistant.knowledge import Knowledge
from assistant.papers.of_inspection import InspectionPapers
from assistant.understand.reader import Reader


@dataclass(frozen=True, slots=True)
class Tools:
    """All of it, made once."""

    reader: Reader
    papers: InspectionPapers
    accounts: AccountRows

    @property
    def k(self) -> Knowledge:
        """The documents."""
        return self.reader.knowledge

    @property
    def grammar(self) -> Grammar:
        """The words, compiled."""
        return self.k.grammar
