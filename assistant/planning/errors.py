"""What a plan or a draw cannot be made of."""

from __future__ import annotations


class PlanError(Exception):
    """The order cannot be carried out; the message says what is wrong and what to do."""
