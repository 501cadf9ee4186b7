"""Web pages: spans of cells, nested and laying-out tables, list numbers, encodings, and what is no part of the text."""

from __future__ import annotations

import pytest

from corpus.files.catalogue import read_parts
from corpus.files.parts import Parts


def page(body: str, head: str = "<meta charset=utf-8>") -> Parts:
    return read_parts("页.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(parts: Parts) -> list[str]:
    end = min((span.start for span, _ in parts.aside), default=len(parts.text))
    return [line.strip() for line in parts.text[:end].split("\n") if line.strip()]


def test_spanned_cells_are_carried() -> None:
    (grid,) = page(
        "<table><thead><tr><th rowspan=2>科室<th colspan=2>联系</tr><tr><th>电话<th>地点</tr></thead>"
        "<tr><td rowspan=2>办公室<td>号码一<td>一楼</tr><tr><td colspan=2>暂无</tr></table>"
    ).grids
    assert [cell.text for cell in grid.header] == ["科室", "电话", "地点"]
    assert [[(cell.text, cell.carried) for cell in row] for row in grid.rows] == [
        [("办公室", False), ("号码一", False), ("一楼", False)],
        [("办公室", True), ("暂无", False), ("暂无", True)],
    ]


def test_a_table_that_lays_out_the_page_is_running_text() -> None:
    parts = page(
        "<table><tr><td>左栏<td><table><tr><th>科室<th>职责</tr><tr><td>办公室<td><p>收文</p><p>发文</p></tr></table></tr></table>"
    )
    (grid,) = parts.grids
    assert lines(parts)[0] == "左栏" and grid.rows[0][1].text == "收文发文"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol type=A><li>甲</ol><ul><li>乙</ul>", ["A. 甲", "乙"]),
        ("<p>一、总则<br>（一）目的</p>尾", ["一、总则", "（一）目的", "尾"]),
        ("<p>处&nbsp;<b>二万</b>元\n罚款</p>", ["处\xa0二万元 罚款"]),
        ("<p>&lt;b&gt;不是标签&lt;/b&gt;</p>", ["<b>不是标签</b>"]),
        ("<p>没有结尾的段落<p>第二段<div>第三段", ["没有结尾的段落", "第二段", "第三段"]),
    ],
    ids=["numbers", "start and value", "chinese", "letters", "breaks", "inline", "escaped", "unclosed"],
)
def test_what_a_reader_sees(body: str, expected: list[str]) -> None:
    assert lines(page(body)) == expected


def test_menus_and_hidden_words_are_set_aside_and_scripts_dropped() -> None:
    parts = page(
        "<nav><a>首页</a></nav><ul><li><a>公开</a><li><a>办事</a><li><a>互动</a><li><a>数据</a></ul>"
        "<div class='share-box share'>分享到微信</div><p style='display: none'>看不见</p><button>打印</button>"
        "<div id=content><p>（一）办公室。</p></div><script>alert('脚本')</script><style>p{}</style><!-- 注释 -->",
        "<meta charset=utf-8><title>某局网站</title>",
    )
    assert lines(parts) == ["（一）办公室。"]
    assert {(reason, parts.text[span.start : span.end]) for span, reason in parts.aside} == {
        ("网页标题栏", "某局网站"),
        ("网页导航和页脚", "首页"),
        ("网页导航和页脚", "公开办事互动数据"),
        ("网页导航和页脚", "分享到微信"),
        ("隐藏文字", "看不见"),
        ("网页按钮和输入框", "打印"),
    }
    assert "脚本" not in parts.text and "注释" not in parts.text


def test_a_menu_by_name_that_holds_the_text_is_read() -> None:
    parts = page("<div class=nav><p>负责收文。负责发文；负责保密。</p></div>")
    assert lines(parts) == ["负责收文。负责发文；负责保密。"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("big5", "big5"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    words = "辦公室"
    text = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>"
    assert lines(read_parts("页.htm", text.encode(encoding))) == [words]
