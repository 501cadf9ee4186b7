"""The store opens by itself, at once in several processes, and says in Chinese why it cannot."""

from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from assistant.inspection.events import EvidenceAdded
from assistant.store.errors import DamagedError, StoreError
from assistant.store.migrate import MIGRATIONS
from assistant.store.schema import HEAD, metadata
from assistant.store.store import Store, open_store


def test_the_migrations_make_the_tables_of_the_schema(store: Store) -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [HEAD]
    with store.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def _open(home: Path, url: str | None, gate, found) -> None:
    gate.wait()
    try:
        open_store(home, url).close()
    except StoreError as error:
        found.put(str(error))
    else:
        found.put("")


def test_processes_that_start_at_once_all_open_it(place) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["assistant.store.store", "alembic.command"])
    gate, found = processes.Barrier(4), processes.Queue()
    started = [processes.Process(target=_open, args=(place.home, place.url, gate, found)) for _ in range(4)]
    for process in started:
        process.start()
    assert [found.get(timeout=60) for _ in started] == [""] * 4
    for process in started:
        process.join()


def test_a_database_of_a_newer_program_is_left_alone(place) -> None:
    first = open_store(place.home, place.url)
    with first.database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    first.close()
    with pytest.raises(StoreError, match="更新版本的程序"):
        open_store(place.home, place.url)


def test_writes_are_durable_when_acknowledged(store: Store, kind) -> None:
    with store.database.read() as connection:
        if kind == "sqlite":
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        else:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    open_store(tmp_path / "new" / "home").close()
    assert stat.S_IMODE((tmp_path / "new" / "home" / "renshe.db").stat().st_mode) == 0o600


WRONG = [
    ("nonsense", "不是数据库地址"),
    ("mysql://u:geheim@h/d", "“mysql”不能用"),
    ("postgresql://u:geheim@h", "没有写明库名"),
    ("sqlite://", "没有写明库名"),
    ("postgresql://u:geheim@127.0.0.1:1/d", "连不上数据库 127.0.0.1:1/d"),
    ("postgresql://u:geheim@h:port/d", "不是数据库地址"),
]


@pytest.mark.parametrize(("url", "words"), WRONG)
def test_a_wrong_address_gets_a_sentence_without_its_password(url: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=words) as failure:
        open_store(tmp_path, url)
    assert "geheim" not in str(failure.value)


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "renshe.db").write_bytes(b"x" * 5000)
    with pytest.raises(DamagedError, match="不是数据库"):
        open_store(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="RENSHE_HOME"):
        open_store(tmp_path / "home")


def test_a_file_in_place_of_the_folder_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError, match="RENSHE_HOME"):
        open_store(tmp_path / "home")


def test_a_backup_opens_as_a_store_of_its_own(tmp_path: Path, begun, now) -> None:
    first = open_store(tmp_path / "home")
    first.events.append("i1", "zhang", begun, at=now())
    photo = EvidenceAdded(evidence=first.files.keep(b"photo", "x.jpg"))
    first.events.append("i1", "zhang", photo, at=now())
    assert first.back_up(tmp_path / "copy") == 1
    copy = open_store(tmp_path / "copy")
    assert copy.events.read("i1") == first.events.read("i1")
    assert copy.check().sound and copy.check().files == 1
    with pytest.raises(StoreError, match="已经有内容"):
        first.back_up(tmp_path / "copy")
