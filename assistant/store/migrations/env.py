"""Alembic's entry: works on the connection, inside the transaction, that `assistant.store.migrate` hands in."""

from __future__ import annotations

from alembic import context

from assistant.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
