"""Which database: a file under RENSHE_HOME, or the PostgreSQL server that RENSHE_DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from assistant.store.errors import StoreError

FILE = "renshe.db"
"""Name of the SQLite file under RENSHE_HOME."""
_EXAMPLE = "postgresql://用户:密码@主机:5432/库名"
_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def database_address(home: Path, url: str | None) -> URL:
    """The address to open. Raises StoreError for one that cannot be used; its message never repeats the address."""
    if url is None:
        return URL.create("sqlite", database=str(home / FILE))
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"RENSHE_DATABASE_URL 不是数据库地址；请写成 {_EXAMPLE} 的样子，或不设它。") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise StoreError(
            f"RENSHE_DATABASE_URL 的数据库种类“{parsed.drivername}”不能用；请用 PostgreSQL（{_EXAMPLE}），或不设它而用自带的 SQLite。"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError(f"RENSHE_DATABASE_URL 没有写明库名；请写成 {_EXAMPLE} 的样子。")
    return parsed.set(drivername=driver)


def shown(address: URL) -> str:
    """The address without its password and parameters, for messages."""
    if address.get_backend_name() == "sqlite":
        return address.database or ""
    port = f":{address.port}" if address.port else ""
    return f"{address.host or '本机'}{port}/{address.database}"
