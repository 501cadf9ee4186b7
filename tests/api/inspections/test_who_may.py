"""Signing in, and who may see and do what over HTTP; every look is in the access log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from assistant.accounts.account import Account
from assistant.office import Office
from assistant.store.store import Store

Person = Callable[..., httpx.Client]
ORDER = {"regime": "劳务派遣", "unit": "大河", "day": "2026-03-02", "kind": "日常"}
FOUND = {"type": "found", "item": "1", "finding": "符合"}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


def begin(client: httpx.Client, **more: Any) -> str:
    reply = client.post("/v1/inspections", json=ORDER | more)
    assert reply.status_code == 201, reply.text
    return f"/v1/inspections/{reply.json()['inspection']}"


def problem(reply: httpx.Response, status: int) -> str:
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert not reply.json()["detail"].isascii()
    return reply.json()["detail"]


@pytest.fixture
def zhang(make_account: Callable[..., Account]) -> Account:
    return make_account("zhang")


def test_a_session_is_a_cookie_with_a_csrf_token(address: str, zhang: Account, password: str) -> None:
    signed = httpx.post(f"{address}/v1/session", json={"name": "ZHANG", "password": password})
    assert signed.status_code == 201 and signed.json()["account"]["id"] == zhang.id
    cookie = signed.headers["set-cookie"]
    for said in ("__Host-renshe=", "HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert said in cookie
    kept = {"Cookie": cookie.split(";")[0]}
    assert httpx.get(f"{address}/v1/session", headers=kept).json()["csrf"] == signed.json()["csrf"]
    for wrong in ({"X": "x"}, {"X-CSRF-Token": "0" * 64}, {"X-CSRF-Token": "ÿ".encode()}):
        sent = httpx.post(f"{address}/v1/inspections", json=ORDER, headers=kept | wrong)
        assert "X-CSRF-Token" in problem(sent, 403)
        problem(httpx.delete(f"{address}/v1/session", headers=kept | wrong), 403)
    right = kept | {"X-CSRF-Token": signed.json()["csrf"]}
    assert httpx.post(f"{address}/v1/inspections", json=ORDER, headers=right).status_code == 201
    assert httpx.delete(f"{address}/v1/session", headers=right).status_code == 204
    problem(httpx.get(f"{address}/v1/session", headers=kept), 401)


def test_a_sign_in_from_another_site_is_refused(address: str, zhang: Account, password: str) -> None:
    body = {"name": zhang.name, "password": password}
    problem(httpx.post(f"{address}/v1/session", json=body, headers={"Sec-Fetch-Site": "cross-site"}), 403)
    form = httpx.post(f"{address}/v1/session", data=body)
    problem(form, 422)


def test_wrong_passwords_lock_out_and_say_for_how_long(address: str, zhang: Account, password: str) -> None:
    wrong = {"name": zhang.name, "password": "不是这一句"}
    said = {problem(httpx.post(f"{address}/v1/session", json=wrong), 401) for _ in range(5)}
    said.add(problem(httpx.post(f"{address}/v1/session", json=wrong | {"name": "nobody"}), 401))
    assert len(said) == 1
    locked = httpx.post(f"{address}/v1/session", json={"name": zhang.name, "password": password})
    assert "再试" in problem(locked, 429) and 0 < int(locked.headers["retry-after"]) <= 60


@pytest.mark.parametrize("header", ["Bearer renshe_wrong", "Bearer", "Basic eDp5", "nonsense", "Bearer é"])
def test_a_token_that_is_none_is_401_whatever_else_is_sent(address: str, header: str) -> None:
    reply = httpx.get(f"{address}/v1/inspections", headers={"Authorization": header.encode()})
    problem(reply, 401)
    assert reply.headers["www-authenticate"] == "Bearer"


def test_nothing_is_open_without_signing_in(address: str) -> None:
    here = f"{address}/v1/inspections/{'a' * 32}"
    for get in ("", "/events", "/papers", "/papers/record", "/archive", "/verification", f"/evidence/{'b' * 64}"):
        problem(httpx.get(here + get), 401)
    for post in ("/events", "/events/batch", "/share", "/pause", "/papers/record", "/papers/record/preview"):
        problem(httpx.post(here + post, json={}), 401)
    for path in ("inspections", "units", "inspectors", "session"):
        problem(httpx.get(f"{address}/v1/{path}"), 401)
    problem(httpx.post(f"{here}/evidence", files={"file": ("a.png", PNG)}), 401)


def test_another_inspectors_inspection_is_as_if_it_were_not_there(person: Person) -> None:
    zhang, li = person("zhang"), person("li")
    here, absent = begin(zhang), f"/v1/inspections/{'a' * 32}"
    kept = zhang.post(f"{here}/evidence", files={"file": ("a.png", PNG)}).json()["recorded"]["event"]["evidence"]
    for path in ("", "/events", "/papers", "/archive", f"/evidence/{kept['sha256']}"):
        assert problem(li.get(here + path), 404) == problem(li.get(absent + path), 404)
    for path, body in (("/events", FOUND), ("/events", {"type": "moved", "item": "99"}), ("/share", {"account": "li"})):
        assert problem(li.post(here + path, json=body), 404) == problem(li.post(absent + path, json=body), 404)
    queue = {"events": [{"key": "k", "event": FOUND}]}
    assert problem(li.post(f"{here}/events/batch", json=queue), 404)
    assert li.get("/v1/inspections").json() == {"inspections": [], "next": None}


def test_shared_means_reading_and_entering_but_not_passing_on(person: Person) -> None:
    zhang, li, wang = person("zhang"), person("li"), person("wang")
    here = begin(zhang)
    assert "没有“nobody”" in problem(zhang.post(f"{here}/share", json={"account": "nobody"}), 422)
    assert zhang.post(f"{here}/share", json={"account": "li"}).status_code == 201
    assert li.post(f"{here}/events", json=FOUND).status_code == 201
    assert "不能这样做" in problem(li.post(f"{here}/share", json={"account": "wang"}), 403)
    problem(wang.get(here), 404)
    assert [x["unit"] for x in li.get("/v1/inspections").json()["inspections"]] == ["大河"]


def test_an_admin_reads_and_a_clerk_does_not(person: Person) -> None:
    here = begin(person("zhang"))
    boss, clerk = person("boss", "admin"), person("clerk", "staff")
    assert boss.get(here).status_code == 200 and len(boss.get("/v1/inspections").json()["inspections"]) == 1
    problem(boss.post(f"{here}/events", json=FOUND), 403)
    problem(boss.post("/v1/inspections", json=ORDER), 403)
    problem(clerk.get(here), 404)
    problem(clerk.get("/v1/inspections"), 403)
    problem(clerk.get("/v1/inspectors"), 403)
    assert [x["name"] for x in boss.get("/v1/inspectors").json()["inspectors"]] == ["zhang"]


def test_every_look_is_in_the_access_log(person: Person, office: Office) -> None:
    zhang, li = person("zhang"), person("li")
    here = begin(zhang)
    id = here.rsplit("/", 1)[1]
    kept = zhang.post(f"{here}/evidence", files={"file": ("a.png", PNG)}).json()["recorded"]["event"]["evidence"]
    zhang.post(f"{here}/papers/record", json={})
    before = _lines(office.store, id), _lines(office.store, kept["sha256"])
    for path in ("", "/events", "/papers", "/papers/record", "/verification", "/archive"):
        assert zhang.get(here + path).status_code == 200
    zhang.get(f"{here}/evidence/{kept['sha256']}")
    li.get(here)
    li.get(f"{here}/evidence/{kept['sha256']}")
    after = _lines(office.store, id), _lines(office.store, kept["sha256"])
    assert [x for x in after[0][len(before[0]) :] if x[1] == "拒绝"] == [
        ("inspection.read", "拒绝"),
        ("file.read", "拒绝"),
    ]
    assert after[0][len(before[0]) :].count(("inspection.read", "允许")) == 6
    assert after[1][len(before[1]) :] == [("file.read", "允许")] * 2
    zhang.get("/v1/inspections")
    assert office.store.access.read(limit=1)[0][1].action == "inspection.list"


def _lines(store: Store, subject: str) -> list[tuple[str, str]]:
    return [(x.action, x.result) for _, x in reversed(store.access.read(subject=subject))]
