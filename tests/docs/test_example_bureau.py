"""The made-up bureau of docs/adding-a-bureau.md: the same files as `renshe new` gives, built, asked, changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from api.cli.main import run
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

ROOT = Path(__file__).parents[2]
BUREAU = ROOT / "docs" / "example-bureau"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RENSHE_CORPUS", str(BUREAU))
    return tmp_path


def test_new_makes_a_folder_that_works(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "我的单位"
    assert run(["new", str(folder)]) == 0
    assert sorted(p.name for p in folder.iterdir()) == ["文件", "示例", "设置.sh", "说明.md"]
    examples = {p.name: p.read_bytes() for p in (folder / "示例").iterdir()}
    assert examples == {p.name: p.read_bytes() for p in BUREAU.iterdir()}
    monkeypatch.setenv("RENSHE_CORPUS", str(folder / "文件"))
    shutil.copyfile(BUREAU / "职责登记表.md", folder / "文件" / "职责登记表.md")
    assert run(["corpus", "check"]) == 0
    out = capsys.readouterr().out
    assert "0 格不符" in out
    assert run(["new", str(folder)]) == 1
    assert "已经有内容" in capsys.readouterr().err


def test_it_answers(home: Path) -> None:
    assistant = build_assistant(Settings(corpus=BUREAU, home=home / "home"))
    assert [s.name for s in assistant.ask("民办职业培训机构归哪个科室管").sections] == ["职业能力科"]
    assert [s.name for s in assistant.ask("工资被拖欠了找谁").sections] == ["劳动关系科"]
    figures = assistant.ask("民办职业培训机构一年检查几次").figures
    assert {(f.value, f.unit) for f in figures} >= {(1, "次"), (30, "%")}


def test_a_second_version_is_compared(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = home / "监管制度.md"
    changed.write_text((BUREAU / "监管制度.md").read_text("utf-8").replace("30%", "50%"), "utf-8")
    assert run(["corpus", "diff", str(BUREAU / "监管制度.md"), str(changed), "--no-answers"]) == 1
    assert "不少于 30 % → " in capsys.readouterr().out
