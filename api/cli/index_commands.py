"""`renshe index build` and `renshe index search`: the retrieval engine on anybody's passages."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.cli.doors import Doors
from api.failures import WorkError
from index.errors import SearchIndexError


def index_build(
    context: typer.Context,
    passages: Annotated[
        Path, typer.Option(metavar="文件", help='段落，每行一个 {"id", "text", "title"?}；.gz 可直接读。')
    ],
    out: Annotated[Path, typer.Option(metavar="文件夹", help="索引放在哪里。")],
) -> None:
    """为一批段落建立索引。"""
    doors: Doors = context.obj
    settings = doors.settings()
    from index.commands import build
    from index.embedding import embedder

    model = embedder(settings.embedding_model, lambda words: typer.echo(words, err=True))
    with _failures():
        count = build(passages, out, embedder=model, chroma_url=settings.chroma_url)
    typer.echo(f"已为 {count} 段建立索引：{out}")


def index_search(
    index: Annotated[Path, typer.Option(metavar="文件夹", help="索引所在的文件夹。")],
    batch: Annotated[Path, typer.Option(metavar="文件", help='问题，每行一个 {"id", "q"}；- 表示标准输入。')],
    k: Annotated[int, typer.Option("-k", metavar="数目", min=1, help="每个问题取多少段。")] = 10,
) -> None:
    """检索，每个问题输出一行 {"id", "hits": [[段落, 得分], …]}。"""
    from index.commands import search

    with _failures():
        for line in search(index, batch, k):
            typer.echo(line)


@contextmanager
def _failures() -> Generator[None]:
    try:
        yield
    except SearchIndexError as error:
        raise WorkError(str(error)) from error
