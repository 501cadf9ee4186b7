"""The administrator sees who looked at which inspection and file, when, and who was refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import httpx

ORDER = {"regime": "劳务派遣", "unit": "大河", "day": "2026-03-02", "kind": "日常"}
Person = Callable[..., httpx.Client]


def lines(client: httpx.Client, **wanted: Any) -> list[dict[str, Any]]:
    reply = client.get("/v1/access-log", params=wanted)
    assert reply.status_code == 200, reply.text
    return reply.json()["lines"]


def test_who_looked_at_which_file_when(person: Person) -> None:
    zhang, li, boss = person("zhang"), person("li"), person("boss", "admin")
    id = zhang.post("/v1/inspections", json=ORDER).json()["inspection"]
    zhang.post(f"/v1/inspections/{id}/evidence", files={"file": ("a.txt", b"photo")})
    sha256 = hashlib.sha256(b"photo").hexdigest()
    boss.get(f"/v1/inspections/{id}/evidence/{sha256}")
    li.get(f"/v1/inspections/{id}")
    (looked,) = lines(boss, subject=sha256)
    assert (looked["name"], looked["action"], looked["result"]) == ("boss某", "file.read", "允许")
    assert [x["name"] for x in lines(boss, subject=id, result="拒绝")] == ["li某"]
    assert {x["name"] for x in lines(boss, account="li")} == {"li某"}
    assert lines(boss, action="file.read")[0]["subject"] == sha256
    assert lines(boss, last_day="2020-01-01") == [] and lines(boss, first_day="2020-01-01")


def test_it_comes_in_pages_and_looking_at_it_is_logged(person: Person) -> None:
    boss = person("boss", "admin")
    for _ in range(5):
        boss.get("/v1/inspections")
    seen: list[int] = []
    before: dict[str, int] = {}
    while True:
        page = boss.get("/v1/access-log", params={"limit": 2, "action": "inspection.list", **before}).json()
        seen += [x["n"] for x in page["lines"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert len(seen) == len(set(seen)) == 5 and seen == sorted(seen, reverse=True)
    assert len(lines(boss, action="access-log.read")) == 4


def test_nobody_but_the_administrator_sees_it(person: Person) -> None:
    for role in ("staff", "inspector"):
        assert person(role, role).get("/v1/access-log").status_code == 403
    assert [x["name"] for x in lines(person("boss", "admin"), result="拒绝")] == ["inspector某", "staff某"]
