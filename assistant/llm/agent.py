"""The agent: a chat model that chooses tools and words sentences. The one door to the agent framework.

Whatever goes wrong with endpoint or model is a `ModelError`; nothing of it reaches the person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware, ToolCallLimitMiddleware
from langchain_core.messages import AIMessage, ToolMessage
from langchain_core.tools import BaseTool, StructuredTool
from langchain_openai import ChatOpenAI
from langgraph.errors import GraphRecursionError
from openai import OpenAIError
from pydantic import BaseModel, SecretStr

from assistant.answer import Answer
from assistant.llm.limits import Limits
from assistant.llm.prompt import SYSTEM
from assistant.llm.tokens import shown_to_model
from assistant.llm.worded import ModelError, Worded
from assistant.tools.catalogue import TOOLS, Answerer, Tool
from assistant.tools.inputs import ToolInput

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What the client raises over replies that are no replies: no JSON, null for the choices, a string for a list."""


@dataclass(frozen=True)
class Agent:
    """A chat model at an OpenAI-compatible endpoint."""

    base_url: str
    model: str
    api_key: str = field(repr=False)
    limits: Limits = field(default_factory=Limits)

    def word(self, question: str, answerer: Answerer) -> Worded:
        """Let the model use the tools and word an answer. Raises ModelError."""
        try:
            graph = self._graph(answerer)
            state = graph.invoke({"messages": [{"role": "user", "content": question}]}, {"recursion_limit": 40})
            return _worded(state["messages"])
        except (OpenAIError, httpx.HTTPError, GraphRecursionError, *_MALFORMED) as error:
            raise ModelError(type(error).__name__) from error

    def _graph(self, answerer: Answerer) -> Any:
        model = ChatOpenAI(
            base_url=self.base_url,
            model=self.model,
            api_key=SecretStr(self.api_key),
            temperature=0,
            timeout=self.limits.request_s,
            max_retries=self.limits.retries,
        )
        limits: list[AgentMiddleware[Any, Any]] = [
            ModelCallLimitMiddleware(run_limit=self.limits.model_calls, exit_behavior="end"),
            ToolCallLimitMiddleware(run_limit=self.limits.tool_calls, exit_behavior="continue"),
        ]
        tools = [_shown(tool, answerer) for tool in TOOLS if tool.output is Answer]
        return create_agent(model, tools, system_prompt=SYSTEM, middleware=limits)


def _shown(tool: Tool[ToolInput, BaseModel], answerer: Answerer) -> BaseTool:
    """The tool as the model sees it: its result carries tokens, its artifact is the Answer."""

    def call(**fields: Any) -> tuple[str, BaseModel]:
        output = tool.call(answerer, tool.input.model_validate(fields))
        return (shown_to_model(output) if isinstance(output, Answer) else ""), output

    return StructuredTool.from_function(
        func=call,
        name=tool.name,
        description=tool.description,
        args_schema=tool.input,
        response_format="content_and_artifact",
        handle_tool_error=True,
        handle_validation_error="参数不对，请按参数说明重新填写。",
    )


def _worded(messages: list[Any]) -> Worded:
    answers = tuple(m.artifact for m in messages if isinstance(m, ToolMessage) and isinstance(m.artifact, Answer))
    last = messages[-1]
    if not isinstance(last, AIMessage) or last.tool_calls or not isinstance(last.content, str):
        raise ModelError("no final words")
    return Worded(last.content, answers)
