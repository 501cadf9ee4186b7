"""The Ask page as a citizen meets it: the answer, its source, asked back, on a phone, by keyboard, and when things go wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
WAGES = "厂里欠我三个月工资，该找谁"
FINE = "未经许可，擅自经营劳务派遣业务，违法所得3万元罚多少？"


def ask(page: Page, question: str) -> Any:
    """Ask through the form; the turn, once it is answered."""
    before = page.get_by_role("article").count()
    page.get_by_role("textbox").first.fill(question)
    page.get_by_role("button", name="提问", exact=True).click()
    turn = page.get_by_role("article").nth(before)
    expect(turn.locator(".answer")).to_be_visible()
    return turn


def blank(words: str) -> str:
    """Without spaces and line breaks: a page joins what the source breaks in the middle of a sentence."""
    return re.sub(r"\s", "", words)


def test_a_citizens_way_from_the_question_to_the_clause_and_back(open_page: OpenPage, axe: Check, fits: Check) -> None:
    page = open_page(size=(360, 780))
    turn = ask(page, WAGES)
    expect(turn.get_by_role("heading", name=WAGES)).to_be_focused()
    expect(turn.locator(".section-name")).to_have_text("监察仲裁信访股")
    fits(page)
    axe(page)
    mark = turn.get_by_role("button", name="查看依据 1").first
    mark.click()
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("heading", level=2)).to_be_focused()
    expect(panel.locator("td mark")).to_be_in_viewport()  # the quote stands in a cell of a table
    fits(page)
    axe(page)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(mark).to_be_focused()


@pytest.mark.parametrize("question", [WAGES, FINE, "劳务派遣单位的检查程序是什么"])
def test_what_is_marked_in_the_source_is_the_quote(open_page: OpenPage, site: str, question: str) -> None:
    answer = httpx.post(f"{site}/v1/ask", json={"question": question}).json()
    page = open_page()
    turn = ask(page, question)
    turn.get_by_role("button", name="查看依据 1", exact=True).first.click()
    panel = page.get_by_role("dialog")
    for citation in answer["citations"]:
        expect(panel.locator(".source-count")).to_contain_text(f"依据 {citation['n']}")
        expect(panel.locator("mark").first).to_be_in_viewport()
        assert blank("".join(panel.locator("mark").all_text_contents())) == blank(citation["quote"])
        if citation is not answer["citations"][-1]:
            panel.get_by_role("button", name="下一条").click()
    expect(panel.get_by_role("button", name="下一条")).to_be_disabled()


def test_a_fine_is_worked_out_and_its_consequences_listed(desktop: Page, axe: Check) -> None:
    turn = ask(desktop, FINE)
    expect(turn.locator(".fine-amount")).to_contain_text("30,000 元至 150,000 元")
    turn.get_by_text("把处罚列成表看（2 项）").click()  # the same as the sentences: behind one line
    expect(turn.get_by_role("table", name="处罚一览").get_by_role("row")).to_have_count(3)
    axe(desktop)


def test_what_is_to_be_checked_stands_under_the_heading_of_its_part(desktop: Page) -> None:
    words = ask(desktop, "民办职业培训学校的检查清单").locator(".words")
    parts = words.locator("> *").evaluate_all("all => all.map(one => [one.tagName, one.textContent])")
    headings = [at for at, (tag, text) in enumerate(parts) if tag == "P" and text.endswith("：")]
    assert len(headings) > 3 and all(parts[at + 1][0] in ("OL", "UL") for at in headings[1:])
    expect(words.locator(".step-number").last).to_have_text(str(words.locator(".steps li").count()))


def test_what_the_answer_quotes_is_not_quoted_again_in_sight(desktop: Page) -> None:
    basis = ask(desktop, "劳务派遣单位的检查程序是什么").locator(".basis-part")
    expect(basis.locator("blockquote").first).to_be_hidden()
    basis.get_by_text("看原文的话").click()
    expect(basis.locator("blockquote").nth(1)).to_contain_text("做好检查前的准备工作")
    basis = ask(desktop, FINE).locator(".basis-part")  # the clause says more than the answer, and is shown once
    expect(basis.locator("blockquote").first).to_contain_text("由人社部门责令停止违法行为")
    quotes = [blank(quote).split("[")[0] for quote in basis.locator("blockquote").all_text_contents()]
    assert not [one for one in quotes for other in quotes if one is not other and one in other]


def test_a_pasted_letter_does_not_push_its_answer_off_the_screen(open_page: OpenPage) -> None:
    letter = "尊敬的领导：我在纺织厂做了三十一年。\n" * 20 + WAGES
    page = open_page(size=(360, 780))
    turn = ask(page, letter)
    expect(turn.locator(".section-name").first).to_be_in_viewport()
    expect(turn.get_by_text(WAGES)).to_be_hidden()
    turn.get_by_text("看您问的全文").click()
    expect(turn.get_by_text(WAGES)).to_be_visible()


def test_asked_back_one_clicks_and_goes_on_and_starts_again(desktop: Page) -> None:
    first = ask(desktop, "办退休")
    option = first.get_by_role("button", name="企业职工正常退休", exact=True)
    option.click()
    second = desktop.get_by_role("article").nth(1)
    expect(second.locator(".section-name").first).to_have_text("养老保险所")
    expect(first).to_be_visible()  # earlier turns stay above
    expect(option).to_be_disabled()
    desktop.goto("/docs")
    desktop.goto("/")
    expect(desktop.get_by_role("article")).to_have_count(2)  # nothing is lost by looking at another page
    desktop.get_by_role("button", name="重新开始").click()
    expect(desktop.get_by_role("article")).to_have_count(0)
    expect(desktop.get_by_label("写下您的问题")).to_be_focused()
    expect(desktop.get_by_role("heading", name="可以这样问")).to_be_visible()


def test_a_follow_up_is_read_in_the_light_of_what_came_before(desktop: Page) -> None:
    ask(desktop, FINE)
    turn = ask(desktop, "没有违法所得呢？")
    expect(turn.get_by_text("接上文，理解为")).to_be_visible()
    expect(turn.locator(".words")).to_contain_text("50,000")


def test_what_is_asked_before_the_scripts_have_come_is_answered(open_page: OpenPage) -> None:
    page = open_page("/docs")
    held: list[Route] = []
    page.route("**/static/js/ask/app.js", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    page.get_by_label("写下您的问题").fill(WAGES)
    page.get_by_role("button", name="提问", exact=True).click()
    held[0].continue_()
    expect(page.locator(".section-name")).to_have_text("监察仲裁信访股")
    held.clear()
    page.goto("/docs")
    page.evaluate("sessionStorage.clear()")
    page.goto("/", wait_until="commit")
    page.get_by_label("写下您的问题").press_sequentially("工资")
    held[0].continue_()
    expect(page.locator("#starting .choice").first).to_be_enabled()
    expect(page.get_by_label("写下您的问题")).to_be_focused()
    expect(page.get_by_label("写下您的问题")).to_have_value("工资")


def test_by_keyboard_alone(desktop: Page) -> None:
    desktop.get_by_label("写下您的问题").focus()
    desktop.keyboard.type("工资")
    desktop.keyboard.press("Shift+Enter")  # a new line, not yet sent
    expect(desktop.get_by_role("article")).to_have_count(0)
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=2, name="工资")).to_be_focused()
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("button", name="单位拖欠工资")).to_be_focused()
    desktop.keyboard.press("Enter")
    heading = desktop.get_by_role("heading", level=2, name="单位拖欠工资")
    expect(heading).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("dialog")).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("settings", [["深色"], ["高对比"], ["高对比", "深色", "大字"]])
def test_answers_and_sources_are_accessible_in_other_displays(
    open_page: OpenPage, axe: Check, fits: Check, settings: list[str]
) -> None:
    page = open_page(size=(360, 780))
    page.get_by_text("显示设置").click()
    for name in settings:
        page.get_by_label(name).click()
    page.keyboard.press("Escape")
    turn = ask(page, FINE)
    axe(page)
    turn.get_by_role("button", name="查看依据 1").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    axe(page)
    fits(page)


def test_the_stages_are_said_in_words_and_one_may_stop_waiting(desktop: Page) -> None:
    held: list[Route] = []
    desktop.route("**/v1/ask/stream", lambda route: held.append(route))
    desktop.get_by_label("写下您的问题").fill(WAGES)
    desktop.get_by_role("button", name="提问", exact=True).click()
    expect(desktop.locator(".stage")).to_contain_text("正在查阅文件")
    expect(desktop.get_by_role("status").filter(has_text="正在查阅")).to_have_count(1)
    desktop.get_by_role("button", name="不等了").click()
    expect(desktop.get_by_role("article")).to_have_count(0)
    expect(desktop.get_by_label("写下您的问题")).to_have_value(WAGES)


def test_sentences_come_one_after_the_other_and_a_broken_stream_is_said(desktop: Page) -> None:
    def cut_off(route: Route) -> None:
        events = [
            ("stage", {"stage": "reading", "text": "正在理解问题"}),
            ("text", {"text": "“单位拖欠工资”请找"}),
        ]
        body = "".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in events)
        route.fulfill(status=200, content_type="text/event-stream", body=body)

    desktop.route("**/v1/ask/stream", cut_off)
    desktop.get_by_label("写下您的问题").fill(WAGES)
    desktop.get_by_role("button", name="提问", exact=True).click()
    expect(desktop.get_by_role("alert")).to_contain_text("没有传完")
    desktop.unroute("**/v1/ask/stream")
    desktop.get_by_role("button", name="再试一次").click()
    expect(desktop.locator(".section-name")).to_have_text("监察仲裁信访股")
    expect(desktop.get_by_role("article")).to_have_count(1)


def test_nothing_asked_is_said_at_the_field(desktop: Page, axe: Check) -> None:
    desktop.get_by_role("button", name="提问", exact=True).click()
    expect(desktop.get_by_role("alert")).to_contain_text("请先写下您的问题")
    expect(desktop.get_by_label("写下您的问题")).to_be_focused()
    axe(desktop)


@pytest.mark.parametrize(
    "attempt",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        '"><svg onload=alert(1)>',
        "javascript:alert(1)//[1][99]",
    ],
)
def test_what_people_write_stays_text(open_page: OpenPage, attempt: str) -> None:
    page = open_page()
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    turn = ask(page, attempt)
    expect(turn.get_by_role("heading", level=2)).to_contain_text(attempt)
    page.goto("/docs")
    page.goto(f"/#q={quote(attempt)}")
    expect(page.locator(".answer")).to_be_visible()
    assert page.locator("main img, main script, main svg").count() == 0


def test_a_shared_link_asks_again_and_its_question_reaches_no_log(open_page: OpenPage, site: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("delete Navigator.prototype.share")
    ask(page, WAGES).get_by_role("button", name="分享链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}/#q=")
    asked: list[str] = []
    other = open_page("/docs")
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.get_by_role("heading", level=2, name=WAGES)).to_be_visible()
    expect(other.locator(".section-name")).to_have_text("监察仲裁信访股")
    assert not [url for url in asked if quote("工资") in url]
    assert other.url == f"{site}/"  # reloading does not ask once more


def test_the_words_of_a_link_are_not_spoken_by_whoever_is_signed_in(open_page: OpenPage) -> None:
    page = open_page("/docs", role="inspector")
    page.goto("/#q=" + quote("下一项"))
    expect(page.get_by_text("链接里带来的问题")).to_be_visible()
    expect(page.get_by_label("写下您的问题")).to_have_value("下一项")
    expect(page.get_by_role("article")).to_have_count(0)
    with page.expect_request("**/v1/ask/stream") as sent:
        page.get_by_role("button", name="提问", exact=True).click()
    assert "x-csrf-token" in sent.value.all_headers()


def test_copying_gives_the_answer_with_its_citations(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(page, WAGES).get_by_role("button", name="复制答复").click()
    expect(page.get_by_text("答复和依据已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"问：{WAGES}" in copied and "监察仲裁信访股[1]" in copied and "[1] 新河县" in copied


def test_on_paper_the_answer_stands_alone(desktop: Page) -> None:
    turn = ask(desktop, WAGES)
    desktop.emulate_media(media="print")
    expect(turn.locator(".section-name")).to_be_visible()
    expect(turn.locator("blockquote").first).to_be_visible()
    for gone in [
        turn.get_by_role("button", name="打印"),
        desktop.get_by_label("接着问"),
        desktop.get_by_text("显示设置"),
    ]:
        expect(gone).to_be_hidden()


def test_what_did_not_help_is_said_with_a_reason(desktop: Page, axe: Check) -> None:
    turn = ask(desktop, WAGES)
    turn.get_by_role("button", name="没帮助").click()
    turn.get_by_label("看不懂").check()
    turn.get_by_label("还想说的").fill("字太多")
    axe(desktop)
    with desktop.expect_response("**/v1/feedback") as answered:
        turn.get_by_role("button", name="提交").click()
    assert answered.value.status == 204
    sent = answered.value.request.post_data_json
    assert sent
    assert (sent["helpful"], sent["reason"]) == (False, "看不懂：字太多")
    expect(turn.get_by_text("谢谢，已经记下")).to_be_visible()


def test_without_a_network_it_is_said_and_nothing_is_lost(desktop: Page) -> None:
    turn = ask(desktop, WAGES)
    desktop.context.set_offline(True)
    expect(desktop.get_by_text("现在没有网络，问不了新问题")).to_be_visible()
    desktop.get_by_label("接着问").fill("办退休")
    desktop.get_by_role("button", name="提问", exact=True).click()
    expect(desktop.get_by_role("alert")).to_contain_text("没有网络")
    expect(turn.locator(".section-name")).to_be_visible()
    expect(desktop.get_by_label("接着问")).to_have_value("办退休")
    desktop.context.set_offline(False)


def test_dictated_words_reach_the_field(open_page: OpenPage) -> None:
    page = open_page("/docs")
    page.add_init_script(
        """window.SpeechRecognition = class {
             start() { setTimeout(() => { this.onresult({results: [[{transcript: "工资被拖欠"}]]}); this.onend(); }); }
             abort() {} stop() {} };"""
    )
    page.goto("/")
    page.get_by_role("button", name="语音输入").click()
    expect(page.get_by_label("写下您的问题")).to_have_value("工资被拖欠")


def test_the_page_opens_without_a_network_and_says_so(open_page: OpenPage) -> None:
    page = open_page(service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("现在没有网络，问不了新问题")).to_be_visible()
    expect(page.get_by_label("写下您的问题")).to_be_editable()
    page.get_by_text("显示设置").click()
    expect(page.get_by_label("大字")).to_be_visible()
    kept = page.evaluate(
        "caches.keys().then(names => caches.open(names[0])).then(c => c.keys()).then(k => k.map(r => r.url))"
    )
    assert not [url for url in kept if "/v1/" in url]
