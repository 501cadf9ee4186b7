"""Alembic migrations, run by `assistant.store.migrate`."""
