"""Three made-up bureaus in one corpus: every list and page is limited to one, and none mixes the sections of two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

THREE = Path(__file__).parents[2] / "bureaus" / "three"
CLOUD, NORTH, FERRY = (f"{place}人力资源和社会保障局" for place in ("云岭县", "北桥市", "渡口县"))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    assistant = build_assistant(Settings(corpus=THREE, home=tmp_path_factory.mktemp("home")))
    with TestClient(create_app(assistant), raise_server_exceptions=False) as opened:
        yield opened


def test_the_corpus_says_which_bureaus_there_are(three: TestClient) -> None:
    assert [b["name"] for b in three.get("/v1/corpus").json()["bureaus"]] == [CLOUD, NORTH, FERRY]
    one = three.get("/v1/corpus", params={"bureau": NORTH}).json()
    assert ([d["id"] for d in one["documents"]], one["bureau"]) == (["北桥市/职责"], NORTH)


def test_each_matter_goes_to_the_section_of_its_own_bureau(three: TestClient) -> None:
    matters = three.get("/v1/duties/map").json()["matters"]
    injury = next(m["id"] for m in matters if m["name"] == "工伤认定")

    def found(bureau: str) -> set[tuple[str, str]]:
        reply = three.get("/v1/duties/map", params={"bureau": bureau}).json()
        at = [(s["bureau"], s["name"]) for s in reply["sections"]]
        return {at[link["section"]] for link in reply["links"] if link["matter"] == injury}

    assert found("北桥市") == {(NORTH, "工伤科")}
    assert found(FERRY) == {(FERRY, "办公室")}
    assert found("") == {(CLOUD, "保险科"), (NORTH, "工伤科"), (FERRY, "办公室")}


def test_duties_of_sections_with_one_name_say_whose_they_are(three: TestClient) -> None:
    every = three.get("/v1/duties", params={"section": "办公室"}).json()["duties"]
    assert [d["bureau"] for d in every] == [CLOUD, NORTH, FERRY, FERRY]
    one = three.get("/v1/duties", params={"section": "办公室", "bureau": "北桥市"}).json()
    assert (one["total"], one["duties"][0]["text"]) == (1, "负责文电、会务、机要、档案工作。")


@pytest.mark.parametrize(
    ("path", "rows", "owner"),
    [
        ("/v1/boundaries", "boundaries", "云岭县"),
        ("/v1/procedures", "procedures", "渡口县"),
        ("/v1/penalties", "rows", "云岭县"),
    ],
)
def test_a_list_has_what_its_bureau_has(three: TestClient, path: str, rows: str, owner: str) -> None:
    found = {key: three.get(path, params={"bureau": key}).json()[rows] for key in ("云岭县", "北桥市", "渡口县", "")}
    assert found[owner] == found[""] != []
    assert [key for key, listed in found.items() if listed] == [owner, ""]


@pytest.mark.parametrize("path", ["/v1/duties/map", "/v1/duties", "/v1/penalties/filters", "/v1/corpus"])
def test_a_bureau_there_is_not_is_refused_with_those_there_are(three: TestClient, path: str) -> None:
    reply = three.get(path, params={"bureau": "海星市"})
    assert reply.status_code == 422
    assert "海星市" in reply.json()["detail"]
    assert f"{CLOUD}（云岭县）" in reply.json()["detail"]


def test_two_documents_that_differ_show_each_other(three: TestClient) -> None:
    rows = three.get("/v1/penalties", params={"bureau": "云岭县"}).json()["rows"]
    assert [(r["fine"]["max_yuan"], r["differs"][0]["words"]) for r in rows] == [
        (30000, "10000至60000元"),
        (60000, "10000至30000元"),
    ]
    page = three.get("/corpus", params={"bureau": "云岭县"}).text
    assert "有 1 处，两份文件写得不一样" in page
    assert "两份文件写得不一样" not in three.get("/corpus", params={"bureau": "北桥市"}).text


def test_what_the_address_chose_is_remembered_until_another_is_chosen(three: TestClient) -> None:
    three.cookies.clear()
    assert "全部 3 个单位</span>" in three.get("/penalties").text
    assert f'<span class="bureau">{NORTH}</span>' in three.get("/duties?bureau=北桥市").text
    assert f'<span class="bureau">{NORTH}</span>' in three.get("/penalties").text
    assert "全部 3 个单位</span>" in three.get("/penalties?bureau=全部").text
    assert "全部 3 个单位</span>" in three.get("/duties").text
    assert three.get("/duties?bureau=海星市", headers={"accept": "text/html"}).status_code == 404


def test_one_bureau_is_not_asked_for_and_says_nothing_of_others(client: TestClient) -> None:
    """The page, the outline and the lists are what they are without the choice."""
    assert "bureau=" not in client.get("/duties").text
    assert "换单位" not in client.get("/?bureau=全部").text
    assert "set-cookie" not in client.get("/?bureau=全部").headers
    assert "bureaus" not in client.get("/v1/corpus").json()
    assert "bureau" not in client.get("/v1/duties/map").json()["sections"][0]
