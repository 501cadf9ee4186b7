"""Files that are broken, locked, harmful, too large or not what they say: a clear sentence, and nothing else happens."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from made.as_docx import as_docx
from openpyxl import Workbook

from corpus.compile import compile_document
from corpus.errors import SourceError
from corpus.folder import compile_corpus, left_out
from corpus.source import read_source

WORD = as_docx(["某某局内设机构", "（一）办公室。负责文电、会务工作。"])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def packed(data: bytes, **parts: bytes) -> bytes:
    """A Word file with parts replaced or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name.rpartition("/")[2].partition(".")[0], None) or old.read(name))
        for name, content in parts.items():
            new.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def sheet_without_words() -> bytes:
    buffer = BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


BOMB = packed(WORD, bomb=b"<a>" + b" " * 30_000_000 + b"</a>")
ENTITIES = packed(
    WORD,
    document=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&a;</w:body></w:document>',
)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("空.docx", b"", "是空的"),
        ("无字.docx", as_docx([]), "是空的"),
        ("无字.xlsx", sheet_without_words(), "是空的"),
        ("无字.html", b"<html><body><script>x()</script></body></html>", "是空的"),
        ("半截.docx", WORD[: len(WORD) // 2], "损坏"),
        ("假的.docx", b"PK\x03\x04" + b"\x00" * 99, "损坏"),
        ("缺部分.docx", packed(WORD, document=b"<w:document"), "损坏"),
        ("炸弹.docx", BOMB, "压缩炸弹"),
        ("实体.docx", ENTITIES, "实体"),
        ("加密.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("幻灯片.doc", OLE + "PowerPoint Document".encode("utf-16-le"), "不是能读的文件"),
        ("深.html", b"<html>" + b"<div>" * 250 + "深".encode() + b"</div>" * 250, "太深"),
        ("引号.csv", '"一",二\n"三'.encode() + b"x" * 2_000_000, "引号"),
        ("压缩包.docx", packed(b"PK\x05\x06" + b"\x00" * 18, a=b"b").replace(b"word/", b"memo/"), "不是能读的文件"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_clear_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as error:
        read_source(path)
    assert says in str(error.value) and name in str(error.value) and "请" in str(error.value)


def test_one_bad_file_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "好.docx").write_bytes(WORD)
    (tmp_path / "坏.docx").write_bytes(WORD[:2000])
    with pytest.raises(SourceError, match=r"坏\.docx"):
        compile_corpus(tmp_path)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "好.docx").write_bytes(WORD)
    (tmp_path / "外.txt").write_text("（一）办公室。负责保密工作。", "utf-8")
    (folder / "链接.txt").symlink_to(tmp_path / "外.txt")
    assert [d.file for d in compile_corpus(folder).documents] == ["好.docx"]
    assert left_out(folder) == ("链接.txt",)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("职责.txt", WORD, "Word 文档"),
        ("职责.doc", WORD, "Word 文档"),
        ("职责.doc", "<html><body><p>（一）办公室。负责保密工作。</p></body></html>".encode("gb18030"), "网页"),
        ("职责.xls", "<html><table><tr><td>科室</td></tr></table></html>".encode(), "网页"),
        (
            "职责.doc",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n"
            b"Content-Transfer-Encoding: 8bit\r\n\r\n<html><p>"
            + "（一）办公室。".encode()
            + b"</p></html>\r\n--x--\r\n",
            "网页存档",
        ),
    ],
    ids=["docx as txt", "docx as doc", "html as doc", "html as xls", "mht as doc"],
)
def test_a_misleading_suffix_is_read_by_content_and_said(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    document = compile_document(read_source(tmp_path / name))
    (said,) = [a.text for a in document.anomalies if a.code == "suffix-misleads"]
    assert kind in said and "按内容" in said and "室" in document.text
