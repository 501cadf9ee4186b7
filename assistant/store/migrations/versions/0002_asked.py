"""Conversations, what was asked and not answered, and what people thought of answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.String(64)
_SESSION = sa.String(200)
_AT = sa.DateTime(timezone=True)
_COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Three tables."""
    op.create_table(
        "conversations",
        sa.Column("session", _SESSION, primary_key=True),
        sa.Column("owner", _ID),
        sa.Column("turn", sa.Text()),
        sa.Column("begun_at", _AT, nullable=False),
        sa.Column("changed_at", _AT, nullable=False),
        comment="The latest turn of each conversation.",
    )
    op.create_index("ix_conversations_owner", "conversations", ["owner"])
    op.create_index("ix_conversations_changed_at", "conversations", ["changed_at"])
    op.create_table(
        "asked",
        sa.Column("id", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("at", _AT, nullable=False),
        sa.Column("session", _SESSION),
        sa.Column("answer_id", _ID, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("intent", sa.String(16), nullable=False),
        sa.Column("answer", sa.Text()),
        comment="Questions, personal numbers masked; with the answer in a conversation, without it when left unanswered.",
    )
    op.create_index("ix_asked_session_id", "asked", ["session", "id"])
    op.create_index("ix_asked_status_id", "asked", ["status", "id"])
    op.create_index("ix_asked_at", "asked", ["at"])
    op.create_table(
        "feedback",
        sa.Column("id", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("at", _AT, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer_id", _ID, nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
    )
    op.create_index("ix_feedback_at", "feedback", ["at"])


def downgrade() -> None:
    """Take them away."""
    for name in ("feedback", "asked", "conversations"):
        op.drop_table(name)
