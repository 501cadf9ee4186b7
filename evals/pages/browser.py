"""A served app with accounts, and Chromium in front of it. Needs the `dev` extra and a Chromium of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.load.server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "河边的第三座船坞今天开门"
"""Of accounts in a home that is thrown away."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")


class NoBrowserError(Exception):
    """There is no Chromium here; the message says what to do."""


def chromium() -> str:
    """Path of the system's Chromium. Raises NoBrowserError where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowserError("no Chromium: apt-get install chromium fonts-noto-cjk")
    return found


@contextmanager
def site(roles: frozenset[str] = frozenset()) -> Generator[tuple[str, Browser]]:
    """The address of a fresh served app, with an account for each role and named after it, and a browser."""
    program = chromium()
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory(prefix="renshe-pages-") as home:
        for role in sorted(roles):
            _add_account(Path(home), role)
        with served(Path(home)) as server, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
            yield f"http://127.0.0.1:{server.port}", browser
            browser.close()


def sign_in(page: Page, role: str) -> None:
    """Through the form."""
    page.goto("/sign-in")
    page.get_by_label("账号").fill(role)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出").wait_for()


def _add_account(home: Path, role: str) -> None:
    command = [sys.executable, "-m", "api.cli.main", "account", "add", role, "--role", role, "--display", "王小明"]
    env = {**os.environ, "RENSHE_HOME": str(home)}
    subprocess.run(command, env=env, input=f"{PASSWORD}\n", text=True, check=True, capture_output=True)
