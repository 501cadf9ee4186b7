"""Inspections and their events, accounts, the access log, the register of units."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from assistant.store.migrations.guards import keep_rows

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.String(64)
_HASH = sa.String(64)
_NAME = sa.String(200)
_AT = sa.DateTime(timezone=True)
_COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Everything of the first version."""
    _inspections()
    _events()
    _accounts()
    _tokens()
    _log_and_register()
    keep_rows(
        "inspection_events",
        "(inspection = NEW.inspection AND seq = NEW.seq) OR (author = NEW.author AND key = NEW.key)",
    )
    keep_rows("access_log", "id = NEW.id")


def _inspections() -> None:
    op.create_table(
        "inspections",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("regime", sa.Text(), nullable=False),
        sa.Column("unit", _NAME, nullable=False),
        sa.Column("register", _ID),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", _NAME, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("owner", _ID, nullable=False),
        sa.Column("begun_at", _AT, nullable=False),
        sa.Column("changed_at", _AT, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("head", _HASH, nullable=False),
        comment="Derived from the events: what lists need, and the end of each chain.",
    )
    op.create_index("ix_inspections_begun_at_id", "inspections", ["begun_at", "id"])
    op.create_index("ix_inspections_day", "inspections", ["day"])


def _events() -> None:
    op.create_table(
        "inspection_accounts",
        sa.Column("inspection", _ID, sa.ForeignKey("inspections.id"), primary_key=True),
        sa.Column("account", _ID, primary_key=True),
        comment="Derived from the events: who takes part.",
    )
    op.create_index("ix_inspection_accounts_account", "inspection_accounts", ["account"])
    op.create_table(
        "inspection_events",
        sa.Column("inspection", _ID, sa.ForeignKey("inspections.id"), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", _AT, nullable=False),
        sa.Column("author", _ID, nullable=False),
        sa.Column("key", sa.String(200)),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("prev", _HASH, nullable=False),
        sa.Column("hash", _HASH, nullable=False),
        sa.UniqueConstraint("author", "key"),
        sqlite_with_rowid=False,
        comment="Append-only, guarded by triggers.",
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("name", _NAME, nullable=False),
        sa.Column("name_key", _NAME, nullable=False, unique=True),
        sa.Column("display", _NAME, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("created_at", _AT, nullable=False),
        sa.Column("disabled_at", _AT),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("subject", _NAME, nullable=False),
        sa.Column("at", _AT, nullable=False),
        comment="Attempts that did not succeed, by account name (hashed) and by address; removed when the window has passed.",
    )
    op.create_index("ix_sign_in_attempts_subject_at", "sign_in_attempts", ["subject", "at"])


def _tokens() -> None:
    op.create_table(
        "sessions",
        sa.Column("token", _HASH, primary_key=True),
        sa.Column("account", _ID, sa.ForeignKey("accounts.id"), nullable=False, index=True),
        sa.Column("created_at", _AT, nullable=False),
        sa.Column("expires_at", _AT, nullable=False),
        sa.Column("revoked_at", _AT),
    )
    op.create_table(
        "api_tokens",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("token", _HASH, nullable=False, unique=True),
        sa.Column("account", _ID, sa.ForeignKey("accounts.id"), nullable=False, index=True),
        sa.Column("label", _NAME, nullable=False),
        sa.Column("created_at", _AT, nullable=False),
        sa.Column("expires_at", _AT),
        sa.Column("revoked_at", _AT),
    )


def _log_and_register() -> None:
    op.create_table(
        "access_log",
        sa.Column("id", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("at", _AT, nullable=False),
        sa.Column("account", _ID),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", _ID, nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        comment="Append-only, guarded by triggers.",
    )
    op.create_index("ix_access_log_subject_id", "access_log", ["subject", "id"])
    op.create_index("ix_access_log_account_id", "access_log", ["account", "id"])
    op.create_table(
        "units",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("name", _NAME, nullable=False, index=True),
        sa.Column("regimes", sa.JSON(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("changed_at", _AT, nullable=False),
        sa.Column("removed_at", _AT),
    )
