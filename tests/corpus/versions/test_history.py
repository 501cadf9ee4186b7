"""Versions of a folder of documents: kept, in force, gone back to; nothing is lost, whoever writes where."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.versions.history import PACKAGED, Change, History
from corpus.versions.names import safe_name

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
OLD = "渡口县船务局内设机构\n（一）办公室。负责文电工作。\n（二）船员科。负责船员培训工作。\n"
NEW = OLD.replace("船员科", "船员管理科")


def day(n: int) -> datetime:
    return START + timedelta(days=n)


@pytest.fixture
def history(tmp_path: Path) -> History:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "职责.txt").write_text(OLD, "utf-8")
    return History.of(folder, tmp_path / "home")


def put(history: History, n: int, text: str = NEW, name: str = "职责.txt", **more: str) -> None:
    history.change(Change({name: text.encode()}, **more), by="甲某", at=day(n), note=f"第 {n} 天")


def served(history: History, on: int = 0) -> str:
    return (history.served(day(on).date()) / "职责.txt").read_text("utf-8")


def text_on(history: History, n: int) -> str | None:
    found = history.served_on(day(n).date())
    return (found[0] / "职责.txt").read_text("utf-8") if found else None


def test_one_version_is_the_folder_itself(history: History) -> None:
    assert history.served(day(0).date()) == history.folder
    assert [v.n for v in history.versions()] == [1]
    assert not history.place.exists()


def test_a_change_keeps_the_old_one_and_shows_the_new_one_in_the_folder(history: History) -> None:
    put(history, 1)
    assert [(v.kind, v.by) for v in history.versions()] == [("first", ""), ("change", "甲某")]
    assert served(history) == NEW == (history.folder / "职责.txt").read_text("utf-8")
    assert (history.tree_of(1) / "职责.txt").read_text("utf-8") == OLD


def test_going_back_is_a_version_too(history: History) -> None:
    put(history, 1)
    history.rollback(None, by="乙某", at=day(2))
    assert served(history) == OLD == (history.folder / "职责.txt").read_text("utf-8")
    history.rollback(2, by="乙某", at=day(3))
    assert served(history) == NEW
    assert [v.of for v in history.versions()] == [None, None, 1, 2]
    with pytest.raises(CorpusError, match="就是第 2 版"):
        history.rollback(2, by="乙某", at=day(4))
    with pytest.raises(CorpusError, match="没有第 9 版"):
        history.rollback(9, by="乙某", at=day(4))


@pytest.mark.parametrize(("name", "data"), [("坏.txt", b"\x00\x01"), ("表.xyz", b"1")])
def test_what_does_not_compile_changes_nothing(history: History, name: str, data: bytes) -> None:
    with pytest.raises(CorpusError, match=name):
        history.change(Change({"职责.txt": NEW.encode(), name: data}), by="", at=day(1))
    assert served(history) == OLD
    assert [p.name for p in history.folder.iterdir()] == ["职责.txt"]
    with pytest.raises(CorpusError, match="没有“缺"):
        history.change(Change({}, drop=frozenset({"缺.txt"})), by="", at=day(1))
    with pytest.raises(CorpusError, match="一份文件也没有"):
        history.change(Change({}, drop=frozenset({"职责.txt"})), by="", at=day(1))


def test_what_is_changed_in_the_folder_by_hand_becomes_a_version(history: History) -> None:
    put(history, 1)
    (history.folder / "职责.txt").write_text(NEW + "（三）船坞科。负责船坞工作。\n", "utf-8")
    (history.folder / "另一.txt").write_text("另一份。", "utf-8")
    assert "船坞科" in served(history)
    assert history.versions()[-1].kind == "folder"
    assert set(history.versions()[-1].files) == {"职责.txt", "另一.txt"}
    (history.folder / "另一.txt").unlink()
    history.notice()
    assert set(history.versions()[-1].files) == {"职责.txt"}
    assert history.notice() is None


def test_a_stop_between_ledger_and_folder_is_nobodys_change(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    put(history, 1)
    real = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if Path(target).parent == history.folder:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            put(history, 2, OLD + "（三）船坞科。负责船坞工作。\n")
    assert (history.folder / "职责.txt").read_text("utf-8") == NEW
    again = History.of(history.folder, history.place.parents[1])
    assert "船坞科" in served(again)
    assert [v.kind for v in again.versions()] == ["first", "change", "change"]
    assert "船坞科" in (history.folder / "职责.txt").read_text("utf-8")


def test_the_packaged_documents_are_never_written_to(tmp_path: Path) -> None:
    history = History.of(PACKAGED, tmp_path)
    before = {p.name: p.read_bytes() for p in PACKAGED.iterdir()}
    history.change(Change({"加.txt": NEW.encode()}), by="", at=day(1))
    assert {p.name: p.read_bytes() for p in PACKAGED.iterdir()} == before
    assert {p.name for p in history.served(day(1).date()).iterdir()} == {*before, "加.txt"}


def test_a_day_is_answered_from_what_was_in_force_then(history: History) -> None:
    put(history, 10)
    assert text_on(history, 5) is None, "version 1 was kept when version 2 came"
    history.set_dates("职责.txt", day(20).date().isoformat(), None, by="", at=day(11))
    assert text_on(history, 15) == OLD
    assert text_on(history, 25) == NEW
    assert served(history, 15) == OLD
    assert served(history, 25) == NEW


def test_stated_dates_reach_back_before_the_first_version(history: History) -> None:
    history.set_dates("职责.txt", "2020-01-01", "2027-06-30", by="", at=day(1))
    assert text_on(history, -400) == OLD
    assert history.served_on(date(2019, 12, 31)) is None
    assert history.served_on(date(2027, 7, 1)) is None
    assert served(history, 1000) == OLD, "without a successor it is still the best there is"


def test_what_was_rolled_back_counts_on_no_day(history: History) -> None:
    put(history, 10)
    history.rollback(1, by="", at=day(20))
    assert [text_on(history, n) for n in (15, 25)] == [OLD, OLD]


def test_an_unfinished_line_was_never_a_version_and_a_changed_one_is_found(history: History) -> None:
    put(history, 1)
    ledger = history.ledger.path
    with ledger.open("ab") as file:
        file.write(b"half a li")
    assert len(history.versions()) == 2
    put(history, 2, OLD)
    assert len(history.versions()) == 3
    ledger.write_bytes(ledger.read_bytes().replace("甲某".encode(), "丙某".encode(), 1))
    with pytest.raises(CorpusError, match="账本"):
        history.versions()


def test_many_at_once_lose_nothing(history: History) -> None:
    put(history, 0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: put(history, n, f"第{n}份。", f"{n}.txt"), range(1, 17)))
    assert len(history.versions()) == 18
    assert len(history.versions()[-1].files) == 17


def test_a_draft_that_somebody_overtook_is_refused(history: History) -> None:
    put(history, 1)
    with pytest.raises(CorpusError, match="已经有了第 2 版"):
        history.change(Change({"又.txt": b"x"}), by="", at=day(2), base=1)


@pytest.mark.parametrize(
    ("sent", "name"),
    [("../../etc/职责.txt", "职责.txt"), ("C:\\文件\\职责.txt", "职责.txt"), (" 职责.txt ", "职责.txt")],
)
def test_a_sent_path_is_only_a_name(sent: str, name: str) -> None:
    assert safe_name(sent) == name
    assert safe_name(sent, "甲局") == f"甲局/{name}"


@pytest.mark.parametrize("bad", ["", "..", ".隐藏.txt", "a\x00.txt", "a\u202etxt.exe", "名" * 100, "职责?.txt"])
def test_a_bad_name_is_refused_in_words(bad: str) -> None:
    with pytest.raises(CorpusError, match="名"):
        safe_name(bad)


def test_the_ledger_is_readable_by_anybody(history: History) -> None:
    put(history, 1, start="2026-04-01")
    last = history.ledger.path.read_text("utf-8").splitlines()[-1].split("\t", 1)[1]
    assert json.loads(last)["files"]["职责.txt"]["start"] == "2026-04-01"
