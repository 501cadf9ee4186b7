"""Inspections in conversation and meters over HTTP: the same people, the same store, by token and by session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import httpx

BEGIN = "开始检查大河劳务派遣有限公司，日常巡查"


def say(client: httpx.Client, words: str, **more: Any) -> dict[str, Any]:
    reply = client.post("/v1/ask", json={"question": words, "session": "s"}, **more)
    assert reply.status_code == 200, reply.text
    return reply.json()


def test_words_and_routes_drive_one_inspection(person: Callable[..., httpx.Client]) -> None:
    client = person("zhang")
    begun = say(client, BEGIN)["inspection"]
    say(client, "这一项符合，下一项")
    listed = client.get(f"/v1/inspections/{begun['id']}").json()
    assert listed["unit"]["name"] == begun["unit"] and listed["items"][0]["finding"] == "符合"
    assert say(client, "劳务派遣每月要查几家")["inspection"] is None
    stream = client.post("/v1/ask/stream", json={"question": "这一项不符合，合同只签一年", "session": "s"}).text
    assert "event: done" in stream and '"intent": "checklist"' in stream
    say(client, "剩下的都符合")
    say(client, "结束检查")
    made = say(client, "生成记录")["inspection"]
    assert [p["title"] for p in made["papers"]] == ["现场检查记录表"] and made["status"] == "已结束"
    meters = client.get("/v1/meters", params={"regime": "劳务派遣"}).json()
    patrol = next(m for m in meters["regimes"][0]["meters"] if m["what"] == "家数" and m["check"] == "日常巡查")
    assert (patrol["done"], patrol["owed"]) == (1, 2) and patrol["citation"]["quote"]


def test_a_message_sent_again_enters_nothing_twice_and_its_paper_can_be_fetched(
    person: Callable[..., httpx.Client],
) -> None:
    client = person("zhang")
    id = say(client, BEGIN)["inspection"]["id"]
    first = say(client, "这一项符合，下一项", headers={"Idempotency-Key": "k1"})
    assert say(client, "这一项符合，下一项", headers={"Idempotency-Key": "k1"}) == first
    log = client.get(f"/v1/inspections/{id}/events").json()["events"]
    assert [e["event"]["type"] for e in log] == ["begun", "moved", "found", "moved"]
    assert client.get(f"/v1/inspections/{id}/papers/record/file").status_code == 404
    (paper,) = say(client, "生成现场检查记录表")["inspection"]["papers"]
    got = client.get(paper["link"])
    assert hashlib.sha256(got.content).hexdigest() == paper["sha256"]
    assert person("li").get(paper["link"]).status_code == 404


def test_without_signing_in_nothing_begins(person: Callable[..., httpx.Client], address: str) -> None:
    with httpx.Client(base_url=address) as anybody:
        assert "登录" in say(anybody, BEGIN)["text"]
        assert anybody.get("/v1/meters").status_code == 401
    assert person("zhang").get("/v1/inspections").json()["inspections"] == []


def test_a_session_needs_its_csrf_token(make_account: Callable[..., object], address: str, password: str) -> None:
    make_account("li")
    with httpx.Client(base_url=address) as client:
        signed = client.post("/v1/session", json={"name": "li", "password": password})
        cookie = {"Cookie": signed.headers["set-cookie"].split(";")[0]}
        assert "登录" in say(client, BEGIN, headers=cookie)["text"]
        assert say(client, BEGIN, headers={**cookie, "X-CSRF-Token": signed.json()["csrf"]})["inspection"]


def test_staff_read_meters_in_every_format(person: Callable[..., httpx.Client]) -> None:
    clerk = person("clerk", "staff")
    for form, media in (("svg", "image/svg+xml"), ("csv", "text/csv"), ("xlsx", "application/vnd")):
        reply = clerk.get("/v1/meters", params={"format": form, "as_of": "2026-11-25"})
        assert reply.status_code == 200 and reply.headers["content-type"].startswith(media)
    assert "没有叫" in clerk.get("/v1/meters", params={"regime": "造船"}).json()["detail"]
