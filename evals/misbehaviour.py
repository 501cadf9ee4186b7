"""`python -m evals.misbehaviour`: what people get when a language model lies, loops, breaks off or hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.llm.agent import Agent
from assistant.llm.limits import Limits
from assistant.llm.wording import Wording
from assistant.settings import Settings
from assistant.verify import LockError, verify
from corpus.records import Corpus
from evals.number_lock import loose_numbers
from evals.scripted_model import BEHAVIOURS, ScriptedModel, scripted_model
from evals.timing import spread

LIMITS = Limits(request_s=0.4, total_s=1.0, retries=0, failures=5, rest_s=1.0)
QUESTIONS = (
    "介绍了5名未满16岁的人去打工，罚款一共多少",
    "工资被拖欠了找谁",
    "劳务派遣单位多久检查一次",
    "2026年9月28日稽核结束，未发现违规，应在哪一天前告知",
    "工伤保险所的电话是多少",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one answer was under one behaviour."""

    worded: bool
    """The model's words went out."""
    marked: bool
    """The program's words went out, marked as such."""
    faults: tuple[str, ...]
    seconds: float


def outcomes(assistant: Assistant, model: ScriptedModel, how: str, runs: int, limits: Limits = LIMITS) -> list[Outcome]:
    """Ask so many questions while the model behaves so."""
    model.behave(how)
    worded = replace(assistant, wording=Wording(Agent(model.base_url, "scripted", "none", limits), limits))
    return [_outcome(worded, QUESTIONS[i % len(QUESTIONS)]) for i in range(runs)]


def _outcome(assistant: Assistant, question: str) -> Outcome:
    start = time.perf_counter()
    answer = assistant.ask(question)
    seconds = time.perf_counter() - start
    marked = any(w.code == "model-not-used" for w in answer.warnings)
    return Outcome(answer.worded_by == "model", marked, tuple(faults(answer, assistant.corpus)), seconds)


def faults(answer: Answer, corpus: Corpus) -> Iterable[str]:
    """What no answer may have: something the lock does not prove, or markup."""
    try:
        verify(answer, corpus)
    except LockError as error:
        yield str(error)
    yield from (f"unsourced {n}" for n in sorted(loose_numbers(answer)))
    for invented in (
        "社保征缴",
        "暂行条例",
        "反黑中介法",
        "987654",
        "43210",
        "五百万",
        "七百八十九万",
        "肆佰",
        "<script",
    ):
        if invented in answer.text:
            yield f"invented: {invented}"


def main(runs: Annotated[int, typer.Option(min=1, help="answers for each behaviour")] = 500) -> None:
    """Print a row for each behaviour; exit 1 when anything invented got through or an answer was late."""
    assistant = build_assistant(Settings.from_environment(os.environ))
    table = Table("the model …", "answers", "its words", "marked", "faults", "p50 ms", "p99 ms", title="misbehaviour")
    bad = 0
    with scripted_model() as model:
        for how in BEHAVIOURS:
            found = outcomes(assistant, model, how, runs)
            time_ = spread([o.seconds for o in found])
            broken = sum(bool(o.faults) for o in found) + sum(o.seconds > LIMITS.total_s + 1 for o in found)
            bad += broken
            counts = (len(found), sum(o.worded for o in found), sum(o.marked for o in found), broken)
            table.add_row(how, *map(str, counts), f"{time_.p50_ms:.1f}", f"{time_.p99_ms:.1f}")
    Console().print(table)
    if bad:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
