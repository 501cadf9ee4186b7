"""The documents and their clauses as MCP resources, and the link of a citation."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError
from mcp.server.mcpserver.resources import TextResource

from assistant.answer import Citation
from corpus.records import Corpus, Document

_SCHEME = "renshe://documents"
_PLAIN = "text/plain"
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


def span_uri(citation: Citation) -> str:
    """Where the cited words are read."""
    return f"{_SCHEME}/{quote(citation.document, safe='')}/spans/{citation.start}-{citation.end}"


def add_resources(server: MCPServer[Any], corpus: Corpus) -> None:
    """Each document as a resource; its clauses and any span of it by template."""
    documents = {d.id: d for d in corpus.documents}
    for d in corpus.documents:
        uri = f"{_SCHEME}/{quote(d.id, safe='')}"
        server.add_resource(TextResource(uri=uri, name=d.id, title=d.title, text=d.text, mime_type=_PLAIN))

    def document(written: str) -> Document:
        found = documents.get(unquote(written))
        if found is None:
            raise ResourceError("没有这份文件。文件的编号见资源列表。")
        return found

    @server.resource(f"{_SCHEME}/{{document_id}}/spans/{{span}}", title="原文片段", mime_type=_PLAIN)
    def read_span(document_id: str, span: str) -> str:  # pyright: ignore[reportUnusedFunction]  (registered)
        """文件中的一段原文：起止的字符位置，如 120-180。"""
        m, text = _RANGE.fullmatch(span), document(document_id).text
        if m is None or not 0 <= int(m[1]) < int(m[2]) <= len(text):
            raise ResourceError("位置不对。请写成 起-止，如 120-180，且不超出文件。")
        return text[int(m[1]) : int(m[2])]

    @server.resource(f"{_SCHEME}/{{document_id}}/clauses/{{number}}", title="条款", mime_type=_PLAIN)
    def read_clause(document_id: str, number: str) -> str:  # pyright: ignore[reportUnusedFunction]  (registered)
        """文件中的一条条款，按顺序编号，从 0 起。"""
        found = document(document_id)
        if not number.isdecimal() or int(number) >= len(found.clauses):
            raise ResourceError(f"没有这一条。这份文件有 {len(found.clauses)} 条，从 0 数起。")
        return found.quote(found.clauses[int(number)].extent)
