"""Triggers that keep the rows of a table as they were written, whoever is connected."""

from __future__ import annotations

from alembic import op

_WORDS = "rows of this table are kept as they were written"


def keep_rows(table: str, same_row: str) -> None:
    """Refuse UPDATE, DELETE, TRUNCATE and (SQLite) REPLACE. `same_row`: SQL condition that a row of the table is NEW."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite(table, same_row)
    else:
        _postgresql(table)


def _sqlite(table: str, same_row: str) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
        )
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same_row}) BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    )


def _postgresql(table: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION renshe_keep_rows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    for when, each in (("UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{when.split()[0].lower()} BEFORE {when} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION renshe_keep_rows()"
        )
