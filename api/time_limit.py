"""A request that takes too long is answered with 503 instead of nothing."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem_for

SECONDS = 60.0
"""Longer than any answer may take, a language model's included."""


class TimeLimit:
    """ASGI middleware. What has begun to be sent goes on: a stream may last."""

    def __init__(self, app: ASGIApp, seconds: float = SECONDS) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on for so long."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds) as limit:

                async def send_in_time(message: Message) -> None:
                    limit.reschedule(None)
                    await send(message)

                await self._app(scope, receive, send_in_time)
        except TimeoutError:
            detail = "这次处理的时间太长，没有办成。请稍后再试。"
            await problem_for(scope["path"], 503, detail, headers={"Retry-After": "5"})(scope, receive, send)
