"""What only PDF files do: lines unwrapped over pages, page furniture, places on pages, scans."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from made.as_pdf import FONT, as_pdf
from made.model import MadeTable
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.compile import compile_document
from corpus.errors import SourceError
from corpus.files.catalogue import read_parts
from corpus.files.continued import join_at_break
from corpus.files.draft import Draft, DraftCell
from corpus.files.limits import FormatError
from corpus.files.parts import Parts, Run
from corpus.files.pdf.recognise import can_recognise
from corpus.source import read_source

SENTENCE = "用人单位应当按照国家有关规定为职工办理参保登记并按时足额缴纳各项社会保险费用，不得拖欠。"
PARAGRAPHS = [f"（{n}）第{n}段。{SENTENCE * 3}" for n in "一二三四五六七八九十"]


def drawn(draw: Callable[[Canvas], None], **options: str) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, A4, **options)
    canvas.setFont(FONT, 14)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def kept(parts: Parts) -> list[str]:
    end = min((span.start for span, _ in parts.aside), default=len(parts.text))
    return [line for line in parts.text[:end].split("\n") if line.strip()]


def test_paragraphs_are_unwrapped_over_lines_and_pages() -> None:
    parts = read_parts("a.pdf", as_pdf(PARAGRAPHS * 2))
    assert kept(parts) == PARAGRAPHS * 2


def test_heads_and_page_numbers_are_set_aside() -> None:
    parts = read_parts("a.pdf", as_pdf(PARAGRAPHS * 2, head="某某局文件汇编"))
    aside = [(reason, parts.text[span.start : span.end]) for span, reason in parts.aside]
    pages = len({place.page for place in parts.places})
    assert pages > 1
    assert aside == [pair for n in range(1, pages + 1) for pair in (("页眉", "某某局文件汇编"), ("页码", f"— {n} —"))]


def test_each_line_has_its_page_and_box() -> None:
    parts = read_parts("a.pdf", as_pdf(["甲段在前。", "乙段在后。"]))
    first, second = (next(p for p in parts.places if parts.text[p.span.start] == word) for word in "甲乙")
    assert first.page == second.page == 1 and first.box is not None and second.box is not None
    left, top, right, bottom = first.box
    assert 60 < left < right < A4[0] and 60 < top < bottom <= second.box[1] + 1


def test_a_table_over_pages_with_what_its_cells_hold() -> None:
    rows: list[list[str | None]] = [["序号", "事项", "科室"]]
    for n in range(1, 31):
        rows += [[str(n), f"第{n}项。{SENTENCE}", "办公室"], [None, f"第{n}项之二。{SENTENCE}", "监察股"]]
    parts = read_parts("a.pdf", as_pdf([MadeTable(rows)]))
    (grid,) = parts.grids
    assert [cell.text for cell in grid.header] == ["序号", "事项", "科室"]
    assert [(row[1].text, row[2].text) for row in grid.rows] == [(row[1], row[2]) for row in rows[1:]]
    assert "重复的表头" in {reason for _, reason in parts.aside}


@pytest.mark.parametrize(
    ("columns", "whole", "rows"),
    [
        ({0, 1, 2}, True, [["1", "甲事的前半后半", "办公室"]]),
        ({0}, False, [["1", "甲事的前半", "办公室"], ["1", "后半", ""]]),
        (set(), False, [["1", "甲事的前半", "办公室"], ["", "后半", ""]]),
    ],
    ids=["a row cut in two", "a merged cell that goes on", "nothing goes on"],
)
def test_cells_at_a_page_break(columns: set[int], whole: bool, rows: list[list[str]]) -> None:
    def table(*words: str) -> Draft:
        return Draft([DraftCell(0, i, content=[Run(word)] if word else []) for i, word in enumerate(words)])

    above = table("1", "甲事的前半", "办公室")
    join_at_break(above, table("", "后半", ""), frozenset(columns), whole)
    covering = above.covering()
    assert [[covering[r, c].words for c in range(3)] for r in range(above.height)] == rows


def test_a_locked_file() -> None:
    data = drawn(lambda canvas: canvas.drawString(72, 700, "机密"), encrypt="secret")
    with pytest.raises(Exception, match="密码"):
        read_parts("锁.pdf", data)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9])
def test_a_broken_file(tmp_path: Path, share: float) -> None:
    data = as_pdf(PARAGRAPHS)
    (tmp_path / "坏.pdf").write_bytes(data[: int(share * len(data))])
    with pytest.raises(SourceError, match=r"坏\.pdf.*请"):
        read_source(tmp_path / "坏.pdf")


def scan(lines: list[str], table: bool = False) -> bytes:
    """A page with these lines as nothing but a picture."""

    def draw(canvas: Canvas) -> None:
        for i, line in enumerate(lines):
            canvas.drawString(80, 760 - 30 * i, line)
        if table:
            canvas.grid([80, 220, 500], [560, 590, 620])
            for x, y, words in ((90, 600, "科室"), (230, 600, "职责"), (90, 570, "办公室"), (230, 570, "负责收文工作")):
                canvas.drawString(x, y, words)

    picture = pypdfium2.PdfDocument(drawn(draw))[0].render(scale=150 / 72).to_pil()
    return drawn(lambda canvas: canvas.drawInlineImage(picture, 0, 0, *A4))


@pytest.mark.skipif(not can_recognise(), reason="needs the extra ocr")
def test_a_scan_is_recognised_with_its_table(tmp_path: Path) -> None:
    (tmp_path / "扫描.pdf").write_bytes(scan(["某某局内设机构", "（一）办公室。负责文电、会务工作。"], table=True))
    source = read_source(tmp_path / "扫描.pdf")
    assert "负责文电、会务工作" in source.text
    (grid,) = source.grids
    assert [[cell.text for cell in row] for row in (grid.header, *grid.rows)] == [
        ["科室", "职责"],
        ["办公室", "负责收文工作"],
    ]
    assert all(place.page == 1 and place.box for place in source.places)
    assert "ocr-pages" in {anomaly.code for anomaly in compile_document(source).anomalies}


@pytest.mark.skipif(not can_recognise(), reason="needs the extra ocr")
def test_smudged_words_are_marked(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 760, "（一）办公室。负责文电、会务工作。")
        canvas.setFont(FONT, 4.5)
        canvas.drawString(80, 700, "（二）稽核股。负责薪酬稽核、罚没款项。")

    picture = pypdfium2.PdfDocument(drawn(draw))[0].render(scale=80 / 72).to_pil()
    (tmp_path / "糊.pdf").write_bytes(drawn(lambda canvas: canvas.drawInlineImage(picture, 0, 0, *A4)))
    document = compile_document(read_source(tmp_path / "糊.pdf"))
    doubtful = [anomaly for anomaly in document.anomalies if anomaly.code == "ocr-doubtful"]
    assert doubtful and all(document.quote(a.span).strip() == a.subject for a in doubtful)


def test_a_scan_without_recognition_names_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(FormatError, match=r"第 1 页是扫描的图片.*renshe\[ocr\]"):
        read_parts("扫描.pdf", scan(["某某局内设机构"]))
