"""What a document contains and what is wrong with it, over HTTP; who may see the questions and the evaluation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from api.app import create_app
from api.options import AppOptions
from assistant.accounts.account import Role
from assistant.accounts.directory import Directory
from assistant.accounts.passwords import Passwords
from assistant.assistant import Assistant
from assistant.bootstrap import open_office
from assistant.conversation.asked import Asked, Feedback
from assistant.settings import Settings

NOW = datetime(2031, 5, 6, tzinfo=UTC)
As = Callable[[Role], dict[str, str]]


def test_headings_are_a_tree_in_document_order(client: TestClient) -> None:
    found = client.get("/v1/corpus/渡口职责/headings").json()
    by_text = {h["text"]: h for h in found["headings"]}
    regime, part = by_text["（一）渡船劳务机构监管"], by_text["六、监督检查处理"]
    assert regime["level"] < part["level"] and regime["place"]["start"] < part["place"]["start"] < regime["end"]
    assert found["total"] == len(found["headings"]) and found["next"] is None


def test_every_remark_stands_where_the_text_has_it(client: TestClient, ferry: Assistant) -> None:
    for document in ferry.corpus.documents:
        found = client.get(f"/v1/corpus/{document.id}/marks").json()["marks"]
        anomalies = [m for m in found if m["kind"] == "anomaly"]
        assert [m["text"] for m in anomalies] == [
            a.text for a in sorted(document.anomalies, key=lambda a: (a.span.start, a.span.end))
        ]
        for m in found:
            start, end = m["place"]["start"], m["place"]["end"]
            assert document.text[start:end].strip()
            assert document.text[:start].count("\n") + 1 == m["line"]
    assert any(m["kind"] == "set-aside" and m["text"] == "表头" for m in found)


def test_the_outline_says_shapes_and_counts(client: TestClient) -> None:
    documents = {d["id"]: d for d in client.get("/v1/corpus").json()["documents"]}
    assert documents["渡口职责"]["shapes"] == ["职责登记表", "职责边界表", "监管制度"]
    assert {"name": "处罚", "n": 8} in documents["渡口职责"]["counts"]
    assert documents["云岭监管"]["bureau"] == "云岭县人力资源和社会保障局"


@pytest.fixture
def office_client(ferry: Assistant, tmp_path: Path) -> Iterator[tuple[TestClient, As]]:
    """An app with accounts, questions that stayed unanswered, and a folder for evaluations; and how to sign in."""
    office = open_office(Settings(corpus=tmp_path, home=tmp_path / "home"))
    quick = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    accounts = Directory(office.store.accounts, office.store.tokens, office.store.attempts, quick)
    texts = ["渡船补贴什么时候发", "渡船补贴什么时候发呢", '<script>alert("1")</script>怎么办', "三号码头电话"]
    office.store.asked.put([asked(q, n) for n, q in enumerate(texts)], [])
    office.store.asked.put_feedback(Feedback(at=NOW, question="答得不对", answer_id="a", helpful=False))

    def sign_in(role: Role) -> dict[str, str]:
        account = accounts.add(role, role, role, "河边的第三座船坞今天开门", now=NOW)
        return {
            "Authorization": f"Bearer {office.sign_in.make_api_token(account, role, '测', now=datetime.now(UTC))[1]}"
        }

    app = create_app(ferry, AppOptions(office=office, evals=tmp_path / "evals"))
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened, sign_in
    office.store.close()


def asked(question: str, day: int) -> Asked:
    at = NOW + timedelta(days=day)
    return Asked(at=at, question=question, answer_id=str(day), status="not_in_corpus", intent="other")


@pytest.mark.parametrize("path", ["/v1/questions", "/v1/questions/cases", "/v1/evals", "/v1/evals/report"])
def test_only_staff_and_administrators_see_what_people_asked_and_how_well_it_went(
    office_client: tuple[TestClient, As], path: str
) -> None:
    client, sign_in = office_client
    assert client.get(path).status_code == 401
    refused = client.get(path, headers=sign_in("inspector"))
    assert refused.status_code == 403 and "工作人员" in refused.json()["detail"]
    for role in ("staff", "admin"):
        assert client.get(path, headers=sign_in(role)).status_code in (200, 404)


def test_alike_questions_are_one_group_and_the_export_is_what_the_command_writes(
    office_client: tuple[TestClient, As],
) -> None:
    client, sign_in = office_client
    staff = sign_in("staff")
    found: Any = client.get("/v1/questions", headers=staff).json()
    assert next((g["count"], g["questions"][0]) for g in found["groups"]) == (2, "渡船补贴什么时候发")
    assert found["asked"] == 5 and found["total"] == 4
    since = client.get("/v1/questions", params={"since": "2031-05-08"}, headers=staff).json()
    assert [g["questions"][0][:4] for g in since["groups"]] == ["<scr", "三号码头"]
    only = client.get("/v1/questions", params={"status": "unhelpful"}, headers=staff).json()
    assert [g["why"] for g in only["groups"]] == ["评价没有帮助"]
    lines = client.get("/v1/questions/cases", headers=staff).text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"asked-{n:03}" for n in range(1, 5)]
    assert client.get("/v1/questions", params={"since": "昨天"}, headers=staff).status_code == 422


def test_an_evaluation_is_shown_where_one_was_made_and_else_how_to_make_it(
    office_client: tuple[TestClient, As], tmp_path: Path
) -> None:
    client, sign_in = office_client
    staff = sign_in("staff")
    none = client.get("/v1/evals", headers=staff).json()
    assert none["results"] is None and "make eval" in none["how"]
    folder = tmp_path / "evals"
    folder.mkdir()
    (folder / "results.json").write_text("{", "utf-8")
    assert "读不出来" in client.get("/v1/evals", headers=staff).json()["how"]
    rate = {"group": "route", "name": "该找哪个科室", "good": 3, "n": 4, "share": 0.75, "interval": [0.3, 0.9]}
    (folder / "results.json").write_text(json.dumps({"overall": rate, "kinds": [rate], "audiences": []}), "utf-8")
    (folder / "report.html").write_text("<!doctype html><title>评测报告</title>", "utf-8")
    shown = client.get("/v1/evals", headers=staff).json()
    assert shown["report"] and shown["results"]["kinds"][0]["name"] == "该找哪个科室"
    report = client.get("/v1/evals/report", headers=staff)
    assert "评测报告" in report.text
    assert "sandbox" in report.headers["content-security-policy"]
    assert "script-src" not in report.headers["content-security-policy"]
