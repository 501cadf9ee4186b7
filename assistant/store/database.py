"""Connections and transactions: what is acknowledged is on disk, and writers wait for each other instead of failing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from assistant.store.address import shown
from assistant.store.errors import DamagedError, StoreError

T = TypeVar("T")

WAIT_S = 30
"""How long a writer waits for another one, and a request for a free connection."""
_TRIES = 8
_IMMEDIATE = "renshe_immediate"
_TRY_AGAIN = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL: serialization failure, deadlock, lock not available."""


class Database:
    """One database. Shared by all threads of a process; several processes may use the same one."""

    def __init__(self, address: URL) -> None:
        self.address = address
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self.engine = _sqlite(address) if self.is_sqlite else _postgresql(address)
        # SQLite has one writer: threads queue here, fairly, instead of polling the file.
        self._turn = threading.Lock() if self.is_sqlite else nullcontext()

    @contextmanager
    def read(self) -> Generator[Connection]:
        """One consistent view. Raises StoreError when the database cannot be reached."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield connection
        except (DBAPIError, PoolTimeout) as error:
            raise self.failure(error) from error

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction; when this returns, its changes are durable.

        `work` runs again when another writer got in between, so it must read what it decides upon. Raises StoreError
        when nothing could be written.
        """
        for tried in range(1, _TRIES + 1):
            try:
                with self._turn, self.transaction() as connection:
                    return work(connection)
            except (DBAPIError, PoolTimeout) as error:
                if tried == _TRIES or not _may_succeed(error):
                    raise self.failure(error) from error
                time.sleep(0.01 * tried)
        raise AssertionError("unreachable")

    @contextmanager
    def transaction(self) -> Generator[Connection]:
        """One transaction for writing; the database's own errors come through."""
        with self.engine.connect() as connection:
            connection = connection.execution_options(**{_IMMEDIATE: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def failure(self, error: Exception) -> StoreError:
        """The user's sentence for an error of the database."""
        place = shown(self.address)
        original = getattr(error, "orig", None)
        words = str(original or error)
        if "not a database" in words or "malformed" in words:
            return DamagedError(f"“{place}”不是数据库或已经损坏；请从备份恢复，或移开这个文件后重新打开。")
        if self.is_sqlite:
            return StoreError(f"数据库“{place}”读写失败，没有保存；请检查文件夹的权限和磁盘空间后重试。")
        if isinstance(error, OperationalError | PoolTimeout):
            return StoreError(
                f"连不上数据库 {place}；请检查 RENSHE_DATABASE_URL、用户和密码，以及数据库服务是否在运行。"
            )
        return StoreError(f"数据库 {place} 拒绝了这次操作，没有保存；请查看数据库的日志。")


def _may_succeed(error: Exception) -> bool:
    if isinstance(error, IntegrityError):
        return True  # somebody else took the number, the name or the key: look again
    original = getattr(error, "orig", None)
    return getattr(original, "sqlstate", None) in _TRY_AGAIN or "locked" in str(original)


def _sqlite(address: URL) -> Engine:
    engine = create_engine(
        address, connect_args={"timeout": WAIT_S}, pool_size=16, max_overflow=16, pool_timeout=WAIT_S
    )

    def connected(connection: Any, record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver's guess
        for pragma in (
            "foreign_keys=ON",
            "synchronous=FULL",
            "recursive_triggers=ON",
            f"busy_timeout={WAIT_S * 1000}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(_IMMEDIATE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begin)
    return engine


def _postgresql(address: URL) -> Engine:
    options = (str(address.query.get("options", "")), "-c synchronous_commit=on", "-c timezone=UTC")
    return create_engine(
        address,
        connect_args={"options": " ".join(options).strip(), "connect_timeout": 10},
        pool_pre_ping=True,
        pool_size=16,
        max_overflow=16,
        pool_timeout=WAIT_S,
    )
