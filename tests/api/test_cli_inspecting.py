"""An inspection in the terminal, the register and the meters, over a real database and the shipped documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli.main import run

PASSWORD = "河边的第三座船坞今天开门"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RENSHE_DATABASE_URL", raising=False)

    def done(*args: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        return run(args), *capsys.readouterr()

    return done


def test_an_inspection_in_the_terminal_fills_the_meters(command: Command, tmp_path: Path) -> None:
    command("account", "add", "zhang", "--role", "inspector", stdin=PASSWORD + "\n")
    register = tmp_path / "units.csv"
    register.write_text("单位名称,监管制度\n大河劳务派遣有限公司,劳务派遣\n大江劳务派遣有限公司,劳务派遣\n", "utf-8")
    assert command("units", "import", str(register))[1] == "已导入 2 家。\n"
    assert "劳务派遣经营许可事项监管" in command("units", "list")[1]
    said = [PASSWORD, "开始检查大河劳务派遣有限公司，日常巡查", "这一项符合", "剩下的都符合", "结束检查"]
    status, shown, _ = command("chat", "--account", "zhang", stdin="\n".join(said))
    assert status == 0 and "第 1 项" in shown and "检查已结束" in shown
    again = command("chat", "--account", "zhang", stdin="\n".join((PASSWORD, "生成记录")))[1]
    assert "已生成“现场检查记录表”" in again and "留空待填" in again
    status, table, _ = command("meters", "--regime", "劳务派遣")
    assert status == 0 and any("家数" in line and "2 家  1 家  1 家" in line for line in table.splitlines())
    assert command("meters", "--format", "svg")[1].startswith("<svg")
    assert command("store", "check")[0] == 0


def test_a_token_signs_in_and_a_wrong_word_does_not(command: Command) -> None:
    command("account", "add", "zhang", "--role", "inspector", stdin=PASSWORD + "\n")
    command("account", "add", "li", "--role", "inspector", stdin=PASSWORD + "\n")
    token = command("token", "add", "zhang", "--label", "终端")[1].strip()
    assert (
        "第 1 项"
        in command("chat", "--account", "zhang", stdin=f"{token}\n开始检查大河派遣公司，劳务派遣，日常巡查")[1]
    )
    for name, secret in (("li", token), ("zhang", "不对的密码"), ("zhang", "")):
        status, shown, why = command("chat", "--account", name, stdin=f"{secret}\n下一项")
        assert status == 1 and not shown and "；" in why


def test_what_cannot_be_measured_or_imported_says_why(command: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("甲,乙\n1,2\n", "utf-8")
    status, _, why = command("units", "import", str(tmp_path / "bad.csv"))
    assert status == 1 and "单位名称" in why
    status, _, why = command("meters", "--regime", "造船")
    assert status == 1 and "没有叫“造船”的监管制度" in why
    assert command("meters", "--as-of", "昨天")[0] == 2
