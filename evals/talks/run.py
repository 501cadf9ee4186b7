"""`python -m evals.talks`: hold the talks, then ask all cases in one conversation, and print what is wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from evals.case import read_cases
from evals.tables import rate_table
from evals.talks.hold import Said, hold, rate_of
from evals.talks.in_a_row import Changed, changed
from evals.talks.talk import read_talks


def run(
    only: Annotated[str, typer.Option(help="only talks whose id begins so")] = "",
    held_out: Annotated[bool, typer.Option(help="list the wrong turns of the held-out third too")] = True,
    in_a_row: Annotated[bool, typer.Option(help="ask all cases in one conversation too")] = True,
    strict: Annotated[bool, typer.Option("--strict", help="exit 1 when less than 95 % of the turns are right")] = False,
) -> None:
    """Measure conversations."""
    assistant = build_assistant(Settings.from_environment(os.environ))
    said = held(assistant, only)
    print_talks(Console(), said, held_out=held_out)
    if in_a_row and not only:
        print_changed(Console(), changed(assistant, read_cases()))
    if strict and rate_of(said, "all").share < 0.95:
        raise typer.Exit(1)


def held(assistant: Assistant, only: str = "") -> tuple[Said, ...]:
    """All talks whose id begins so, held with this assistant."""
    sources = {d.file: d.text for d in assistant.corpus.documents}
    return hold(assistant, (t for t in read_talks() if t.id.startswith(only)), sources)


def print_talks(console: Console, said: Sequence[Said], *, held_out: bool = True) -> None:
    """The wrong turns, then how many are right."""
    for s in said:
        if s.failures and (held_out or not s.talk.held_out):
            read = f" ({s.answer.read_as})" if s.answer.read_as else ""
            line = f"{s.talk.id} {s.n}  {s.turn.q}{read}  ->  {'; '.join(s.failures)}"
            console.print(escape(line), soft_wrap=True)
    groups = [
        rate_of((s for s in said if not s.talk.held_out), "the others"),
        rate_of((s for s in said if s.talk.held_out), "first read third (since mended from)"),
        rate_of(said, "all"),
    ]
    console.print(rate_table(f"turns of {len({s.talk.id for s in said})} conversations", groups))


def print_changed(console: Console, found: Sequence[Changed]) -> None:
    """The questions taken for follow-ups though they stand by themselves."""
    console.print(f"answered differently behind another question: {len(found)} of {len(read_cases())}")
    for c in found:
        console.print(escape(f"  {c.before.q}  |  {c.case.q}  ({c.in_a_row.read_as})"), soft_wrap=True)
