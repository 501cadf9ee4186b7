"""`renshe new`: a folder for a bureau that begins: where its documents go, settings, questions, an example of each shape."""

from __future__ import annotations

import shutil
from pathlib import Path

import typer

from api.cli.terminal import Line, print_lines
from api.failures import WorkError


def new(folder: Path = typer.Argument(metavar="文件夹", help="要新建的文件夹；已有内容的不动。")) -> None:  # noqa: B008
    """为一个单位新建文件夹：放文件的地方、设置、常问的问题、每种写法的示例和说明。"""
    import corpus

    scaffold = Path(corpus.__file__).parent / "scaffold"
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkError(f"{folder} 已经有内容了，没有改动它。请换一个新的文件夹名。")
    documents = folder / "文件"
    documents.mkdir(parents=True, exist_ok=True)
    shutil.copytree(scaffold / "示例", folder / "示例")
    for name in ("说明.md", "设置.sh"):
        shutil.copyfile(scaffold / name, folder / name)
    shutil.copyfile(scaffold / "常问.jsonl", documents / "常问.jsonl")
    print_lines(
        [
            Line(f"已新建 {folder}。", "strong"),
            Line(f"把本单位的文件放进 {documents}，再执行："),
            Line(f"  source {folder / '设置.sh'}"),
            Line("  renshe corpus build && renshe corpus check"),
            Line(f"怎么整理文件见 {folder / '说明.md'} 和 {folder / '示例'}。"),
        ]
    )
