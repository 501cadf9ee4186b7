"""Accounts, tokens and the check of the store on the command line, over a real database."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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


@pytest.fixture
def renshe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Renshe:
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RENSHE_DATABASE_URL", raising=False)

    def command(*args: str, stdin: str = "", **settings: str) -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        status = run(args)
        return Done(status, *capsys.readouterr())

    return command


def test_the_first_admin_is_made_by_a_command_and_kept(renshe: Renshe) -> None:
    made = renshe("account", "add", "王主任", "--role", "admin", "--display", "王建国", stdin=GOOD + "\n")
    assert (made.returncode, made.stderr) == (0, "")
    renshe("account", "add", "zhang", "--role", "inspector", stdin=GOOD + "\n")
    renshe("account", "disable", "zhang")
    shown = renshe("account", "list").stdout
    assert shown.splitlines() == ["zhang　zhang　检查人员　已停用", "王主任　王建国　管理员"]
    assert GOOD not in made.stdout + shown


def test_a_token_is_shown_once(renshe: Renshe) -> None:
    renshe("account", "add", "zhang", "--role", "inspector", stdin=GOOD + "\n")
    made = renshe("token", "add", "zhang", "--label", "抄表", "--days", "30")
    token = made.stdout.strip()
    assert token.startswith("renshe_") and len(token) > 40
    listed = renshe("token", "list", "zhang").stdout
    assert "抄表" in listed and token not in listed
    assert renshe("token", "revoke", "zhang", listed.split("　")[0]).returncode == 0
    assert "已停用" in renshe("token", "list", "zhang").stdout


WRONG = [
    (("account", "add", "x1", "--role", "king"), {}, "没有“king”这个角色"),
    (("account", "add", "x1", "--role", "staff"), {}, "没有收到密码"),
    (("account", "password", "nobody"), {}, "没有名为“nobody”的账号"),
    (("account", "list"), {"RENSHE_LOCKOUT_MINUTES": "soon"}, "RENSHE_LOCKOUT_MINUTES"),
    (("account", "list"), {"RENSHE_DATABASE_URL": "postgresql://u:geheim@127.0.0.1:1/d"}, "连不上数据库"),
]


@pytest.mark.parametrize(("args", "settings", "words"), WRONG)
def test_what_cannot_be_done_is_said_in_one_line(args, settings, words: str, renshe: Renshe) -> None:
    done = renshe(*args, **settings)
    assert done.returncode == 1 and words in done.stderr
    assert len(done.stderr.splitlines()) == 1 and "geheim" not in done.stderr + done.stdout


def test_the_store_is_checked(renshe: Renshe) -> None:
    done = renshe("store", "check")
    assert done.returncode == 0 and "全部一致" in done.stdout


def test_a_store_that_is_none_is_said_to_be_none(renshe: Renshe, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "renshe.db").write_bytes(b"not a database at all" * 300)
    broken = renshe("store", "check")
    assert broken.returncode == 1 and "不是数据库" in broken.stderr
