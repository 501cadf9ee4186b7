"""What surrounds a document on a page is set aside with its reason; the words of a rule never are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.compile import compile_document
from corpus.noise import blanked, find_noise
from corpus.outline import read_clauses
from corpus.records import Document, Span
from corpus.source import Source


def aside(text: str) -> list[tuple[str, str]]:
    return [(noise.reason, text[noise.span.start : noise.span.end].strip()) for noise in find_noise(text)]


def compiled(text: str, file: str = "文件.txt") -> Document:
    return compile_document(Source(file, "0" * 64, text))


CRAWLED = (
    "标题: 甲县乙局内设机构职责\n发布时间: 2021-03-04 10:00\n文号: \n发布机构: 甲县乙局\n原文链接: https://example.org/1.htm\n"
    "==================== 正文 ====================\n"
    "当前位置： 首页政务公开机构职能 甲县乙局内设机构职责 时间：2021-03-04 10:00 微信 微博 QQ空间 本局设下列科室。 来源：甲县乙局 附件下载"
)


def test_a_crawled_page_leaves_its_text_alone() -> None:
    document = compiled(CRAWLED)
    assert [clause.text for clause in document.clauses] == ["本局设下列科室。"]
    assert [reason for _, reason in document.set_aside if reason != "空白"] == ["网页抓取页头", "网页导航", "网页页脚"]
    assert (document.title, document.bureau, document.unread) == ("甲县乙局内设机构职责", "甲县乙局", ())


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("首页\n机构\n新闻\n您现在的位置: 首页 > 通知\n一、凡事须报告。", "网页导航", "您现在的位置: 首页 > 通知"),
        ("机构\n新闻\n您现在的位置: 首页 > 通知\n一、凡事须报告。", "网页菜单", "机构"),
        ("一、凡事须报告。\n打印 关闭\n", "网页按钮", "打印 关闭"),
        ("一、凡事须报告。\n【打印】【关闭】\n", "网页按钮", "【打印】【关闭】"),
        ("字体：[大 中 小] 浏览次数：12 次\n一、凡事须报告。", "网页按钮", "字体：[大 中 小]"),
        ("一、凡事须报告。&nbsp;另有规定的除外。", "转义空格", "&nbsp;"),
        ("&lt;p class='x'&gt;一、凡事须报告。&lt;/p&gt;", "网页标签", "&lt;p class='x'&gt;"),
        ("<p>一、凡事须报告。</p>", "网页标签", "<p>"),
        (".a{color:red;font-size:12px}\n一、凡事须报告。", "网页代码", ".a{color:red;font-size:12px}"),
        ("var a = document.title;\n一、凡事须报告。", "网页代码", "var a = document.title;"),
        ("一、凡事须\n- 3 -\n报告。", "页码", "- 3 -"),
        ("一、凡事须\n第 3 页 共 9 页\n报告。", "页码", "第 3 页 共 9 页"),
        ("一、凡事须报告。\n甲市乙局版权所有 粤ICP备00号\n", "网页页脚", "甲市乙局版权所有 粤ICP备00号"),
        ("一、凡事须报告。（此件主动公开）", "公开属性", "（此件主动公开）"),
    ],
)
def test_noise_is_named(text: str, reason: str, words: str) -> None:
    assert (reason, words) in aside(text)
    assert "凡事须" in blanked(text, find_noise(text))


def test_a_sentence_goes_on_over_a_page_break() -> None:
    page = "甲县乙局文件\n"
    text = f"一、凡事须在\n- 1 -\n{page}五日内报告，并\n- 2 -\n{page}抄送丙局，再\n- 3 -\n{page}存档。\n二、另行规定。"
    clauses = compiled(text).clauses
    assert [c.text for c in clauses] == ["一、凡事须在五日内报告，并抄送丙局，再存档。", "二、另行规定。"]
    assert [reason for reason, _ in aside(text)].count("页眉") == 3


def test_digits_parted_by_blanks_are_one_number() -> None:
    clauses = compiled("第 2 2 条 甲事报告。\n第 2 3 条 乙事备案。").clauses
    assert [c.label for c in clauses] == ["第22条", "第23条"]


def test_a_chapter_shown_twice_at_once_counts_once() -> None:
    chapter = "一、基本信息事项名称：甲事审批主办处室：乙处事项性质：行政许可联系人：某某联系电话：0000二、时限配置"
    text = f"甲事审批{chapter}{chapter}承诺时限：3个工作日三、收费说明不收费"
    assert [reason for reason, _ in aside(text)] == ["重复内容"]
    assert aside(text)[0][1] == chapter


def test_the_same_list_in_two_chapters_stays() -> None:
    listed = "（一）申请材料：1.申请表一份，需要盖章；2.证明一份，需要盖章；3.身份证复印件一份，需要签名。"
    assert aside(f"一、甲补贴{listed}二、乙补贴{listed}") == []


def test_a_contents_list_of_decimal_headings_is_set_aside() -> None:
    titles = ["登录与绑定", "人员登记", "如何查询？"]
    listed = "\n".join(f"1.1.{i} {title}" for i, title in enumerate(titles, 1))
    body = "\n".join(f"1.1.{i} {title}\n这样办理{title}。" for i, title in enumerate(titles, 1))
    assert [reason for reason, _ in aside(f"手册\n{listed}\n{body}")] == ["目录"] * 3


def test_a_line_of_fields_inside_a_guide_stays() -> None:
    assert aside("甲事办事指南\n事项名称：甲事\n来源：省里\n一、材料：\n申请表。") == []


SENTENCES = st.lists(
    st.sampled_from(
        [
            "对甲事进行检查",
            "打印 关闭窗口的须登记",
            "当前位置：须公开",
            "微信 微博 公开平台发布信息",
            "第 3 页的表格应当填写",
        ]
    ),
    min_size=1,
    max_size=3,
).map(lambda parts: "，".join(parts) + "。")
NOISE = st.sampled_from(
    [
        "- 3 -",
        "打印 关闭",
        "【打印】 【关闭】",
        "返回顶部",
        "<br/>",
        "&nbsp;",
        "第 3 页 共 9 页",
        "var a = 1;",
        "浏览次数：12",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(SENTENCES, NOISE), min_size=1, max_size=6))
def test_no_numbered_clause_is_ever_set_aside(parts: list[tuple[str, str]]) -> None:
    clauses = [f"{i}、{sentence}" for i, (sentence, _) in enumerate(parts, 1)]
    text = "\n".join(f"{clause}\n{noise}" for clause, (_, noise) in zip(clauses, parts, strict=True))
    kept = blanked(text, find_noise(text))
    assert len(kept) == len(text)
    read = read_clauses(kept, [Span(0, len(kept))])
    assert "".join(c.text for c in read) == "".join("".join(clause.split()) for clause in clauses)
    assert compiled(text).unread == ()
