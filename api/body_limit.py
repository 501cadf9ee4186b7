"""Refuses request bodies over a limit before anything parses them: 1 MiB, and 5 MB where lists are sent."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem_for

MAX_BODY_BYTES = 1024 * 1024
MAX_LIST_BYTES = 5_000_000
BY_PATH = {"/v1/plans": MAX_LIST_BYTES, "/v1/draws": MAX_LIST_BYTES, "/v1/draws/check": MAX_LIST_BYTES}
"""Routes that take lists of units."""
Allowance = Callable[[Scope], Awaitable[int | None]]
"""Bytes for one request where the general limits do not hold; None where they do."""


class BodyLimit:
    """ASGI middleware: 413 for a body that is, or turns out to be, over the limit."""

    def __init__(
        self,
        app: ASGIApp,
        max_bytes: int = MAX_BODY_BYTES,
        by_path: Mapping[str, int] = BY_PATH,
        allowance: Allowance | None = None,
    ) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._by_path = by_path
        self._allowance = allowance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body (at most the limit and one message more), then hand it on whole."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = await self._most(scope)
        messages: list[Message] = []
        size, more = _declared(scope), True
        if size > most:
            await _refuse(scope, receive, send, most)
            return
        size = 0
        while more:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            more = message.get("more_body", False)
            if size > most:
                await _refuse(scope, receive, send, most)
                return
        waiting = iter(messages)

        async def replay() -> Message:
            return next(waiting, None) or await receive()

        await self._app(scope, replay, send)

    async def _most(self, scope: Scope) -> int:
        special = await self._allowance(scope) if self._allowance else None
        return self._by_path.get(scope["path"], self._max_bytes) if special is None else special


def _declared(scope: Scope) -> int:
    """What the request says of its own size; 0 where it says nothing that can be read."""
    written = Headers(scope=scope).get("content-length", "")
    return int(written) if re.fullmatch(r"[0-9]{1,18}", written) else 0


async def _refuse(scope: Scope, receive: Receive, send: Send, most: int) -> None:
    detail = f"请求内容超过 {most // 1024} KiB。请缩短后再试。"
    await problem_for(scope["path"], 413, detail, headers={"connection": "close"})(scope, receive, send)
