"""The MCP server over one assistant: the catalogue's tools, and the documents as resources."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp_types import CallToolResult, ResourceLink, TextContent, ToolAnnotations
from pydantic import BaseModel

from api.failures import WorkError
from api.mcp.resources import add_resources, span_uri
from api.ports import Assistant
from assistant.answer import Answer, Citation
from assistant.branches import BureauError
from assistant.claims.report import Report
from assistant.tools.catalogue import TOOLS, Passages, Tool
from assistant.tools.inputs import ToolInput
from assistant.tools.words import words_of
from index.errors import SearchIndexError

_LOG = logging.getLogger("renshe.mcp")
_INSTRUCTIONS = "人社政策助手：只依据本局文件回答，句句有引注。数字、科室和法规名称都来自原文；转述时请保留引注，不要改动或补充数字。"
_HINTS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, destructive_hint=False, open_world_hint=False)


def build_mcp(assistant: Assistant) -> MCPServer[Any]:
    """A server whose tools read and never write."""
    server: MCPServer[Any] = MCPServer(
        name="renshe", title="人社政策助手", instructions=_INSTRUCTIONS, version=version("renshe"), log_level="WARNING"
    )
    for tool in TOOLS:
        server.add_tool(
            _function(tool, assistant),
            name=tool.name,
            title=tool.title,
            description=tool.description,
            annotations=_HINTS.model_copy(update={"title": tool.title}),
        )
    add_resources(server, assistant.corpus)
    return server


def _function(tool: Tool[ToolInput, BaseModel], assistant: Assistant) -> Callable[..., CallToolResult]:
    """The tool as a function whose signature is its input's fields: the server reads its schema from that."""

    def call(**fields: Any) -> CallToolResult:
        try:
            return _result(tool.call(assistant, tool.input.model_validate(fields)))
        except (SearchIndexError, WorkError, BureauError) as error:
            return CallToolResult(content=[TextContent(text=str(error))], is_error=True)

    call.__name__ = tool.name
    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=Annotated[field.annotation, field],
            default=inspect.Parameter.empty if field.is_required() else field.default,
        )
        for name, field in tool.input.model_fields.items()
    ]
    result: Any = Annotated[CallToolResult, tool.output]
    call.__signature__ = inspect.Signature(parameters, return_annotation=result)  # pyright: ignore[reportFunctionMemberAccess]
    call.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": result}
    return call


def _result(output: BaseModel) -> CallToolResult:
    """Words for a person, a link for each citation, and the whole output as data."""
    cited = _citations(output)
    text = words_of(output)
    links = [
        ResourceLink(name=f"[{c.n}]", title=" › ".join([c.title, *c.path]), uri=span_uri(c), mime_type="text/plain")
        for c in cited
    ]
    return CallToolResult(content=[TextContent(text=text), *links], structured_content=output.model_dump(mode="json"))


def _citations(output: BaseModel) -> list[Citation]:
    match output:
        case Answer():
            return output.citations
        case Passages():
            return output.passages
        case Report():
            return [c for claim in output.claims for c in claim.citations]
        case _:
            return []
