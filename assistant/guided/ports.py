"""What guided inspections need from others: the register of units, and papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Registered(Protocol):
    """A unit of the register."""

    @property
    def id(self) -> str:
        """Its number."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def regimes(self) -> tuple[str, ...]:
        """Regimes or kinds it falls under, as the register words them."""
        ...


class Register(Protocol):
    """The register of units."""

    def all(self, *, regime: str | None = None, name: str | None = None) -> Sequence[Registered]:
        """Units on the register, those whose name contains a text."""
        ...
