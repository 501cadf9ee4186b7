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


def project(connection: Connection, before: InspectionState | None, state: InspectionState) -> None:
    """Write the rows derived from a state, where those of the state before are there."""
    row = row_of(state)
    if before is None:
        connection.execute(insert(inspections), row)
    else:
        connection.execute(update(inspections).where(inspections.c.id == state.id), row)
    new = sorted(state.accounts - before.accounts if before else state.accounts)
    if new:
        connection.execute(insert(inspection_accounts), [{"inspection": state.id, "account": a} for a in new])


def accounts_of(connection: Connection, inspection: str) -> frozenset[str]:
    """Accounts that take part, as stored."""
    found = select(inspection_accounts.c.account).where(inspection_accounts.c.inspection == inspection)
    return frozenset(connection.execute(found).scalars())
