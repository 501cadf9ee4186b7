"""Opens the zip package of an office file, once it is known to be harmless."""

from __future__ import annotations

import io
import re
import zipfile

from corpus.files.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, FormatError

_FEW = 8 * 1024 * 1024
_MARKUP = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARATION_WIDE = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)", re.IGNORECASE)
_HEAD = 64 * 1024


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, checked: size and ratio of what is inside, encryption, and XML that declares entities.

    Raises FormatError.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise broken() from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise FormatError(
            f"解开后有 {len(entries)} 个部分、{unpacked / 1024 / 1024:.0f} MiB，超过 {MOST_UNPACKED // 1024 // 1024} MiB 的上限，没有解开；请拆分后再加入。"
        )
    if unpacked > _FEW and unpacked > MOST_RATIO * len(data):
        raise FormatError(
            f"解开后是原来的 {unpacked // max(len(data), 1)} 倍，像是压缩炸弹，没有解开；请用原来的软件重新保存后再加入。"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise encrypted()
    _refuse_declarations(package, entries)
    return package


def _refuse_declarations(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Office XML never declares a document type or an entity: whoever does means harm."""
    for entry in entries:
        if entry.filename.lower().endswith(_MARKUP):
            try:
                with package.open(entry) as part:
                    head = part.read(_HEAD)
            except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
                raise broken() from error
            if _DECLARATION.search(head) or _DECLARATION_WIDE.search(head):
                raise FormatError(
                    "的 XML 里声明了实体，正常的文档没有这种内容，没有读；请用原来的软件重新保存后再加入。"
                )


def encrypted() -> FormatError:
    """The error for a file that asks for a password."""
    return FormatError("设有密码，打不开；请在原来的软件里去掉密码，另存后再加入。")


def broken() -> FormatError:
    """The error for a file that cannot be opened."""
    return FormatError("已经损坏或没有下载完整，打不开；请重新下载，或用原来的软件打开后另存一份再加入。")


def empty() -> FormatError:
    """The error for a file without a word in it."""
    return FormatError("是空的，没有任何文字；请换成有内容的文件，或把它移出文件夹。")
