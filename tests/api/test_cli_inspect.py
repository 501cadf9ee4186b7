"""`renshe inspect` from the first account to the archive, over a real store and the shipped documents."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from api.cli.main import run

GOOD = "河边的第三座船坞今天开门"


@dataclass(frozen=True)
class Done:
    """What one command line came to."""

    returncode: int
    stdout: str
    stderr: str


Renshe = Callable[..., Done]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def renshe(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Renshe:
    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").symlink_to(cache)
    monkeypatch.setenv("RENSHE_HOME", str(home))
    for name in ("RENSHE_DATABASE_URL", "RENSHE_CORPUS", "RENSHE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def command(*args: str, stdin: str = "", token: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        monkeypatch.setenv("RENSHE_TOKEN", token)
        return Done(run(args), *capsys.readouterr())

    return command


@pytest.fixture
def token(renshe: Renshe) -> str:
    renshe("account", "add", "zhang", "--role", "inspector", "--display", "张三", stdin=GOOD + "\n")
    return renshe("token", "add", "zhang", "--label", "电脑").stdout.strip()


@pytest.fixture
def id(renshe: Renshe, token: str) -> str:
    begun = renshe("inspect", "begin", "人力资源", "大河劳务", "--day", "2026-03-02", token=token)
    assert begun.returncode == 0, begun.stderr
    found = re.search(r"编号：([0-9a-f]{32})", begun.stdout)
    assert found and "检查人员：张三" in begun.stdout and "未查" in begun.stdout
    return found[1]


def test_from_the_checklist_to_the_archive(renshe: Renshe, token: str, id: str, tmp_path: Path) -> None:
    short = id[:8]

    def inspect(*args: str) -> str:
        done = renshe("inspect", *args, token=token)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert f"{short}  2026-03-02  进行中  日常" in inspect("list")
    possible = inspect("find", short, "1", "不符合", "--note", "证件没有悬挂")
    numbers = re.findall(r"\[(\d+)\]", possible)
    assert numbers and "可能的违法情形" in possible
    inspect("find", short, "1", "不符合", "--note", "证件没有悬挂", "--violation", numbers[0])
    inspect("note", short, "负责人在场")
    (tmp_path / "门.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    assert re.search("校验值 [0-9a-f]{64}", inspect("evidence", short, "门.png", "--item", "1"))
    inspect("find", short, "2", "不适用")
    assert "已录入" in inspect("correct", short, "6", "--item", "2", "--finding", "符合", "--reason", "点错了")
    assert "已暂停" in inspect("pause", short)
    assert "进行中" in inspect("resume", short)
    assert "已结束" in inspect("finish", short)
    shown = inspect("show", short)
    assert "证件没有悬挂" in shown and "备注：负责人在场" in shown and "门.png" in shown
    assert "record" in inspect("papers", short)
    inspect("papers", short, "record", "--field", "检查地点=大河路1号", "--out", "表.docx")
    cells = [c.text for t in docx.Document(str(tmp_path / "表.docx")).tables for row in t.rows for c in row.cells]
    assert "大河路1号" in cells
    inspect("papers", short, "record", "--format", "html", "--out", "表.html")
    assert "【待填】" in (tmp_path / "表.html").read_text("utf-8")
    inspect("archive", short, "--out", "归档.zip")
    assert "完整" in inspect("verify-archive", "归档.zip")
    assert "全部一致" in inspect("verify-log", short)
    assert "进行中" in inspect("reopen", short, "--reason", "补充")
    assert renshe("store", "check").returncode == 0


def test_a_changed_archive_is_told(renshe: Renshe, token: str, id: str, tmp_path: Path) -> None:
    renshe("inspect", "archive", id, "--out", "a.zip", token=token)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[70] ^= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert renshe("inspect", "verify-archive", "a.zip").returncode == 1


def test_one_may_sign_in_by_name_and_another_sees_nothing(renshe: Renshe, token: str, id: str) -> None:
    assert id[:8] in renshe("inspect", "list", "--as", "zhang", stdin=GOOD + "\n").stdout
    assert "不对" in renshe("inspect", "list", "--as", "zhang", stdin="不是这一句\n").stderr
    renshe("account", "add", "li", "--role", "inspector", stdin=GOOD + "\n")
    other = renshe("token", "add", "li", "--label", "x").stdout.strip()
    assert "没有这次检查" in renshe("inspect", "show", id, token=other).stderr
    renshe("inspect", "share", id, "li", token=token)
    assert renshe("inspect", "show", id, token=other).returncode == 0


def test_what_cannot_be_done_is_one_line(renshe: Renshe, token: str, id: str) -> None:
    wrong = {
        ("list",): "RENSHE_TOKEN",
        ("begin", "养鱼", "大河"): "没有叫“养鱼”",
        ("find", id, "99", "符合"): "清单里没有",
        ("find", id, "1", "大概"): "可选",
        ("find", "ffffffff", "1", "符合"): "没有编号以 ffffffff 开头",
        ("correct", id, "99"): "没有第 99 条",
        ("resume", id): "没有暂停",
        ("papers", id, "nothing"): "可用的有",
        ("papers", id, "record", "--issued", "明天"): "不是日期",
        ("begin", "劳务派遣", "大" * 300): "太长",
    }
    for args, words in wrong.items():
        done = renshe("inspect", *args, token="" if args == ("list",) else token)
        assert done.returncode == 1 and words in done.stderr, (args, done.stderr)
        assert len(done.stderr.splitlines()) == 1
    assert renshe("inspect", "list", token="renshe_no").returncode == 1


def test_the_register_of_units(renshe: Renshe, tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text("单位名称,编号,监管制度\n甲公司,1,派遣\n乙公司,2,\n", "utf-8")
    assert "已导入 2 家" in renshe("units", "import", "u.csv", "--regime", "特殊工时").stdout
    assert renshe("units", "list", "--regime", "派遣").stdout.splitlines()[1].startswith("1     甲公司")
    (tmp_path / "bad.csv").write_text("甲,乙\n1,2\n", "utf-8")
    assert "单位名称" in renshe("units", "import", "bad.csv").stderr
