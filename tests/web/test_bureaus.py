"""Several bureaus in one corpus: one is picked in the header, stands in the address, is remembered, and limits every page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
NORTH, FERRY = "北桥市人力资源和社会保障局", "渡口县人力资源和社会保障局"


def pick(page: Page, name: str) -> None:
    page.get_by_text("换单位").click()
    page.get_by_role("navigation", name="看哪个单位的").get_by_role("link", name=name).click()


def test_a_bureau_is_picked_remembered_and_sent_on(open_page: OpenPage, three_site: str, axe: Check) -> None:
    page = open_page(f"{three_site}/duties")
    drawing = page.locator("svg.drawing")
    expect(drawing.get_by_role("button", name="北桥市 工伤科")).to_be_attached()
    expect(drawing.get_by_role("button", name="渡口县 码头股")).to_be_attached()
    pick(page, NORTH)
    expect(page.locator(".bureau")).to_have_text(NORTH)
    expect(drawing.get_by_role("button", name="工伤科", exact=True)).to_be_attached()
    expect(drawing.get_by_role("button", name="码头股")).to_have_count(0)
    page.get_by_label("要办的事").fill("工伤认定")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="查到的职责").get_by_role("heading", level=3)).to_have_text("工伤科")
    assert unquote(page.url).endswith("?words=工伤认定&bureau=北桥市")
    axe(page)
    page.goto(f"{three_site}/penalties")  # remembered, and in the address again
    expect(page.get_by_text("没有合得上的条款")).to_be_visible()
    assert unquote(page.url).endswith("/penalties?bureau=北桥市")
    pick(page, "全部 3 个单位")
    expect(page.locator(".violation").first).to_be_visible()


def test_a_question_goes_to_the_bureau_looked_at_or_to_all(open_page: OpenPage, three_site: str, fits: Check) -> None:
    page = open_page(f"{three_site}/?bureau=渡口县", size=(360, 780))
    page.get_by_label("写下您的问题").fill("工伤认定找谁")
    page.keyboard.press("Enter")
    places = page.get_by_role("list", name="请找这里")
    expect(places).to_contain_text("办公室")
    expect(places).not_to_contain_text("工伤科")
    expect(page.get_by_text(f"单位：{FERRY}")).to_be_visible()
    pick(page, "全部 3 个单位")
    page.get_by_label("接着问").fill("工伤认定找谁")
    page.keyboard.press("Enter")
    expect(places.last.get_by_role("listitem")).to_have_count(3)
    expect(places.last).to_contain_text(f"工伤科 {NORTH}")
    expect(page.get_by_role("heading", name=NORTH)).to_be_visible()
    fits(page)


def test_both_versions_of_a_fine_are_shown_with_their_documents(
    open_page: OpenPage, three_site: str, axe: Check
) -> None:
    page = open_page(f"{three_site}/penalties?bureau=云岭县")
    notes = page.locator(".differs")
    expect(notes).to_have_count(2)
    expect(notes.first).to_contain_text("监管细则》写的是 10000至60000元，这里是 10000至30000元")
    notes.first.get_by_role("button").click()
    expect(page.locator("#source mark")).to_contain_text("六万元以下")
    page.keyboard.press("Escape")
    axe(page)
    page.goto(f"{three_site}/corpus?bureau=云岭县")
    page.get_by_text("有 1 处，两份文件写得不一样").click()
    page.get_by_role("link", name="监管细则").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("监管细则")
