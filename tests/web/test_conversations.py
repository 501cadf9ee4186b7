"""One's own conversations in the browser: found again, kept as a file, deleted; those of another never shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
FIRST, OTHER = "厂里欠我三个月工资，该找谁", "社保卡丢了找谁补办"
PASSWORD = "河边的第三座船坞今天开门"


def ask(page: Page, question: str) -> None:
    before = page.get_by_role("article").count()
    page.get_by_role("textbox").first.fill(question)
    page.get_by_role("button", name="提问", exact=True).click()
    expect(page.get_by_role("article").nth(before).locator(".answer")).to_be_visible()


def test_signing_in_and_out_each_begin_a_conversation_of_their_own(
    open_page: OpenPage, account: Callable[[str], str]
) -> None:
    page = open_page()
    sessions: list[str] = []
    page.on(
        "request",
        lambda sent: sessions.append(sent.post_data_json["session"]) if sent.url.endswith("/ask/stream") else None,
    )
    ask(page, FIRST)
    for _ in range(2):
        page.goto("/sign-in")
        page.get_by_label("账号").fill(account("staff"))
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("button", name="退出")).to_be_visible()
        expect(page.get_by_role("article")).to_have_count(0)
        ask(page, OTHER)
        page.get_by_role("button", name="退出").click()
        expect(page.get_by_role("link", name="登录")).to_be_visible()
        expect(page.get_by_role("article")).to_have_count(0)
    ask(page, FIRST)
    assert len(set(sessions)) == 4


def test_whoever_is_signed_in_finds_keeps_and_deletes_their_conversations(
    staff: Page, axe: Check, fits: Check, tmp_path: Path
) -> None:
    ask(staff, FIRST)
    staff.get_by_role("button", name="重新开始").click()
    ask(staff, OTHER)
    staff.get_by_role("link", name="张三").click()
    expect(staff.get_by_role("heading", level=2).first).to_have_text(OTHER)
    staff.set_viewport_size({"width": 360, "height": 780})
    fits(staff)
    axe(staff)
    with staff.expect_download() as got:
        staff.get_by_role("link", name=f"存成文件：{FIRST}").first.click()
    kept = got.value.path().read_text("utf-8")
    assert FIRST in kept and "监察仲裁信访股" in kept and OTHER not in kept
    staff.get_by_role("button", name=f"打开：{FIRST}").first.click()
    expect(staff.locator(".section-name")).to_have_text("监察仲裁信访股")  # and one may go on with it
    staff.goto("/conversations")
    staff.get_by_role("button", name=f"删除：{OTHER}").first.click()
    staff.get_by_role("button", name="确认删除").click()
    expect(staff.get_by_text(f"已删除：{OTHER}")).to_be_visible()
    staff.get_by_text("全部删除", exact=True).click()
    staff.get_by_role("button", name="确认删除我的全部对话").click()
    expect(staff.get_by_text("现在没有保存的对话")).to_be_visible()
    staff.goto("/")
    expect(staff.get_by_role("article")).to_have_count(0)  # neither in this tab


def test_without_an_account_the_conversation_of_this_tab_can_be_deleted(phone: Page, axe: Check, fits: Check) -> None:
    phone.goto("/conversations")
    expect(phone.get_by_text("还没有问过问题")).to_be_visible()
    phone.goto("/")
    ask(phone, FIRST)
    phone.get_by_role("link", name="保存或删除").click()
    expect(phone.get_by_role("listitem").filter(has_text=FIRST)).to_have_count(1)
    fits(phone)
    axe(phone)
    phone.get_by_role("button", name=f"删除：{FIRST}").click()
    phone.get_by_role("button", name="确认删除").click()
    expect(phone.get_by_text(f"已删除：{FIRST}")).to_be_visible()
    phone.goto("/")
    expect(phone.get_by_role("article")).to_have_count(0)
