"""Hold the talks with an assistant and judge every turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.answer import Answer
from evals.case import Case
from evals.generate import Assistant
from evals.metrics import Rate
from evals.score import failures
from evals.talks.talk import Talk, Turn


@dataclass(frozen=True, slots=True)
class Said:
    """One turn held, and what failed of it."""

    talk: Talk
    n: int
    """The turn's number in its talk, from 1."""
    turn: Turn
    answer: Answer
    failures: tuple[str, ...]


def hold(assistant: Assistant, talks: Iterable[Talk], sources: Mapping[str, str]) -> tuple[Said, ...]:
    """Every turn of every talk, each talk in a session of its own. `sources`: text of the documents by file name."""
    return tuple(said for talk in talks for said in _held(assistant, talk, sources))


def rate_of(said: Iterable[Said], group: str) -> Rate:
    """The share of turns of which nothing failed."""
    turns = list(said)
    return Rate(group, sum(not s.failures for s in turns), len(turns))


def _held(assistant: Assistant, talk: Talk, sources: Mapping[str, str]) -> Iterable[Said]:
    for n, turn in enumerate(talk.turns, 1):
        answer = assistant.ask(turn.q, session=f"talk-{talk.id}")
        yield Said(talk, n, turn, answer, _failures(talk, turn, answer, sources))


def _failures(talk: Talk, turn: Turn, answer: Answer, sources: Mapping[str, str]) -> tuple[str, ...]:
    # The figures of earlier turns are the person's own: they count as part of the question.
    told = answer.model_copy(update={"question": f"{answer.question} {answer.read_as or ''}"})
    case = Case(id=talk.id, kind="route", audience=talk.audience, q=turn.q, expect=turn)
    found = list(failures(case, told, sources))
    if turn.intent is not None and answer.intent != turn.intent:
        found.append(f"intent {answer.intent}")
    if turn.read_as is not None and not re.search(turn.read_as, answer.read_as or ""):
        found.append("read_as")
    if turn.alone and answer.read_as is not None:
        found.append("not alone")
    return tuple(found)
