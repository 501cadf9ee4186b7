"""Files made to cost time or memory without end: the reading ends, says why, and the process that asked stays as it was."""

from __future__ import annotations

import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from made.as_docx import as_docx
from made.as_pdf import as_pdf

from corpus.errors import SourceError
from corpus.files import contained
from corpus.files.child import Cost
from corpus.files.contained import read_contained
from corpus.files.limits import MOST_PAGES, FormatError
from corpus.files.parts import PartsBuilder
from corpus.files.pdf.read import _pages
from corpus.files.pdf.recognise import can_recognise
from corpus.folder import load_corpus

SMALL = Cost(memory=900 * 1024**2, seconds=30, step_seconds=4)


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b /Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


CATALOGUE, PAGE = b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "


def one_page(content: bytes, *more: bytes, resources: bytes = b"<<>>") -> bytes:
    return pdf(
        [
            CATALOGUE,
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            PAGE + b"/Contents 4 0 R /Resources %b>>" % resources,
            content,
            *more,
        ]
    )


def packed_twice(size: int) -> bytes:
    """So many MiB of operators behind two rounds of compression: a few kB."""
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b"0 0 m " * 174_763) for _ in range(size)) + packer.flush()
    return one_page(stream(zlib.compress(inner, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(MOST_PAGES + 1))
    pages = [PAGE + b">>"] * (MOST_PAGES + 1)
    return pdf([CATALOGUE, b"<</Type /Pages /Kids [%b] /Count 9>>" % kids, *pages])


def tree_of_itself() -> bytes:
    return pdf([CATALOGUE, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000>>"])


def doubled_forms() -> bytes:
    """Thirty forms, each drawing the next one twice: a billion words from two thousand bytes."""
    forms = [
        stream(
            b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F %d 0 R>>>>" % n
        )
        for n in range(6, 36)
    ]
    return one_page(stream(b"/F Do"), *forms, stream(b"0 0 m 1 1 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
                    resources=b"<</XObject <</F 5 0 R>>>>")  # fmt: skip


def form_of_itself() -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>>"
    return one_page(stream(b"/F Do"), stream(b"/F Do", entries), resources=b"<</XObject <</F 5 0 R>>>>")


def nested_arrays() -> bytes:
    return one_page(
        stream(b"[" * 200_000 + b"]" * 200_000 + b" TJ"), resources=b"<</A %b>>" % (b"[" * 9000 + b"]" * 9000)
    )


def lines_without_end() -> bytes:
    """A small file of a million drawn lines."""
    return one_page(stream(zlib.compress(b"1 1 m 500 500 l S " * 1_000_000, 9), b"/Filter /FlateDecode"))


def spreadsheet_with_formats() -> bytes:
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "头", "尾"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HOSTILE: list[tuple[str, Callable[[], bytes]]] = [
    ("大.pdf", lambda: packed_twice(1200)),
    ("多页.pdf", many_pages),
    ("自环页树.pdf", tree_of_itself),
    ("倍增.pdf", doubled_forms),
    ("深套.pdf", nested_arrays),
    ("线.pdf", lines_without_end),
    ("远格.xlsx", spreadsheet_with_formats),
]


@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_the_reading_ends_and_says_why(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF)
    began = time.monotonic()
    with pytest.raises(FormatError) as error:
        read_contained(name, data, SMALL)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert "请" in str(error.value) and str(error.value).endswith("。")
    assert time.monotonic() - began < 120
    assert after.ru_utime - before.ru_utime < 2, "the work is the child's"


def test_what_draws_itself_is_drawn_once() -> None:
    """pdfminer notices a form inside itself; nothing is left of the page, and it says so."""
    with pytest.raises(FormatError, match="请"):
        read_contained("自环.pdf", form_of_itself(), SMALL)


def test_the_corpus_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = tmp_path / "资料", tmp_path / "缓存"
    folder.mkdir()
    (folder / "好.docx").write_bytes(as_docx(["某某局内设机构", "（一）办公室。负责文电、会务工作。"]))
    before = load_corpus(folder, cache)
    monkeypatch.setattr(contained, "COST", SMALL)
    monkeypatch.setattr(read_contained, "__defaults__", (SMALL,))
    (folder / "坏.pdf").write_bytes(doubled_forms())
    with pytest.raises(SourceError, match=r"坏\.pdf.*太久.*请"):
        load_corpus(folder, cache)
    (folder / "坏.pdf").unlink()
    assert load_corpus(folder, cache) == before


def test_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained.subprocess, "Popen", None)
    assert read_contained("职责.txt", "（一）办公室。".encode()).text == "（一）办公室。"
    assert "办公室" in read_contained("表.csv", "科室,电话\n办公室,一".encode()).text


def test_secrets_stay_with_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENSHE_LLM_API_KEY", "secret")
    seen: dict[str, str] = {}
    started = contained.subprocess.Popen

    def start(*args: object, **options: object) -> object:
        seen.update(options["env"])  # type: ignore[call-overload]
        return started(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(contained.subprocess, "Popen", start)
    assert "一段话。" in read_contained("a.pdf", as_pdf(["一段话。"])).text
    assert "PATH" in seen and not [key for key in seen if key.startswith("RENSHE")]


@pytest.mark.skipif(not can_recognise(), reason="needs the extra ocr")
def test_scanned_pages_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = stream(
        b"\xff" * 16, b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    page = PAGE + b"/Contents 4 0 R /Resources <</XObject <</I 5 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % n for n in (3, 6, 7, 8, 9))
    pages = b"<</Type /Pages /Kids [%b] /Count 5>>" % kids
    data = pdf(
        [CATALOGUE, pages, page, stream(b"595 0 0 842 0 0 cm /I Do"), picture, *[page] * 3, page[:-2] + b"/Annots []>>"]
    )
    monkeypatch.setattr("corpus.files.pdf.read.MOST_SCANNED", 1)
    builder = PartsBuilder()
    assert len(_pages(data, builder)) == 5
    codes = dict(builder.remarks)
    assert "第 1 页" in codes["ocr-pages"]
    assert "第 2—5 页" in codes["ocr-left-out"] and "没有读" in codes["ocr-left-out"]
