"""What stands around a page for one request: who is signed in, where in the navigation one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from fastapi import Request

from api.inspections.desk import Desk
from api.inspections.who import COOKIE
from api.pages.chosen_bureau import ALL, PARAMETER, chosen_bureau
from api.pages.navigation import pages_served
from api.pages.page import Asked, Page
from api.pages.rendering import Choice, Frame
from assistant.accounts.account import Account
from assistant.accounts.tokens import csrf_token
from assistant.branches import bureau_name
from assistant.overview.bureaus import Bureau, Views, bureaus_of
from assistant.store.errors import StoreError
from corpus.records import Corpus


@dataclass(frozen=True)
class Frames:
    """One a served app."""

    corpus: Corpus
    desk: Desk | None
    """None where there are no accounts."""
    views: Callable[[], Views]
    """All bureaus' records, made when first asked for."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those that work here."""
        return pages_served(office=self.desk is not None)

    @cached_property
    def bureaus(self) -> tuple[Bureau, ...]:
        """Empty where there is one."""
        return bureaus_of(self.corpus)

    @cached_property
    def _only(self) -> str:
        """The one bureau; what stands in place of a name where there are several."""
        if self.bureaus:
            return f"全部 {len(self.bureaus)} 个单位"
        stated = next((document.bureau for document in self.corpus.documents if document.bureau), "")
        return stated or bureau_name([d for d in self.corpus.documents if d.sections], "")

    def around(self, request: Request, page: Page | None) -> Frame:
        """The frame for a request; `page` is None for an address that leads to none."""
        account = self._signed_in(request)
        chosen = chosen_bureau(self.bureaus, request) if page else None
        return Frame(
            bureau=chosen.name if chosen else self._only,
            bureaus=self._choices(request) if page else (),
            chosen=chosen.key if chosen else "",
            menu=[entry for entry in self.pages if entry.menu],
            here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            section=_section(self.pages, page) if page else "",
            can_sign_in=self.desk is not None,
            account=account,
            csrf=csrf_token(request.cookies[COOKIE]) if account else "",
        )

    def asked(self, request: Request, frame: Frame) -> Asked:
        """The request, as a page's own function gets it."""
        chosen = next((b for b in self.bureaus if b.key == frame.chosen), None)
        corpus = chosen.corpus(self.corpus) if chosen else self.corpus
        return Asked(
            corpus,
            self.corpus,
            lambda: self.views().of(frame.chosen).conflicts if len(corpus.documents) > 1 else (),
            lambda document: self.views().owner(document) if self.bureaus else "",
            frame.account,
            request.path_params,
            request.query_params,
        )

    def _choices(self, request: Request) -> tuple[Choice, ...]:
        named = [(ALL, f"全部 {len(self.bureaus)} 个单位"), *((b.key, b.name) for b in self.bureaus)]
        path = request.url.path
        return tuple(Choice(key, name, f"{path}?{urlencode({PARAMETER: key})}") for key, name in named if self.bureaus)

    def _signed_in(self, request: Request) -> Account | None:
        """Whose session it is. A store that cannot be read signs nobody in, and the page is shown all the same."""
        session = request.cookies.get(COOKIE, "")
        if self.desk is None or not session:
            return None
        try:
            return self.desk.office.sign_in.who(session, now=self.desk.now())
        except StoreError:
            return None


def _section(pages: tuple[Page, ...], page: Page) -> str:
    """`/inspections` for `/inspections/{id}/papers`."""
    under = (entry.path for entry in pages if entry.menu and f"{page.path}/".startswith(f"{entry.path.rstrip('/')}/"))
    return page.path if page.menu else max((path for path in under if path != "/"), key=len, default="")
