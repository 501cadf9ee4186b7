"""The page on consequences: filters, bars, clauses, and a calculator that says what an answer says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
FERRY = (Path(__file__).parents[1] / "bureaus" / "ferry" / "渡口职责.txt").read_text("utf-8")


def violations(page: Page) -> list[str]:
    expect(page.locator(".violation th").first).to_be_visible()
    return page.locator(".violation th").evaluate_all("all => all.map(th => th.firstChild.textContent)")


def test_filters_narrow_the_table_and_are_kept_in_the_address(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties")
    expect(page.get_by_role("status").first).to_have_text("共 10 条。")
    page.get_by_label("上限不低于").fill("60000")
    page.get_by_role("button", name="筛选", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("2 条合得上。")
    assert violations(page) == ["虚报培训人数", "未取得《渡船劳务许可证》介绍船工"]
    page.reload()
    expect(page.get_by_label("上限不低于")).to_have_value("60000")
    page.get_by_label("文件", exact=True).select_option(
        label="云岭县人力资源和社会保障局（云岭县人力资源和社会保障局事中事后监管制度）"
    )
    page.get_by_role("button", name="筛选", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("1 条合得上。")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_role("status").first).to_have_text("共 10 条。")
    page.get_by_label("违法行为").fill("没有这样的事qwxz")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("没有合得上的条款")


def test_a_bar_ends_where_its_amount_stands_on_the_scale(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties?words=介绍船工")
    bar = page.locator(".bar-ink").first
    x, width = (float(bar.get_attribute(name) or "") for name in ("x", "width"))
    ticks = page.locator(".bar").first.locator(".bar-tick")
    assert [float(ticks.nth(n).get_attribute("x1") or "") for n in range(5)] == [0, 25, 50, 75, 100]
    assert 50 < x < x + width < 75  # twenty to sixty thousand, between ten and a hundred thousand
    expect(page.locator(".fine-words").first).to_have_text("20,000 元以上 60,000 元以下")


def test_no_amount_and_multiples_are_said_not_drawn(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties?words=账目不清")
    expect(page.locator(".fine-cell")).to_have_text("没有写金额")
    expect(page.get_by_role("button", name="算一算")).to_have_count(0)
    page.goto(f"{ferry_site}/penalties?shape=multiple")
    expect(page.locator(".fine-words")).to_have_text("违法所得的 2 倍以上 4 倍以下")
    expect(page.locator(".bar")).to_have_count(0)


def test_a_row_opens_its_clause_word_for_word(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties?words=押金")
    assert violations(page) == ["向船工收取“<押金>&amp;”"]  # as written: markup stays words
    page.get_by_role("button", name="看原文").click()
    marked = page.locator("#source mark")
    expect(marked).to_contain_text("二倍以上四倍以下")
    assert (marked.text_content() or "") in FERRY


def test_the_calculator_says_what_the_answer_says(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties?words=无证船工&shape=person")
    page.get_by_role("button", name="算一算").press("Enter")
    expect(page.get_by_label("涉及的人数")).to_be_focused()
    page.keyboard.press("Enter")
    shown = page.locator(".calculated")
    expect(shown).to_contain_text("还需要：涉及的人数")
    page.get_by_label("涉及的人数").fill("7")
    page.get_by_label("拟罚多少").fill("7000")
    page.keyboard.press("Enter")
    question = "渡船劳务机构介绍无证船工上船，拒不改正，介绍了7个人，拟罚款7000元，合适吗"
    answer = page.request.post(f"{ferry_site}/v1/ask", data={"question": question}).json()
    [working] = [p["fine_total"]["working"] for p in answer["penalties"] if p["fine_total"]]
    expect(shown).to_contain_text(working)
    expect(shown.locator(".tag-danger")).to_have_text("超出上限")
    assert "比 6,300 元多 700 元" in (shown.text_content() or "") and "比 6,300 元多 700 元" in answer["text"]
    page.get_by_label("涉及的人数").fill("0.5")  # no such number of people: the browser's own form says so
    page.keyboard.press("Enter")
    assert not page.get_by_label("涉及的人数").evaluate("input => input.validity.valid")


def test_fines_counted_by_papers_and_by_gains(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/penalties?words=涂改&shape=person")
    page.get_by_role("button", name="算一算").click()
    page.get_by_label("每证的数量").fill("20")
    page.keyboard.press("Enter")
    expect(page.locator(".calculated")).to_contain_text("× 20 证 = 6,000–14,000 元")
    page.goto(f"{ferry_site}/penalties?shape=multiple")
    page.get_by_role("button", name="算一算").click()
    page.get_by_label("违法所得").fill("1200.5")
    page.get_by_label("拟罚几倍").fill("3")
    page.keyboard.press("Enter")
    expect(page.locator(".calculated")).to_contain_text("2,401–4,802 元")
    expect(page.locator(".calculated .tag-good")).to_have_text("在幅度之内")


def test_the_rest_of_a_long_table_comes_on_demand(desktop: Page) -> None:
    desktop.goto("/penalties")
    expect(desktop.get_by_role("status").first).to_contain_text("共")
    total = int((desktop.get_by_role("status").first.text_content() or "").split()[1])
    more = desktop.get_by_role("button", name="再看一些")
    rows = desktop.locator(".row-buttons")
    while more.count():
        before = rows.count()
        more.click()
        expect(rows).not_to_have_count(before)
    assert desktop.locator(".row-buttons").count() == total > 20


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_penalties_are_accessible(open_page: OpenPage, axe: Check, dark: bool) -> None:
    page = open_page("/penalties?shape=priced&order=heaviest", dark=dark)
    page.get_by_role("button", name="算一算").first.click()
    page.get_by_label("拟罚多少").fill("1")
    page.keyboard.press("Enter")
    page.locator(".calculated .tag").wait_for()
    axe(page)


def test_penalties_fit_a_phone(phone: Page, axe: Check, fits: Check) -> None:
    phone.goto("/penalties")
    expect(phone.get_by_role("status").first).to_be_in_viewport()  # what is found, not the filters alone
    phone.get_by_text("更多条件").click()
    phone.get_by_label("罚款怎么写").select_option(label="按人、按件计")
    phone.get_by_role("button", name="筛选", exact=True).click()
    expect(phone.get_by_label("罚款怎么写")).to_have_value("person")
    phone.get_by_role("button", name="算一算").first.click()
    fits(phone)
    axe(phone)
