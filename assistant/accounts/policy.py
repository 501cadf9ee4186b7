"""Who may do what: action × role × relation to the inspection. Pure, and complete: what is not listed is refused."""

from __future__ import annotations

from typing import Literal

from assistant.accounts.account import Account, Role

Action = Literal[
    "inspection.begin",
    "inspection.list",
    "inspection.read",
    "inspection.record",
    "inspection.share",
    "file.read",
    "file.add",
    "paper.make",
    "meters.read",
    "units.read",
    "units.change",
    "unanswered.read",
    "evals.read",
    "versions.read",
    "versions.change",
    "account.manage",
    "access-log.read",
]
Relation = Literal["own", "shared", "none"]
"""own: began it or is named as its inspector. shared: somebody of those shared it."""

_ANY: frozenset[Relation] = frozenset({"own", "shared", "none"})
_PART: frozenset[Relation] = frozenset({"own", "shared"})
_OWN: frozenset[Relation] = frozenset({"own"})

RULES: dict[Action, dict[Role, frozenset[Relation]]] = {
    "inspection.begin": {"inspector": _ANY},
    "inspection.list": {"inspector": _PART, "admin": _ANY},
    "inspection.read": {"inspector": _PART, "admin": _ANY},
    "inspection.record": {"inspector": _PART},
    "inspection.share": {"inspector": _OWN},
    "file.read": {"inspector": _PART, "admin": _ANY},
    "file.add": {"inspector": _PART},
    "paper.make": {"inspector": _PART},
    "meters.read": {"staff": _ANY, "inspector": _ANY, "admin": _ANY},
    "units.read": {"staff": _ANY, "inspector": _ANY, "admin": _ANY},
    "units.change": {"inspector": _ANY, "admin": _ANY},
    "unanswered.read": {"staff": _ANY, "admin": _ANY},
    "evals.read": {"staff": _ANY, "admin": _ANY},
    "versions.read": {"staff": _ANY, "admin": _ANY},
    "versions.change": {"admin": _ANY},
    "account.manage": {"admin": _ANY},
    "access-log.read": {"admin": _ANY},
}


def may(action: Action, role: Role, relation: Relation = "none") -> bool:
    """Whether somebody with this role, standing in this relation to the inspection, may do it."""
    return relation in RULES[action].get(role, frozenset())


def account_may(account: Account | None, action: Action, relation: Relation = "none") -> bool:
    """The same for an account; None is somebody who is not signed in, and a disabled account may nothing."""
    if account is None:
        return may(action, "citizen", relation)
    return account.active and may(action, account.role, relation)
