"""Every screen of inspections: accessible, no wider than a phone, light, dark and in high contrast; meters, plan and register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
PHONE = (360, 780)
SCREENS = {
    "/inspections": "我的检查",
    "/inspections/new": "新的检查",
    "/inspections/meters": "检查进度",
    "/inspections/plan": "全年检查计划",
    "/inspections/units": "单位名录",
}
CSV = "编号,单位名称,监管制度\n9100,长河劳务派遣有限公司,劳务派遣\n9101,,劳务派遣\n9102,北山<b>货运</b>,特殊工时\n"
WRONG = CSV + "9103,甲公司,没有的制度\n"


def loaded(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(page.get_by_text("正在取")).to_have_count(0)


@pytest.mark.parametrize("path", SCREENS)
def test_screen_is_accessible_and_fits_a_phone_in_every_look(
    open_page: OpenPage, axe: Check, fits: Check, path: str
) -> None:
    page = open_page(path, size=PHONE, role="inspector")
    loaded(page, SCREENS[path])
    fits(page)
    axe(page)
    for look in (["深色"], ["高对比"]):
        page.get_by_text("显示设置").click()
        for name in look:
            page.get_by_label(name).check()
        page.keyboard.press("Escape")
        axe(page)
    page.evaluate("document.documentElement.toggleAttribute('data-large', true)")
    fits(page)


def test_a_register_is_looked_through_then_imported_then_used(open_page: OpenPage, axe: Check, fits: Check) -> None:
    page = open_page("/inspections/units", size=PHONE, role="inspector")
    page.get_by_text("导入名录").click()
    field = page.get_by_label("表格")
    field.set_input_files({"name": "名录.csv", "mimeType": "text/csv", "buffer": WRONG.encode()})
    page.get_by_role("button", name="先看读出了什么").click()
    expect(page.get_by_text("第 5 行")).to_be_visible()
    expect(page.get_by_text("第 3 行没有单位名称")).to_be_visible()
    expect(page.get_by_role("button", name="导入 2 家")).to_be_disabled()
    axe(page)
    fits(page)
    field.set_input_files({"name": "名录.csv", "mimeType": "text/csv", "buffer": CSV.encode()})
    page.get_by_role("button", name="先看读出了什么").click()
    page.get_by_role("button", name="导入 2 家").click()
    expect(page.get_by_text("已导入 2 家")).to_be_visible()
    page.get_by_label("名称里的字").fill("货运")
    expect(page.get_by_role("rowheader", name="北山<b>货运</b>")).to_be_visible()
    page.get_by_label("名称里的字").fill("长河")
    page.get_by_role("row", name="长河").get_by_role("link").click()
    expect(page.get_by_label("被检查单位")).to_have_value("长河劳务派遣有限公司")
    expect(page.get_by_text("已从名录里选定")).to_be_visible()


def test_the_year_is_planned_month_by_month_and_saved(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/inspections/plan", role="inspector")
    loaded(page, "全年检查计划")
    page.get_by_role("combobox").select_option("劳务派遣经营许可事项监管")
    page.get_by_text("各项制度有几家单位").click()
    units = page.get_by_role("spinbutton", name="劳务派遣经营许可事项监管")
    units.fill("26")
    units.press("Tab")
    page.get_by_role("group", name="选一个月").get_by_role("button", name="6 月", exact=False).first.click()
    expect(page.get_by_role("heading", name="6 月：")).to_be_visible()
    expect(page.get_by_role("table", name="6 月的检查").locator(".planned").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="日历（ics）").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("BEGIN:VCALENDAR")


def test_meters_show_what_is_due_and_where_it_is_written(open_page: OpenPage) -> None:
    page = open_page("/inspections/meters", role="staff")
    loaded(page, "检查进度")
    expect(page.locator(".due li").first).to_contain_text("还差")
    page.get_by_role("button", name="看原文").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel 表格").click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"


def test_who_is_not_signed_in_is_led_to_signing_in_and_staff_see_no_inspections(open_page: OpenPage) -> None:
    page = open_page("/inspections")
    page.get_by_role("link", name="去登录").click()
    assert "next=%2Finspections" in page.url
    staff = open_page("/inspections", role="staff")
    expect(staff.get_by_text("不能用这一页")).to_be_visible()
