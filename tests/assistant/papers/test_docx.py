"""A paper rendered as a Word file and opened again says what the paper says."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from assistant.papers.docx import to_docx
from assistant.papers.paper import (
    Blank,
    Closing,
    Fields,
    Heading,
    Note,
    Notice,
    Paper,
    Paragraph,
    Signatures,
    Table,
    Text,
    table_paper,
    words,
)

PAPER = Paper(
    "监督意见书",
    (
        Fields((("主送单位", words("某某公司")), ("日期", (Blank(),)))),
        Heading(words("一、检查情况")),
        Paragraph((Text("收费标准没有明示 & <未改>。"), Note("第七项：“收退费标准”"), Blank("整改期限"))),
        Notice(words("拟罚数额超出上限。")),
        Table(("序号", "内容"), ((words("1"), (*words("证照"), Note("第一项"))),), (1, 4)),
        Signatures(("检查人员", "检查人员", "被检查单位负责人")),
        Closing(words("甲县人社局"), (Blank("成文日期"),)),
    ),
    issuer="甲县人社局",
    number=(Blank("发文字号"),),
)


def _opened(paper: Paper) -> docx.document.Document:
    return docx.Document(io.BytesIO(to_docx(paper)))


def _footnotes(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/footnotes.xml").decode()


def test_every_block_is_there_with_blanks_marked() -> None:
    document = _opened(PAPER)
    text = "\n".join(p.text for p in document.paragraphs)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    for expected in (
        "监督意见书",
        "一、检查情况",
        "& <未改>",
        "【待填：整改期限】",
        "拟罚数额超出上限",
        "【待填：发文字号】",
    ):
        assert expected in text
    for expected in ("某某公司", "【待填】", "证照", "被检查单位负责人"):
        assert expected in cells


def test_citations_are_real_footnotes() -> None:
    data = to_docx(PAPER)
    document = docx.Document(io.BytesIO(data))
    marks = [e.get(qn("w:id")) for e in document.element.body.iter(qn("w:footnoteReference"))]
    assert marks == ["1", "2"]
    assert "第七项：“收退费标准”" in _footnotes(data)
    assert 'w:type="separator" w:id="-1"' in _footnotes(data)


def test_the_head_of_a_table_repeats_and_chinese_fonts_are_set() -> None:
    document = _opened(table_paper("计划", ("单位", "月份"), [("甲", "3"), ("乙", "4")]))
    head = document.tables[0].rows[0]._tr
    assert head.trPr is not None and head.trPr.find(qn("w:tblHeader")) is not None
    fonts = document.styles["公文正文"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋"


def test_pages_are_numbered() -> None:
    footer = _opened(PAPER).sections[0].footer
    assert "PAGE" in "".join(e.text or "" for e in footer._element.iter(qn("w:instrText")))


def test_same_paper_same_bytes() -> None:
    assert to_docx(PAPER) == to_docx(PAPER)


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells"):
        table_paper("计划", ("单位", "月份"), [("甲", "3"), ("乙",)])
