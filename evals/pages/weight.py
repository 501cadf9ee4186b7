"""What each page costs on a first visit: bytes over the network, requests, and the time until it can be used."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from rich.table import Table

from evals.naive import Unmeasured
from evals.pages.browser import NoBrowserError, sign_in, site
from evals.pages.screens import SCREENS, Screen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

_VISITS = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """One page, nothing of it cached."""

    path: str
    bytes: int
    """As sent, compressed, heads included."""
    requests: int
    ready_ms: float
    """Until its scripts have run and it answers to a click; median of several visits."""


def measure() -> tuple[Weight, ...] | Unmeasured:
    """Each page of the pictured screens once."""
    pages = {screen.path: screen for screen in reversed(SCREENS)}
    try:
        with site(frozenset(screen.role for screen in pages.values() if screen.role)) as (address, browser):
            return tuple(_weigh(browser, address, screen) for _, screen in sorted(pages.items()))
    except (NoBrowserError, ImportError) as error:
        return Unmeasured("pages in a browser", str(error))


def weight_table(weights: tuple[Weight, ...]) -> Table:
    """One page a row."""
    table = Table(title=f"pages, first visit, median of {_VISITS}", title_justify="left")
    table.add_column("page")
    for head in ("KB compressed", "requests", "usable after"):
        table.add_column(head, justify="right")
    for one in weights:
        table.add_row(one.path, f"{one.bytes / 1000:.1f}", str(one.requests), f"{one.ready_ms:.0f} ms")
    return table


def _weigh(browser: Browser, address: str, screen: Screen) -> Weight:
    visits = [_visit(browser, address, screen) for _ in range(_VISITS)]
    ready = median(visit.ready_ms for visit in visits)
    return Weight(screen.path, visits[0].bytes, visits[0].requests, ready)


def _visit(browser: Browser, address: str, screen: Screen) -> Weight:
    context = browser.new_context(base_url=address, service_workers="block")
    try:
        return _visit_in(context, screen)
    finally:
        context.close()


def _visit_in(context: BrowserContext, screen: Screen) -> Weight:
    page = context.new_page()
    if screen.role:
        sign_in(page, screen.role)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    sizes: list[float] = []

    def note(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    session.on("Network.loadingFinished", note)
    page.goto(screen.path)
    page.wait_for_load_state("networkidle")
    # Modules run before this event ends: from then on the page's scripts listen.
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    return Weight(screen.path, round(sum(sizes)), len(sizes), float(ready))
