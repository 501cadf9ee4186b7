"""Dead spots: what is entered without a network, through reloads, closed tabs and a killed server, arrives once and in order."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

OpenPage = Callable[..., Page]
PHONE = (360, 780)
PASSWORD = "河边的第三座船坞今天开门"
SAVED = "已保存到服务器"
JPEG = b"\xff\xd8\xff" + b"0" * 3000


def begin(page: Page, unit: str) -> None:
    page.goto("/inspections/new")
    choose = page.get_by_label("监管制度", exact=True)
    choose.select_option(value=choose.locator("option", has_text="劳务派遣").first.get_attribute("value"))
    page.get_by_label("被检查单位").fill(unit)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="开始检查").click()
    page.get_by_role("group", name="第 1 项的结果").wait_for()


def number(page: Page) -> str:
    page.wait_for_url(re.compile("id=[0-9a-f]{32}"))
    return page.url.split("id=")[1][:32]


def finding(page: Page, word: str) -> Any:
    return page.get_by_role("group", name="的结果").get_by_role("button", name=word, exact=True)


def said(page: Page, id: str) -> list[str]:
    """What the server's log says, in order."""
    events = [e["event"] for e in page.request.get(f"/v1/inspections/{id}/events").json()["events"][1:]]
    return [e.get("finding") or e.get("text") or e["type"] for e in events]


