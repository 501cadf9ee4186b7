"""What the chat-completions API is sent: the fields that mean something here; all others are taken and ignored."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MODEL = "renshe"
"""The one model there is. Clients may ask under another name: what answers does not depend on it."""
MAX_MESSAGES = 200


class TextPart(BaseModel):
    """A piece of text of a message."""

    type: Literal["text"]
    text: str


class Message(BaseModel):
    """One message of the conversation so far."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[TextPart] | None = None

    @property
    def text(self) -> str:
        """The message's text."""
        if self.content is None or isinstance(self.content, str):
            return (self.content or "").strip()
        return "".join(part.text for part in self.content).strip()


class StreamOptions(BaseModel):
    """What else a stream is to carry."""

    model_config = ConfigDict(extra="ignore")

    include_usage: bool = False


class ChatRequest(BaseModel):
    """A request for a completion. Temperature, tools and the like change nothing: the answer is found, not sampled."""

    model_config = ConfigDict(extra="ignore")

    messages: Annotated[list[Message], Field(min_length=1, max_length=MAX_MESSAGES)]
    model: Annotated[str, StringConstraints(max_length=200)] = MODEL
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: Annotated[int, Field(ge=1, le=1, description="只有一个答复")] | None = 1
    user: str | None = None
    bureau: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = Field(
        default=None, description="不是标准字段：收录了几个单位时，只问哪一个"
    )
    metadata: dict[str, Any] | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """What the person said, first to last."""
        return tuple(text for m in self.messages if m.role == "user" and (text := m.text))
