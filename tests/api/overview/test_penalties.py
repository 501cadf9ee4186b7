"""GET /v1/penalties with its filters, bars and steps of discretion; POST /v1/penalties/calculate."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.assistant import Assistant


def rows(client: TestClient, **params: object) -> list[dict[str, Any]]:
    response = client.get("/v1/penalties", params={k: str(v) for k, v in params.items()})
    assert response.status_code == 200, response.text
    return response.json()["rows"]


def conduct(found: list[dict[str, Any]]) -> list[str]:
    return [f"{r['violation'][:6]}/{r['when'] or ''}" for r in found]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"document": "云岭监管"}, ["虚报培训人数/", "虚报培训人数/情节严重"]),
        ({"regime": "缆车培训机构监管", "measure": "吊销"}, ["虚报培训人数/情节严重"]),
        ({"law": "云岭缆车培训规定", "shape": "amount"}, ["虚报培训人数/"]),
        ({"shape": "multiple"}, ["向船工收取“/"]),
        ({"shape": "person"}, ["涂改《渡船劳/逾期不改正", "介绍无证船工/拒不改正"]),
        ({"reaches": 60000}, ["虚报培训人数/", "未取得《渡船/"]),
        ({"reaches": 60000.01}, ["虚报培训人数/"]),
        ({"words": "押金"}, ["向船工收取“/"]),
        ({"words": "逾期"}, ["涂改《渡船劳/逾期不改正"]),
        ({"words": "备案", "shape": "multiple"}, []),
        ({"measure": "没收"}, ["向船工收取“/"]),
    ],
)
def test_filters(client: TestClient, wanted: dict[str, object], expected: list[str]) -> None:
    assert conduct(rows(client, **wanted)) == expected


def test_words_that_no_violation_has_find_the_nearest_and_say_so(client: TestClient) -> None:
    found = client.get("/v1/penalties", params={"words": "虚报人数"}).json()
    assert found["nearest"] and found["rows"][0]["violation"] == "虚报培训人数"
    assert client.get("/v1/penalties", params={"words": "qwxz"}).json()["total"] == 0


def test_bars_stand_on_one_scale_in_the_order_of_the_amounts(client: TestClient) -> None:
    found = {r["violation"][:4] + (r["when"] or ""): r for r in rows(client)}
    ticks = client.get("/v1/penalties/filters").json()["ticks"]
    assert [t["words"] for t in ticks] == ["100 元", "1,000 元", "1 万元", "10 万元", "100 万元"]
    assert [t["at"] for t in ticks] == [0, 0.25, 0.5, 0.75, 1]
    open_low = found["不报送用"]["bar"]
    assert open_low["open_low"] and open_low["start"] == 0 and 0.25 < open_low["end"] < 0.5
    assert 0.5 < found["未取得《"]["bar"]["start"] < found["未取得《"]["bar"]["end"] < 0.75
    assert found["未取得《"]["fine_words"] == "20,000 元以上 60,000 元以下"
    assert found["向船工收"]["bar"] is None and found["向船工收"]["fine_words"] == "违法所得的 2 倍以上 4 倍以下"
    assert found["账目不清"]["bar"] is None and found["账目不清"]["fine_words"] == ""


def calculate(client: TestClient, row: dict[str, Any], **facts: object) -> Any:
    body = {"record": row["record"], "document": row["document"], "index": row["index"], **facts}
    response = client.post("/v1/penalties/calculate", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_fine_by_heads_is_what_the_answer_to_the_question_says(client: TestClient, ferry: Assistant) -> None:
    row = next(r for r in rows(client, words="无证船工 拒不改正"))
    assert [(n["key"], n["unit"]) for n in row["needs"]] == [("persons", "人")]
    told = calculate(client, row, persons=7, proposed_yuan=7000)
    answer = ferry.ask("渡船劳务机构介绍无证船工上船，拒不改正，介绍了7个人，拟罚款7000元，合适吗")
    said = next(p.fine_total for p in answer.penalties if p.fine_total)
    assert told["total"] == said.model_dump()
    assert told["total"]["max_yuan"] == 6300
    assert told["verdict"]["relation"] == "above" and told["verdict"]["words"] in answer.text


def test_what_each_fine_needs_and_comes_to(client: TestClient) -> None:
    by_deed = {r["violation"][:4] + (r["when"] or ""): r for r in rows(client)}
    papers, deposit = by_deed["涂改《渡逾期不改正"], by_deed["向船工收"]
    assert papers["needs"] == [{"key": "count", "label": "每证的数量", "unit": "证"}]
    total = calculate(client, papers, counts=[{"unit": "证", "n": 20}])["total"]
    assert (total["min_yuan"], total["max_yuan"]) == (6000, 14000)
    assert total["working"] == "每证 300–700 元 × 20 证 = 6,000–14,000 元"
    assert calculate(client, papers)["missing"] == ["每证的数量"]
    total = calculate(client, deposit, gains_yuan=1200.5)["total"]
    assert (total["min_yuan"], total["max_yuan"]) == (2401, 4802)
    assert calculate(client, deposit, proposed_times=5)["verdict"]["relation"] == "above"
    plain = calculate(client, by_deed["不报送用"], proposed_yuan=8000)
    assert plain["missing"] == [] and plain["verdict"]["relation"] == "inside"
    none = calculate(client, by_deed["账目不清"], persons=3, proposed_yuan=100)
    assert none == {"total": None, "verdict": None, "missing": []}


def test_steps_of_discretion_and_waivers_are_shown_where_a_document_has_them(with_tiers: TestClient) -> None:
    [step] = with_tiers.get("/v1/penalties/tiers", params={"words": "虚报"}).json()["rows"]
    assert (step["name"], step["circumstances"]) == ("较重", "虚报三十人以上")
    assert step["bar"]["start"] > 0.75
    assert calculate(with_tiers, step, proposed_yuan=120000)["verdict"]["relation"] == "below"
    [let_off] = with_tiers.get("/v1/penalties/waivers").json()["rows"]
    assert let_off["kind"] == "首违不罚" and let_off["basis"][0]["text"] == "《云岭缆车培训规定》"
    assert with_tiers.get("/v1/penalties/waivers", params={"words": "开船"}).json()["rows"] == []


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"document": "没有", "index": 0}, 404, "没有这份文件"),
        ({"document": "云岭监管", "index": 99}, 404, "没有这一条"),
        ({"document": "云岭监管", "index": 0, "record": "tier"}, 404, "没有这一条"),
        ({"document": "云岭监管", "index": 0, "sha256": "0" * 64}, 409, "新版本"),
        ({"document": "云岭监管", "index": 0, "persons": 0}, 422, "至少是 1"),
        ({"document": "云岭监管", "index": 0, "gains_yuan": -1}, 422, "至少是 0"),
        ({"document": "云岭监管", "index": 0, "persons": 10**9}, 422, "最多是"),
        ({"document": "云岭监管", "index": 0, "fine": 1}, 422, "fine"),
    ],
)
def test_what_cannot_be_calculated_is_refused_in_words(
    client: TestClient, body: dict[str, object], status: int, words: str
) -> None:
    response = client.post("/v1/penalties/calculate", json=body)
    assert response.status_code == status and words in response.json()["detail"]


def test_a_page_of_the_table_is_light(client: TestClient) -> None:
    assert len(client.get("/v1/penalties", params={"limit": 20}).content) < 20_000


def test_the_heaviest_come_first_then_multiples_then_those_without_amount(client: TestClient) -> None:
    found = rows(client, order="heaviest")
    kinds = [r["fine"]["kind"] for r in found]
    highs = [r["fine"]["max_yuan"] for r in found if r["fine"]["max_yuan"]]
    assert highs == sorted(highs, reverse=True) == [150000, 60000, 8000, 900, 700]
    assert kinds[5:] == ["multiple"] + ["none"] * 4
    assert {r["fine"]["kind"] for r in rows(client, shape="priced")} == {"range", "multiple"}
