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


def walked(page: Page) -> None:
    """Begins an inspection and finds its second item wanting."""
    regime = page.get_by_role("combobox", name="监管制度")
    regime.select_option(index=3)
    page.get_by_label("被检查单位").fill("大河劳务派遣有限公司")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="开始检查").click()
    findings = page.get_by_role("group", name="的结果")
    findings.get_by_role("button", name="符合", exact=True).click()
    page.get_by_role("heading", name="第 2 项").wait_for()
    page.get_by_label("情况说明").fill("有三人没有签合同")
    findings.get_by_role("button", name="不符合", exact=True).click()
    page.get_by_text("已保存到服务器").wait_for()
    page.locator(".consequences").wait_for()


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
    Screen("inspection", "/inspections/new", walked, role="inspector"),
    Screen("plan", "/inspections/plan", role="inspector", dark=True),
)
