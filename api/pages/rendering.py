"""Templates to HTML: the one door to Jinja2. Whatever a document or a person wrote is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.pages.chosen_bureau import PARAMETER
from api.pages.page import Page
from assistant.accounts.account import ROLE_NAMES, Account

TEMPLATES = Path(__file__).parent.parent / "web" / "templates"


@dataclass(frozen=True, slots=True)
class Choice:
    """A bureau that can be looked at."""

    key: str
    name: str
    href: str
    """This page, of that bureau."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the layout around every page shows."""

    bureau: str
    """The one looked at, else the one there is; empty where no document names one, or several are looked at."""
    bureaus: Sequence[Choice]
    """All of them, after the choice of all; empty where there are not two."""
    chosen: str
    """The key of the one looked at; empty for all."""
    menu: Sequence[Page]
    here: str
    """Path and query of the page asked for: where signing in comes back to."""
    section: str
    """The path of the entry of the navigation that the page belongs to; empty for none."""
    can_sign_in: bool
    account: Account | None
    csrf: str
    """What requests that change something must carry; empty where nobody is signed in."""

    def to(self, path: str) -> str:
        """An address of ours, of the bureau looked at where there are several."""
        return f"{path}?{urlencode({PARAMETER: self.chosen})}" if self.chosen else path

    @property
    def role(self) -> str:
        """The role of whoever is signed in, in words."""
        return ROLE_NAMES[self.account.role] if self.account else ""


def render(template: str, title: str, frame: Frame, facts: Mapping[str, object]) -> str:
    """One whole page. A name that a template uses and nobody gave is an error, never an empty place."""
    return _environment().get_template(template).render(title=title, frame=frame, **facts)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
