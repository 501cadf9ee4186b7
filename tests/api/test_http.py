"""The HTTP interface: answers, outline, source text, health, headers, and every error."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from api.app import create_app
from assistant.answer import Answer
from corpus.records import Corpus


def problem_of(response: Response, status: int) -> str:
    """The detail of a problem response, after checking its form."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["title"]
    assert any("\u4e00" <= c <= "\u9fff" for c in body["detail"])
    return body["detail"]


def test_ask_returns_the_answer(client: TestClient, assistant) -> None:
    response = client.post("/v1/ask", json={"question": " 问 ", "session": "s", "as_of": "2025-01-31"})
    assert response.status_code == 200
    assert Answer.model_validate(response.json()).session == "s"
    assert assistant.asked == [("问", None, "s", date(2025, 1, 31))]


def test_null_session_and_day_are_as_good_as_none(client: TestClient, assistant) -> None:
    assert client.post("/v1/ask", json={"question": "问", "session": None, "as_of": None}).status_code == 200
    assert assistant.asked == [("问", None, None, None)]


def test_question_of_2000_characters_is_the_longest(client: TestClient) -> None:
    assert client.post("/v1/ask", json={"question": "𠮷" * 2000}).status_code == 200
    assert "最多 2000 字" in problem_of(client.post("/v1/ask", json={"question": "问" * 2001}), 422)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "缺少问题（question）"),
        ({"question": " "}, "问题（question）是空的"),
        ({"question": 5}, "问题（question）应为文字"),
        ({"question": None}, "问题（question）应为文字"),
        ({"question": "问", "session": ""}, "对话编号（session）是空的"),
        ({"question": "问", "as_of": "明天"}, "日期（as_of）不是日期"),
        ({"question": "问", "as_of": 0}, "日期（as_of）不是日期"),
        ({"question": "问", "sesion": "s"}, "不认识字段 sesion"),
        ([], "请求内容应为 JSON 对象"),
    ],
)
def test_each_fault_is_named_in_chinese(client: TestClient, body: object, words: str) -> None:
    assert words in problem_of(client.post("/v1/ask", json=body), 422)


def test_broken_json_is_400(client: TestClient) -> None:
    response = client.post("/v1/ask", content=b"{", headers={"content-type": "application/json"})
    assert "不是有效的 JSON" in problem_of(response, 400)


def test_body_that_is_not_utf8_is_a_problem(client: TestClient) -> None:
    response = client.post("/v1/ask", content=b'{"question": "\xff"}', headers={"content-type": "application/json"})
    assert response.headers["content-type"] == "application/problem+json"
    assert 400 <= response.status_code < 500


def test_body_over_a_mebibyte_is_413_declared_or_not(client: TestClient, assistant) -> None:
    big = b" " * (1024 * 1024) + b'{"question": "x"}'
    assert "1024 KiB" in problem_of(client.post("/v1/ask", content=big), 413)
    assert "1024 KiB" in problem_of(client.post("/v1/ask", content=iter([big[:40000], big[40000:]])), 413)
    assert assistant.asked == []


def test_unknown_document_address_and_method(client: TestClient) -> None:
    assert "/v1/corpus" in problem_of(client.get("/v1/corpus/none/text"), 404)
    assert "/docs" in problem_of(client.get("/none"), 404)
    assert "/docs" in problem_of(client.get("/static/none.js"), 404)
    assert "方法" in problem_of(client.get("/v1/ask"), 405)


def test_internal_error_tells_neither_client_nor_log_the_question(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = client.post("/v1/ask", json={"question": "坏掉 secret"})
    assert "稍后再试" in problem_of(response, 500)
    assert "secret" not in response.text
    ours = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("renshe"))
    assert "internal error ValueError" in ours
    assert "坏掉" not in ours
    assert "secret" not in ours


def test_log_names_the_route_and_no_question(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="renshe"):
        client.post("/v1/ask?q=私事", json={"question": "私事"})
    ours = [repr(vars(r)) for r in caplog.records if r.name.startswith("renshe")]
    assert "'method': 'POST', 'route': '/v1/ask', 'status': 200" in ours[0]
    assert "私事" not in "".join(ours)


def test_outline_is_enough_for_a_page(client: TestClient) -> None:
    outline = client.get("/v1/corpus").json()
    assert outline["bureau"] == "渡口县人社局"
    assert outline["questions"] == [
        "船员培训管理找哪个科室？",
        "无证开船坞，罚多少？",
        "船坞监管，多久检查一次？",
    ]
    (document,) = outline["documents"]
    assert document["sections"] == [{"name": "船员科", "duties": 1}]
    assert document["regimes"][0]["parts"] == ["指标"]
    assert document["anomalies"][0]["quote"] == "一、船坞监管"


def test_source_text_is_the_text_the_citations_count_in(client: TestClient) -> None:
    (cited,) = client.post("/v1/ask", json={"question": "问"}).json()["citations"]
    response = client.get(f"/v1/corpus/{cited['document']}/text")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.content.decode("utf-8")[cited["start"] : cited["end"]] == cited["quote"]
    again = client.get(response.url, headers={"if-none-match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_openapi_speaks_of_problems_not_of_the_framework(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert "application/problem+json" in described["paths"]["/v1/ask"]["post"]["responses"]["422"]["content"]
    assert "HTTPValidationError" not in described["components"]["schemas"]


def test_health_readiness_and_metrics(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["documents"] == 1
    client.post("/v1/ask", json={"question": "问"})
    client.get("/v1/corpus/none/text")
    text = client.get("/metrics").text
    assert 'renshe_answers_total{intent="penalty",status="answered"} 1.0' in text
    assert 'renshe_requests_total{method="POST",route="/v1/ask",status="200"} 1.0' in text
    assert 'route="/v1/corpus/{document:path}/text",status="404"' in text


def test_not_ready_without_documents(assistant) -> None:
    assistant.corpus = Corpus(documents=(), fingerprint="")
    client = TestClient(create_app(assistant))
    assert "RENSHE_CORPUS" in problem_of(client.get("/readyz"), 503)
    assert client.get("/v1/corpus").json()["questions"] == []


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/none", "/static/css/base.css"])
def test_security_headers_are_everywhere(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "cache-control" in headers


def test_security_headers_are_on_internal_errors(client: TestClient) -> None:
    response = client.post("/v1/ask", json={"question": "坏掉"})
    assert response.headers["x-content-type-options"] == "nosniff"
