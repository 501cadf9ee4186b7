"""Questions that stand by themselves, asked one after another in one conversation: none may be taken for a follow-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer import Answer
from evals.case import Case
from evals.generate import Assistant


@dataclass(frozen=True, slots=True)
class Changed:
    """A question whose answer depends on what was asked before."""

    case: Case
    before: Case
    alone: Answer
    in_a_row: Answer


def changed(assistant: Assistant, cases: Iterable[Case], session: str = "in-a-row") -> tuple[Changed, ...]:
    """The cases that are answered differently behind the case before them."""
    out: list[Changed] = []
    before: Case | None = None
    for case in cases:
        alone = assistant.ask(case.q, as_of=case.as_of)
        here = assistant.ask(case.q, session=session, as_of=case.as_of)
        if before is not None and _said(alone) != _said(here):
            out.append(Changed(case, before, alone, here))
        before = case
    return tuple(out)


def _said(answer: Answer) -> str:
    return answer.model_dump_json(exclude={"session", "read_as"})
