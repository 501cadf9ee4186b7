"""Where inspections in conversation stand, for every process that may hear the next sentence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.String(64)


def upgrade() -> None:
    """One table."""
    op.create_table(
        "guided_threads",
        sa.Column("account", _ID, primary_key=True),
        sa.Column("session", sa.String(64), primary_key=True),
        sa.Column("inspection", _ID, nullable=False),
        sa.Column("pending", sa.Text()),
        sa.Column("key", sa.String(64)),
        sa.Column("answer", sa.Text()),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        comment="Inspections in conversation: what each is about, what is still asked, the message answered last.",
    )
    op.create_index("ix_guided_threads_changed_at", "guided_threads", ["changed_at"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("guided_threads")
