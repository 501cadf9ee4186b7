"""Who may what, as one table. `own` began or carries out the inspection, `shared` was let in, `none` is anybody else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from assistant.accounts.account import ROLES, Account
from assistant.accounts.policy import RULES, Action, Relation, account_may, may

#  action              citizen  staff    inspector own/shared/none   admin
TABLE = """
inspection.begin       no       no       yes yes yes                 no
inspection.list        no       no       yes yes no                  yes
inspection.read        no       no       yes yes no                  yes
inspection.record      no       no       yes yes no                  no
inspection.share       no       no       yes no  no                  no
file.read              no       no       yes yes no                  yes
file.add               no       no       yes yes no                  no
paper.make             no       no       yes yes no                  no
meters.read            no       yes      yes yes yes                 yes
units.read             no       yes      yes yes yes                 yes
units.change           no       no       yes yes yes                 yes
unanswered.read        no       yes      no  no  no                  yes
evals.read             no       yes      no  no  no                  yes
versions.read          no       yes      no  no  no                  yes
versions.change        no       no       no  no  no                  yes
account.manage         no       no       no  no  no                  yes
access-log.read        no       no       no  no  no                  yes
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
RELATIONS: tuple[Relation, ...] = ("own", "shared", "none")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_who_may(row: list[str]) -> None:
    action, citizen, staff, own, shared, none, admin = row
    for relation, inspector in zip(RELATIONS, (own, shared, none), strict=True):
        expected = {"citizen": citizen, "staff": staff, "inspector": inspector, "admin": admin}
        found = {role: "yes" if may(action, role, relation) else "no" for role in ROLES}
        assert found == expected, relation


def test_the_table_is_complete() -> None:
    assert [row[0] for row in ROWS] == list(RULES) == list(get_args(Action))


def test_a_disabled_account_may_nothing_and_nobody_is_a_citizen() -> None:
    now = datetime(2031, 1, 1, tzinfo=UTC)
    admin = Account(id="a", name="a", display="a", role="admin", created_at=now)
    gone = Account(id="a", name="a", display="a", role="admin", created_at=now, disabled_at=now)
    assert account_may(admin, "account.manage") and not account_may(gone, "account.manage")
    assert not any(account_may(None, action, relation) for action in RULES for relation in RELATIONS)
