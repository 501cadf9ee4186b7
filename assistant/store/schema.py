"""The tables. A change here needs a migration; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

HEAD = "0003"
"""The newest migration."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, aware, in UTC on both sides: SQLite keeps no time zone, PostgreSQL answers in the session's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. A naive time is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Id = String(64)
Hash = String(64)
Name = String(200)
Counter = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only where the key is an INTEGER."""

inspections = Table(
    "inspections",
    metadata,
    Column("id", Id, primary_key=True),
    Column("document", Text, nullable=False),
    Column("regime", Text, nullable=False),
    Column("unit", Name, nullable=False),
    Column("register", Id),
    Column("day", Date, nullable=False),
    Column("kind", Name, nullable=False),
    Column("status", String(16), nullable=False),
    Column("owner", Id, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("head", Hash, nullable=False),
    Index(None, "begun_at", "id"),
    Index(None, "day"),
    comment="Derived from the events: what lists need, and the end of each chain.",
)

inspection_accounts = Table(
    "inspection_accounts",
    metadata,
    Column("inspection", Id, ForeignKey(inspections.c.id), primary_key=True),
    Column("account", Id, primary_key=True),
    Index(None, "account"),
    comment="Derived from the events: who takes part.",
)

inspection_events = Table(
    "inspection_events",
    metadata,
    Column("inspection", Id, ForeignKey(inspections.c.id), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("author", Id, nullable=False),
    Column("key", String(200)),
    Column("event", Text, nullable=False),
    Column("prev", Hash, nullable=False),
    Column("hash", Hash, nullable=False),
    UniqueConstraint("author", "key"),
    sqlite_with_rowid=False,  # a row is its key: nothing to replace it by
    comment="Append-only, guarded by triggers.",
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Name, nullable=False),
    Column("name_key", Name, nullable=False, unique=True),
    Column("display", Name, nullable=False),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", Hash, primary_key=True),
    Column("account", Id, ForeignKey(accounts.c.id), nullable=False, index=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", Id, primary_key=True),
    Column("token", Hash, nullable=False, unique=True),
    Column("account", Id, ForeignKey(accounts.c.id), nullable=False, index=True),
    Column("label", Name, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("revoked_at", Instant),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("id", Counter, primary_key=True, autoincrement=True),
    Column("subject", Name, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "subject", "at"),
    comment="Attempts that did not succeed, by account name (hashed) and by address; removed when the window has passed.",
)

access_log = Table(
    "access_log",
    metadata,
    Column("id", Counter, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("account", Id),
    Column("action", String(32), nullable=False),
    Column("subject", Id, nullable=False),
    Column("result", String(16), nullable=False),
    Index(None, "subject", "id"),
    Index(None, "account", "id"),
    comment="Append-only, guarded by triggers.",
)

units = Table(
    "units",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Name, nullable=False, index=True),
    Column("regimes", JSON, nullable=False),
    Column("attributes", JSON, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("removed_at", Instant),
)

conversations = Table(
    "conversations",
    metadata,
    Column("session", Name, primary_key=True),
    Column("owner", Id, index=True),
    Column("turn", Text),
    Column("begun_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False, index=True),
    comment="The latest turn of each conversation.",
)

asked = Table(
    "asked",
    metadata,
    Column("id", Counter, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False, index=True),
    Column("session", Name),
    Column("answer_id", Id, nullable=False),
    Column("question", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("intent", String(16), nullable=False),
    Column("answer", Text),
    Index(None, "session", "id"),
    Index(None, "status", "id"),
    comment="Questions, personal numbers masked; with the answer in a conversation, without it when left unanswered.",
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Counter, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False, index=True),
    Column("question", Text, nullable=False),
    Column("answer_id", Id, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
)

guided_threads = Table(
    "guided_threads",
    metadata,
    Column("account", Id, primary_key=True),
    Column("session", Hash, primary_key=True),
    Column("inspection", Id, nullable=False),
    Column("pending", Text),
    Column("key", Hash),
    Column("answer", Text),
    Column("changed_at", Instant, nullable=False, index=True),
    comment="Inspections in conversation: what each is about, what is still asked, the message answered last.",
)
