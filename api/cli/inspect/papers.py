"""`renshe inspect papers`, `archive`, `verify-log`, `verify-archive`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.inspect.inspector import As, Id, Inspector, inspector
from api.cli.inspect.sent import sent
from api.cli.output_file import read_bytes
from api.cli.terminal import print_lines
from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.papers.case import Entered

Out = Annotated[str, typer.Option(metavar="文件", help="写到哪个文件；不写就按名称写在当前文件夹。")]


def papers(
    context: typer.Context,
    id: Id,
    kind: Annotated[str, typer.Argument(metavar="文书", help="文书编号；不写就列出有哪些。")] = "",
    form: Annotated[str, typer.Option("--format", metavar="格式", help="docx 或 html（只预览，不留存）。")] = "docx",
    number: Annotated[str, typer.Option(metavar="文号")] = "",
    issued: Annotated[str, typer.Option(metavar="日期", help="成文日期。")] = "",
    deadline: Annotated[str, typer.Option(metavar="日期", help="整改或执行的最后一天。")] = "",
    field: Annotated[list[str] | None, typer.Option(metavar="部分=文字", help="某一部分的文字，可写几次。")] = None,
    out: Out = "",
    as_: As = "",
) -> None:
    """列出文书，或生成一份：没有填的地方印成【待填】。"""
    if form not in ("docx", "html"):
        raise typer.BadParameter(f"没有“{form}”这种格式，可选：docx、html。", param_hint="--format")
    with inspector(context, as_) as me:
        if not kind:
            _list(me, me.full_id(id))
            return
        entered = _entered(number=number, issued=issued, deadline=deadline, texts=_texts(field or []))
        title, data = _made(me, me.full_id(id), kind, form, entered)
        _write(out or f"{title}.{form}", data)


def archive(context: typer.Context, id: Id, out: Out = "", as_: As = "") -> None:
    """归档：文书、证据、逐条记录和校验值清单，一个压缩包。"""
    with inspector(context, as_) as me:
        state, data = me.desk.papers.archive(me.who, me.full_id(id), now=me.desk.now())
        _write(out or f"{state.unit.name} {state.day} 检查归档.zip", data)


def verify_log(context: typer.Context, id: Id, as_: As = "") -> None:
    """重新计算一次检查每条记录的校验值；有改动时退出状态为 1。"""
    from assistant.inspection.chain import first_break

    with inspector(context, as_) as me:
        state = me.desk.office.inspections.read(me.who, me.full_id(id), now=me.desk.now())
        log = me.desk.office.store.events.links(state.id)[: state.seq]
    found = first_break(state.id, log, (state.seq, state.history[-1].hash))
    if found:
        raise WorkError(f"检查记录从第 {found.seq} 条起对不上：{found.why}。请按 docs/operations.md 从备份恢复。")
    typer.echo(f"{state.seq} 条记录全部一致，末条校验值 {state.history[-1].hash}。")


def verify_archive(file: Annotated[str, typer.Argument(metavar="文件")]) -> None:
    """核对一个归档压缩包，不用登录；有改动时退出状态为 1。"""
    from assistant.inspection import archive as archives

    data = read_bytes(file, "文件", archives.LIMIT)
    problems = archives.verify_archive(data)
    if problems:
        raise WorkError("\n".join(problems))
    manifest = archives.manifest_of(data)
    assert manifest is not None, "a whole archive has a manifest"
    typer.echo(f"完整：{len(manifest.files)} 个文件，{manifest.seq} 条记录，末条校验值 {manifest.head}。")


def _list(me: Inspector, id: str) -> None:
    from api.cli.inspect.lines import paper_lines

    state = me.desk.office.inspections.read(me.who, id, now=me.desk.now())
    made = {p.kind for p in state.papers}
    print_lines(paper_lines((f.id, f.title, f.id in made) for f in me.desk.papers.kinds(state)))


def _made(me: Inspector, id: str, kind: str, form: str, entered: Entered) -> tuple[str, bytes]:
    if form == "docx":
        made = me.desk.papers.make(me.who, id, kind, entered, now=me.desk.now())
        return made.title, made.data
    from assistant.papers.html import to_html

    paper = me.desk.papers.preview(me.who, id, kind, entered, now=me.desk.now())
    return paper.title, to_html(paper).encode("utf-8")


def _entered(*, number: str, issued: str, deadline: str, texts: dict[str, str]) -> Entered:
    from api.inspections.requests import EnteredSent

    said = sent(EnteredSent, number=number, issued=issued or None, deadline=deadline or None, texts=texts)
    return said.entered()


def _texts(written: list[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for one in written:
        part, equals, text = one.partition("=")
        if not equals or not part.strip():
            raise typer.BadParameter(f"“{one}”应写成 检查地点=大河路1号 的样子。", param_hint="--field")
        texts[part.strip()] = text
    return texts


def _write(name: str, data: bytes) -> None:
    path = Path(name)
    path.write_bytes(data)
    typer.echo(f"已写入 {path}（{len(data):,} 字节）。")
