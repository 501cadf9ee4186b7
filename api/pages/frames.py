"""What stands around a page for one request: who is signed in, where in the navigation one is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from fastapi import Request

from api.inspections.desk import Desk
from api.inspections.who import COOKIE
from api.pages.navigation import pages_served
from api.pages.page import Asked, Page
from api.pages.rendering import Frame
from assistant.accounts.account import Account
from assistant.accounts.tokens import csrf_token
from assistant.store.errors import StoreError
from corpus.records import Corpus


@dataclass(frozen=True)
class Frames:
    """One a served app."""

    corpus: Corpus
    desk: Desk | None
    """None where there are no accounts."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those that work here."""
        return pages_served(office=self.desk is not None)

    @cached_property
    def _bureau(self) -> str:
        return next((document.bureau for document in self.corpus.documents if document.bureau), "")

    def around(self, request: Request, page: Page | None) -> Frame:
        """The frame for a request; `page` is None for an address that leads to none."""
        account = self._signed_in(request)
        return Frame(
            bureau=self._bureau,
            menu=[entry for entry in self.pages if entry.menu],
            here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
            section=_section(self.pages, page) if page else "",
            can_sign_in=self.desk is not None,
            account=account,
            csrf=csrf_token(request.cookies[COOKIE]) if account else "",
        )

    def asked(self, request: Request, frame: Frame) -> Asked:
        """The request, as a page's own function gets it."""
        return Asked(self.corpus, frame.account, request.path_params, request.query_params)

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
