"""What only Word files do: list numbers that are style, merged and nested cells, boxes, notes, revisions, hidden words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from assistant.papers.docx_footnotes import Footnotes
from assistant.papers.docx_layout import NOTE_MARK_STYLE, NOTE_STYLE
from corpus.files.catalogue import read_parts
from corpus.files.docx.ordinals import ordinal
from corpus.files.parts import Parts

W = nsdecls("w")
BOX = f"""<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的提示。</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的提示。</w:t>
</w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def parts_of(make: Callable[..., None]) -> Parts:
    document = Document()
    make(document)
    buffer = BytesIO()
    document.save(buffer)
    return read_parts("文件.docx", buffer.getvalue())


def lines(parts: Parts) -> list[str]:
    return [line.strip() for line in parts.text.split("\n") if line.strip()]


def numbered(document: object, levels: list[tuple[str, str]], words: list[tuple[int, str]]) -> None:
    """List paragraphs of one list with these forms and patterns by level."""
    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (form, pattern) in enumerate(levels)
    )
    first = numbering.find("{*}num")
    first.addprevious(parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{made}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in words:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()  # type: ignore[attr-defined]
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


def test_list_numbers_stand_in_the_text() -> None:
    levels = [
        ("chineseCountingThousand", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "%1.%4"),
    ]
    words = [(0, "总则"), (1, "目的"), (1, "范围"), (2, "本县"), (2, "外县"), (0, "职责"), (1, "办公室"), (3, "收文")]
    parts = parts_of(lambda document: numbered(document, levels, words))
    assert lines(parts) == [
        "一、总则", "（一）目的", "（二）范围", "1. 本县", "2. 外县", "二、职责", "（一）办公室", "二.1 收文",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "form", "words"),
    [
        (12, "chineseCounting", "十二"),
        (21, "chineseCountingThousand", "二十一"),
        (10, "ideographDigital", "一〇"),
        (3, "chineseLegalSimplified", "叁"),
        (2, "ideographTraditional", "乙"),
        (5, "decimalEnclosedCircle", "⑤"),
        (7, "decimalFullWidth", "７"),
        (28, "lowerLetter", "bb"),
        (9, "upperRoman", "IX"),
        (4, "bullet", ""),
    ],
)
def test_forms_of_numbers(number: int, form: str, words: str) -> None:
    assert ordinal(number, form) == words


def merged(document: object) -> None:
    table: Table = document.add_table(4, 3)  # type: ignore[attr-defined]
    for r, row in enumerate(
        (("序号", "职责", "科室"), ("1", "收文", "办公室"), ("", "发文", "办公室"), ("2", "两项", ""))
    ):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2))


def test_merged_cells_are_carried_and_written_once() -> None:
    (grid,) = parts_of(merged).grids
    assert [[(cell.text, cell.carried) for cell in row] for row in grid.rows] == [
        [("1", False), ("收文", False), ("办公室", False)],
        [("1", True), ("发文", False), ("办公室", False)],
        [("2", False), ("两项", False), ("两项", True)],
    ]
    assert parts_of(merged).text.count("两项") == 1


def nested(document: object) -> None:
    table: Table = document.add_table(2, 2)  # type: ignore[attr-defined]
    for c, words in enumerate(("科室", "联系方式")):
        table.cell(0, c).text = words
    table.cell(1, 0).text = "办公室"
    inner = table.cell(1, 1).add_table(2, 2)
    for r, row in enumerate((("电话", "地点"), ("号码一", "一楼"))):
        for c, words in enumerate(row):
            inner.cell(r, c).text = words


def test_a_nested_table_is_in_its_cell_and_a_table_of_its_own() -> None:
    outer, inner = parts_of(nested).grids
    assert outer.rows[0][1].text == "电话地点号码一一楼"
    assert [cell.text for cell in inner.rows[0]] == ["号码一", "一楼"]
    assert outer.span.start < inner.span.start and inner.span.end < outer.span.end


def continued(document: object) -> None:
    for rows in ((("序号", "事项"), ("1", "甲事")), (("序号", "事项"), ("2", "乙事")), (("3", "丙事"), ("4", "丁事"))):
        table: Table = document.add_table(2, 2)  # type: ignore[attr-defined]
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                table.cell(r, c).text = words
        document.add_paragraph("")  # type: ignore[attr-defined]


def test_a_table_that_goes_on_is_one_table() -> None:
    parts = parts_of(continued)
    (grid,) = parts.grids
    assert [row[1].text for row in grid.rows] == ["甲事", "乙事", "丙事", "丁事"]
    assert {reason for _, reason in parts.aside} == {"重复的表头"}


def titled(document: object) -> None:
    table: Table = document.add_table(4, 3)  # type: ignore[attr-defined]
    for r, row in enumerate(
        (("某局联系表", "", ""), ("科室", "联系方式", ""), ("", "电话", "地点"), ("办公室", "号码", "一楼"))
    ):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 1).merge(table.cell(1, 2))
    table.cell(1, 0).merge(table.cell(2, 0))


def test_a_title_row_is_a_line_and_a_header_of_two_rows_is_one() -> None:
    parts = parts_of(titled)
    (grid,) = parts.grids
    assert lines(parts)[0] == "某局联系表"
    assert [cell.text for cell in grid.header] == ["科室", "电话", "地点"]
    assert [[cell.text for cell in row] for row in grid.rows] == [["办公室", "号码", "一楼"]]


def revised(document: object) -> None:
    paragraph = document.add_paragraph("处")._p  # type: ignore[attr-defined]
    for xml in (
        f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>一万元</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="2" w:author="a"><w:r><w:t>二万元</w:t></w:r></w:ins>',
        f"<w:r {W}><w:t>罚款。</w:t><w:br/><w:t>软换行后。</w:t></w:r>",
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>看不见。</w:t></w:r>",
        BOX,
    ):
        paragraph.append(parse_xml(xml))


def test_revisions_hidden_words_breaks_and_boxes() -> None:
    parts = parts_of(revised)
    assert lines(parts)[:3] == ["处二万元罚款。", "软换行后。", "框里的提示。"]
    assert parts.text.count("框里的提示") == 1
    aside = {reason: parts.text[span.start : span.end] for span, reason in parts.aside}
    assert aside == {"修订中删去的文字": "一万元", "隐藏文字": "看不见。"}


def test_footnotes_follow_the_text() -> None:
    def noted(document: object) -> None:
        for name, kind in ((NOTE_STYLE, WD_STYLE_TYPE.PARAGRAPH), (NOTE_MARK_STYLE, WD_STYLE_TYPE.CHARACTER)):
            document.styles.add_style(name, kind)  # type: ignore[attr-defined]
        notes = Footnotes(document)  # type: ignore[arg-type]
        notes.add(document.add_paragraph("处二万元罚款。"), "《某条例》第三条。")  # type: ignore[attr-defined]
        document.add_paragraph("后一段。")  # type: ignore[attr-defined]
        notes.finish()

    parts = parts_of(noted)
    assert lines(parts) == ["处二万元罚款。", "后一段。", "脚注1：《某条例》第三条。"]
    assert parts.places[-1].cell == "脚注1"
