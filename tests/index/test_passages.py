"""Files of passages and queries are read, and every malformed line is named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SearchIndexError
from index.passages import Query, read_passages, read_queries
from index.records import PassageText

GOOD = '{"id": "1", "text": "第一段", "title": "标题"}\n\n{"id": 2, "text": "第二段"}\n'


def test_plain_and_gzipped_files_read_the_same(tmp_path: Path):
    (tmp_path / "p.jsonl").write_text(GOOD, encoding="utf-8")
    (tmp_path / "p.jsonl.gz").write_bytes(gzip.compress(GOOD.encode()))
    expected = [PassageText("1", "第一段", "标题"), PassageText(2, "第二段")]
    assert list(read_passages(tmp_path / "p.jsonl")) == expected
    assert list(read_passages(tmp_path / "p.jsonl.gz")) == expected


@pytest.mark.parametrize("key", ["q", "text", "query"])
def test_a_query_may_be_called_by_three_names(tmp_path: Path, key: str):
    file = tmp_path / "q.jsonl"
    file.write_text(json.dumps({"id": 7, key: "问"}), encoding="utf-8")
    assert list(read_queries(file)) == [Query(7, "问")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "3", "text": ', "不是合法的 JSON"),
        ('["3", "文"]', "应为一个对象"),
        ('{"text": "文"}', "缺少 id"),
        ('{"id": true, "text": "文"}', "缺少 id"),
        ('{"id": "", "text": "文"}', "缺少 id"),
        ('{"id": "3"}', "缺少 text"),
        ('{"id": "3", "text": 5}', "text 应为字符串"),
        ('{"id": "3", "text": "文", "title": []}', "title 应为字符串"),
        ('{"id": "1", "text": "又一次"}', "编号 1 已经出现过"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, words: str):
    file = tmp_path / "bad.jsonl"
    file.write_text(GOOD + line, encoding="utf-8")
    with pytest.raises(SearchIndexError, match=f"bad.jsonl 第 4 行：.*{words}"):
        list(read_passages(file))


def test_files_that_cannot_be_read_say_why(tmp_path: Path):
    (tmp_path / "gbk.jsonl").write_bytes('{"id": "1", "text": "段落"}'.encode("gbk"))
    (tmp_path / "torn.jsonl.gz").write_bytes(gzip.compress(GOOD.encode())[:-12])
    (tmp_path / "fake.jsonl.gz").write_text(GOOD, encoding="utf-8")
    for name, words in (
        ("gbk.jsonl", "UTF-8"),
        ("torn.jsonl.gz", "不能读取"),
        ("fake.jsonl.gz", "不能读取"),
        ("none.jsonl", "没有这个文件"),
    ):
        with pytest.raises(SearchIndexError, match=words):
            list(read_passages(tmp_path / name))


@given(st.lists(st.tuples(st.integers() | st.text(min_size=1), st.text(), st.text()), unique_by=lambda row: row[0]))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str | int, str, str]]):
    file = tmp_path_factory.mktemp("passages") / "p.jsonl"
    lines = [json.dumps({"id": id, "text": text, "title": title}) for id, text, title in rows]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert list(read_passages(file)) == [PassageText(*row) for row in rows]
