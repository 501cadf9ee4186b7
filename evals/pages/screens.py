"""The screens that are pictured and weighed. A new one is a line of SCREENS, and a function where something is done first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _nothing(_: Page) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen."""

    name: str
    """Of its pictures: `ask` gives `ask-360.png` and `ask-1440.png`."""
    path: str
    before: Callable[[Page], None] = _nothing
    """What is done on the page before the picture is taken."""
    role: str = ""
    """Who is signed in; empty for nobody."""
    dark: bool = False


def asked(question: str, *, source: bool = False) -> Callable[[Page], None]:
    """Asks a question, and opens the first quote where `source` is wished."""

    def act(page: Page) -> None:
        page.get_by_role("textbox").first.fill(question)
        page.get_by_role("button", name="提问", exact=True).click()
        page.locator(".turn .answer").last.wait_for()
        if source:
            page.get_by_role("button", name="查看依据 1", exact=True).first.click()
            page.locator("mark").first.wait_for()

    return act


SCREENS: tuple[Screen, ...] = (
    Screen("ask", "/"),
    Screen("answer", "/", asked("工资被拖欠了找谁", source=True)),
    Screen("fine", "/", asked("未经许可，擅自经营劳务派遣业务，违法所得3万元罚多少？"), dark=True),
    Screen("options", "/", asked("办退休")),
    Screen("sign-in", "/sign-in"),
    Screen("duties", "/duties"),
    Screen("duties-retirement", "/duties?topic=退休"),
    Screen("penalties", "/penalties"),
    Screen("corpus", "/corpus"),
    Screen("penalties-amounts", "/penalties?shape=priced&order=heaviest", dark=True),
    Screen("questions", "/corpus/questions", role="staff"),
    Screen("versions", "/corpus/versions", role="admin"),
    Screen("inspections", "/inspections", role="inspector"),
)
