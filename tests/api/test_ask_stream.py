"""POST /v1/ask/stream: stages, text, citations and the whole answer, in that order."""

from __future__ import annotations

import json

from fastapi.testclient import TestClient

from assistant.answer import Answer


def events(body: str) -> list[tuple[str, dict]]:
    blocks = [dict(line.split(": ", 1) for line in b.splitlines() if ": " in line) for b in body.split("\n\n") if b]
    return [(b["event"], json.loads(b["data"])) for b in blocks if "event" in b]


def test_the_parts_come_in_order_and_make_the_answer(client: TestClient) -> None:
    response = client.post("/v1/ask/stream", json={"question": "无证开船坞罚多少"})
    assert response.headers["content-type"].startswith("text/event-stream")
    found = events(response.text)
    assert [name for name, _ in found] == ["stage", "stage", "text", "citation", "done"]
    answer = Answer.model_validate(found[-1][1])
    assert "".join(data["text"] for name, data in found if name == "text") == answer.text
    assert found[3][1] == answer.citations[0].model_dump(mode="json")


def test_a_bad_question_is_refused_before_the_stream(client: TestClient) -> None:
    assert client.post("/v1/ask/stream", json={"question": ""}).status_code == 422
