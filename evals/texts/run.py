"""`python -m evals.texts`: texts with planted errors, checked against the shipped document and changed copies of it."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.bootstrap import build_assistant
from assistant.claims.report import Report
from assistant.settings import Settings
from evals.computed.edition import EDITIONS, Edition, edition, shipped_text
from evals.computed.render import Renderer
from evals.texts.judge import FalseAlarm, Outcome, false_alarms, misplaced, outcomes, share
from evals.texts.marked import MarkedText, read_texts


@dataclass(frozen=True, slots=True)
class Checked:
    """All texts checked against one copy of the document."""

    copy: str
    reports: tuple[tuple[MarkedText, Report], ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(o for t, r in self.reports for o in outcomes(t, r))

    @property
    def false_alarms(self) -> tuple[FalseAlarm, ...]:
        return tuple(f for t, r in self.reports for f in false_alarms(t, r))

    @property
    def misplaced(self) -> int:
        return sum(len(misplaced(t, r)) for t, r in self.reports)


def check_texts(copy: Edition, folder: Path) -> Checked:
    """Write the copy into an empty folder and check the texts, filled with its figures, against it."""
    documents = folder / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(copy.text, "utf-8", newline="")
    assistant = build_assistant(Settings(corpus=documents, home=folder / "home"))
    texts = read_texts(Renderer(copy.places, copy.rename).words)
    return Checked(copy.name, tuple((t, assistant.check_text(t.text)) for t in texts))


def run(
    copies: Annotated[list[str] | None, typer.Option(help=f"which of {', '.join(EDITIONS)}; all by default")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="exit 1 unless every mark is right")] = False,
) -> None:
    """Check texts with planted errors."""
    console = Console(highlight=False)
    checked = [_checked(name) for name in copies or EDITIONS]
    for c in checked:
        for line in failed_lines(c):
            console.print(escape(line), soft_wrap=True)
    console.print(_by_copy(checked))
    console.print(_by_kind(checked[0]))
    if strict and any(failed_lines(c) for c in checked):
        raise typer.Exit(1)


def failed_lines(checked: Checked) -> list[str]:
    """A line per mark that was judged wrongly and per false alarm."""
    wrong = [
        f"{checked.copy} {o.text.id} {o.mark.kind}: “{o.text.text[o.mark.start : o.mark.end]}” expected "
        f"{o.mark.expected}, got {', '.join(o.verdicts) or 'no claim'}"
        for o in checked.outcomes
        if not o.right
    ]
    alarms = [
        f"{checked.copy} {f.text.id} false alarm: “{f.claim.text}” {f.claim.reason}" for f in checked.false_alarms
    ]
    return wrong + alarms


def _checked(name: str) -> Checked:
    with tempfile.TemporaryDirectory() as folder:
        return check_texts(edition(name, shipped_text()), Path(folder))


def _by_copy(checked: Sequence[Checked]) -> Table:
    table = Table(title="texts with planted errors", title_justify="left")
    for column in ("copy of the document", "texts", "errors found", "true statements supported", "true called false"):
        table.add_column(column)
    for c in checked:
        errors = share(o.right for o in c.outcomes if o.mark.kind != "true")
        true = share(o.right for o in c.outcomes if o.mark.kind == "true")
        table.add_row(
            c.copy, str(len(c.reports)), f"{errors[0]}/{errors[1]}", f"{true[0]}/{true[1]}", str(len(c.false_alarms))
        )
    return table


def _by_kind(checked: Checked) -> Table:
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for o in checked.outcomes:
        kinds[o.mark.kind].append(o.right)
    table = Table(title=f"by kind, {checked.copy}", title_justify="left")
    table.add_column("kind")
    table.add_column("right")
    for kind in sorted(kinds):
        table.add_row(kind, f"{sum(kinds[kind])}/{len(kinds[kind])}")
    return table
