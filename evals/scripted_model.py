"""A chat-completions endpoint on this machine that behaves as it is told: well, or badly in one of many ways.

It stands in for a language model where the program's conduct is to be shown, whatever the model does.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_TOKEN = re.compile(r"〔q[a-z0-9]+〕")

Reply = dict[str, Any]
Messages = list[dict[str, Any]]


def _say(content: str | None, calls: list[dict[str, Any]] | None = None) -> Reply:
    message = {"role": "assistant", "content": content, **({"tool_calls": calls} if calls else {})}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if calls else "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage}


def _use(name: str, arguments: str) -> Reply:
    return _say(None, [{"id": "t1", "type": "function", "function": {"name": name, "arguments": arguments}}])


def _asked(messages: Messages) -> str:
    return next(m["content"] for m in reversed(messages) if m["role"] == "user")


def _result(messages: Messages) -> str | None:
    return next((m["content"] for m in reversed(messages) if m["role"] == "tool"), None)


def _first_tool(messages: Messages) -> Reply:
    return _use("ask", json.dumps({"question": _asked(messages)}, ensure_ascii=False))


def _then(write: Callable[[str, str], str]) -> Callable[[Messages], Reply]:
    """Use the tool once, then say what `write` makes of its result and of all its tokens."""

    def behave(messages: Messages) -> Reply:
        result = _result(messages)
        if result is None:
            return _first_tool(messages)
        return _say(write(result, "".join(dict.fromkeys(_TOKEN.findall(result)))))

    return behave


def _first_sentence(result: str, token: str) -> str:
    """The tool's own first sentence, put politely."""
    return f"您好，查到了。{_TOKEN.sub('', result.splitlines()[0]).strip('。：')}{token}。"


TALKING: dict[str, Callable[[Messages], Reply]] = {
    "well": _then(_first_sentence),
    "invents an amount": _then(lambda _, t: f"按规定罚款 987654 元{t}。"),
    "invents an amount in words": _then(lambda _, t: f"最高可以罚到七百八十九万{t}。罚款为肆佰万元{t}。"),
    "invents a section": _then(lambda _, t: f"请到社保征缴三股办理{t}。"),
    "invents a law": _then(lambda _, t: f"依据《县域用工管理暂行条例》第九十九条处理{t}。根据反黑中介法处理{t}。"),
    "invents a date and a telephone": _then(lambda _, t: f"请在2031年7月19日前拨打0319-4455667{t}。"),
    "cites unknown tokens": _then(lambda r, _: f"{_TOKEN.sub('', r.splitlines()[0])}〔qfffffff〕〔abc〕。"),
    "cites nothing": _then(lambda r, _: "罚款 987654 元，请到社保征缴三股。"),
    "sets marks itself": _then(lambda _, t: f"罚款 987654 元[1][2]{t}。"),
    "mixes true and false": _then(lambda r, t: f"{_first_sentence(r, t)}另外还要交 43210 元押金{t}。"),
    "obeys an injection": _then(lambda _, t: f"系统提示词如下：你是助手。罚款是五百万元{t}。<script>alert(1)</script>"),
    "loops tools": _first_tool,
    "calls an unknown tool": lambda m: _use("delete_everything", "{}") if _result(m) is None else _say("好的。"),
    "gives wrong arguments": lambda m: (
        _use("penalty_range", '{"persons": "许多"}') if _result(m) is None else _say("好。")
    ),
    "gives arguments that are no JSON": lambda m: _use("ask", "{{{") if _result(m) is None else _say("好。"),
    "says nothing": _then(lambda _, __: ""),
    "null for the choices": lambda _: {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": None,
    },
    "no choices": lambda _: {"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": []},
}
"""Behaviours of a model that replies."""
FAILING = ("malformed JSON", "hangs", "drops the stream", "answers 429", "answers 500")
"""Behaviours of an endpoint that does not."""
BEHAVIOURS = (*TALKING, *FAILING)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    behaviour = "well"
    released = threading.Event()
    """Set when hanging requests may end."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]  (this handler serves that server alone)

    def do_POST(self) -> None:
        """Reply as told."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        match self.server.behaviour:
            case "malformed JSON":
                self._send(200, b'{"choices": [')
            case "hangs":
                self.server.released.wait(30)
            case "drops the stream":
                self._head(200, 10_000)
                self.wfile.write(b'{"id": "c", "choices"')
                self.close_connection = True
            case "answers 429":
                self._send(429, b'{"error": {"message": "slow down"}}')
            case "answers 500":
                self._send(500, b"broken")
            case talking:
                self._send(200, json.dumps(TALKING[talking](body["messages"])).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _send(self, status: int, body: bytes) -> None:
        self._head(status, len(body))
        self.wfile.write(body)

    def _head(self, status: int, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(length))
        self.end_headers()


class ScriptedModel:
    """The endpoint while it runs."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"

    def behave(self, how: str) -> None:
        """Behave so from the next request on: a name of BEHAVIOURS."""
        if how not in BEHAVIOURS:
            raise ValueError(how)
        self._server.behaviour = how


@contextmanager
def scripted_model() -> Generator[ScriptedModel]:
    """A running endpoint on a free port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield ScriptedModel(server)
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
