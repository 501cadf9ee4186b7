"""Encodings and the messages of files that are no documents."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.source import LIMIT, read_source

WORDS = "一、监督检查对象\n某县的用人单位。\n"


@pytest.mark.parametrize(
    "data",
    [WORDS.encode(), WORDS.encode("gb18030"), WORDS.encode("utf-16"), codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")],
    ids=["utf-8", "gb18030", "utf-16", "utf-16-be"],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "某局.txt"
    path.write_bytes(data)
    assert read_source(path).text == WORDS


def test_byte_order_mark_stays_so_that_spans_index_the_plain_decoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + WORDS.encode())
    assert read_source(path).text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("空.txt", b"", "是空的"),
        ("空白.txt", " \n\u3000\n".encode(), "是空的"),
        ("图.txt", b"\x89PNG\x00\x01\x02", "二进制"),
        ("坏.txt", b"\xff\x81\xff\xff", "编码认不出来"),
        ("图.pptx", b"PK", "不是能读的文件"),
        ("大.txt", b"a" * (LIMIT + 1), "上限"),
    ],
    ids=["empty", "blank", "binary", "undecodable", "suffix", "too-large"],
)
def test_refused_files_say_what_and_what_to_do(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as error:
        read_source(path)
    assert says in str(error.value) and name in str(error.value) and "请" in str(error.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="读不出来"):
        read_source(tmp_path / "没有.txt")
