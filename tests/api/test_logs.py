"""The log of the served app: JSON lines with the request's id and never a word of a question."""

from __future__ import annotations

import json
import logging
import logging.config

import pytest
from fastapi.testclient import TestClient

from api.logs import LOG_CONFIG


@pytest.fixture
def configured() -> None:
    logging.config.dictConfig(LOG_CONFIG)


def test_lines_are_json_with_the_id_that_the_reply_carries(
    client: TestClient, configured: None, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.config.dictConfig(LOG_CONFIG)
    reply = client.post("/v1/ask?note=私事", json={"question": "工资的私事"}, headers={"X-Request-Id": "abc-1"})
    assert reply.headers["x-request-id"] == "abc-1"
    (line,) = [json.loads(text) for text in capsys.readouterr().err.splitlines() if text.startswith("{")]
    assert (line["event"], line["request"], line["route"], line["status"]) == ("request", "abc-1", "/v1/ask", 200)
    assert "私事" not in json.dumps(line, ensure_ascii=False)


def test_an_id_that_is_no_id_is_replaced(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "a b<script>"}).headers["x-request-id"].isalnum()
