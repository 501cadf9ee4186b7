"""The formats that are read: which module reads which kind. Each is imported when the first file of its kind comes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from corpus.files.kinds import KIND_NAMES, Kind, agrees, kind_of
from corpus.files.limits import MOST_CHARACTERS, FormatError
from corpus.files.packages import empty, encrypted
from corpus.files.parts import Parts, PartsBuilder

_BLANK = "\ufeff\u200b \t\r\n\u3000\xa0"


def read_parts(name: str, data: bytes) -> Parts:
    """Text, tables and places of a file's bytes, whatever its name says it is.

    Raises FormatError for what is broken, locked, too large, empty, or no document. Time and memory are bounded by
    `contained.read_contained` alone: call that for a file that anybody may have made.
    """
    if not data:
        raise empty()
    kind = kind_of(name, data)
    parts = _read(kind, name, data)
    if not parts.text.strip(_BLANK):
        raise empty()
    if len(parts.text) > MOST_CHARACTERS:
        raise FormatError(f"有 {len(parts.text)} 个字，超过 {MOST_CHARACTERS} 字的上限；请拆分后再加入。")
    return with_remark(parts, name, kind)


def _read(kind: Kind, name: str, data: bytes) -> Parts:
    match kind:
        case "text":
            from corpus.files.plain_text import read_text as read
        case "docx":
            from corpus.files.docx.read import read_docx as read
        case "xlsx":
            from corpus.files.xlsx import read_xlsx as read
        case "csv":
            from corpus.files.csv_table import read_csv as read
        case "html":
            from corpus.files.html.read import read_html as read
        case "mhtml":
            from corpus.files.mhtml import read_mhtml as read
        case "pdf":
            from corpus.files.pdf.read import read_pdf as read
        case "word97" | "excel97" | "rtf":
            from corpus.files.libreoffice import read_converted

            return read_converted(kind, data)
        case "locked":
            raise encrypted()
        case "other":
            raise FormatError("不是能读的文件（能读 Word、PDF、Excel、网页和文本）；请另存为其中一种再加入。")
    try:
        return read(data)
    except RecursionError as error:
        raise FormatError("里的内容一层套一层，太深，没有读；请用原来的软件重新保存后再加入。") from error


def with_remark(parts: Parts, name: str, kind: Kind) -> Parts:
    """With a remark where a file's suffix says something else than its content is."""
    if agrees(name, kind):
        return parts
    builder = PartsBuilder()
    builder.write(parts.text)
    suffix = PurePath(name).suffix
    builder.remark("suffix-misleads", f"文件名以“{suffix}”结尾，内容却是{KIND_NAMES[kind]}，已按内容读取。")
    return replace(parts, remarks=(*parts.remarks, *builder.parts().remarks))
