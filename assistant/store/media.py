"""What kind of file some bytes are, by their first bytes; a name or a sender's word proves nothing."""

from __future__ import annotations

import re
import unicodedata

UNKNOWN = "application/octet-stream"
_STARTS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ("image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/gif", re.compile(rb"GIF8[79]a")),
    ("image/webp", re.compile(rb"RIFF....WEBP", re.S)),
    ("image/bmp", re.compile(rb"BM....\x00\x00\x00\x00", re.S)),
    ("image/tiff", re.compile(rb"II\*\x00|MM\x00\*")),
    ("image/heic", re.compile(rb"....ftyp(?:heic|heix|hevc|mif1|msf1)", re.S)),
    ("image/avif", re.compile(rb"....ftypavi[fs]", re.S)),
    ("application/pdf", re.compile(rb"%PDF-\d")),
)
_LONGEST_NAME = 120


def media_type(data: bytes) -> str:
    """The media type of an image or a PDF; `application/octet-stream` for everything else."""
    return next((name for name, start in _STARTS if start.match(data)), UNKNOWN)


def display_name(name: str) -> str:
    """A file's name that is safe to show: no folders, no control or direction characters, at most 120 characters."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(c if unicodedata.category(c)[0] != "Z" else " " for c in last if unicodedata.category(c)[0] != "C")
    shown = re.sub(r'[<>:"|?*]', "_", shown).strip(" .")
    if len(shown) > _LONGEST_NAME:
        stem, dot, suffix = shown.rpartition(".")
        keep = f".{suffix}" if dot and len(suffix) <= 8 else ""
        shown = (stem if keep else shown)[: _LONGEST_NAME - len(keep)] + keep
    return shown or "未命名"
