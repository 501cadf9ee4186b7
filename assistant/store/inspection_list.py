"""Lists of inspections: newest first, in pages, as far as somebody may see them."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row, Select, and_, or_, select

from assistant.inspection.records import Listed, Wanted
from assistant.store.database import Database
from assistant.store.schema import inspection_accounts, inspections
from assistant.store.text import storable

MAX_PAGE = 200


class InspectionList:
    """Reads what the events are projected to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: Wanted, *, after: str | None = None, limit: int = 50) -> tuple[Listed, ...]:
        """Up to `limit` inspections, newest first, those behind the one with id `after`.

        An unknown `after` gives the first page.
        """
        if not storable(after, *(x for x in msgspec.structs.astuple(wanted) if isinstance(x, str))):
            return ()
        query = _filtered(wanted).order_by(inspections.c.begun_at.desc(), inspections.c.id.desc())
        with self._database.read() as connection:
            if after is not None:
                last = connection.execute(select(inspections).where(inspections.c.id == after)).first()
                query = query.where(_behind(last)) if last else query
            rows = connection.execute(query.limit(max(1, min(limit, MAX_PAGE)))).all()
        return tuple(_listed(row) for row in rows)


def _filtered(wanted: Wanted) -> Select[Any]:
    query = select(inspections)
    for name in ("document", "regime", "unit", "register", "kind", "status"):
        value = getattr(wanted, name)
        if value is not None:
            query = query.where(inspections.c[name] == value)
    if wanted.first_day is not None:
        query = query.where(inspections.c.day >= wanted.first_day)
    if wanted.last_day is not None:
        query = query.where(inspections.c.day <= wanted.last_day)
    if wanted.account is not None:
        mine = select(inspection_accounts.c.inspection).where(inspection_accounts.c.account == wanted.account)
        query = query.where(inspections.c.id.in_(mine))
    return query


def _behind(last: Row[Any]) -> Any:
    begun, id = inspections.c.begun_at, inspections.c.id
    return or_(begun < last.begun_at, and_(begun == last.begun_at, id < last.id))


def _listed(row: Row[Any]) -> Listed:
    return Listed(**{name: getattr(row, name) for name in Listed.__struct_fields__})
