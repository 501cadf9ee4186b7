"""So many requests a client in so much time, and no more: one program must not take the service from everybody."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.aio.storage import Storage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.storage import storage_from_string
from starlette.types import ASGIApp, Receive, Scope, Send

from api.failures import WorkError
from api.problems import problem_for

_FREE = ("/healthz", "/readyz", "/metrics", "/static/")
"""Paths that cost nothing and that monitors and pages ask for often."""
OFF = "off"


@dataclass(frozen=True, slots=True)
class Rate:
    """The limit of each client, and where the counts are kept."""

    limit: RateLimitItem
    storage: str

    @classmethod
    def read(cls, written: str, redis_url: str | None) -> Rate | None:
        """From `600/minute`; None for `off`. Raises WorkError for anything else."""
        if written == OFF:
            return None
        try:
            return cls(parse(written), f"async+{redis_url}" if redis_url else "async+memory://")
        except ValueError as error:
            raise WorkError(
                f"RENSHE_RATE_LIMIT 的写法不对：{written}。请写成 600/minute、10/second 的样子，或写 off 不限。"
            ) from error


class RateLimit:
    """ASGI middleware: 429 with `Retry-After` for a client over the limit; clients are told apart by their address."""

    def __init__(self, app: ASGIApp, rate: Rate) -> None:
        self._app = app
        self._limit = rate.limit
        # The client library named here is the one installed; it matters to Redis alone.
        options = {"implementation": "redispy"} if "redis" in rate.storage else {}
        storage = storage_from_string(rate.storage, **options)
        assert isinstance(storage, Storage)
        self._window = MovingWindowRateLimiter(storage)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while its client is within the limit."""
        if scope["type"] != "http" or scope["path"].startswith(_FREE):
            await self._app(scope, receive, send)
            return
        client = scope["client"][0] if scope.get("client") else "unknown"
        if await self._window.hit(self._limit, client):
            await self._app(scope, receive, send)
            return
        until = (await self._window.get_window_stats(self._limit, client)).reset_time
        wait = max(1, math.ceil(until - time.time()))
        detail = f"您这里的请求太多了。请过 {wait} 秒再试。"
        await problem_for(scope["path"], 429, detail, headers={"Retry-After": str(wait)})(scope, receive, send)
