"""`renshe corpus`: build, check, show, add."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.doors import Doors
from api.cli.main import run
from api.coverage import coverage_in_words
from corpus.records import Document, Span

CONTRACT_FIELDS = {
    "file", "sha256", "title", "shapes", "characters", "unread", "sections", "duties", "boundaries", "regimes",
    "indicators", "penalties", "deadlines", "clauses", "anomalies",
}  # fmt: skip


@pytest.fixture
def folder(doors: Doors) -> Path:
    path = doors.settings().corpus
    path.mkdir()
    (path / "甲.txt").write_text("甲", "utf-8")
    return path


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch, doors: Doors) -> None:
    monkeypatch.setenv("RENSHE_CORPUS", str(doors.settings().corpus))


def test_build_says_what_was_found(doors: Doors, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "build"], doors) == 0
    out = capsys.readouterr().out
    assert "已编译 1 份文件" in out
    assert "职责 1" in out
    assert "检索索引已就绪，共 1 段" in out


def test_check_gives_code_sentence_line_and_quote(
    doors: Doors, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["corpus", "check"], doors) == 0
    out = capsys.readouterr().out
    assert "missing-number　编号从一直接跳到三。" in out
    assert "第 4 行：“一、船坞监管”" in out
    assert "未读　第 1 行：“安县”" in out


@pytest.mark.parametrize("command", ["show", "check"])
def test_json_has_the_fields_of_the_contract_and_true_spans(
    doors: Doors, folder: Path, document_text: str, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(["corpus", command, "--json"], doors) == 0
    (found,) = json.loads(capsys.readouterr().out)["documents"]
    assert found.keys() >= CONTRACT_FIELDS
    (duty,) = found["duties"]
    assert document_text[duty["start"] : duty["end"]] == duty["text"] == "船员培训管理"
    assert duty["section"] == "船员科"
    assert [document_text[a:b] for a, b in found["unread"]] == ["安县"]
    assert found["characters"] == len(document_text)
    assert found["indicators"][0]["regime_title"] == "船坞监管"
    assert found["penalties"][0]["fine"]["max_yuan"] == 700
    assert found["anomalies"][0]["line"] == 4


def test_show_prints_an_indented_outline(doors: Doors, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "show"], doors) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "    科室 1 个，职责 1 项" in lines
    assert "      船员科　1 项" in lines
    assert "        指标　指标　0 条" in lines


def test_show_takes_a_file_or_a_folder(
    doors: Doors, tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "乙.txt"
    other.write_text("乙", "utf-8")
    for path in (other, folder):
        assert run(["corpus", "show", str(path)], doors) == 0
    out = capsys.readouterr().out
    assert "乙.txt" in out
    assert "甲.txt" in out
    assert run(["corpus", "show", str(tmp_path / "无")], doors) == 1
    assert "没有文件" in capsys.readouterr().err


@pytest.mark.usefixtures("configured")
def test_add_copies_what_compiles(
    doors: Doors, tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "新.txt"
    new.write_text("新", "utf-8")
    assert run(["corpus", "add", str(new)], doors) == 0
    assert (folder / "新.txt").read_text("utf-8") == "新"
    assert "已加入 新.txt" in capsys.readouterr().out


@pytest.mark.usefixtures("configured")
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("坏.txt", "坏", "坏.txt 读不懂"),
        ("缺.txt", None, "没有文件"),
        ("表.pptx", "表", "读不了这种文件：表.pptx"),
    ],
)
def test_add_refuses_and_copies_nothing(
    doors: Doors,
    tmp_path: Path,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str | None,
    words: str,
) -> None:
    good, new = tmp_path / "好.txt", tmp_path / name
    good.write_text("好", "utf-8")
    if content is not None:
        new.write_text(content, "utf-8")
    assert run(["corpus", "add", str(good), str(new)], doors) == 1
    assert words in capsys.readouterr().err
    assert [(p.name, p.read_text("utf-8")) for p in folder.iterdir()] == [("甲.txt", "甲")]


@pytest.mark.usefixtures("configured")
def test_add_refuses_two_files_of_one_name(doors: Doors, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = [tmp_path / "一" / "同.txt", tmp_path / "二" / "同.txt"]
    for path in pair:
        path.parent.mkdir()
        path.write_text("同", "utf-8")
    assert run(["corpus", "add", *map(str, pair)], doors) == 1
    assert "两个都叫 同.txt" in capsys.readouterr().err


def test_coverage_is_rounded_down(document: Document) -> None:
    from msgspec.structs import replace

    nearly = replace(document, text="字" * 2001, unread=(Span(0, 1),))
    assert coverage_in_words(nearly) == "已读 2000 / 2001 字（99.9%）"
    assert coverage_in_words(replace(document, text="", unread=())) == "已读 0 / 0 字（100%）"
