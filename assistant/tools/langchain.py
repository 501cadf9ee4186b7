"""The catalogue's tools and the corpus' retriever for those who build with LangChain. Here alone LangChain is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.tools import BaseTool, StructuredTool

from assistant.retrieval import CorpusSearch
from assistant.tools.catalogue import TOOLS, Answerer, Tool
from assistant.tools.inputs import ToolInput
from assistant.tools.words import words_of

if TYPE_CHECKING:
    from pydantic import BaseModel

    from index.langchain import RensheRetriever


def langchain_tools(assistant: Answerer) -> list[BaseTool]:
    """One structured tool for each of the catalogue: its content is words with marks, its artifact the whole output."""
    return [_structured(tool, assistant) for tool in TOOLS]


def langchain_retriever(search: CorpusSearch, k: int = 8) -> RensheRetriever:
    """A retriever over the documents: text word for word, with document, path and place in the metadata."""
    from index.langchain import RensheRetriever

    def passage(id: str | int) -> tuple[str, dict[str, Any]]:
        found = search.passage(str(id))
        d, span = found.document, found.span
        return d.quote(span), {"document": d.id, "path": list(found.path), "start": span.start, "end": span.end}

    return RensheRetriever(index=search.index, passage=passage, k=k)


def _structured(tool: Tool[ToolInput, BaseModel], assistant: Answerer) -> BaseTool:
    def call(**fields: Any) -> tuple[str, BaseModel]:
        output = tool.call(assistant, tool.input.model_validate(fields))
        return words_of(output, with_quotes=True), output

    return StructuredTool.from_function(
        func=call,
        name=tool.name,
        description=tool.description,
        args_schema=tool.input,
        response_format="content_and_artifact",
    )
