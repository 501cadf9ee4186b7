"""Steps of the procedure, methods and measures, in the document's order."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.inspection.checklist import Requirement, Step
from assistant.inspection.lines import Ids, deadlines_in, lines_of, touching
from corpus.records import Document, PartKind, Regime


def steps(
    document: Document, regime: Regime, kind: PartKind, requirements: Sequence[Requirement] = ()
) -> tuple[Step, ...]:
    """One step for each clause of a part; a clause that only opens a list is none."""
    ids = Ids()
    wanted = {r.place.span for r in requirements}
    found = [line for line in lines_of(document, regime, kind) if not line.opens_list and not _remark(line.words)]
    out: list[Step] = []
    for n, line in enumerate(found, start=1):
        place = line.place()
        out.append(
            Step(
                id=ids.of(kind, line.bare),
                n=n,
                label=line.clause.label,
                text=line.bare,
                prepares=place.span in wanted,
                deadlines=deadlines_in(document, place),
                place=place,
                anomalies=touching(document, place.span),
            )
        )
    return tuple(out)


def _remark(words: str) -> bool:
    """A remark on the indicators above, which a heading of two parts (方式和指标) brings along."""
    return words.startswith("上述") and "指标" in words
