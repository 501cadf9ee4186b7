"""A copy of the store while others go on writing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from assistant.store.address import FILE
from assistant.store.database import Database
from assistant.store.errors import StoreError
from assistant.store.files import Files


def back_up(database: Database, files: Files, folder: Path) -> int:
    """Copy the SQLite database, then the evidence; how many files of evidence. `folder` must be new or empty.

    Database first: a file is on disk before the record that names it. Raises StoreError.
    """
    if not database.is_sqlite:
        raise StoreError("数据库在 PostgreSQL 上，请用 pg_dump 备份，再复制 RENSHE_HOME 下的 evidence 文件夹。")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(f"“{folder}”已经有内容，没有备份；请指定一个新的文件夹。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_database(database, folder / FILE)
        return _copy_files(files, folder / "evidence")
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"备份没有做成：不能写入“{folder}”；请检查权限和磁盘空间。") from error


def _copy_database(database: Database, to: Path) -> None:
    connection = database.engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(to),))
    finally:
        connection.close()
    to.chmod(0o600)
    with to.open("rb+") as copy:
        os.fsync(copy.fileno())


def _copy_files(files: Files, to: Path) -> int:
    count = 0
    for sha256 in files.kept():
        place = to / sha256[:2]
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy2(files.path(sha256), place / sha256[2:])
        count += 1
    return count


def back_up_versions(versions: Path, folder: Path) -> int:
    """Copy the versions of documents (`RENSHE_HOME/versions`) into `folder/versions`; how many ledgers. Raises StoreError.

    Ledgers first, originals second: an original is on disk before the entry that names it. Trees are made anew.
    """
    ledgers = sorted(versions.glob("*/ledger.jsonl")) if versions.is_dir() else []
    try:
        for ledger in ledgers:
            to = folder / "versions" / ledger.parent.name
            to.mkdir(parents=True)
            shutil.copy2(ledger, to)
        for ledger in ledgers:
            to = folder / "versions" / ledger.parent.name
            shutil.copytree(ledger.parent, to, ignore=_but_ledger_and_trees, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        raise StoreError(f"文件的版本没有备份完：不能写入“{folder}”；请检查权限和磁盘空间。") from error
    return len(ledgers)


def _but_ledger_and_trees(_: str, names: list[str]) -> set[str]:
    return {n for n in names if n in ("ledger.jsonl", "trees") or n.endswith((".lock", ".tmp"))}
