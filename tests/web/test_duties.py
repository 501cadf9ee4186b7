"""The page on duties: searched, listed, drawn; every line and every button opens the words it rests on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
FERRY = (Path(__file__).parents[1] / "bureaus" / "ferry" / "渡口职责.txt").read_text("utf-8")


def test_everyday_words_find_the_section_and_its_words_in_the_document(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/duties")
    page.get_by_label("要办的事").fill("公伤")
    page.keyboard.press("Enter")
    found = page.get_by_role("region", name="查到的职责")
    expect(found.get_by_role("listitem")).to_have_count(1)
    expect(found.get_by_role("heading", level=3)).to_have_text("水上伤害股")
    assert page.url.endswith("?words=%E5%85%AC%E4%BC%A4")
    opener = found.get_by_role("button", name="看原文：水上伤害股")
    opener.click()
    marked = page.locator("#source mark")
    expect(marked).to_have_text("负责参保职工的工伤认定和劳动能力鉴定的申报；")
    assert (marked.text_content() or "") in FERRY
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    page.go_back()
    expect(found).to_have_count(0)
    expect(page.get_by_label("要办的事")).to_have_value("")


def test_a_line_of_the_drawing_opens_the_sentence_of_its_section(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/duties")
    page.get_by_role("button", name="复核中心", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="复核中心：事项")).to_be_visible()
    line = page.get_by_role("button", name="企业职工正常退休：复核中心，复审。看原文")
    expect(line.locator(".line-words")).to_have_text("复审")
    line.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source mark")).to_have_text("企业职工正常退休复审；")


def test_the_list_says_what_the_drawing_shows(desktop: Page) -> None:
    desktop.goto("/duties?topic=退休")
    lines = desktop.locator("svg .line[role=button]")
    expect(lines.first).to_be_attached()
    assert lines.count() == desktop.locator(".duty-list li").count() > 3


def test_stages_and_shares_are_drawn(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/duties")
    steps = page.get_by_role("region", name="分几步、几个科室先后办的事").get_by_role("listitem")
    expect(steps).to_have_count(2)
    expect(steps.nth(0)).to_contain_text("年资股")
    expect(steps.nth(1)).to_contain_text("复核中心")
    shared = page.get_by_role("article", name="船工培训管理")
    expect(shared.get_by_role("heading", level=4)).to_have_text(["人社局", "航道局", "依据"])
    shared.get_by_text("案例").click()
    shared.get_by_role("button", name="看原文：船工培训管理的案例").click()
    expect(page.locator("#source mark")).to_have_text("某船厂送十二名船工参加培训，由人社局发放补贴。")


def test_markup_in_a_document_stays_words(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/duties?section=职称股")
    page.get_by_role("button", name="看原文：职称股").first.click()
    expect(page.locator("#source mark")).to_contain_text("<img src=x")
    assert page.evaluate("[document.images.length, 'hacked' in window]") == [0, False]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("query", ["", "?topic=退休", "?words=公伤"])
def test_duties_are_accessible(open_page: OpenPage, axe: Check, query: str, dark: bool) -> None:
    page = open_page(f"/duties{query}", dark=dark)
    page.locator(".shared").first.wait_for()
    axe(page)


def test_duties_fit_a_phone_as_a_list(phone: Page, axe: Check, fits: Check) -> None:
    phone.goto("/duties")
    phone.locator(".shared").first.wait_for()
    expect(phone.locator("svg.drawing")).to_be_hidden()
    phone.locator(".duty-list summary").first.click()
    fits(phone)
    axe(phone)
