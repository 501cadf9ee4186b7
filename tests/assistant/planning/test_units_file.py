"""Lists of units: every format gives the same units, and every fault is told with its line."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from assistant.planning.units import MOST_UNITS, Row, Unit, UnitsError, build_list
from assistant.planning.units_file import read_units

WANTED = (Unit("乙公司", "综合", None), Unit("甲公司", "不定时", date(2026, 3, 1)))


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


CSV = "单位名称,类别,上次检查日期,电话\n甲公司,不定时,2026年3月1日,1\n乙公司,综合,,2\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", CSV.encode()),
        ("a.csv", b"\xef\xbb\xbf" + CSV.encode()),
        ("a.csv", CSV.encode("gb18030")),
        ("a.csv", CSV.encode("utf-16")),
        ("a.tsv", CSV.replace(",", "\t").encode()),
        ("a.txt", CSV.encode()),
        ("a.jsonl", '{"name":"甲公司","stratum":"不定时","checked":"2026-03-01"}\n{"单位名称":"乙公司","类别":"综合"}'.encode()),
        ("a.json", '[{"name":"甲公司","类别":"不定时","checked":"2026/3/1"},{"name":"乙公司","stratum":"综合"}]'.encode()),
        ("a.xlsx", workbook([["单位名称", "类别", "上次检查日期"], ["甲公司", "不定时", date(2026, 3, 1)], ["乙公司", "综合", None]])),
        ("list", workbook([["全县名单"], [], ["类别", "单位名称", "上次检查"], ["不定时", "甲公司", "2026-3-1"], ["综合", " 乙公司 ", None]])),
    ],
)  # fmt: skip
def test_every_format_gives_the_same_units(name: str, content: bytes) -> None:
    found = read_units(name, content)
    assert found.units == WANTED
    assert (found.problems, found.has_strata) == ((), True)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [("a.txt", "甲\n乙\n丙\n".encode(), 3), ("a.xlsx", workbook([["甲"], ["乙"]]), 2), ("a.json", '["甲", "乙"]'.encode(), 2)],
)  # fmt: skip
def test_names_alone_are_enough(name: str, content: bytes, count: int) -> None:
    found = read_units(name, content)
    assert len(found.units) == count and not found.has_strata


def test_blanks_and_duplicates_are_told_with_their_lines() -> None:
    found = read_units("a.txt", "甲\n\n乙\n 甲 \n".encode())
    assert [u.name for u in found.units] == ["乙", "甲"]
    assert found.problems == ("第 2 行没有单位名称，已跳过", "第 4 行与第 1 行重复（甲），只计一次")


def locked() -> bytes:
    """A zip whose entries carry the flag of encryption."""
    raw = bytearray(workbook([["甲"]]))
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    return bytes(raw)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 70_000_000)
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "甲")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "没有单位"),
        ("a.txt", b"\n\n", "没有单位"),
        ("a.csv", "甲公司,乙\n丙公司,丁\n".encode(), "认不出哪一列是名称"),
        ("a.csv", '单位名称\n"甲'.encode(), "引号"),
        ("a.csv", b"\x00\x01\xff", "认不出编码"),
        ("a.jsonl", b'{"name": ', "JSON 读不懂"),
        ("a.jsonl", b'{"title": "x"}', "没有单位名称"),
        ("a.jsonl", b"[1]", "第 1 行"),
        ("a.csv", "单位名称,上次检查\n甲,昨天\n".encode(), "第 2 行的上次检查日期“昨天”不是日期"),
        ("a.txt", ("字" * 201).encode(), "超过 200 字"),
        ("a.txt", b"x" * 5_000_001, "超过 5 MB"),
        ("a.xlsx", b"not a zip", "不是有效的 .xlsx"),
        ("a.xlsx", b"PK\x03\x04 broken", "不是有效的 .xlsx"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "密码的文件或旧版"),
        ("a.xlsx", locked(), "密码"),
        ("a.xlsx", bomb(), "展开后过大"),
        ("a.xlsx", other_zip(), "没有工作簿"),
        ("a.xlsx", workbook([["甲"]])[:-200], "不是有效的 .xlsx"),
    ],
)
def test_what_cannot_be_used_is_refused_in_plain_words(name: str, content: bytes, words: str) -> None:
    with pytest.raises(UnitsError, match=words):
        read_units(name, content)


def test_too_many_units() -> None:
    with pytest.raises(UnitsError, match=str(MOST_UNITS)):
        read_units("a.txt", "\n".join(map(str, range(MOST_UNITS + 1))).encode())
    assert len(read_units("a.txt", "\n".join(map(str, range(MOST_UNITS))).encode()).units) == MOST_UNITS


rows = st.lists(
    st.builds(Row, st.just(1), st.sampled_from("甲乙丙丁"), st.sampled_from(["", "一", "二"]), st.sampled_from(["", "2026-01-02", "2025-01-02"])),
    min_size=1, max_size=12,
)  # fmt: skip


@given(rows, st.randoms())
def test_the_same_units_have_the_same_hash_in_any_order(some: list[Row], chance: random.Random) -> None:
    turned = some[:]
    chance.shuffle(turned)
    one, other = (build_list(r, has_strata=True, has_checked=True) for r in (some, turned))
    assert (one.units, one.sha256) == (other.units, other.sha256)


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.txt", "a.json", "a.xlsx", "a.jsonl", "a"]))
def test_no_file_breaks_the_reader(content: bytes, name: str) -> None:
    try:
        assert read_units(name, content).units
    except UnitsError as error:
        assert str(error).endswith("。")
