"""Conversations of signed-in people over HTTP: theirs alone, to list, to export and to delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

MINE, OTHER, OPEN = (f"{name}-0123456789" for name in ("mine-mine", "second-one", "open-to-holders"))
Person = Callable[..., httpx.Client]


def say(client: httpx.Client, words: str, session: str = MINE, **more: Any) -> dict[str, Any]:
    reply = client.post("/v1/ask", json={"question": words, "session": session}, **more)
    assert reply.status_code == 200, reply.text
    return reply.json()


@pytest.fixture
def zhang(person: Person, address_with_journal: str) -> httpx.Client:
    return person("zhang", "staff", address_with_journal)


@pytest.fixture
def li(person: Person, address_with_journal: str) -> httpx.Client:
    return person("li", "staff", address_with_journal)


@pytest.fixture
def anybody(address_with_journal: str) -> httpx.Client:
    return httpx.Client(base_url=address_with_journal, timeout=60)


def test_one_s_own_are_listed_exported_and_deleted(zhang: httpx.Client, li: httpx.Client) -> None:
    say(zhang, "评职称找谁")
    zhang.post("/v1/ask/stream", json={"question": "工伤认定找谁", "session": OTHER})
    assert say(zhang, "他们电话多少")["read_as"] == "职称股电话多少"
    first = zhang.get("/v1/conversations", params={"limit": 1}).json()
    (latest,) = first["conversations"]
    assert (latest["session"], latest["questions"], latest["first"]) == (MINE, 2, "评职称找谁")
    second = zhang.get("/v1/conversations", params={"limit": 1, "after": first["next"]}).json()
    assert [x["session"] for x in second["conversations"]] == [OTHER] and second["next"] is None
    turns = zhang.get(f"/v1/conversations/{MINE}").json()["turns"]
    assert [t["question"] for t in turns] == ["评职称找谁", "他们电话多少"] and turns[0]["answer"]["citations"]
    text = zhang.get(f"/v1/conversations/{MINE}", params={"format": "txt"})
    assert "attachment" in text.headers["content-disposition"]
    assert "1. 问：评职称找谁" in text.text and "2. 问：他们电话多少" in text.text and "[1] " in text.text
    assert zhang.delete(f"/v1/conversations/{OTHER}").status_code == 204
    say(li, "评职称找谁", "a-conversation-of-li")
    assert zhang.delete("/v1/conversations").json() == {"deleted": 1}
    assert zhang.get("/v1/conversations").json()["conversations"] == []
    assert len(li.get("/v1/conversations").json()["conversations"]) == 1


def test_nobody_else_reads_deletes_or_goes_on_with_it(
    zhang: httpx.Client, li: httpx.Client, anybody: httpx.Client, person: Person, address_with_journal: str
) -> None:
    say(zhang, "评职称找谁")
    for other in (li, anybody, person("boss", "admin", address_with_journal)):
        assert other.get(f"/v1/conversations/{MINE}").status_code == 404
        assert other.delete(f"/v1/conversations/{MINE}").status_code == 404
        answer = say(other, "他们电话多少")
        assert answer["read_as"] is None and answer["session"] is None
        assert [w["code"] for w in answer["warnings"]] == ["not-your-conversation"]
    assert len(zhang.get(f"/v1/conversations/{MINE}").json()["turns"]) == 1
    assert anybody.get("/v1/conversations").status_code == 401


def test_without_signing_in_the_id_opens_it_until_its_holder_signs_in(
    zhang: httpx.Client, li: httpx.Client, anybody: httpx.Client
) -> None:
    say(anybody, "评职称找谁", OPEN)
    assert len(li.get(f"/v1/conversations/{OPEN}").json()["turns"]) == 1
    assert say(zhang, "他们电话多少", OPEN)["read_as"] == "职称股电话多少"
    assert [x["session"] for x in zhang.get("/v1/conversations").json()["conversations"]] == [OPEN]
    assert anybody.get(f"/v1/conversations/{OPEN}").status_code == 404
    say(anybody, "评职称找谁", "short")
    assert anybody.get("/v1/conversations/short").status_code == 422
    assert say(zhang, "他们电话多少", "short")["session"] == "short"
    assert zhang.get("/v1/conversations/short").status_code == 422


def test_a_session_s_changes_need_its_csrf_token(
    make_account: Callable[..., object], anybody: httpx.Client, password: str
) -> None:
    make_account("wang", "staff")
    signed = anybody.post("/v1/session", json={"name": "wang", "password": password})
    cookie = {"Cookie": signed.headers["set-cookie"].split(";")[0]}
    both = {**cookie, "X-CSRF-Token": signed.json()["csrf"]}
    anybody.cookies.clear()
    say(anybody, "评职称找谁", OPEN, headers=cookie)  # as from another site: not in the account's name
    assert anybody.get("/v1/conversations", headers=cookie).json()["conversations"] == []
    say(anybody, "评职称找谁", headers=both)
    assert len(anybody.get(f"/v1/conversations/{MINE}", headers=cookie).json()["turns"]) == 1
    assert anybody.delete(f"/v1/conversations/{MINE}", headers=cookie).status_code == 404
    assert anybody.delete("/v1/conversations", headers=cookie).status_code == 403
    assert anybody.delete(f"/v1/conversations/{MINE}", headers=both).status_code == 204


def test_what_drives_an_inspection_goes_into_no_conversation_of_others(
    zhang: httpx.Client, person: Person, address_with_journal: str
) -> None:
    say(zhang, "评职称找谁")
    inspector = person("wu", "inspector", address_with_journal)
    assert say(inspector, "开始检查大河劳务派遣有限公司，劳务派遣，日常巡查")["inspection"]
    assert say(zhang, "他们电话多少")["read_as"] == "职称股电话多少"
