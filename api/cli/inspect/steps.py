"""`renshe inspect pause`, `resume`, `finish`, `reopen`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.inspect.inspector import As, Id, inspector

if TYPE_CHECKING:
    from api.inspections.requests import AnyEvent


def pause(context: typer.Context, id: Id, as_: As = "") -> None:
    """暂停。"""
    from api.inspections.requests import PausedSent

    _step(context, id, as_, PausedSent(type="paused"))


def resume(context: typer.Context, id: Id, as_: As = "") -> None:
    """接着查。"""
    from api.inspections.requests import ResumedSent

    _step(context, id, as_, ResumedSent(type="resumed"))


def finish(context: typer.Context, id: Id, as_: As = "") -> None:
    """结束检查。"""
    from api.inspections.requests import FinishedSent

    _step(context, id, as_, FinishedSent(type="finished"))


def reopen(
    context: typer.Context, id: Id, reason: Annotated[str, typer.Option(metavar="原因")] = "", as_: As = ""
) -> None:
    """重新打开已经结束的检查。"""
    from api.inspections.requests import ReopenedSent

    _step(context, id, as_, ReopenedSent(type="reopened", reason=reason))


def _step(context: typer.Context, id: str, name: str, event: AnyEvent) -> None:
    with inspector(context, name) as me:
        state = me.record(id, event).state
        left = f"，还有 {len(state.unchecked)} 项未查" if state.unchecked else ""
        typer.echo(f"{state.unit.name}：{state.status}{left}。")
