"""Responses compressed for those who can read them so, but never a page that holds somebody's secret."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from api.inspections.who import COOKIE

_LEAST_BYTES = 1000
_LEVEL = 6


class Compression:
    """ASGI middleware: gzip for static files, and for everything else where nobody is signed in.

    A page of somebody signed in holds a CSRF token and words from its address: compressed together, the length of the
    answer would tell an attacker on the network something of the token (BREACH). Streams of events are left alone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._compressed = GZipMiddleware(app, minimum_size=_LEAST_BYTES, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, one way or the other."""
        open_to_all = scope["type"] == "http" and (
            scope["path"].startswith("/static/") or COOKIE not in Headers(scope=scope).get("cookie", "")
        )
        await (self._compressed if open_to_all else self._plain)(scope, receive, send)
