"""`renshe store`: a backup from which everything comes back, and who looked at what."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.cli.main import run
from assistant.accounts.account import Access
from assistant.store.store import open_store

GOOD = "河边的第三座船坞今天开门"
RULES = "一、处理\n无证开办船坞的，处以{}万元以下罚款。\n"
Renshe = Callable[..., tuple[int, str, str]]


@pytest.fixture
def renshe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Renshe:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "制度.txt").write_text(RULES.format("一"), "utf-8")
    monkeypatch.setenv("RENSHE_CORPUS", str(corpus))
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RENSHE_DATABASE_URL", raising=False)

    def command(*args: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        status = run(args)
        return status, *capsys.readouterr()

    return command


def test_a_backup_brings_accounts_and_every_version_back(renshe: Renshe, tmp_path: Path) -> None:
    renshe("account", "add", "zhang", "--role", "inspector", stdin=GOOD + "\n")
    new = tmp_path / "new" / "制度.txt"
    new.parent.mkdir()
    new.write_text(RULES.format("三"), "utf-8")
    assert renshe("corpus", "add", str(new), "--note", "提高上限")[0] == 0
    before = renshe("corpus", "versions")[1]
    status, said, _ = renshe("store", "backup", str(tmp_path / "copy"))
    assert status == 0 and "1 套文件的各个版本" in said
    shutil.rmtree(tmp_path / "home")
    shutil.copytree(tmp_path / "copy", tmp_path / "home")
    assert renshe("store", "check")[0] == 0
    assert renshe("account", "list")[1].startswith("zhang")
    assert renshe("corpus", "versions")[1] == before and "提高上限" in before
    assert "30000" in renshe("ask", "无证开办船坞罚多少", "--json")[1]
    assert renshe("corpus", "rollback", "1")[0] == 0
    assert "10000" in renshe("ask", "无证开办船坞罚多少", "--json")[1]


def test_a_backup_without_other_versions_says_so(renshe: Renshe, tmp_path: Path) -> None:
    status, said, _ = renshe("store", "backup", str(tmp_path / "copy"))
    assert status == 0 and "没有别的版本" in said
    assert not (tmp_path / "copy" / "versions").exists()


def test_who_looked_at_what_is_listed_latest_first(renshe: Renshe, tmp_path: Path) -> None:
    renshe("account", "add", "zhang", "--role", "inspector", stdin=GOOD + "\n")
    store = open_store(tmp_path / "home")
    who = store.accounts.all()[0].id
    looks = [
        (who, "inspection.read", "i1", "允许"),
        (who, "file.read", "f1", "拒绝"),
        (None, "meters.read", "", "拒绝"),
    ]
    for n, (account, action, subject, result) in enumerate(looks):
        at = datetime(2026, 11, 25, 16 + n, tzinfo=UTC)
        store.access.add(Access(at=at, account=account, action=action, subject=subject, result=result))
    store.close()

    def listed(*options: str) -> list[list[str]]:
        return [line.split() for line in renshe("store", "access", *options)[1].splitlines()[1:]]

    assert [row[4:] for row in listed()] == [
        ["拒绝", "meters.read"], ["拒绝", "file.read", "f1"], ["允许", "inspection.read", "i1"],
    ]  # fmt: skip
    latest = listed()[0]
    assert latest[1:4] == ["2026-11-26", "02:00:00", "没有登录"], "in the time of China"
    assert [row[3] for row in listed("--account", "zhang")] == ["zhang", "zhang"]
    assert [row[6] for row in listed("--subject", "i1")] == ["i1"]
    assert [row[5] for row in listed("--refused", "--action", "file.read")] == ["file.read"]
    first, more = listed("--limit", "1")
    assert more == ["更早的：加", "--before", latest[0]] and first == latest
    assert listed("--before", latest[0]) == listed()[1:]


def test_an_access_log_without_such_entries_is_said(renshe: Renshe) -> None:
    status, said, failure = renshe("store", "access", "--refused", "--action", "file.read")
    assert (status, said) == (1, "") and "没有这样的访问记录" in failure
