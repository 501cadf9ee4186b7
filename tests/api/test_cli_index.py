"""`renshe index`: failures of the engine end in one line; the engine itself is tested beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli.doors import Doors
from api.cli.main import run


def test_search_without_an_index_is_one_chinese_line(
    doors: Doors, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "1", "q": "问"}\n', "utf-8")
    assert run(["index", "search", "--index", str(tmp_path / "none"), "--batch", str(questions)], doors) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "none" in err


def test_build_from_a_missing_file_is_one_chinese_line(
    doors: Doors, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["index", "build", "--passages", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out")]
    assert run(args, doors) == 1
    assert "none.jsonl" in capsys.readouterr().err
