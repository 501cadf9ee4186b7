"""What signed-in people work with: accounts, sign-in, inspections, and the store behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.accounts.directory import Directory
    from assistant.accounts.sign_in import SignIn
    from assistant.inspection.inspections import Inspections
    from assistant.store.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """Opened by `assistant.bootstrap.open_office`; may be shared by threads."""

    store: Store
    accounts: Directory
    sign_in: SignIn
    inspections: Inspections
