"""What lists need of an inspection, derived from its state in the transaction that changes it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select, update

from assistant.inspection.state import InspectionState
from assistant.store.schema import inspection_accounts, inspections


def row_of(state: InspectionState) -> dict[str, Any]:
    """The row of table `inspections`."""
    return {
        "id": state.id,
        "document": state.regime.document,
        "regime": state.regime.title,
        "unit": state.unit.name,
        "register": state.unit.register,
        "day": state.day,
        "kind": state.kind,
        "status": state.status,
        "owner": state.owner,
        "begun_at": state.history[0].at,
        "changed_at": state.history[-1].at,
        "seq": state.seq,
        "head": state.history[-1].hash,
    }


def project(connection: Connection, state: InspectionState) -> None:
    """Write the rows derived from a state."""
    row = row_of(state)
    if state.seq == 1:
        connection.execute(insert(inspections), row)
    else:
        connection.execute(update(inspections).where(inspections.c.id == state.id), row)
    there = accounts_of(connection, state.id)
    new = sorted(state.accounts - there)
    if new:
        connection.execute(insert(inspection_accounts), [{"inspection": state.id, "account": a} for a in new])


def accounts_of(connection: Connection, inspection: str) -> frozenset[str]:
    """Accounts that take part, as stored."""
    found = select(inspection_accounts.c.account).where(inspection_accounts.c.inspection == inspection)
    return frozenset(connection.execute(found).scalars())
