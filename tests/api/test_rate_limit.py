"""Limits a client meets: so many requests in so much time, and so long for one."""

from __future__ import annotations

import asyncio
import socket
import uuid
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from api.app import create_app
from api.failures import WorkError
from api.options import AppOptions
from api.rate_limit import Rate
from api.time_limit import TimeLimit


def redis_runs() -> bool:
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", 6379)) == 0


@pytest.fixture(params=["memory", "redis"])
def rate(request: pytest.FixtureRequest) -> Rate:
    if request.param == "redis" and not redis_runs():
        pytest.skip("no Redis server runs on 127.0.0.1:6379")
    # A limit of its own for each test: Redis remembers the one before.
    rate = Rate.read("3/minute", "redis://127.0.0.1:6379/9" if request.param == "redis" else None)
    assert rate is not None
    rate.limit.namespace = uuid.uuid4().hex
    return rate


def test_the_fourth_request_is_refused_with_a_time_to_wait(assistant, rate: Rate) -> None:
    with TestClient(create_app(assistant, AppOptions(rate=rate))) as client:
        replies = [client.post("/v1/ask", json={"question": "问"}) for _ in range(4)]
        assert [r.status_code for r in replies] == [200, 200, 200, 429]
        assert replies[-1].headers["content-type"] == "application/problem+json"
        assert 1 <= int(replies[-1].headers["retry-after"]) <= 60
        assert "秒再试" in replies[-1].json()["detail"]
        assert client.get("/healthz").status_code == 200
        chat = client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": "问"}]})
        assert chat.json()["error"]["type"] == "rate_limit_error"


def test_off_is_no_limit_and_nonsense_is_refused() -> None:
    assert Rate.read("off", None) is None
    with pytest.raises(WorkError, match="600/minute"):
        Rate.read("many", None)


def test_a_request_that_takes_too_long_is_answered() -> None:
    async def never(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(10)

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    asyncio.run(TimeLimit(never, seconds=0.01)({"type": "http", "path": "/v1/ask"}, receive, send))
    assert sent[0]["status"] == 503
