"""What the web page needs besides: when something was noted on the spot, what a paper still lacks, a register before it is imported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

Person = Callable[..., httpx.Client]
ORDER = {"regime": "劳务派遣", "unit": "大河", "day": "2026-03-02", "kind": "日常"}
SPOT = "2026-03-02T09:30:00+08:00"


def begin(client: httpx.Client, **more: Any) -> str:
    reply = client.post("/v1/inspections", json=ORDER | more)
    assert reply.status_code == 201, reply.text
    return reply.headers["location"]


def test_the_time_on_the_spot_is_kept_beside_ours_and_printed(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang, noted_at="2026-03-02T09:00:00+08:00")
    found = {"type": "found", "item": "1", "finding": "不符合", "noted_at": SPOT}
    first = zhang.post(f"{here}/events", json=found).json()["recorded"]
    assert datetime.fromisoformat(first["event"]["noted_at"]) == datetime.fromisoformat(SPOT)
    assert datetime.fromisoformat(first["at"]) > datetime.fromisoformat(SPOT)
    by = {"type": "found", "item": "1", "finding": "符合"}
    right = {"type": "corrected", "of": first["seq"], "by": by, "noted_at": "2026-03-02T02:05:00Z"}
    assert zhang.post(f"{here}/events", json=right).status_code == 201
    photo = zhang.post(
        f"{here}/evidence", files={"file": ("a.jpg", b"\xff\xd8\xff" + b"0" * 9)}, data={"noted_at": SPOT}
    )
    assert photo.json()["recorded"]["event"]["noted_at"]
    entries = zhang.get(here).json()["items"][0]["entries"]
    assert [e["said"]["noted_at"] is not None for e in entries] == [True, True]
    assert "（现场录入09:30至10:05）" in zhang.get(f"{here}/papers/record").text


def test_a_time_on_the_spot_that_is_still_to_come_is_refused(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    found = {"type": "found", "item": "1", "finding": "符合"}
    for ahead, status in ((timedelta(minutes=1), 201), (timedelta(hours=1), 422)):
        sent = found | {"noted_at": (datetime.now(UTC) + ahead).isoformat()}
        assert zhang.post(f"{here}/events", json=sent).status_code == status
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    hidden = {"type": "corrected", "of": 2, "by": found | {"noted_at": later}}
    queue = {"events": [{"key": "q", "event": hidden | {"noted_at": later}}]}
    [result] = zhang.post(f"{here}/events/batch", json=queue).json()["results"]
    assert result["status"] == 422 and "校准手机" in result["detail"]
    assert zhang.post(f"{here}/events", json=found | {"noted_at": "2026-03-02T09:30:00"}).status_code == 422


def test_sharing_that_is_not_allowed_does_not_stop_the_rest_of_a_queue(person: Person) -> None:
    zhang, li, _ = person("zhang"), person("li"), person("wang")
    here = begin(zhang)
    zhang.post(f"{here}/share", json={"account": "li"})
    events = [{"type": "shared", "account": "wang"}, {"type": "noted", "text": "门口有招牌"}]
    reply = li.post(
        f"{here}/events/batch", json={"events": [{"key": f"k{n}", "event": e} for n, e in enumerate(events)]}
    )
    assert [r["status"] for r in reply.json()["results"]] == [403, 201]


def test_each_form_says_what_it_still_lacks(person: Person) -> None:
    zhang = person("zhang")
    papers = zhang.get(f"{begin(zhang)}/papers").json()["papers"]
    record = next(p for p in papers if p["id"] == "record")
    assert "检查地点" in record["missing"] and "被检查单位名称" not in record["missing"]


def test_a_checklist_names_the_kinds_of_check(address: str) -> None:
    for held in httpx.get(f"{address}/v1/checklists").json()["checklists"]:
        assert all(held["kinds"]), held


def test_a_register_is_looked_through_row_by_row_before_it_is_imported(person: Person) -> None:
    zhang, clerk = person("zhang"), person("wen", "staff")
    csv = "编号,单位名称,监管制度\n1,东风机械厂,劳务派遣\n2,,劳务派遣\n3,红星饭店,没有的制度\n1,另一家,劳务派遣\n4,新光物流,劳务派遣\n"
    files = {"file": ("名录.csv", csv.encode())}
    seen = zhang.post("/v1/units/preview", files=files).json()
    assert [r["name"] for r in seen["rows"]] == ["东风机械厂", "新光物流"] and not any(r["known"] for r in seen["rows"])
    assert seen["total"] == 2 and "第 3 行" in seen["problems"][0]
    assert ["第 4 行" in seen["refused"][0], "第 5 行" in seen["refused"][1]] == [True, True]
    refused = zhang.post("/v1/units", files=files)
    assert refused.status_code == 422 and "第 4 行" in refused.json()["detail"]
    assert zhang.get("/v1/units").json()["total"] == 0
    assert clerk.post("/v1/units/preview", files=files).status_code == 403
