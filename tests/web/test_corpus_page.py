"""The pages on documents: what was read, every remark in place, and what only staff see."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.bootstrap import open_office
from assistant.conversation.asked import Asked
from assistant.settings import Settings

Check = Callable[[Page], None]
OpenPage = Callable[..., Page]
FERRY = Path(__file__).parents[1] / "bureaus" / "ferry"


def test_the_list_says_what_was_read_of_each_document(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/corpus")
    cable = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="云岭县")).first
    expect(cable).to_contain_text("（100%）")
    expect(cable).to_contain_text("2 处写错或没有写明")
    expect(cable.get_by_role("list", name="读出的条目")).to_contain_text("处罚 2")
    cable.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("云岭县")


def test_a_remark_stands_at_its_words_and_the_text_is_whole(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/corpus/documents/云岭监管")
    source = (FERRY / "云岭监管.txt").read_text("utf-8")
    found = page.request.get(f"{ferry_site}/v1/corpus/云岭监管/marks?kind=anomaly").json()["marks"]
    assert len(found) == 2
    for n, mark in enumerate(found, 1):
        quote = source[mark["place"]["start"] : mark["place"]["end"]]
        pieces = page.locator(f'mark[data-marks~="{n}"]').all_text_contents()
        assert "".join(pieces) == quote
        expect(page.locator(f"#r{n}")).to_contain_text(mark["text"])
    shown = page.locator(".document-text").evaluate(
        "box => { const copy = box.cloneNode(true); copy.querySelectorAll('.remark').forEach(r => r.remove()); return copy.textContent }"
    )
    assert shown == source
    page.get_by_role("link", name="问题 2，第").click()
    expect(page.locator("#m2:target")).to_be_in_viewport()
    assert page.locator(".set-aside").count() == 0 or page.locator(".set-aside").first.get_attribute("title")


def test_a_long_document_is_read_in_parts_that_join() -> None:
    from api.pages.reading import parts_of

    text = "".join(f"第{n}行，船只靠岸后先系缆。\n" for n in range(4000))
    parts = parts_of(text)
    assert parts.count == 4
    assert "".join(text[slice(*parts.bounds(n))] for n in range(1, parts.count + 1)) == text
    assert all(
        parts.bounds(parts.part_of(at))[0] <= at < parts.bounds(parts.part_of(at))[1] for at in (0, 20_003, 60_000)
    )


def test_an_outline_leads_to_its_headings(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/corpus/documents/渡口职责")
    page.get_by_role("link", name="六、监督检查处理").click()
    expect(page.locator(".anchor:target")).to_be_in_viewport()
    nested = page.locator(".outline li").filter(has_text="（一）渡船劳务机构监管").get_by_role("link")
    assert nested.count() >= 7


def test_markup_in_a_document_is_shown_as_words(open_page: OpenPage, ferry_site: str) -> None:
    page = open_page(f"{ferry_site}/corpus/documents/渡口职责")
    expect(page.locator(".document-text")).to_contain_text('<img src=x onerror="window.hacked=1">')
    assert page.evaluate("[document.images.length, 'hacked' in window]") == [0, False]


def test_a_document_that_is_not_there_is_said(open_page: OpenPage) -> None:
    page = open_page("/corpus")
    assert page.request.get("/corpus/documents/没有").status == 404


@pytest.mark.parametrize("path", ["/corpus/questions", "/corpus/evals"])
def test_staff_pages_tell_others_to_sign_in(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    expect(page.locator("main")).to_contain_text("只有工作人员和管理员能看")
    inspector = open_page(path, role="inspector")
    expect(inspector.locator("main")).to_contain_text("您的账号（检查人员）不能看")


def test_staff_see_questions_as_words_and_save_them_as_cases(
    open_page: OpenPage, environment: dict[str, str], axe: Check
) -> None:
    from datetime import UTC, datetime

    page = open_page("/corpus", role="staff")
    office = open_office(Settings(corpus=FERRY, home=Path(environment["RENSHE_HOME"])))
    texts = ["渡船票价多少钱", "渡船票价是多少钱", '<img src=x onerror="window.hacked=1">']
    now = datetime.now(UTC)
    office.store.asked.put(
        [
            Asked(at=now, question=q, answer_id=str(n), status="out_of_scope", intent="other")
            for n, q in enumerate(texts)
        ],
        [],
    )
    office.store.close()
    page.get_by_role("link", name="没有答上来的问题").click()
    page.get_by_label("为什么没有答上来").select_option(label="不归本局管")
    page.get_by_role("button", name="筛选").click()
    group = page.get_by_role("listitem").filter(has_text="渡船票价多少钱").first
    expect(group).to_contain_text("2 次")
    expect(page.locator(".groups")).to_contain_text("<img src=x")
    assert page.evaluate("[document.images.length, 'hacked' in window]") == [0, False]
    axe(page)
    with page.expect_download() as got:
        page.get_by_role("link", name="存成评测案例").click()
    lines = got.value.path().read_text("utf-8").splitlines()
    assert "渡船票价多少钱" in [json.loads(line)["q"] for line in lines]


def test_staff_without_an_evaluation_are_told_how_to_make_one(staff: Page) -> None:
    staff.goto("/corpus/evals")
    expect(staff.locator("#evals")).to_contain_text("评测")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["/corpus", "/corpus/documents/000_81462aa23cebe482"])
def test_documents_are_accessible_and_fit_a_phone(
    open_page: OpenPage, axe: Check, fits: Check, path: str, dark: bool
) -> None:
    page = open_page(path, size=(360, 780), dark=dark)
    fits(page)
    axe(page)


def test_a_new_version_is_seen_before_it_goes_live_and_can_be_taken_back(
    admin: Page, serving: Callable[[Path], str], tmp_path: Path, axe: Check, fits: Check
) -> None:
    """On a copy of the documents of its own: the other tests go on with theirs."""
    folder = tmp_path / "documents"
    shutil.copytree(FERRY, folder)
    page = admin
    page.goto(f"{serving(folder)}/corpus/versions")
    text = (FERRY / "云岭监管.txt").read_text("utf-8").replace("十五万元", "十九万元")
    sent = {"name": "云岭监管.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.get_by_label("文件（可以选几份）").set_input_files(sent)  # pyright: ignore[reportArgumentType]
    page.get_by_label("为什么改").fill("提高上限")
    page.get_by_role("button", name="上传并比较").click()
    draft = page.get_by_role("article", name="草稿：云岭监管.txt")
    expect(draft.get_by_role("button", name="发布")).to_be_enabled(timeout=60_000)
    expect(draft).to_contain_text("150000 元 → 190000 元")
    axe(page)
    fits(page)
    draft.get_by_role("button", name="发布").click()
    expect(page.get_by_role("status").first).to_contain_text("已发布为第 2 版")
    page.get_by_role("button", name="退回第 1 版").click()
    page.get_by_role("button", name="确认退回第 1 版").click()
    expect(page.get_by_role("status").first).to_contain_text("记为第 3 版")
    expect(page.get_by_role("heading", name="第 3 版")).to_be_visible()  # its files are the first in the list only now
    page.get_by_text("这一版的文件").first.click()
    page.get_by_role("button", name="去掉 云岭监管.txt").click()
    draft = page.get_by_role("article", name="草稿：去掉 云岭监管.txt")
    expect(draft.get_by_role("button", name="发布")).to_be_enabled(timeout=60_000)
    page.get_by_label("放进子文件夹（可不填）").fill("云岭县")  # and the same again, among those of a bureau
    page.get_by_label("文件（可以选几份）").set_input_files(sent)  # pyright: ignore[reportArgumentType]
    draft.get_by_role("button", name="发布").click()
    expect(page.get_by_role("status").first).to_contain_text("已发布为第 4 版")
    page.get_by_role("button", name="上传并比较").click()
    draft = page.get_by_role("article", name="草稿：云岭县/云岭监管.txt")
    expect(draft.get_by_role("button", name="发布")).to_be_enabled(timeout=60_000)


@pytest.mark.parametrize(("role", "uploads"), [("staff", 0), ("admin", 1)])
def test_only_administrators_change_versions(open_page: OpenPage, role: str, uploads: int) -> None:
    page = open_page("/corpus/versions", role=role)
    expect(page.get_by_role("heading", name="第 1 版")).to_be_visible()
    expect(page.get_by_role("button", name="上传并比较")).to_have_count(uploads)
