"""What a stretch of tidy text looks like: a title, a run-in title, a sentence that goes on, a `字段：值` line."""

from __future__ import annotations

import re

_TITLE_MAX = 32
"""Characters: the longest heading seen in such documents is a matter's full name; a longer line is a sentence."""

_NOT_IN_TITLE = re.compile(r"[。；;，,！？!?：:|]")
_RUN_IN = re.compile(r"([^。；;，,！？：:、（）()《》]{2,16})[。：:](?=.)")
_INTRODUCES = re.compile(r"(?:内设|下设|设立?|设有|所属|直属)[^，。；]{0,8}(?:科室|机构|处室|股室|单位|部门)[：:。]?$")
_FIELD = re.compile(r"[\u4e00-\u9fff（）()]{2,10}[：:]")
_OPENERS = dict(zip("《（(“〔【", "》）)”〕】", strict=True))
_GOES_ON = tuple("，,、《（(“〔-—及和与或的以为由对在将")
_TAIL_OF_LIST = re.compile(r"、.$")
"""A list that breaks off after one character breaks off inside a word."""
_TITLE_ENDS = ("监管", "制度", "监督", "检查", "管理", "办法", "规定", "细则", "职责")
_OPEN_WITHIN = 80
"""Characters after which an unclosed bracket counts as a slip of the document, not as an open one."""

ENDS = tuple("。；;！？!?：:…")
"""Signs that end a sentence or a list item."""


def title_like(words: str) -> bool:
    """True for tidy text (label removed) that reads as a title: short and without the signs of a sentence."""
    return 0 < len(words) <= _TITLE_MAX and not _NOT_IN_TITLE.search(words) and not words.endswith(("的", "等", "、"))


def run_in_title(words: str) -> str:
    """The title that opens a paragraph (`定期检查` of `定期检查。由…进行`), or nothing."""
    match = _RUN_IN.match(words)
    return match.group(1) if match else ""


def introduces_sections(words: str) -> bool:
    """True for tidy text that leads in a list of sections (`某中心内设下列科室：`)."""
    return bool(_INTRODUCES.search(words))


def is_field(words: str) -> bool:
    """True for a line such as `单位名称：…`."""
    return bool(_FIELD.match(words))


def field_value(words: str) -> str:
    """What a `字段：值` line gives as value; nothing for other lines."""
    match = _FIELD.match(words)
    return words[match.end() :] if match else ""


def unclosed(words: str) -> bool:
    """True while a bracket or title mark opened in the words is still open."""
    expected: list[str] = []
    for c in words:
        if c in _OPENERS:
            expected.append(_OPENERS[c])
        elif expected and c == expected[-1]:
            expected.pop()
    return bool(expected)


def goes_on(words: str, short: int) -> bool:
    """True when the next line continues this text: it has not ended and is no title of at most `short` characters."""
    if not words or words.endswith(ENDS):
        return False
    if words.endswith(_GOES_ON) or unclosed(words[-_OPEN_WITHIN:]):
        return True
    if title_like(words) and words.endswith(_TITLE_ENDS):
        return False
    return bool(_TAIL_OF_LIST.search(words)) or not (title_like(words) and len(words) <= short)
