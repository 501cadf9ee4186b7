"""What is entered over HTTP: sent twice, in a queue, by two at once, wrongly, and too large."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import openpyxl
import pytest

from assistant.office import Office
from assistant.store.files import MAX_BYTES

Person = Callable[..., httpx.Client]
ORDER = {"regime": "劳务派遣", "unit": "大河", "day": "2026-03-02", "kind": "日常"}
FOUND = {"type": "found", "item": "1", "finding": "符合"}


def begin(client: httpx.Client, **more: Any) -> str:
    reply = client.post("/v1/inspections", json=ORDER | more)
    assert reply.status_code == 201, reply.text
    return f"/v1/inspections/{reply.json()['inspection']}"


def problem(reply: httpx.Response, status: int) -> str:
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert not reply.json()["detail"].isascii()
    return reply.json()["detail"]


def test_what_is_sent_twice_is_kept_once_and_answered_alike(person: Person) -> None:
    zhang = person("zhang")
    key = {"Idempotency-Key": "phone-1"}
    first, again = (zhang.post("/v1/inspections", json=ORDER, headers=key) for _ in range(2))
    assert (first.content, first.status_code) == (again.content, again.status_code)
    assert [x.headers["idempotent-replayed"] for x in (first, again)] == ["false", "true"]
    here = first.headers["location"]
    key = {"Idempotency-Key": "phone-2"}
    sent = FOUND | {"finding": "不符合"}
    first = zhang.post(f"{here}/events", json=sent, headers=key)
    zhang.post(f"{here}/events", json=FOUND)
    again = zhang.post(f"{here}/events", json=sent, headers=key)
    assert (first.content, again.status_code) == (again.content, 201)
    assert "换一个编号" in problem(zhang.post(f"{here}/events", json=FOUND, headers=key), 422)
    photo = {"Idempotency-Key": "phone-3"}
    files = {"file": ("a.jpg", b"\xff\xd8\xff" + b"0" * 50)}
    one, two = (zhang.post(f"{here}/evidence", files=files, headers=photo) for _ in range(2))
    assert one.content == two.content
    assert [e["event"]["type"] for e in zhang.get(f"{here}/events").json()["events"]] == [
        "begun",
        "found",
        "found",
        "evidence-added",
    ]


def test_a_queue_is_kept_in_order_and_a_bad_one_does_not_stop_the_rest(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    events = [FOUND, {"type": "found", "item": "99", "finding": "符合"}, {"type": "noted", "text": "回到办公室补记"}]
    queue = {"events": [{"key": f"q{n}", "event": e} for n, e in enumerate(events)]}
    for _ in range(2):
        reply = zhang.post(f"{here}/events/batch", json=queue)
        assert reply.status_code == 207
        assert [x["status"] for x in reply.json()["results"]] == [201, 422, 201]
        assert "清单里没有" in reply.json()["results"][1]["detail"]
    assert zhang.get(here).json()["seq"] == 3
    good = {"events": [x for x in queue["events"] if x["key"] != "q1"]}
    assert zhang.post(f"{here}/events/batch", json=good).status_code == 200


def test_what_was_written_at_the_beginning_can_be_put_right(person: Person, office: Office) -> None:
    zhang, li = person("zhang"), person("li")
    here = begin(zhang)
    assert any("还没有填写执法证号" in x for x in zhang.get(here).json()["reminders"])
    people = [{"name": "张三", "account": "zhang", "certificate": "证一"}, {"name": "李四", "certificate": "证二"}]
    sent = {"type": "amended", "unit": "大河劳务派遣有限公司", "inspectors": people, "reason": "名称写错了"}
    assert zhang.post(f"{here}/events", json=sent).status_code == 201
    state = zhang.get(here).json()
    assert (state["unit"]["name"], state["day"]) == ("大河劳务派遣有限公司", ORDER["day"])
    assert not any("执法证号" in x for x in state["reminders"])
    assert [x["unit"] for x in zhang.get("/v1/inspections").json()["inspections"]] == ["大河劳务派遣有限公司"]
    record = zhang.get(f"{here}/papers/record").text
    assert "大河劳务派遣有限公司" in record and "证二" in record
    zhang.post(f"{here}/share", json={"account": "li"})
    assert li.post(f"{here}/events", json={"type": "amended", "day": "2026-03-03"}).status_code == 201
    problem(li.post(f"{here}/events", json={"type": "amended", "inspectors": people[:1]}), 403)
    assert "没有写要改什么" in problem(zhang.post(f"{here}/events", json={"type": "amended"}), 422)
    begun = zhang.get(f"{here}/events").json()["events"][0]["event"]
    assert begun["unit"]["name"] == ORDER["unit"]
    assert office.store.check().sound


def test_two_inspectors_at_once_lose_nothing_and_differences_show(person: Person, office: Office) -> None:
    zhang, li = person("zhang"), person("li")
    both = [{"name": "张三", "account": "zhang"}, {"name": "李四", "account": "li"}]
    here = begin(zhang, inspectors=both)

    def enter(who: httpx.Client, finding: str) -> list[int]:
        sent = [{"type": "found", "item": str(n % 6 + 1), "finding": finding, "note": f"{n}"} for n in range(30)]
        replies = [who.post(f"{here}/events", json=x) for x in sent]
        return [r.json()["recorded"]["seq"] for r in replies]

    with ThreadPoolExecutor(2) as at_once:
        one, two = at_once.submit(enter, zhang, "符合"), at_once.submit(enter, li, "不符合")
        seqs = sorted(one.result() + two.result())
    assert seqs == list(range(2, 62))
    state = zhang.get(here).json()
    assert all(i["disputed"] and len(i["entries"]) == 10 for i in state["items"])
    assert any("不一致" in said for said in state["reminders"])
    assert office.store.check().sound


def test_the_log_is_read_in_pages(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    for _ in range(4):
        zhang.post(f"{here}/events", json=FOUND)
    first = zhang.get(f"{here}/events?limit=3").json()
    rest = zhang.get(f"{here}/events?limit=3&after={first['next']}").json()
    assert [e["seq"] for e in first["events"] + rest["events"]] == [1, 2, 3, 4, 5] and rest["next"] is None


def test_lists_are_filtered_and_paged(person: Person) -> None:
    zhang = person("zhang")
    for n, regime in enumerate(("劳务派遣", "特殊工时", "劳务派遣")):
        begin(zhang, regime=regime, unit=f"单位{n}", day=f"2026-03-0{n + 1}")
    first = zhang.get("/v1/inspections?limit=2").json()
    rest = zhang.get(f"/v1/inspections?limit=2&after={first['next']}").json()
    assert [x["unit"] for x in first["inspections"] + rest["inspections"]] == ["单位2", "单位1", "单位0"]
    assert rest["next"] is None
    wanted = {
        "regime=派遣": 2,
        "unit=单位1": 1,
        "status=已结束": 0,
        "first_day=2026-03-02": 2,
        "last_day=2026-03-01": 1,
        "kind=日常": 3,
    }
    for query, count in wanted.items():
        assert len(zhang.get(f"/v1/inspections?{query}").json()["inspections"]) == count, query
    assert "没有叫" in problem(zhang.get("/v1/inspections?regime=养鱼"), 422)


WRONG = [
    ({"type": "found", "item": "1"}, "finding"),
    ({"type": "found", "item": "99", "finding": "符合"}, "清单里没有"),
    ({"type": "found", "item": "1", "finding": "大概"}, "可选"),
    ({"type": "found", "item": "1", "finding": "不符合", "violations": [99999]}, "没有编号为 99999"),
    ({"type": "found", "item": "1", "finding": "符合", "violations": [0]}, "只有不符合"),
    ({"type": "begun"}, "type"),
    ({"type": "paper-made", "kind": "x", "sha256": "a" * 64}, "type"),
    ({"type": "corrected", "of": 9}, "没有第 9 条"),
    ({"type": "noted", "text": "  "}, "备注是空的"),
    ({"type": "paused", "why": "x"}, "不认识字段"),
]


@pytest.mark.parametrize(("sent", "words"), WRONG, ids=lambda x: str(x)[:30])
def test_what_cannot_be_entered_is_said_in_chinese(sent: dict[str, Any], words: str, person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    assert words in problem(zhang.post(f"{here}/events", json=sent), 422)
    assert zhang.get(here).json()["seq"] == 1


def test_files_up_to_20_mb_for_those_who_are_signed_in(person: Person, address: str) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    whole = b"\xff\xd8\xff" + b"0" * (MAX_BYTES - 3)
    kept = zhang.post(f"{here}/evidence", files={"file": ("大图.jpg", whole)})
    assert kept.status_code == 201
    evidence = kept.json()["recorded"]["event"]["evidence"]
    back = zhang.get(f"{here}/evidence/{evidence['sha256']}")
    assert back.content == whole and back.headers["content-type"] == "image/jpeg"
    assert back.headers["content-disposition"].startswith("attachment;")
    assert back.headers["x-content-type-options"] == "nosniff"
    assert "20 MB" in problem(zhang.post(f"{here}/evidence", files={"file": ("a.jpg", whole + b"0")}), 413)
    problem(zhang.post(f"{here}/evidence", files={"file": ("a.jpg", whole + b"0" * 200_000)}), 413)
    problem(httpx.post(f"{address}{here}/evidence", files={"file": ("a.jpg", whole)}), 413)
    problem(zhang.post(f"{here}/events", json=FOUND | {"note": "长" * 600_000}), 413)
    assert "空文件" in problem(zhang.post(f"{here}/evidence", files={"file": ("a.jpg", b"")}), 422)
    problem(zhang.post(f"{here}/evidence", data={"item": "1"}), 422)
    broken = zhang.post(f"{here}/evidence", content=b"x", headers={"Content-Type": "multipart/form-data; boundary=y"})
    problem(broken, 400)


def test_a_file_that_was_changed_on_disk_is_not_given_out(person: Person, office: Office) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    kept = zhang.post(f"{here}/evidence", files={"file": ("a.txt", b"as it was")}).json()["recorded"]["event"]
    sha256 = kept["evidence"]["sha256"]
    (path,) = office.store.files._folder.glob(f"*/{sha256[2:]}")
    path.write_bytes(b"as it is")
    assert "备份" in problem(zhang.get(f"{here}/evidence/{sha256}"), 500)
    problem(zhang.get(f"{here}/archive"), 500)
    problem(zhang.get(f"{here}/evidence/{'0' * 64}"), 404)


def test_an_archive_that_was_changed_is_seen(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    archive = bytearray(zhang.get(f"{here}/archive").content)
    zhang.post(f"{here}/events", json=FOUND)  # the archive is older than the log, and still true
    assert zhang.post("/v1/archives/verify", files={"file": ("a.zip", bytes(archive))}).json()["whole"]
    archive[60] ^= 1
    for data in (bytes(archive), b"no zip"):
        checked = zhang.post("/v1/archives/verify", files={"file": ("a.zip", data)})
        assert checked.status_code == 200 and not checked.json()["whole"] and checked.json()["problems"]


def test_control_characters_in_a_note_do_not_break_a_paper(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    sent = {"type": "found", "item": "2", "finding": "不符合", "note": "甲\x07乙\ufffe丙"}
    assert zhang.post(f"{here}/events", json=sent).status_code == 201
    assert zhang.post(f"{here}/papers/record", json={}).status_code == 200


def test_papers_that_cannot_be_made_say_why(person: Person) -> None:
    zhang = person("zhang")
    here = begin(zhang)
    assert "可用的有" in problem(zhang.get(f"{here}/papers/nothing"), 404)
    wrong = {"proposals": [{"penalty": 9999, "amount_yuan": 5}]}
    assert "9999" in problem(zhang.post(f"{here}/papers/decision", json=wrong), 422)
    for _ in range(2):
        zhang.post(f"{here}/papers/record", json={"texts": {"检查地点": "大河路"}})
    assert [p["title"] for p in zhang.get(here).json()["papers"]] == ["现场检查记录表"]


def test_the_register_is_imported_and_read(person: Person) -> None:
    zhang, clerk = person("zhang"), person("clerk", "staff")
    book = openpyxl.Workbook()
    rows = [
        ("监管对象名录",),
        ("单位名称", "统一社会信用代码", "监管制度", "联系人"),
        ("甲公司", "91A", "派遣、特殊工时", "王"),
    ]
    for row in (*rows, ("乙公司", "91B", "", ""), ("", "", "", ""), ("甲公司", "91A", "", "")):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    done = zhang.post("/v1/units", files={"file": ("名录.xlsx", data.getvalue())}, data={"regime": ["人力资源"]})
    assert done.status_code == 201 and done.json()["imported"] == 2 and len(done.json()["problems"]) == 1
    listed = clerk.get("/v1/units").json()
    assert [(u["id"], len(u["regimes"]), u["attributes"]) for u in listed["units"]] == [
        ("91B", 1, {}),
        ("91A", 3, {"联系人": "王"}),
    ]
    assert clerk.get("/v1/units?regime=派遣").json()["total"] == 1
    assert clerk.get("/v1/units?limit=1").json()["next"] == "91B"
    assert clerk.get("/v1/units?limit=1&after=91B").json()["next"] is None
    problem(clerk.post("/v1/units", files={"file": ("a.csv", b"x")}), 403)
    again = zhang.post("/v1/units", files={"file": ("a.csv", "单位名称,编号\n甲公司,91A\n".encode("gb18030"))})
    assert again.json()["imported"] == 1 and zhang.get("/v1/units").json()["total"] == 2
    for bad in (b"", b"a,b\n1,2\n", "单位名称,监管制度\n甲,养鱼\n".encode()):
        problem(zhang.post("/v1/units", files={"file": ("a.csv", bad)}), 422)


def test_regimes_are_named_in_everyday_words_or_refused(person: Person) -> None:
    zhang = person("zhang")
    for words in ("劳务派遣", "培训机构", "人力资源服务机构监管"):
        begin(zhang, regime=words)
    assert "没有叫" in problem(zhang.post("/v1/inspections", json=ORDER | {"regime": "养鱼"}), 422)
    wrong = zhang.post("/v1/inspections", json=ORDER | {"day": "明天"})
    assert "不是日期" in problem(wrong, 422)
    nobody = ORDER | {"inspectors": [{"name": "某", "account": "nobody"}]}
    assert "nobody" in problem(zhang.post("/v1/inspections", json=nobody), 422)
