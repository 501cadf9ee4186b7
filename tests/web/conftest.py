"""A real `renshe serve` with the shipped documents, a real browser before it, and people who have signed in.

Fixtures: `site` (the address), `phone` and `desktop` (pages 360 and 1440 px wide), `staff`, `inspector`, `admin` (a desktop
page of somebody signed in), `open_page` (a page as wished). Whatever a page says on its console as an error, and every
violation of its content policy, fails the test that caused it. `axe(page)` fails on any violation of WCAG 2.2 AA.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402  (needs playwright)
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright  # noqa: E402  (as above)

CHROMIUM = Path("/usr/bin/chromium")
expect.set_options(timeout=15_000)  # a machine that runs other tests beside these is slow
PHONE, DESKTOP = (360, 780), (1440, 900)
PASSWORD = "河边的第三座船坞今天开门"
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
_PROVOKED = (
    "Failed to load resource: the server responded",
    "Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
)
"""What a test brings about (a refusal, no network) is shown to the reader in words; the browser notes it here too."""


class OpenPage(Protocol):
    """Opens a page in a context of its own."""

    def __call__(
        self, path: str = "/", *, size: tuple[int, int] = DESKTOP, role: str = "", dark: bool = False, **context: object
    ) -> Page: ...


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web-home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    """The variables of the served program: a home of its own, nothing else of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RENSHE_")}
    return kept | {"RENSHE_HOME": str(home), "RENSHE_RATE_LIMIT": "off"}


@pytest.fixture(scope="session")
def site(environment: dict[str, str]) -> Iterator[str]:
    """The served program on a free port; its address without a slash at the end."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there: no browser tests (apt-get install chromium fonts-noto-cjk)")
    yield from _served(environment)


@pytest.fixture(scope="session")
def ferry_site(environment: dict[str, str]) -> Iterator[str]:
    """The same over the documents of two made-up bureaus, in which somebody wrote markup."""
    yield from _served(environment | {"RENSHE_CORPUS": str(Path(__file__).parents[1] / "bureaus" / "ferry")})


@pytest.fixture(scope="session")
def three_site(environment: dict[str, str]) -> Iterator[str]:
    """The same over the documents of three made-up bureaus, a folder each."""
    yield from _served(environment | {"RENSHE_CORPUS": str(Path(__file__).parents[1] / "bureaus" / "three")})


@pytest.fixture
def serving(environment: dict[str, str]) -> Iterator[Callable[[Path], str]]:
    """Serves the documents of a folder for one test; whoever is signed in at `site` is so there too."""
    with ExitStack() as open_:
        start = contextmanager(_served)
        yield lambda folder: open_.enter_context(start(environment | {"RENSHE_CORPUS": str(folder)}))


def _served(environment: dict[str, str]) -> Generator[str]:
    command = [sys.executable, "-m", "api.cli.main", "serve", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout is not None
        line = run.stdout.readline()
        assert "http://" in line, line
        yield "http://" + line.split("http://")[1].split()[0]
        run.terminate()


@pytest.fixture(scope="package")
def browser(site: str) -> Iterator[Browser]:
    """Ended with this folder's tests: while it runs, no other test of this process could start an event loop."""
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def account(environment: dict[str, str]) -> Callable[[str], str]:
    """Makes, with the real command, the account of a role once; its name is the role's."""
    made: set[str] = set()

    def make(role: str) -> str:
        if role not in made:
            command = [
                sys.executable,
                "-m",
                "api.cli.main",
                "account",
                "add",
                role,
                "--role",
                role,
                "--display",
                "张三",
            ]
            subprocess.run(command, env=environment, input=PASSWORD + "\n", text=True, check=True, capture_output=True)
            made.add(role)
        return role

    return make


@pytest.fixture(scope="package")
def signed_in(browser: Browser, site: str, account: Callable[[str], str]) -> Callable[[str], object]:
    """The cookies of a role, signed in through the page once."""
    kept: dict[str, object] = {}

    def state(role: str) -> object:
        if role not in kept:
            context = browser.new_context(base_url=site)
            sign_in(context.new_page(), account(role))
            kept[role] = context.storage_state()
            context.close()
        return kept[role]

    return state


def sign_in(page: Page, name: str, password: str = PASSWORD, *, come_from: str = "/") -> None:
    """Through the form, and back to where one came from."""
    page.goto(f"/sign-in?next={come_from}")
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出").wait_for()


@pytest.fixture
def open_page(browser: Browser, site: str, signed_in: Callable[[str], object]) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(
        path: str = "/", *, size: tuple[int, int] = DESKTOP, role: str = "", dark: bool = False, **more: object
    ) -> Page:
        # Fetches every file of the page once more: only where that is what is tried.
        worker = "allow" if role or path.startswith("/inspections") else "block"
        context = browser.new_context(
            base_url=site,
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            storage_state=signed_in(role) if role else None,  # pyright: ignore[reportArgumentType]
            **{"service_workers": worker} | more,  # pyright: ignore[reportArgumentType]  (as above)
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield make
    for context in contexts:
        context.close()
    assert [said for said in complaints if not said.startswith(_PROVOKED)] == []


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(size=PHONE)


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    return open_page()


@pytest.fixture
def staff(open_page: OpenPage) -> Page:
    return open_page(role="staff")


@pytest.fixture
def inspector(open_page: OpenPage) -> Page:
    return open_page(role="inspector")


@pytest.fixture
def admin(open_page: OpenPage) -> Page:
    return open_page(role="admin")


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Fails with the rules broken and the elements that break them."""
    checker = Axe()

    def check(page: Page) -> None:
        found = checker.run(page, options=_RULES).response["violations"]
        assert [(broken["id"], [node["html"] for node in broken["nodes"]]) for broken in found] == []

    return check


@pytest.fixture(scope="session")
def fits() -> Callable[[Page], None]:
    """Nothing is wider than the screen."""

    def check(page: Page) -> None:
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0

    return check
