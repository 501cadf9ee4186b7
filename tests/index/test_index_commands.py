"""The command functions: one line per query, in order, progress on stderr only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.commands import build, search


def test_build_and_search_a_file(tmp_path: Path, embedder: Any, capsys: pytest.CaptureFixture[str]):
    texts = {1: "拖欠工资的责令支付", "二": "伪造证件的处以罚款"}
    lines = [json.dumps({"id": id, "text": text}) for id, text in texts.items()]
    (tmp_path / "p.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "q.jsonl").write_text('{"id": "b", "q": "伪造证件"}\n{"id": "a", "q": "工资"}\n', encoding="utf-8")

    assert build(tmp_path / "p.jsonl", tmp_path / "index", embedder=embedder) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "切分词语 2/2" in output.err

    found = [json.loads(line) for line in search(tmp_path / "index", tmp_path / "q.jsonl", 1, embedder=embedder)]
    assert [(line["id"], line["hits"][0][0], len(line["hits"])) for line in found] == [("b", "二", 1), ("a", 1, 1)]
    assert capsys.readouterr().out == ""
