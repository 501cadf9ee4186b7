"""`renshe serve`: web page and API."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from api.cli.doors import Doors
from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.office import Office


def serve(
    context: typer.Context,
    host: str = typer.Option("127.0.0.1", metavar="地址", help="监听的地址。"),
    port: int = typer.Option(8000, metavar="端口", min=0, max=65535, help="监听的端口；0 表示任选一个空闲的。"),
) -> None:
    """启动网页和接口。按 Ctrl+C 停止。"""
    doors: Doors = context.obj
    from api.options import AppOptions

    options = AppOptions.read(doors.settings(), host)
    listener = _listen(host, port)

    import uvicorn

    from api.app import create_app
    from api.logs import LOG_CONFIG

    shown = f"[{host}]" if ":" in host else host
    office = _office(doors)
    with doors.conversing() as assistant:
        app = create_app(assistant, replace(options, journal=assistant.journal, office=office))
        typer.echo(f"网页和接口：http://{shown}:{listener.getsockname()[1]}　（按 Ctrl+C 停止）")
        config = uvicorn.Config(app, log_config=LOG_CONFIG, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


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
