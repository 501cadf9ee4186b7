"""`renshe inspect find`, `note`, `correct`, `evidence`, `share`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.inspect.inspector import As, Id, Inspector, inspector
from api.cli.inspect.sent import sent
from api.cli.output_file import read_bytes
from api.cli.terminal import print_lines

if TYPE_CHECKING:
    from assistant.inspection.records import Appended

ItemArgument = Annotated[str, typer.Argument(metavar="事项", help="清单里的序号，或事项的编号。")]
ItemOption = Annotated[str, typer.Option("--item", metavar="事项", help="哪一项；不写就是整次检查的。")]


def find(
    context: typer.Context,
    id: Id,
    item: ItemArgument,
    finding: Annotated[str, typer.Argument(metavar="结果", help="符合、不符合、不适用、未查。")],
    note: Annotated[str, typer.Option(metavar="说明", help="情况说明。")] = "",
    violation: Annotated[
        list[int] | None, typer.Option(metavar="编号", help="对应的违法情形的编号，可写几次。")
    ] = None,
    as_: As = "",
) -> None:
    """录入一项的结果；不符合时列出可能的违法情形。"""
    from api.inspections.requests import FoundSent

    with inspector(context, as_) as me:
        said = sent(FoundSent, type="found", item=item, finding=finding, note=note, violations=violation or [])
        appended = me.record(id, said)
        _kept(appended)
        if finding == "不符合" and not violation:
            _show_follows(me, appended)


def note(
    context: typer.Context,
    id: Id,
    text: Annotated[str, typer.Argument(metavar="内容")],
    item: ItemOption = "",
    as_: As = "",
) -> None:
    """写一条备注。"""
    from api.inspections.requests import NotedSent

    with inspector(context, as_) as me:
        _kept(me.record(id, sent(NotedSent, type="noted", text=text, item=item or None)))


def correct(
    context: typer.Context,
    id: Id,
    of: Annotated[int, typer.Argument(metavar="序号", help="要更正的那一条记录。")],
    finding: Annotated[str, typer.Option(metavar="结果", help="改成的结果；不写就是撤回这一条。")] = "",
    item: ItemOption = "",
    note: Annotated[str, typer.Option(metavar="说明")] = "",
    reason: Annotated[str, typer.Option(metavar="原因")] = "",
    as_: As = "",
) -> None:
    """更正或撤回一条录入；原来的仍然看得到。"""
    from api.inspections.requests import CorrectedSent

    if bool(finding) != bool(item):
        raise typer.BadParameter("改结果要同时写 --item 和 --finding；都不写就是撤回。", param_hint="--finding")
    by = {"type": "found", "item": item, "finding": finding, "note": note} if finding else None
    with inspector(context, as_) as me:
        _kept(me.record(id, sent(CorrectedSent, type="corrected", of=of, by=by, reason=reason)))


def evidence(
    context: typer.Context,
    id: Id,
    file: Annotated[str, typer.Argument(metavar="文件")],
    item: ItemOption = "",
    as_: As = "",
) -> None:
    """保存一个证据文件（最大 20 MB）。"""
    from assistant.inspection.consequences import named_item
    from assistant.store.files import MAX_BYTES

    data = read_bytes(file, "文件", MAX_BYTES)
    with inspector(context, as_) as me:
        inspections, full = me.desk.office.inspections, me.full_id(id)
        state = inspections.for_record(me.who, full, now=me.desk.now())
        at = named_item(state, item) if item else None
        appended = inspections.add_evidence(me.who, full, data, Path(file).name, item=at, now=me.desk.now())
        _kept(appended)
        typer.echo(f"校验值 {appended.state.evidence[-1].sha256}")


def share(
    context: typer.Context, id: Id, account: Annotated[str, typer.Argument(metavar="账号")], as_: As = ""
) -> None:
    """让另一名检查人员一起查。"""
    from api.inspections.requests import SharedSent

    with inspector(context, as_) as me:
        _kept(me.record(id, sent(SharedSent, type="shared", account=account)))


def _kept(appended: Appended) -> None:
    typer.echo(f"已录入，第 {appended.recorded.seq} 条。还有 {len(appended.state.unchecked)} 项未查。")


def _show_follows(me: Inspector, appended: Appended) -> None:
    from api.cli.inspect.lines import follows_lines
    from assistant.inspection.consequences import follows

    held = me.desk.checklists.find(appended.state.regime)
    item = getattr(appended.recorded.event, "item", "")
    found = next((i for i in held.checklist.items if i.id == item), None) if held else None
    if held and found:
        print_lines(follows_lines(follows(held, found)))
