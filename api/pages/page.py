"""What a page is, and what is known when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.accounts.account import Account
from corpus.conflicts import Conflict
from corpus.records import Corpus


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page."""

    corpus: Corpus
    """Of the bureau looked at; of all where none is chosen."""
    whole: Corpus
    conflicts: Callable[[], Sequence[Conflict]]
    """Documents of `corpus` that contradict each other."""
    owner: Callable[[str], str]
    """The name of the one of several bureaus that a document id is of; empty for none."""
    account: Account | None
    """Who is signed in; None for everybody else."""
    parts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stood in the braces of the page's path."""
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    """What followed `?` in the address; of a repeated name the last."""


Facts = Callable[[Asked], Mapping[str, object]]
"""What a template is filled with. May raise HTTPException, with a Chinese sentence, where there is nothing to show."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its title, its template in `api/web/templates/`."""

    path: str
    """As FastAPI writes it: `/corpus/{document:path}`."""
    title: str
    template: str
    menu: str = ""
    """Its words in the navigation; empty where it is not there."""
    needs_office: bool = False
    """Only there where accounts and inspections are."""
    facts: Facts | None = None
    offline: bool = False
    """Opens without a network, as nobody signed in sees it: its template must make sense so."""
