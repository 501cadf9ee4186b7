"""One log line and one count a request: id, method, route, status, time. Never a question: not the body, not the query string."""

from __future__ import annotations

import logging
import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from api.metrics import Metrics

_LOG = logging.getLogger("renshe.web")
_HEADER = "X-Request-Id"
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class RequestLog:
    """ASGI middleware logging each request by its route template, under the id that the caller gave or a new one."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500
        id = _id_of(scope)

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[_HEADER] = id
            await send(message)

        with bound_contextvars(request=id):
            try:
                await self._app(scope, receive, send_and_note)
            finally:
                self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        # The template (`/v1/corpus/{document}/text`), not the path: a path can hold anything, and labels must stay few.
        route = getattr(scope.get("route"), "path", "other")
        self._metrics.requests.labels(scope["method"], route, str(status)).inc()
        fields = {"method": scope["method"], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        _LOG.info("request", extra=fields)


def _id_of(scope: Scope) -> str:
    given = Headers(scope=scope).get(_HEADER, "")
    return given if _ID.fullmatch(given) else uuid.uuid4().hex
