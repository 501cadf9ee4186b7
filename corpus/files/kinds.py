"""Tells what a file is: by its content, and by its name only where the content leaves it open."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "docx", "xlsx", "pdf", "html", "csv", "word97", "excel97", "rtf", "mhtml", "locked", "other"]
"""`word97` and `excel97` are the binary formats before .docx and .xlsx; `locked` is an office file with a password."""

SUFFIX_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".docx": "docx",
    ".docm": "docx",
    ".doc": "word97",
    ".wps": "word97",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "excel97",
    ".et": "excel97",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
}
"""Every suffix that is read."""

KIND_NAMES: dict[Kind, str] = {
    "text": "纯文本",
    "docx": "Word 文档（.docx）",
    "xlsx": "Excel 表格（.xlsx）",
    "pdf": "PDF",
    "html": "网页",
    "csv": "CSV 表格",
    "word97": "旧版 Word 文档（.doc）",
    "excel97": "旧版 Excel 表格（.xls）",
    "rtf": "RTF 文档",
    "mhtml": "网页存档（.mht）",
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MHTML = re.compile(rb"(?:From|MIME-Version|Content-Type|Subject|Date):[^\n]*\r?\n", re.IGNORECASE)
_HEAD = 4096


def kind_of(name: str, data: bytes) -> Kind:
    """What the bytes are. Text is told apart by the name: a comma in a .txt makes no table of it."""
    named = SUFFIX_KINDS.get(PurePath(name).suffix.lower(), "other")
    head = data[:_HEAD]
    if head.startswith(_OLE):
        return _ole_kind(data, named)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _package_kind(data, named)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _MHTML.match(head) and b"multipart/" in head.lower():
        return "mhtml"
    if _HTML.match(_decoded(head)):
        return "html"
    return named if named in ("text", "csv", "html") else "text" if named == "other" else named


def agrees(name: str, kind: Kind) -> bool:
    """Whether a file's suffix says what its content is."""
    return SUFFIX_KINDS.get(PurePath(name).suffix.lower()) == kind


def _ole_kind(data: bytes, named: Kind) -> Kind:
    if _wide("EncryptedPackage") in data:
        return "locked"
    if _wide("WordDocument") in data:
        return "word97"
    if _wide("Workbook") in data or _wide("Book") + b"\x00\x00" in data:
        return "excel97"
    return named if named in ("word97", "excel97") and _wide("PowerPoint") not in data else "other"


def _package_kind(data: bytes, named: Kind) -> Kind:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return named
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    return "other"


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
