"""An inspector's way from beginning an inspection to its papers, on a phone; two inspectors; what people write is only ever text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
PHONE = (360, 780)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
SAVED = "已保存到服务器"
EVIL = '<img src=x onerror="document.title=1">"\'</textarea>'


def begin(page: Page, unit: str, regime: str = "劳务派遣", second: str = "") -> str:
    """Through the form; the inspection's number once the server has it."""
    page.goto("/inspections/new")
    choose = page.get_by_label("监管制度", exact=True)
    option = choose.locator("option", has_text=regime).first
    choose.select_option(value=option.get_attribute("value"))
    page.get_by_label("被检查单位").fill(unit)
    page.get_by_role("radio").first.check()
    if second:
        people = page.get_by_label("第二名检查人员")
        people.select_option(value=people.locator("option", has_text=second).first.get_attribute("value"))
    page.get_by_role("button", name="开始检查").click()
    page.wait_for_url("**/inspections/walk?id=*")
    page.wait_for_url(re.compile("id=[0-9a-f]{32}"))
    page.get_by_role("group", name="第 1 项的结果").wait_for()
    return page.url.split("id=")[1][:32]


def finding(page: Page, word: str) -> Any:
    return page.get_by_role("group", name="的结果").get_by_role("button", name=word, exact=True)


def log(page: Page, id: str) -> list[dict[str, Any]]:
    """The server's log, without the beginning."""
    return page.request.get(f"/v1/inspections/{id}/events").json()["events"][1:]


@pytest.fixture(scope="session")
def second(environment: dict[str, str]) -> str:
    """Another inspector."""
    command = [sys.executable, "-m", "api.cli.main", "account", "add", "li", "--role", "inspector", "--display", "李四"]
    subprocess.run(
        command, env=environment, input="河边的第三座船坞今天开门\n", text=True, check=True, capture_output=True
    )
    return "li"


