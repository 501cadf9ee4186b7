"""Names that documents may have: what comes from a browser or another system must be no path of its own choosing."""

from __future__ import annotations

import re
import unicodedata

from corpus.errors import CorpusError

_MOST_BYTES = 200
_BAD = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def safe_name(sent: str, folder: str = "") -> str:
    """The name of a document: the last part of the one sent, under a subfolder where one is given.

    Raises CorpusError, saying why, for a name that no file may have.
    """
    name = unicodedata.normalize("NFC", sent).replace("\\", "/").rsplit("/", 1)[-1].strip()
    parts = [part for part in (unicodedata.normalize("NFC", folder).strip(), name) if part] if name else []
    for part in parts:
        if _BAD.search(part) or "/" in part or part.startswith(".") or part.endswith((".", " ")):
            raise CorpusError(
                f"文件名“{_shown(part)}”里有不能用的字符，或以点开头；请改成只含汉字、字母、数字的名字后再上传。"
            )
        if len(part.encode()) > _MOST_BYTES:
            raise CorpusError(f"文件名“{_shown(part)}”太长；请改成不超过 60 个字的名字后再上传。")
    if not parts:
        raise CorpusError("文件没有名字；请给它起个名字后再上传。")
    return "/".join(parts)


def _shown(name: str) -> str:
    return _BAD.sub("�", name)[:40]
