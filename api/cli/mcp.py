"""`renshe mcp`: the MCP server on standard input and output."""

from __future__ import annotations

import typer

from api.cli.doors import Doors


def mcp(context: typer.Context) -> None:
    """以 MCP 服务的方式运行（标准输入输出），供支持 MCP 的程序调用。"""
    doors: Doors = context.obj
    assistant = doors.assistant()

    from api.mcp.server import build_mcp

    build_mcp(assistant).run("stdio")
