"""`renshe serve`: web page and API."""

from __future__ import annotations

import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from api.cli.corpus_source import history_of, served_folder
from api.cli.doors import Doors
from api.failures import WorkError

if TYPE_CHECKING:
    from api.options import AppOptions
    from api.telemetry import ServerTracer
    from assistant.journaled import JournaledAssistant
    from assistant.office import Office

_WAITING = 512
"""Connections that may wait to be accepted."""


def serve(
    context: typer.Context,
    host: str = typer.Option("127.0.0.1", metavar="地址", help="监听的地址。"),
    port: int = typer.Option(8000, metavar="端口", min=0, max=65535, help="监听的端口；0 表示任选一个空闲的。"),
    workers: int = typer.Option(1, metavar="个数", min=1, max=64, help="同时答复的进程数；一般与处理器核数相同。"),
) -> None:
    """启动网页和接口。按 Ctrl+C 停止。"""
    # The metrics library looks for its folder when it is first imported, which the app's modules do.
    with _meters(workers) as meters:
        _serve(context.obj, host, port, workers, meters)


def _serve(doors: Doors, host: str, port: int, workers: int, meters: str | None) -> None:
    from api.options import AppOptions
    from api.versions.renewing import look
    from api.workers import run_workers

    options = AppOptions.read(doors.settings(), host)
    listener = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    served_folder(doors)  # what was changed in the folder by hand becomes a version first
    mark = look(history_of(doors), doors.now)  # before loading: what changes meanwhile is loaded again
    with doors.conversing() as assistant:
        options = replace(options, meters=meters)
        work = partial(_answer, doors, options, listener, assistant, mark)
        listener.listen(_WAITING)  # who comes before the app is ready waits, and is not refused
        typer.echo(f"网页和接口：http://{shown}:{listener.getsockname()[1]}　（按 Ctrl+C 停止）")
        if workers == 1:
            work()
        else:
            assistant.journal.share()
            run_workers(workers, work)


def _answer(
    doors: Doors, options: AppOptions, listener: socket.socket, assistant: JournaledAssistant, mark: object
) -> None:
    """Answer on the socket until a signal ends it. Each process opens the store for itself."""
    import uvicorn

    from api.logs import LOG_CONFIG
    from api.metrics import Metrics
    from api.versions.renewing import renewing

    with _traced(doors) as tracer:
        kept = replace(options, journal=assistant.journal, office=_office(doors), tracer=tracer)
        kept = replace(kept, counts=Metrics(options.meters))
        app = renewing(doors.settings(), kept, assistant, mark)
        config = uvicorn.Config(app, log_config=LOG_CONFIG, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])
    assistant.journal.close()


@contextmanager
def _traced(doors: Doors) -> Generator[ServerTracer | None]:
    """Each process sends its spans itself. The library loads only where it is wanted. Raises WorkError."""
    if not doors.settings().tracing:
        yield None
        return
    from api.telemetry import tracing

    with tracing() as tracer:
        yield tracer


@contextmanager
def _meters(workers: int) -> Generator[str | None]:
    """With several processes their meters meet in a folder that the metrics library finds by its variable."""
    if workers == 1:
        yield None
        return
    with TemporaryDirectory(prefix="renshe-meters-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        try:
            yield folder
        finally:
            del os.environ["PROMETHEUS_MULTIPROC_DIR"]


def _office(doors: Doors) -> Office | None:
    """Accounts and inspections; where the store cannot be opened, questions are answered all the same."""
    from assistant.store.errors import StoreError

    try:
        return doors.office()
    except StoreError as error:
        typer.echo(f"{error}　这次启动没有检查和登录，其他功能照常。", err=True)
        return None


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, so that a port in use is reported before the documents are compiled."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise WorkError(
            f"不能在 {host}:{port} 上监听：地址不对，或端口已被占用。请用 --port 换一个端口，或先停掉占用它的程序。"
        ) from error
    return listener
