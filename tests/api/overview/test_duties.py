"""GET /v1/duties, /v1/duties/map, /v1/boundaries, /v1/procedures, and citations of the places they name."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.assistant import Assistant


def get(client: TestClient, path: str, **params: object) -> Any:
    response = client.get(path, params={k: str(v) for k, v in params.items()})
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("水上伤害股", ["水上伤害股"]),
        ("劳动能力鉴定", ["水上伤害股"]),
        ("公伤", ["水上伤害股"]),  # an everyday word that no duty has
        ("退休", ["年资股", "复核中心"]),
        ("退休 复核中心", ["复核中心"]),
        ("开飞机", []),
    ],
)
def test_duties_are_found_by_section_words_and_everyday_matters(
    client: TestClient, words: str, sections: list[str]
) -> None:
    found = get(client, "/v1/duties", words=words)
    assert [d["section"] for d in found["duties"]] == sections
    assert found["total"] == len(sections)


def test_pages_of_duties_join_to_the_whole_list(client: TestClient) -> None:
    whole = get(client, "/v1/duties", limit=200)["duties"]
    seen: list[Any] = []
    after: int | None = 0
    while after is not None:
        part = get(client, "/v1/duties", limit=2, after=after)
        seen += part["duties"]
        after = part["next"]
    assert seen == whole and len(whole) == 5


def test_every_line_of_the_map_opens_a_sentence_that_its_section_stands_beside(
    client: TestClient, ferry: Assistant
) -> None:
    drawn = get(client, "/v1/duties/map")
    sha = {d["id"]: d["sha256"] for d in drawn["documents"]}
    texts = {d.id: d.text for d in ferry.corpus.documents}
    assert len(drawn["links"]) > 20
    for link in drawn["links"]:
        place = link["place"]
        cited = get(client, f"/v1/corpus/{place['document']}/citation", **place, sha256=sha[place["document"]])
        assert cited["quote"] == texts[place["document"]][cited["start"] : cited["end"]]
        section = drawn["sections"][link["section"]]["name"]
        duties = get(client, "/v1/duties", section=section)["duties"]
        stretches = [p for d in duties for p in (d["place"], d["main_place"]) if p]
        assert any(p["start"] <= place["start"] < p["end"] for p in stretches)


def test_the_map_says_what_answers_say(client: TestClient, ferry: Assistant) -> None:
    drawn = get(client, "/v1/duties/map")
    first = {link["matter"]: drawn["sections"][link["section"]]["name"] for link in reversed(drawn["links"])}
    assert ferry.ask("工伤认定找哪个科室").sections[0].name == first["work-injury-recognition"] == "水上伤害股"
    assert not set(first) & {m["id"] for m in drawn["unplaced"]}


def test_a_procedure_in_stages_names_the_sections_in_their_order(client: TestClient) -> None:
    [procedure] = get(client, "/v1/procedures")["procedures"]
    assert "企业职工正常退休" in procedure["matters"]
    assert [(s["role"], s["section"]) for s in procedure["steps"]] == [("初审", "年资股"), ("复审", "复核中心")]


def test_a_shared_matter_gives_shares_basis_and_case(client: TestClient) -> None:
    [shared] = get(client, "/v1/boundaries", words="航道局")["boundaries"]
    assert shared["matter"]["text"] == "船工培训管理"
    assert [s["department"] for s in shared["shares"]] == ["人社局", "航道局"]
    assert "船工培训办法" in shared["basis"][0]["text"] and "十二名" in shared["case"][0]["text"]
    assert get(client, "/v1/boundaries", words="火车站")["total"] == 0


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/v1/duties?limit=0", 422, "limit"),
        ("/v1/duties?after=-1", 422, "after"),
        (f"/v1/duties?words={'长' * 101}", 422, "最多 100 字"),
        ("/v1/corpus/没有/citation?start=0&end=1", 404, "没有这份文件"),
        ("/v1/corpus/渡口职责/citation?start=5&end=5", 422, "start < end"),
        ("/v1/corpus/渡口职责/citation?start=0&end=99999999", 422, "end 不超过"),
        (f"/v1/corpus/渡口职责/citation?start=0&end=3&sha256={'0' * 64}", 409, "新版本"),
    ],
)
def test_bad_requests_say_what_is_wrong(client: TestClient, path: str, status: int, words: str) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert words in response.json()["detail"]