def ready_for_offline(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")


def test_entries_without_a_network_survive_reloads_and_arrive_once_in_order(open_page: OpenPage) -> None:
    page = open_page("/inspections", size=PHONE, role="inspector")
    ready_for_offline(page)
    begin(page, "没有信号的单位")
    id = number(page)
    expect(page.get_by_text(SAVED)).to_be_visible()
    context = page.context
    context.set_offline(True)
    finding(page, "符合").click()
    finding(page, "不适用").click()
    expect(page.get_by_text("2 条先存在本机")).to_be_visible()
    page.reload()
    expect(page.get_by_text("看到的是")).to_be_visible()
    expect(page.get_by_text("还剩 4 项没查")).to_be_visible()
    page.get_by_label("情况说明").fill("仓库里没有信号")
    finding(page, "不符合").click()
    expect(page.get_by_role("heading", name="不符合的后果")).to_be_visible()
    page.locator("input[type=file][multiple]").first.set_input_files(
        {"name": "仓库.jpg", "mimeType": "image/jpeg", "buffer": JPEG}
    )
    finding(page, "符合").click()  # thought better of it: a correction of an entry that is not sent yet
    expect(page.get_by_text("5 条先存在本机")).to_be_visible()
    page.close()
    page = context.new_page()
    page.goto(f"/inspections/walk?id={id}")
    expect(page.get_by_text("5 条先存在本机")).to_be_visible()
    context.set_offline(False)
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert said(page, id) == ["符合", "不适用", "不符合", "evidence-added", "corrected"]
    events = page.request.get(f"/v1/inspections/{id}/events").json()["events"]
    assert all(e["event"]["noted_at"] for e in events) and events[-1]["event"]["of"] == 4
    page.reload()
    expect(page.get_by_text("还剩 3 项没查")).to_be_visible()


def test_an_inspection_begun_without_a_network_gets_its_number_later(open_page: OpenPage) -> None:
    page = open_page("/inspections", size=PHONE, role="inspector")
    ready_for_offline(page)
    begin(page, "先查一家")  # the checklist is on the device from here on
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.goto("/inspections/new")
    expect(page.get_by_label("被检查单位")).to_be_visible()
    page.context.set_offline(True)
    begin(page, "路上遇到的单位")
    finding(page, "符合").click()
    expect(page.get_by_text("2 条先存在本机")).to_be_visible()
    page.goto("/inspections")
    expect(page.get_by_text("只在本机，待同步")).to_be_visible()
    page.get_by_role("link", name="路上遇到的单位").click()
    expect(page.get_by_text("还剩 5 项没查")).to_be_visible()
    page.context.set_offline(False)
    id = number(page)
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert said(page, id) == ["符合"]
    assert page.request.get(f"/v1/inspections/{id}").json()["unit"]["name"] == "路上遇到的单位"


def test_a_refused_entry_is_shown_with_its_reason_and_can_be_sent_again(open_page: OpenPage) -> None:
    page = open_page("/inspections", role="inspector")
    begin(page, "别人先结束了")
    id = number(page)
    expect(page.get_by_text(SAVED)).to_be_visible()
    csrf = page.request.get("/v1/session").json()["csrf"]
    page.context.set_offline(True)
    finding(page, "符合").click()
    expect(page.get_by_text("1 条先存在本机")).to_be_visible()
    change = {"X-CSRF-Token": csrf}
    assert page.request.post(f"/v1/inspections/{id}/finish", headers=change).status == 201
    page.context.set_offline(False)
    expect(page.get_by_text("检查已经结束，没有录入")).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 条服务器没有收")).to_be_visible()
    assert page.request.post(f"/v1/inspections/{id}/reopen", headers=change, data={}).status == 201
    page.get_by_role("button", name="再送一次").click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert said(page, id) == ["finished", "reopened", "符合"]


def test_a_queue_belongs_to_its_account(open_page: OpenPage, environment: dict[str, str]) -> None:
    account(environment, "wang", "王五")
    page = open_page("/inspections", role="inspector")
    begin(page, "张三查的单位")
    id = number(page)
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.route("**/events/batch", lambda route: route.fulfill(status=503, body="{}"))
    finding(page, "符合").click()
    expect(page.get_by_text("1 条先存在本机")).to_be_visible()
    page.context.clear_cookies()
    page.reload()
    expect(page.get_by_text("登录后接着送")).to_be_visible()
    page.unroute("**/events/batch")
    sign_in(page, "wang")
    expect(page.get_by_text("还没有检查")).to_be_visible()
    assert page.get_by_text("先存在本机").count() == 0
    page.context.clear_cookies()
    sign_in(page, "inspector", f"/inspections/walk?id={id}")
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert said(page, id) == ["符合"]


def test_a_server_that_is_killed_and_started_again_loses_nothing(browser: Browser, tmp_path: Path) -> None:
    environment = {n: v for n, v in os.environ.items() if not n.startswith("RENSHE_")}
    environment |= {"RENSHE_HOME": str(tmp_path), "RENSHE_RATE_LIMIT": "off"}
    account(environment, "zhao", "赵六")
    with served(environment, "0") as (run, site):
        context = browser.new_context(base_url=site, locale="zh-CN")
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(page, "zhao")
        begin(page, "停电的单位")
        id = number(page)
        finding(page, "符合").click()
        expect(page.get_by_text(SAVED)).to_be_visible()
        run.send_signal(signal.SIGKILL)
        run.wait()
        for word in ("不适用", "符合", "不适用"):
            finding(page, word).click()
        expect(page.get_by_text("3 条先存在本机")).to_be_visible()
    with served(environment, site.rpartition(":")[2]):
        expect(page.get_by_text(SAVED)).to_be_visible(timeout=30_000)
        assert said(page, id) == ["符合", "不适用", "符合", "不适用"]
        context.close()


def account(environment: dict[str, str], name: str, display: str) -> None:
    command = [
        sys.executable,
        "-m",
        "api.cli.main",
        "account",
        "add",
        name,
        "--role",
        "inspector",
        "--display",
        display,
    ]
    subprocess.run(command, env=environment, input=PASSWORD + "\n", text=True, check=True, capture_output=True)


def sign_in(page: Page, name: str, come_from: str = "/inspections") -> None:
    page.goto(f"/sign-in?next={come_from}")
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出").wait_for()


@contextmanager
def served(environment: dict[str, str], port: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "api.cli.main", "serve", "--port", port]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout is not None
        line = run.stdout.readline()
        assert "http://" in line, line
        yield run, "http://" + line.split("http://")[1].split()[0]
        run.kill()
