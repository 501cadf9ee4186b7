"""An archive holds everything, is the same each time, and tells when anything in it was touched."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable

import pytest

from assistant.inspection import chain
from assistant.inspection.archive import make_archive, verify_archive
from assistant.inspection.errors import InspectionError
from assistant.inspection.events import Begun, EvidenceAdded, Found, Recorded
from assistant.inspection.words import Evidence

PHOTO = b"\xff\xd8 photo"
SHA = hashlib.sha256(PHOTO).hexdigest()
PAPERS = [("检查方案.docx", b"plan"), ("现场/记录:表.docx", b"record")]


def _link(entry: Recorded) -> chain.Link:
    return chain.Link(
        inspection=entry.inspection,
        seq=entry.seq,
        at=entry.at,
        author=entry.author,
        key=entry.key,
        event=chain.encode(entry.event),
        prev=entry.prev,
        hash=entry.hash,
    )


@pytest.fixture
def log(begun: Begun, write: Callable[..., list[Recorded]]) -> list[chain.Link]:
    photo = Evidence(name="../门头.JPG", sha256=SHA, size=len(PHOTO), media_type="image/jpeg")
    said = write(
        ("zhang", begun),
        ("zhang", Found(item="甲", finding="不符合", note="未公示")),
        ("li", EvidenceAdded(evidence=photo, item="甲")),
    )
    return [_link(r) for r in said]


def _changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {n: archive.read(n) for n in archive.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_whole_archive_has_everything_and_nothing_wrong(log: list[chain.Link]) -> None:
    data = make_archive(log, PAPERS, {SHA: PHOTO})
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names == [
        "manifest.json",
        "events.jsonl",
        f"evidence/{SHA}.jpg",
        "papers/01-检查方案.docx",
        "papers/02-现场_记录_表.docx",
    ]
    assert verify_archive(data) == ()
    assert verify_archive(data, (3, log[-1].hash)) == ()
    assert make_archive(log, PAPERS, {SHA: PHOTO}) == data


TOUCHED: list[tuple[str, Callable[[dict[str, bytes]], None], str]] = [
    ("a paper changed", lambda f: f.update({"papers/01-检查方案.docx": b"other"}), "与清单里的校验值不符"),
    ("a paper gone", lambda f: f.pop("papers/01-检查方案.docx") and None, "少了文件"),
    ("a file more", lambda f: f.update({"papers/x": b""}), "多了清单里没有的文件"),
    ("no manifest", lambda f: f.pop("manifest.json") and None, "没有可读的 manifest.json"),
    (
        "an entry changed",
        lambda f: f.update({"events.jsonl": f["events.jsonl"].replace("未公示".encode(), b"ok")}),
        "第 2 条断开",
    ),
    ("an entry garbled", lambda f: f.update({"events.jsonl": b"{"}), "读不出的记录"),
]


@pytest.mark.parametrize(("_", "change", "said"), TOUCHED, ids=[t[0] for t in TOUCHED])
def test_what_was_touched_is_told(
    log: list[chain.Link], _: str, change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    problems = verify_archive(_changed(make_archive(log, PAPERS, {SHA: PHOTO}), change))
    assert any(said in p for p in problems), problems


def test_a_shortened_log_is_told_by_the_head_kept_elsewhere(log: list[chain.Link]) -> None:
    short = make_archive(log[:2], PAPERS, {})
    assert verify_archive(short) == ()
    assert any("应有 3 条记录" in p for p in verify_archive(short, (3, log[-1].hash)))


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    assert verify_archive(data) == ("这个文件不是完整的压缩包，打不开；请重新导出或重新传送。",)


def test_missing_evidence_is_refused(log: list[chain.Link]) -> None:
    with pytest.raises(InspectionError, match=r"门头\.JPG"):
        make_archive(log, PAPERS, {})
    with pytest.raises(InspectionError, match="没有可以归档的内容"):
        make_archive([], PAPERS, {})
