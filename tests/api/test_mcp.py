"""The MCP server, used through the official client: over HTTP against a real server, and as a process on stdio."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import anyio
import pytest
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client

from assistant.answer import Answer

ROOT = Path(__file__).parents[2]
TOOLS = {
    *("ask", "find_section", "penalty_range", "supervision_rule", "plan_checks", "deadline", "checklist"),
    "search_corpus",
    "verify_text",
}


def test_tools_are_typed_and_read_only(served: str) -> None:
    async def look() -> None:
        async with Client(f"{served}/mcp") as client:
            tools = {t.name: t for t in (await client.list_tools()).tools}
            assert set(tools) >= TOOLS
            for tool in tools.values():
                assert tool.annotations.read_only_hint
                assert tool.annotations.idempotent_hint
                assert tool.output_schema["type"] == "object"
                assert tool.title and tool.description
            assert tools["penalty_range"].input_schema["required"] == ["violation"]

    anyio.run(look)


def test_an_answer_comes_as_text_data_and_links_that_can_be_read(served: str) -> None:
    async def ask() -> None:
        async with Client(f"{served}/mcp") as client:
            result = await client.call_tool("penalty_range", {"violation": "无证开船坞", "persons": 2})
            answer = Answer.model_validate(result.structured_content)
            assert answer.question == "无证开船坞，涉及2人，罚款多少"
            assert result.content[0].text == answer.text
            link = result.content[1]
            read = await client.read_resource(link.uri)
            assert read.contents[0].text == answer.citations[0].quote

    anyio.run(ask)


def test_documents_are_resources_and_errors_are_words(served: str) -> None:
    async def look() -> None:
        async with Client(f"{served}/mcp") as client:
            (document,) = (await client.list_resources()).resources
            text = (await client.read_resource(document.uri)).contents[0].text
            assert text.startswith("𠮷安县")
            bad = await client.call_tool("plan_checks", {"regime": "船坞", "units": 0})
            assert bad.is_error

    anyio.run(look)


@pytest.mark.parametrize("question", ["工伤认定找谁"])
def test_the_command_serves_on_stdio(question: str, tmp_path: Path) -> None:
    """The real program over the packaged document, started as a client would start it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("RENSHE_")}
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "api.cli.main", "mcp"],
        env={**kept, "RENSHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
    )

    async def ask() -> Answer:
        async with Client(stdio_client(server)) as client:
            result = await client.call_tool("ask", {"question": question})
            return Answer.model_validate(result.structured_content)

    answer = anyio.run(ask)
    assert answer.status == "answered"
    assert answer.sections
