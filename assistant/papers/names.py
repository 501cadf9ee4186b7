"""Papers that a regime names: in 《》, or after a verb of making them out (出具检查记录表)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.inspection.checklist import Place
from assistant.inspection.lines import lines
from corpus.records import Document, Regime

_KIND = r"(?:意见书|决定书|通知书|告知书|建议书|意见表|记录表?|笔录|登记[单表]|方案)"
_NAME = re.compile(
    rf"《(?P<quoted>[^《》]{{2,24}}?{_KIND})》|(?:出具|填写|做好|制作|下达|下发|发出|作出|提出|制定|拟定)(?:书面)?(?P<said>[一-鿿]{{0,10}}?{_KIND})"
)


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper's name and the clause that has it."""

    name: str
    place: Place


def named_papers(document: Document, regime: Regime) -> tuple[NamedPaper, ...]:
    """All names in reading order, each once."""
    found: dict[str, NamedPaper] = {}
    for part in regime.parts:
        for line in lines(document, part):
            for m in _NAME.finditer(line.words):
                name = m["quoted"] or m["said"]
                found.setdefault(name, NamedPaper(name, line.place(*m.span())))
    return tuple(found.values())
