"""Bring the tables up to date. Runs at every open; two processes that start at once take turns."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from assistant.store.address import shown
from assistant.store.database import WAIT_S, Database
from assistant.store.errors import StoreError
from assistant.store.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x72656E736865
"""Any fixed number: the advisory lock of PostgreSQL that migrations take turns by."""


def migrate(database: Database) -> None:
    """Raises StoreError when the database cannot be opened or was made by a newer version of the program."""
    try:
        if database.is_sqlite:
            _prepare_file(database)
        with database.engine.connect() as connection:
            found = revision(connection)
        if found != HEAD:
            with database.transaction() as connection:
                _upgrade(connection, database)
    except DBAPIError as error:
        raise database.failure(error) from error


def revision(connection: Connection) -> str | None:
    """The migration that the tables stand at; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, database: Database) -> None:
    if not database.is_sqlite:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = revision(connection)
    if found == HEAD:
        return  # the other process was faster
    if found is not None and not list((MIGRATIONS / "versions").glob(f"{found}_*.py")):
        raise StoreError(
            f"数据库 {shown(database.address)} 是更新版本的程序建的（{found}），这个版本不认得；请升级程序后再打开。"
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare_file(database: Database) -> None:
    """Make the file readable by its owner alone, and let readers go on while one writes (write-ahead log)."""
    path = Path(database.address.database or "")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"不能写入“{path}”；请检查文件夹的权限和磁盘空间，或用 RENSHE_HOME 另指一个文件夹。"
        ) from error
    try:
        _write_ahead(database)
    except sqlite3.Error as error:
        raise database.failure(error) from error


def _write_ahead(database: Database) -> None:
    deadline = time.monotonic() + WAIT_S
    while True:
        connection = database.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            # Changing the mode does not wait for others by itself.
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        finally:
            connection.close()
