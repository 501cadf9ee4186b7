"""What a finding 不符合 may lead to: violations with measures and ranges, when to be put right, and who is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from assistant.inspection.checklist import Item, Outcome, PossibleViolation
from assistant.inspection.checklists import Held
from assistant.inspection.errors import RefusedError
from assistant.inspection.state import InspectionState
from assistant.inspection.words import MatchedViolation
from corpus.records import Document, Penalty, Quantity


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A violation that an item may be, with all its consequences."""

    text: str
    penalties: tuple[Penalty, ...]
    score: float
    """How well its words meet the item's, 0–1; 0 for one that may be any item."""


class Follows(msgspec.Struct, frozen=True, kw_only=True):
    """All that the documents say on an item found wanting."""

    candidates: tuple[Candidate, ...]
    """Likeliest first; those that fit any item last."""
    corrections: tuple[Quantity, ...]
    """Deadlines for putting right."""
    outcomes: tuple[Outcome, ...]
    """What is then to be done, with the papers and whom to inform."""


def follows(held: Held, item: Item) -> Follows:
    """What an item found wanting may lead to."""
    checklist = held.checklist
    return Follows(
        candidates=candidates(held.document, (*item.violations, *checklist.general)),
        corrections=corrections(held),
        outcomes=tuple(o for o in checklist.outcomes if o.kind == "noncompliant"),
    )


def candidates(document: Document, possible: Iterable[PossibleViolation]) -> tuple[Candidate, ...]:
    """Violations with the penalties themselves."""
    return tuple(
        Candidate(text=v.text, penalties=tuple(document.penalties[p] for p in v.penalties), score=v.score)
        for v in possible
    )


def corrections(held: Held) -> tuple[Quantity, ...]:
    """Deadlines for putting right."""
    return tuple(held.document.quantities[q] for q in held.checklist.corrections)


def named_item(state: InspectionState, given: str) -> str:
    """The id of an item given by id or by its number in the checklist; what is neither comes back as it is."""
    items = state.regime.items
    if given.isascii() and given.isdecimal() and 1 <= int(given) <= len(items) and all(i.id != given for i in items):
        return items[int(given) - 1].id
    return given


def chosen(held: Held, penalties: Sequence[int]) -> tuple[MatchedViolation, ...]:
    """The violations an inspector chose by number. Raises RefusedError for a number that the document does not have."""
    known = held.document.penalties
    for n in penalties:
        if not 0 <= n < len(known):
            raise RefusedError(f"文件里没有编号为 {n} 的违法情形，没有录入；请从检查清单给出的违法情形里选择。")
    return tuple(
        MatchedViolation(document=held.document.id, penalty=n, text=known[n].violation)
        for n in dict.fromkeys(_with_conditions(known, penalties))
    )


def _with_conditions(known: Sequence[Penalty], penalties: Sequence[int]) -> Iterable[int]:
    """Each with the other consequences of the same conduct: which condition holds (逾期不改正 …) is seen only later."""
    for n in penalties:
        same = (known[n].violation, known[n].clause)
        yield from (p.index for p in known if (p.violation, p.clause) == same)
