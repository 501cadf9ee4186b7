"""`renshe corpus add, versions, diff, rollback, remove, dates` over a made-up bureau."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.main import run

OLD = "渡口县船务局制度\n一、监督检查处理\n无证开办船坞的，处以1万元以上3万元以下罚款。\n"
NEW = OLD.replace("3万元", "6万元")


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "制度.txt").write_text(OLD, "utf-8")
    (folder / "题.jsonl").write_text('{"id": "a", "q": "无证开办船坞怎么处罚"}\n', "utf-8")
    monkeypatch.setenv("RENSHE_CORPUS", str(folder))
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    sent = tmp_path / "sent" / "制度.txt"
    sent.parent.mkdir()
    sent.write_text(NEW, "utf-8")
    return sent


def done(capsys: pytest.CaptureFixture[str], *args: str, status: int = 0) -> str:
    assert run(["corpus", *args]) == status
    out = capsys.readouterr()
    return out.out if status == 0 or out.out else out.err


def test_add_look_go_back(new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "第 1 版" in done(capsys, "versions")
    out = done(capsys, "add", str(new), "--note", "提高上限", "--by", "甲某", "--from", "2020-01-01")
    assert "第 2 版" in out
    listed = json.loads(done(capsys, "versions", "--json"))["versions"]
    assert [(v["n"], v["by"], v["note"]) for v in listed] == [(1, "", ""), (2, "甲某", "提高上限")]
    assert listed[1]["files"][0]["from"] == "2020-01-01"
    assert "退回第 1 版" in done(capsys, "rollback")
    assert "注明有效期" in done(capsys, "dates", "制度.txt", "--from", "2021-02-03", "--to", "2030-01-01")
    assert "自 2021-02-03 起" in done(capsys, "versions")
    assert "一份文件也没有" in done(capsys, "remove", "制度.txt", status=1)


def test_diff_says_what_changed_and_which_answers(
    new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "documents" / "制度.txt"
    out = done(capsys, "diff", str(old), str(new), status=1)
    assert "罚款上限 30000 元 → 60000 元" in out
    assert "答复会变的问题：1 个" in out
    assert "旧：" in out and "30,000" in out and "60,000" in out
    assert "答复会变" not in done(capsys, "diff", str(old), str(new), "--no-answers", status=1)
    done(capsys, "add", str(new))
    found = json.loads(done(capsys, "diff", "1", "2", "--json", status=1))
    assert found["changes"][0]["old"]["quote"] != found["changes"][0]["new"]["quote"]
    assert found["answers"][0]["what"] == ["罚款上限 30000 元 → 60000 元"]
    assert "0 处" in done(capsys, "diff", "2", "2")
    assert "没有第 7 版" in done(capsys, "diff", "1", "7", status=1)
    assert "既不是版本号" in done(capsys, "diff", "1", "没有的", status=1)


def test_questions_of_ones_own(new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = tmp_path / "问.jsonl"
    asked.write_text('{"q": "你好"}\n', "utf-8")
    old = str(tmp_path / "documents" / "制度.txt")
    assert "答复会变的问题：0 个" in done(capsys, "diff", old, str(new), "--questions", str(asked), status=1)
    asked.write_text("不是\n", "utf-8")
    assert "第 1 行" in done(capsys, "diff", old, str(new), "--questions", str(asked), status=1)
