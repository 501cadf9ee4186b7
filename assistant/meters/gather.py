"""Meters from what is stored: inspections by pages, the register of units; who may is asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Protocol

from assistant.accounts.account import Access, Account
from assistant.accounts.errors import DeniedError
from assistant.accounts.policy import account_may
from assistant.accounts.ports import AccessLogRows
from assistant.inspection.ports import Lists
from assistant.inspection.records import Listed, Wanted
from assistant.meters.measure import measure
from assistant.meters.values import MeteredUnit, RegimeMeters, Visit
from assistant.planning.calendar import working_days_of
from assistant.planning.errors import PlanError
from assistant.planning.planner import Planner
from corpus.records import Document, Regime

_PAGE = 200
_NUMBER = re.compile(r"(?P<n>[0-9]{1,9})\s*(?:个|人|名|位|次|期|班|班次)?")


class RegisterRow(Protocol):
    """A unit of the register."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def regimes(self) -> tuple[str, ...]: ...
    @property
    def attributes(self) -> dict[str, str]: ...


class Register(Protocol):
    """The register of units."""

    def all(self) -> Sequence[RegisterRow]:
        """All units on it."""
        ...


@dataclass(frozen=True)
class Meters:
    """Reads the store and measures."""

    lists: Lists
    register: Register
    access: AccessLogRows
    planner: Planner

    def read(
        self, who: Account | None, regimes: tuple[str, ...], as_of: date, *, now: datetime
    ) -> tuple[RegimeMeters, ...]:
        """The meters for whoever may see them, logged. Raises DeniedError, PlanError for a name that fits no regime."""
        allowed = account_may(who, "meters.read")
        result = "允许" if allowed else "拒绝"
        self.access.add(
            Access(at=now, account=who.id if who else None, action="meters.read", subject="", result=result)
        )
        if not allowed:
            raise DeniedError("您没有查看检查进度的权限；请用工作人员或检查人员的账号登录。")
        return self.all(regimes, as_of)

    def all(self, regimes: tuple[str, ...], as_of: date) -> tuple[RegimeMeters, ...]:
        """The same for whoever runs the machine. Raises PlanError."""
        chosen = self.planner.names.some(regimes)
        rows = self.register.all()
        units, ids = self._units(rows), {row.name: row.id for row in rows}
        days = cache(working_days_of)
        return tuple(
            measure(d, r, self._visits(d, r, as_of, ids), units.get((d.id, r.index), ()), as_of, days)
            for d, r in chosen
        )

    def _visits(self, document: Document, regime: Regime, as_of: date, ids: Mapping[str, str]) -> Iterator[Visit]:
        wanted = Wanted(document=document.id, regime=regime.title, last_day=as_of)
        after: str | None = None
        while page := self.lists.page(wanted, after=after, limit=_PAGE):
            yield from (_visit(x, ids) for x in page)
            after = page[-1].id

    def _units(self, rows: Sequence[RegisterRow]) -> dict[tuple[str, int], tuple[MeteredUnit, ...]]:
        """The register's units by the regimes that its words mean."""
        known = cache(self._regime)
        found: dict[tuple[str, int], dict[str, MeteredUnit]] = {}
        for row in rows:
            for place in {known(words) for words in row.regimes} - {None}:
                unit = MeteredUnit(row.id, tuple(row.attributes.values()), _counts(row.attributes))
                found.setdefault(place, {})[row.id] = unit  # pyright: ignore[reportArgumentType]  (None is taken out)
        return {place: tuple(units.values()) for place, units in found.items()}

    def _regime(self, words: str) -> tuple[str, int] | None:
        try:
            document, regime = self.planner.names.one(words)
        except PlanError:
            return None
        return document.id, regime.index


def _counts(attributes: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """The columns that state a whole number, with it: 班次 → 6, also where it is written 6个."""
    found = ((name, _NUMBER.fullmatch(value.strip())) for name, value in attributes.items())
    return tuple((name.strip(), int(m["n"])) for name, m in found if m is not None)


def _visit(listed: Listed, ids: Mapping[str, str]) -> Visit:
    """A unit named as the register names it is the register's unit, also where nobody chose it from there."""
    return Visit(
        listed.register or ids.get(listed.unit, listed.unit), listed.day, listed.kind, listed.status == "已结束"
    )
