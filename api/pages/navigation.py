"""All pages, in the order of the navigation. A new page is a template, a module of its own for what it shows, and a line here."""

from __future__ import annotations

from api.pages.ask import ask_facts
from api.pages.corpus import CORPUS_PAGES
from api.pages.inspections import INSPECTION_PAGES
from api.pages.page import Page

PAGES: tuple[Page, ...] = (
    Page("/", "提问", "ask.html", menu="提问", facts=ask_facts, offline=True),
    Page("/duties", "谁管什么", "duties.html", menu="职责"),
    Page("/penalties", "处罚条款", "penalties.html", menu="处罚"),
    *CORPUS_PAGES,
    *INSPECTION_PAGES,
    Page("/conversations", "我的对话", "conversations.html"),
    Page("/sign-in", "登录", "sign_in.html", needs_office=True),
    Page("/docs", "接口说明", "api_docs.html"),
)


def pages_served(*, office: bool) -> tuple[Page, ...]:
    """Those that work here; `office` says whether accounts and inspections are to be had."""
    return tuple(page for page in PAGES if office or not page.needs_office)
