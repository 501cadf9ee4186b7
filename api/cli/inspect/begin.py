"""`renshe inspect begin`, `list`, `show`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from api.cli.inspect.inspector import As, Id, Inspector, inspector
from api.cli.inspect.sent import sent
from api.cli.options import day_or_none
from api.cli.terminal import print_lines

if TYPE_CHECKING:
    from assistant.inspection.state import InspectionState, Status


def begin(
    context: typer.Context,
    regime: Annotated[str, typer.Argument(metavar="制度", help="监管制度的名称，可用日常说法。")],
    unit: Annotated[str, typer.Argument(metavar="单位", help="被检查单位的名称。")],
    kind: Annotated[str, typer.Option(metavar="种类", help="日常、专项、全面……")] = "日常",
    day: Annotated[str, typer.Option(metavar="日期", help="检查日期，写成 2026-03-02；不写就是今天。")] = "",
    inspectors: Annotated[
        list[str] | None,
        typer.Option(
            "--inspector",
            metavar="人员",
            help="姓名，或 姓名:执法证号，或 姓名:执法证号:账号；可写几次；不写就是自己。",
        ),
    ] = None,
    register: Annotated[str, typer.Option(metavar="编号", help="单位在名录里的编号。")] = "",
    as_: As = "",
) -> None:
    """开始一次检查，显示清单。"""
    with inspector(context, as_) as me:
        from api.inspections.requests import BeginRequest

        today = me.desk.now().astimezone().date()
        order = sent(
            BeginRequest,
            regime=regime,
            unit=unit,
            register=register or None,
            kind=kind,
            day=str(_day(day) or today),
            inspectors=[_inspector(written) for written in inspectors or ()],
        )
        state = me.entering.begin(order, None).state
        _show(me, state)


def list_(
    context: typer.Context,
    regime: Annotated[str, typer.Option(metavar="制度")] = "",
    unit: Annotated[str, typer.Option(metavar="单位", help="单位的名称，须全同。")] = "",
    status: Annotated[str, typer.Option(metavar="进度", help="进行中、已暂停或已结束。")] = "",
    first: Annotated[str, typer.Option("--from", metavar="日期", help="检查日期从这一天起。")] = "",
    last: Annotated[str, typer.Option("--to", metavar="日期", help="检查日期到这一天止。")] = "",
    limit: Annotated[int, typer.Option(metavar="条数", min=1, max=200)] = 50,
    as_: As = "",
) -> None:
    """列出您参加的检查（管理员：全部），最近的在前。"""
    from api.cli.inspect.lines import list_lines
    from assistant.inspection.records import Wanted

    with inspector(context, as_) as me:
        held = me.desk.checklists.named(regime) if regime else None
        wanted = Wanted(
            document=held.document.id if held else None,
            regime=held.checklist.title if held else None,
            unit=unit or None,
            status=_status(status),
            first_day=_day(first),
            last_day=_day(last),
        )
        print_lines(list_lines(me.desk.office.inspections.page(me.who, wanted, now=me.desk.now(), limit=limit)))


def show(context: typer.Context, id: Id, as_: As = "") -> None:
    """一次检查的清单、结果、备注和证据。"""
    with inspector(context, as_) as me:
        state = me.desk.office.inspections.read(me.who, me.full_id(id), now=me.desk.now())
        _show(me, state)


def _show(me: Inspector, state: InspectionState) -> None:
    from api.cli.inspect.lines import state_lines

    print_lines(state_lines(state, me.desk.checklists.find(state.regime), me.desk.people(state.accounts)))


def _inspector(written: str) -> dict[str, str | None]:
    name, _, rest = written.replace("：", ":").partition(":")
    certificate, _, account = rest.partition(":")
    return {"name": name, "certificate": certificate or None, "account": account or None}


def _day(written: str) -> date | None:
    if not written:
        return None
    day = day_or_none(written)
    if day is None:
        raise typer.BadParameter(f"“{written}”不是日期，请写成 2025-01-31 的样子。", param_hint="日期")
    return day


def _status(written: str) -> Status | None:
    from assistant.inspection.state import Status

    for known in get_args(Status):
        if written == known:
            return known
    if written:
        raise typer.BadParameter(
            f"没有“{written}”这种进度，可选：{'、'.join(get_args(Status))}。", param_hint="--status"
        )
    return None
