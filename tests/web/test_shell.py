"""The frame around every page: navigation, display settings, signing in and out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
PASSWORD = "河边的第三座船坞今天开门"
PAGES = ["/", "/sign-in", "/docs"]


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits_a_phone(open_page: OpenPage, axe: Check, fits: Check, path: str) -> None:
    page = open_page(path, size=(360, 780))
    page.wait_for_load_state("networkidle")
    fits(page)
    axe(page)


@pytest.mark.parametrize("path", ["/", "/sign-in"])
def test_page_is_accessible_dark_and_in_high_contrast(open_page: OpenPage, axe: Check, path: str) -> None:
    page = open_page(path)
    for settings in (["深色"], ["高对比"], ["深色", "大字"]):  # each adds to or takes from the one before
        page.get_by_text("显示设置").click()
        for name in settings:
            page.get_by_label(name).click()
        axe(page)
        page.keyboard.press("Escape")


def test_display_settings_are_kept_and_hold_before_the_first_paint(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_text("显示设置").click()
    page.get_by_label("大字").check()
    page.get_by_label("深色").check()
    page.goto("/docs", wait_until="commit")
    page.locator("body").wait_for(state="attached")
    assert page.evaluate("[...document.documentElement.attributes].map(a => a.name).sort()") == [
        "data-dark",
        "data-large",
        "lang",
    ]


def test_the_systems_dark_holds_where_nothing_was_chosen(open_page: OpenPage) -> None:
    page = open_page(dark=True)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"


def test_signing_in_comes_back_and_signing_out_leaves(open_page: OpenPage, account: Callable[[str], str]) -> None:
    page = open_page("/docs")
    page.get_by_role("link", name="登录").click()
    page.get_by_label("账号").fill(account("staff"))
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_text("张三（工作人员）")).to_be_visible()
    assert page.url.endswith("/docs")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("link", name="登录")).to_be_visible()


@pytest.mark.parametrize(
    "elsewhere", ["//example.org/", "/\\example.org", "https://example.org/", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(open_page: OpenPage, account: Callable[[str], str], elsewhere: str) -> None:
    page = open_page("/sign-in")
    page.evaluate("next => history.replaceState({}, '', '/sign-in?next=' + encodeURIComponent(next))", elsewhere)
    page.get_by_label("账号").fill(account("staff"))
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    assert page.evaluate("location.pathname") == "/"


def test_what_is_wrong_with_a_sign_in_is_said_and_gets_the_focus(open_page: OpenPage, axe: Check) -> None:
    page = open_page("/sign-in")
    page.get_by_role("button", name="登录").click()
    alert: Any = page.get_by_role("alert")
    expect(alert).to_contain_text("请填写账号")
    expect(alert).to_be_focused()
    page.get_by_label("账号").fill("没有这个人")
    page.get_by_label("密码").fill("不对的密码不对的密码")
    page.get_by_role("button", name="登录").click()
    expect(alert).to_contain_text("账号名称或密码不对")
    axe(page)
    for _ in range(5):  # the password is emptied after each failure
        page.get_by_label("密码").fill("不对的密码不对的密码")
        with page.expect_response("**/v1/session"):
            page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("button", name="登录")).to_be_enabled()
    expect(alert).to_contain_text("分钟后再试")


def test_first_tab_leads_past_the_header(desktop: Page) -> None:
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_text("跳到正文")).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("main")).to_be_focused()


def test_an_address_that_leads_nowhere_is_said_on_a_page(open_page: OpenPage, axe: Check) -> None:
    page = open_page("/没有这一页")
    expect(page.get_by_role("heading", level=1)).to_have_text("没有找到")
    expect(page.get_by_role("navigation", name="主要栏目")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="回到提问页").click()
    expect(page.get_by_label("写下您的问题")).to_be_visible()
