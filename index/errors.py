"""What can go wrong in this package, in words a person can act on."""

from __future__ import annotations


class SearchIndexError(Exception):
    """An index, a model or an input file cannot be used. The text is Chinese: what happened and what to do next."""
