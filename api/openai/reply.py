"""An Answer in the words of the chat-completions API: citations as annotations, the whole Answer beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from api.openai.request import MODEL
from assistant.answer import Answer, Citation

_MARK = re.compile(r"\[(\d+)\]")
_SENTENCE = re.compile(r"[^。；\n]*[。；\n]?(?:\[\d+\])*")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to one request."""

    answer: Answer
    asked: tuple[str, ...]
    id: str
    created: int
    """Seconds since 1970."""
    base_url: str
    """Where the corpus is served, with a slash at the end."""

    def completion(self) -> dict[str, Any]:
        """The body of a plain reply."""
        message = {
            "role": "assistant",
            "content": self.answer.text,
            "refusal": None,
            "annotations": self.annotations(),
        }
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        return self._frame("chat.completion", [choice]) | {"usage": self.usage(), "answer": self._whole()}

    def chunks(self, *, with_usage: bool) -> Iterator[str]:
        """The data lines of a stream, `[DONE]` last: the text sentence by sentence, then the annotations."""
        yield self._chunk({"role": "assistant", "content": ""})
        for part in _SENTENCE.findall(self.answer.text):
            if part:
                yield self._chunk({"content": part})
        last = self._frame("chat.completion.chunk", [self._delta({"annotations": self.annotations()}, "stop")])
        yield _json(last | {"answer": self._whole()})
        if with_usage:
            yield _json(self._frame("chat.completion.chunk", []) | {"usage": self.usage()})
        yield "[DONE]"

    def annotations(self) -> list[dict[str, Any]]:
        """One `url_citation` for each mark in the text, at its place in the text (in characters)."""
        citations = {c.n: c for c in self.answer.citations}
        return [
            {"type": "url_citation", "url_citation": self._source(citations[int(m[1])]) | _place(m)}
            for m in _MARK.finditer(self.answer.text)
            if int(m[1]) in citations
        ]

    def usage(self) -> dict[str, int]:
        """Sizes in characters: nothing here counts tokens, and nothing is charged."""
        asked, said = sum(map(len, self.asked)), len(self.answer.text)
        return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}

    def _source(self, c: Citation) -> dict[str, Any]:
        url = f"{self.base_url}v1/corpus/{quote(c.document)}/text#char={c.start},{c.end}"
        return {"url": url, "title": " › ".join([c.title, *c.path])}

    def _whole(self) -> dict[str, Any]:
        return self.answer.model_dump(mode="json")

    def _chunk(self, delta: dict[str, Any]) -> str:
        return _json(self._frame("chat.completion.chunk", [self._delta(delta, None)]))

    def _delta(self, delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
        return {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}

    def _frame(self, kind: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
        return {"id": self.id, "object": kind, "created": self.created, "model": MODEL, "choices": choices}


def _place(mark: re.Match[str]) -> dict[str, int]:
    return {"start_index": mark.start(), "end_index": mark.end()}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
