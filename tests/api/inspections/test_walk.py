"""Every regime, start to finish over HTTP; the papers opened again. The same over a copy with other names, items, figures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import httpx
import pytest

from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.office import Office
from assistant.settings import Settings
from evals.computed.edition import edition, shipped_text

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
UNIT = "大河人力服务有限公司"
ITEM = ("是否同工同酬", "是否按时足额结清加班费")
"""An item of the shipped document, and what the copy has in its place."""


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("copy")
    text = edition("other-names", shipped_text()).text
    assert ITEM[0] in text
    (folder / "documents").mkdir()
    (folder / "documents" / "a.txt").write_text(text.replace(*ITEM), "utf-8", newline="")
    return build_assistant(Settings(corpus=folder / "documents", home=folder / "home"))


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def done(reply: httpx.Response, status: int = 201) -> dict[str, Any]:
    assert reply.status_code == status, reply.text
    return reply.json()


def walk(client: httpx.Client, checklist: dict[str, Any], all_papers: bool) -> None:
    """One inspection under one regime: every second item is found wanting."""
    inspectors = [{"name": "张三", "account": "zhang", "certificate": "证 1"}, {"name": "李四"}]
    order = {"regime": checklist["id"], "unit": UNIT, "day": "2026-03-02", "kind": "日常", "inspectors": inspectors}
    begun = client.post("/v1/inspections", json=order)
    here = f"/v1/inspections/{done(begun)['inspection']}"
    assert begun.headers["location"] == here
    chosen = enter_findings(client, here, checklist)
    correct_and_pause(client, here)
    state = done(client.get(here), 200)
    assert [i["text"] for i in state["items"]] == [i["text"] for i in checklist["items"]]
    assert state["status"] == "已结束" and state["unchecked"] == 0 and state["people"]
    assert {v["penalty"] for i in state["items"] for v in i["violations"]} >= set(chosen)
    refused = client.post(f"{here}/events", json={"type": "found", "item": "1", "finding": "符合"})
    assert refused.status_code == 409 and "重新打开" in refused.json()["detail"]
    names = make_papers(client, here, checklist, all_papers)
    archive_holds(client, here, names)


def enter_findings(client: httpx.Client, here: str, checklist: dict[str, Any]) -> list[int]:
    chosen: list[int] = []
    for item in checklist["items"]:
        finding = "符合" if item["n"] % 2 else "不符合"
        sent = {"type": "found", "item": item["id"], "finding": finding, "note": f"第{item['n']}项的情况"}
        follows = done(client.post(f"{here}/events", json=sent))["follows"]
        assert (follows is None) == (finding == "符合")
        violations = [p["penalty"] for v in (follows or {"violations": []})["violations"] for p in v["penalties"]]
        if violations:
            chosen.append(violations[0])
            done(client.post(f"{here}/events", json=sent | {"violations": violations[:1]}))
    done(client.post(f"{here}/events", json={"type": "noted", "text": "现场有负责人陪同"}))
    done(client.post(f"{here}/evidence", files={"file": ("门口.png", PNG)}, data={"item": "1"}))
    return chosen


def correct_and_pause(client: httpx.Client, here: str) -> None:
    wrong = done(client.post(f"{here}/events", json={"type": "found", "item": "1", "finding": "不适用"}))
    right = {"type": "found", "item": "1", "finding": "符合"}
    by = {"type": "corrected", "of": wrong["recorded"]["seq"], "by": right, "reason": "点错了"}
    done(client.post(f"{here}/events", json=by))
    done(client.post(f"{here}/pause"))
    assert client.post(f"{here}/pause").status_code == 409
    done(client.post(f"{here}/resume"))
    done(client.post(f"{here}/finish"))
    done(client.post(f"{here}/reopen", json={"reason": "漏了一句"}))
    done(client.post(f"{here}/finish"))


def make_papers(client: httpx.Client, here: str, checklist: dict[str, Any], all_papers: bool) -> list[str]:
    forms = done(client.get(f"{here}/papers"), 200)["papers"]
    assert len(forms) >= 9
    if not all_papers:  # what a paper says does not depend on the database
        forms = [f for f in forms if f["demanded"] or f["id"] == "record"]
    for form in forms:
        entered = {"issued": "2026-03-09", "texts": {form["parts"][-1]: "按规定办理"}}
        made = client.post(f"{here}/papers/{form['id']}", json=entered)
        assert made.status_code == 200, made.text
        words = words_of(made.content)
        assert form["title"] in words
        assert not [part for part in form["parts"] if part not in words]
        shown = client.post(f"{here}/papers/{form['id']}/preview", json=entered)
        assert shown.headers["content-type"] == "text/html; charset=utf-8" and form["title"] in shown.text
        if form["id"] == "record":
            assert UNIT in words and all(i["text"] in words for i in checklist["items"])
    return [f["title"] for f in forms]


def archive_holds(client: httpx.Client, here: str, names: list[str]) -> None:
    archive = client.get(f"{here}/archive")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as found:
        papers = sorted(n for n in found.namelist() if n.startswith("papers/"))
    assert [p[len("papers/00-") : -len(".docx")] for p in papers] == names
    checked = client.post("/v1/archives/verify", files={"file": ("a.zip", archive.content)})
    assert done(checked, 200) == {"whole": True, "problems": []}
    assert done(client.get(f"{here}/verification"), 200)["whole"]


def test_every_regime_of_the_shipped_document(person: Callable[..., httpx.Client], office: Office, kind: str) -> None:
    zhang = person("zhang")
    found = done(zhang.get("/v1/checklists"), 200)["checklists"]
    assert len(found) == 8
    for summary in found:
        walk(zhang, done(zhang.get(f"/v1/checklists/{summary['id']}"), 200), kind == "sqlite")
    assert office.store.check().sound


def test_the_same_over_another_bureaus_document(
    person: Callable[..., httpx.Client], serve: Callable[[Assistant], str], copy: Assistant, office: Office, kind: str
) -> None:
    zhang = person("zhang", base=serve(copy))
    checklists = [
        done(zhang.get(f"/v1/checklists/{c['id']}"), 200) for c in zhang.get("/v1/checklists").json()["checklists"]
    ]
    texts = [i["text"] for c in checklists for i in c["items"]]
    assert ITEM[1] in texts and ITEM[0] not in texts
    for checklist in checklists:
        walk(zhang, checklist, kind == "sqlite")
    assert "新河" not in str(checklists) and "临溪县" in str(checklists)
    assert office.store.check().sound


def test_a_flow_is_drawn_for_everybody(address: str) -> None:
    for checklist in httpx.get(f"{address}/v1/checklists").json()["checklists"]:
        drawn = httpx.get(address + checklist["flow"])
        assert drawn.headers["content-type"] == "image/svg+xml" and checklist["title"] in drawn.text


def test_documents_that_changed_meanwhile_leave_the_inspection_as_it_was_begun(
    person: Callable[..., httpx.Client], serve: Callable[[Assistant], str], copy: Assistant, tmp_path: Path
) -> None:
    """The items stay; a violation is found again by its words; papers of a regime that is gone are refused."""
    zhang = person("zhang")
    order = {"regime": "劳务派遣", "unit": UNIT, "day": "2026-03-02", "kind": "日常"}
    here = f"/v1/inspections/{done(zhang.post('/v1/inspections', json=order))['inspection']}"
    later = person("zhang", base=serve(copy))
    state = done(later.get(here), 200)
    assert ITEM[0] in [i["text"] for i in state["items"]] and state["regime"]["changed"]
    assert state["regime"]["checklist"] is None
    refused = later.get(f"{here}/papers")
    assert refused.status_code == 409 and "现在的文件里没有" in refused.json()["detail"]
    done(later.post(f"{here}/events", json={"type": "found", "item": "1", "finding": "符合"}))