def test_from_beginning_to_papers_on_a_phone(
    open_page: OpenPage, second: str, axe: Check, fits: Check, tmp_path: Path
) -> None:
    page = open_page("/inspections/new", size=PHONE, role="inspector")
    page.get_by_role("button", name="开始检查").click()
    expect(page.get_by_role("alert")).to_contain_text("请选择监管制度")
    axe(page)
    fits(page)
    id = begin(page, "大河劳务派遣有限公司", second="李四")
    expect(page.get_by_text(SAVED)).to_be_visible()
    items = page.request.get(f"/v1/inspections/{id}").json()["items"]
    page.get_by_role("button", name="看原文").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.get_by_role("button", name="关闭").click()
    for n in range(1, len(items)):
        expect(page.get_by_text(f"还剩 {len(items) - n + 1} 项没查")).to_be_visible()
        finding(page, "符合").click()
        expect(page.get_by_role("heading", name=f"第 {n + 1} 项")).to_be_focused()
    page.get_by_label("情况说明").fill("有三人没有签合同")
    finding(page, "不符合").click()
    expect(page.get_by_role("heading", name="不符合的后果")).to_be_visible()
    page.locator(".violation input").first.check()
    page.locator("input[type=file][multiple]").first.set_input_files(
        {"name": "门口.png", "mimeType": "image/png", "buffer": PNG}
    )
    expect(page.get_by_role("link", name="门口.png")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()
    axe(page)
    fits(page)
    state = page.request.get(f"/v1/inspections/{id}").json()
    assert (
        state["unchecked"] == 0
        and state["items"][-1]["violations"]
        and state["items"][-1]["note"] == "有三人没有签合同"
    )
    page.get_by_role("button", name="结束检查").click()
    expect(page.get_by_text("已结束").first).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()
    make_papers(page, axe, fits, tmp_path)


def make_papers(page: Page, axe: Check, fits: Check, folder: Path) -> None:
    page.get_by_role("link", name="文书和归档").click()
    record = page.locator(".card", has=page.get_by_role("heading", name="记录表"))
    expect(record).to_contain_text("没有填")
    record.get_by_role("button", name="填写、预览和下载").click()
    record.get_by_label("检查地点").fill("大河路 1 号")
    record.get_by_role("button", name="预览", exact=True).click()
    expect(record.get_by_role("region", name="预览")).to_contain_text("大河路 1 号")
    axe(page)
    fits(page)
    with page.expect_download() as download:
        record.get_by_role("button", name="生成 Word 文件").click()
    download.value.save_as(folder / "a.docx")
    document = docx.Document(str(folder / "a.docx"))
    words = "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    assert "大河路 1 号" in words and "有三人没有签合同" in words and "大河劳务派遣有限公司" in words
    expect(record).to_contain_text("生成过")
    with page.expect_download() as archive:
        page.get_by_role("link", name="下载归档").click()
    assert Path(archive.value.path()).read_bytes()[:2] == b"PK"


def test_two_inspectors_in_two_browsers_differ_and_settle_it(
    open_page: OpenPage, second: str, browser: Any, site: str
) -> None:
    zhang = open_page("/inspections/new", role="inspector")
    id = begin(zhang, "两人查的单位", second="李四")
    zhang.get_by_label("情况说明").fill("合同都看过")
    finding(zhang, "符合").click()
    expect(zhang.get_by_text(SAVED)).to_be_visible()
    li = open_page(f"/sign-in?next=/inspections/walk?id={id}")
    li.get_by_label("账号").fill(second)
    li.get_by_label("密码").fill("河边的第三座船坞今天开门")
    li.get_by_role("button", name="登录").click()
    li.get_by_text("全部 6 项").click()
    li.locator(".jump").first.click()
    expect(finding(li, "符合")).to_have_attribute("aria-pressed", "true")
    expect(li.locator(".entry", has_text="合同都看过")).to_be_visible()
    expect(li.get_by_label("情况说明")).to_have_value("")
    finding(li, "不符合").click()
    expect(li.get_by_text("两人的结果不一致")).to_be_visible()
    expect(li.get_by_text(SAVED)).to_be_visible()
    zhang.reload()
    zhang.get_by_text("全部 6 项").click()
    zhang.locator(".jump").first.click()
    expect(zhang.get_by_text("李四：不符合")).to_be_visible()
    zhang.locator(".entry", has_text="不符合").get_by_role("button", name="更正").click()
    zhang.get_by_label("改为").select_option("符合")
    zhang.get_by_label("更正的原因").fill("商定")
    zhang.get_by_role("button", name="保存更正").click()
    expect(zhang.get_by_text("两人的结果不一致")).to_have_count(0)
    expect(zhang.locator("del", has_text="不符合")).to_be_visible()
    expect(zhang.get_by_text(SAVED)).to_be_visible()
    entered = [e["event"] for e in log(zhang, id)]
    assert [e["type"] for e in entered] == ["found", "found", "corrected"]
    assert [e["note"] for e in entered[:2]] == ["合同都看过", ""], "nobody's words are entered in another's name"


def test_certificates_and_a_wrong_name_are_put_right_on_the_spot(open_page: OpenPage, axe: Check, fits: Check) -> None:
    page = open_page("/inspections/new", size=PHONE, role="inspector")
    id = begin(page, "名称写错的单位")
    expect(page.get_by_text("还没有填写执法证号")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_text("更正单位、日期、种类、检查人员和执法证号").click()
    page.get_by_role("button", name="再加一名检查人员").click()
    axe(page)
    fits(page)
    page.get_by_label("被检查单位").fill("名称写对的单位")
    page.get_by_label("姓名").last.fill("王五")
    for field in page.get_by_label("执法证号", exact=True).all():
        field.fill("证 7")
    page.get_by_role("button", name="保存更正").click()
    expect(page.get_by_role("heading", name="名称写对的单位")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=20_000)
    expect(page.get_by_text("还没有填写执法证号")).to_have_count(0)
    state = page.request.get(f"/v1/inspections/{id}").json()
    assert state["unit"]["name"] == "名称写对的单位"
    assert [(p["certificate"], bool(p["account"])) for p in state["inspectors"]] == [("证 7", True), ("证 7", False)]


def test_what_people_write_is_only_ever_text(open_page: OpenPage) -> None:
    page = open_page("/inspections/new", role="inspector")
    begin(page, f"甲{EVIL}")
    page.get_by_label("情况说明").fill(EVIL)
    finding(page, "不符合").click()
    page.locator("input[type=file][multiple]").first.set_input_files(
        {"name": "<img src=x onerror=alert(1)>.png", "mimeType": "image/png", "buffer": PNG}
    )
    expect(page.get_by_role("link", name="onerror")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()
    for path in ("/inspections", page.url, page.url.replace("walk", "papers")):
        page.goto(path)
        expect(page.get_by_text("onerror").first).to_be_visible()
        assert page.locator("img[src=x]").count() == 0
        assert page.title() != "1"
    record = page.locator(".card", has=page.get_by_role("heading", name="记录表"))
    record.get_by_role("button", name="填写、预览和下载").click()
    record.get_by_label("检查地点").fill(EVIL)
    record.get_by_role("button", name="预览", exact=True).click()
    expect(record.get_by_role("region", name="预览")).to_contain_text("onerror")
    assert page.title() != "1"


def test_the_keyboard_alone_walks_items(open_page: OpenPage) -> None:
    page = open_page("/inspections/new", role="inspector")
    begin(page, "键盘单位")
    expect(page.get_by_text(SAVED)).to_be_visible()
    finding(page, "符合").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="第 2 项")).to_be_focused()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.finding") == "不符合":
            break
    page.keyboard.press("Space")
    expect(finding(page, "不符合")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("heading", name="不符合的后果")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()
