"""/v1/corpus/versions: sent in, looked at, published, gone back; and the running service that follows."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.options import AppOptions
from api.versions.renewing import look, renewing
from assistant.bootstrap import conversing
from assistant.office import Office
from assistant.settings import Settings
from corpus.versions.history import Change, History

OLD = "渡口县船务局制度\n一、监督检查处理\n无证开办船坞的，处以1万元以上3万元以下罚款。\n"
NEW = OLD.replace("3万元", "6万元")
QUESTION = "无证开办船坞怎么处罚"


@pytest.fixture
def kind() -> str:
    return "sqlite"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "制度.txt").write_text(OLD, "utf-8")
    (folder / "题.jsonl").write_text(f'{{"id": "a", "q": "{QUESTION}"}}\n{{"id": "b", "q": "你好"}}\n', "utf-8")
    return Settings(corpus=folder, home=tmp_path / "home")


@pytest.fixture
def address(settings: Settings, office: Office) -> Iterator[str]:
    history = History.of(settings.corpus, settings.home)
    with conversing(settings) as assistant:
        options = AppOptions(office=office, journal=assistant.journal)
        app = renewing(settings, options, assistant, look(history, options.now))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        _until(lambda: server.started)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive()


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def _sent(client: httpx.Client, name: str = "制度.txt", data: bytes = NEW.encode()) -> dict:
    reply = client.post("/v1/corpus/versions/drafts", files={"files": (name, data)}, data={"note": "提高上限"})
    assert reply.status_code == 202, reply.text
    place = reply.headers["Location"]
    _until(lambda: client.get(place).json()["state"] != "working")
    return client.get(place).json()


def _highest(client: httpx.Client) -> int:
    answer = client.post("/v1/ask", json={"question": QUESTION}).json()
    return answer["penalties"][0]["fine"]["max_yuan"]


def test_from_upload_to_rollback_without_a_restart(person, address: str) -> None:
    admin = person("管理", "admin")
    draft = _sent(admin)
    assert draft["state"] == "ready", draft["error"]
    texts = [c["text"] for c in draft["preview"]["changes"]]
    assert texts == ["罚则“无证开办船坞”：罚款上限 30000 元 → 60000 元"]
    (changed,) = draft["preview"]["answers"]
    assert changed["question"] == QUESTION
    assert "30,000" in changed["old"]["text"]
    assert "60,000" in changed["new"]["text"]
    assert draft["preview"]["asked"] == 2
    assert _highest(admin) == 30000, "a draft changes no answer"

    published = admin.post(f"/v1/corpus/versions/drafts/{draft['id']}/publish", json={})
    assert published.status_code == 201
    assert (published.json()["n"], published.json()["by"], published.json()["note"]) == (2, "管理某", "提高上限")
    _until(lambda: _highest(admin) == 60000)
    assert admin.get("/v1/corpus/versions").json()["serving"] == 2
    assert admin.get("/v1/corpus/versions/1/files/制度.txt").content == OLD.encode()
    compared = admin.get("/v1/corpus/versions/compare", params={"old": 1, "new": 2}).json()
    assert [c["text"] for c in compared["changes"]] == texts

    assert admin.post("/v1/corpus/versions/1/rollback", json={"note": "错了"}).status_code == 201
    _until(lambda: _highest(admin) == 30000)
    listed = admin.get("/v1/corpus/versions").json()
    assert [(v["n"], v["of"]) for v in listed["versions"]] == [(3, 1), (2, None), (1, None)]
    assert listed["drafts"] == []


def test_no_request_fails_while_the_service_switches(person, address: str, settings: Settings) -> None:
    client = person("管理", "admin")
    history = History.of(settings.corpus, settings.home)
    statuses: list[int] = []
    seen: set[int] = set()
    for text in (NEW, OLD + "另加一句。\n"):
        history.change(Change({"制度.txt": text.encode()}), by="", at=datetime.now(UTC))
        wanted = len(history.versions())
        end = time.monotonic() + 20
        while client.get("/v1/corpus/versions").json()["serving"] != wanted and time.monotonic() < end:
            reply = client.post("/v1/ask", json={"question": QUESTION})
            statuses.append(reply.status_code)
            seen.add(reply.json()["penalties"][0]["fine"]["max_yuan"])
    assert set(statuses) == {200}
    assert seen >= {30000, 60000}


def test_only_who_may(person, address: str) -> None:
    with httpx.Client(base_url=address) as nobody:
        assert nobody.get("/v1/corpus/versions").status_code == 401
    for role, reading in (("inspector", 403), ("staff", 200)):
        client = person(f"某{role}", role)
        assert client.get("/v1/corpus/versions").status_code == reading
        sent = client.post("/v1/corpus/versions/drafts", files={"files": ("制度.txt", NEW.encode())})
        assert sent.status_code == 403
        assert client.post("/v1/corpus/versions/1/rollback", json={}).status_code == 403


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("坏.txt", b"\x00\x01", "坏.txt"), ("制度.xyz", b"x", "读不了这种文件"), ("空.txt", b"  ", "空")],
)
def test_what_cannot_be_read_fails_in_words_and_changes_nothing(
    person, address: str, name: str, data: bytes, words: str
) -> None:
    admin = person("管理", "admin")
    draft = _sent(admin, name, data)
    assert draft["state"] == "failed"
    assert words in draft["error"]
    refused = admin.post(f"/v1/corpus/versions/drafts/{draft['id']}/publish", json={})
    assert (refused.status_code, refused.headers["content-type"]) == (409, "application/problem+json")
    assert admin.delete(f"/v1/corpus/versions/drafts/{draft['id']}").status_code == 204
    assert admin.delete(f"/v1/corpus/versions/drafts/{draft['id']}").status_code == 409
    assert admin.get("/v1/corpus/versions").json()["current"] == 1


def test_names_and_numbers_of_ones_own_choosing_are_refused(person, address: str) -> None:
    admin = person("管理", "admin")
    assert _sent(admin, "../../制度.txt")["files"] == ["制度.txt"]
    hidden = admin.post("/v1/corpus/versions/drafts", files={"files": (".隐藏.txt", b"x")})
    assert hidden.status_code == 422
    assert "点开头" in hidden.json()["detail"]
    for path in ("9", "1/files/../../secret", "drafts/zz"):
        assert admin.get(f"/v1/corpus/versions/{path}").status_code in (404, 405)
    assert admin.post("/v1/corpus/versions/9/rollback", json={}).status_code == 404
    assert admin.post("/v1/corpus/versions/drafts", data={"note": "空"}).status_code == 422


def test_somebody_was_faster(person, address: str, settings: Settings) -> None:
    admin = person("管理", "admin")
    draft = _sent(admin)
    history = History.of(settings.corpus, settings.home)
    history.change(Change({"又一.txt": b"another"}), by="", at=datetime.now(UTC))
    refused = admin.post(f"/v1/corpus/versions/drafts/{draft['id']}/publish", json={})
    assert refused.status_code == 409
    assert "第 2 版" in refused.json()["detail"]


def test_a_draft_whose_process_died_is_not_worked_on_for_ever(settings: Settings, tmp_path: Path) -> None:
    from corpus.versions.drafts import Draft, Drafts

    drafts = Drafts(tmp_path / "drafts")
    draft = Draft(id="a" * 32, state="working", by="", at=datetime.now(UTC), put={}, base=1, pid=2**22 + 1)
    drafts.save(draft)
    assert drafts.get(draft.id).state == "failed"
    assert drafts.save(replace_state(draft, "discarded"))
    assert drafts.open() == []


def replace_state(draft, state: str):
    from msgspec.structs import replace as changed

    return changed(draft, state=state)


def test_a_day_is_answered_over_http(person, address: str, settings: Settings) -> None:
    client = person("管理", "admin")
    history = History.of(settings.corpus, settings.home)
    history.set_dates("制度.txt", "2020-01-01", None, by="", at=datetime.now(UTC))
    history.change(Change({"制度.txt": NEW.encode()}, start="2024-01-01"), by="", at=datetime.now(UTC))
    _until(lambda: _highest(client) == 60000)

    def asked(day: str) -> dict:
        return client.post("/v1/ask", json={"question": QUESTION, "as_of": day}).json()

    assert asked("2023-06-01")["penalties"][0]["fine"]["max_yuan"] == 30000
    assert asked("2024-06-01")["penalties"][0]["fine"]["max_yuan"] == 60000
    assert asked("2024-06-01")["version"]["n"] == 3
    unknown = asked("2019-06-01")
    assert unknown["status"] == "not_in_corpus"
    assert "2020年1月1日" in unknown["text"]
    assert unknown["citations"] == []
