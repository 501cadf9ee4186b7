"""What a cell's words look like, and how well they suit a column: what tells cells apart where nothing else does."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from corpus.tables.column_names import column_names

_NUMBER = re.compile(r"\d{1,4}")
_CODE = re.compile(r"[A-Z]{1,8}(?:[-—][A-Z]{0,8})?\d{2,8}")
"""A list may number its rows by codes (`XC-A0001`)."""
_YES_NO = re.compile(r"[是否有无√×✓]|[\u4e00-\u9fff]{1,6}[〔\[]\d{4}[〕\]]\d{1,4}号")
"""A column that asks whether there are rules may be answered by the number of the document that holds them."""
_MARK = re.compile(r"[√✓×○●■□☑—/\-]")
_SHARE = re.compile(r"\d+(?:\.\d+)?\s*[%％‰]|百分之|\d+\s*(?:次|家|户|个|名|人|批|件)|全覆盖|一次|[两二三四]次")
_COUNT = re.compile(r"\d{1,5}(?:次|家|户)?")
_LEVEL = re.compile(r"[\u4e00-\u9fff、和及,，;；（）()/]{0,24}[省市县区乡镇村]级[^。]{0,100}|省|市|县|区|省市县")
_LAW = re.compile(r"《|第[一二三四五六七八九十百零\d]{1,5}条|法[律规]?(?:第|$)|[〔\[]\d{4}[〕\]]")
_TELEPHONE = re.compile(r"(?=.*\d{3})[\d\-—–()（）、,，;；/\s*×xX转+]{3,60}")
_SENTENCE = re.compile(r"。|；.")
_LISTED = re.compile(r"^(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)])")
_NAME_MAX = 80
_SHARE_MAX = 80

Cost = float
NEVER: Cost = 1e6
_ODD: Cost = 3
"""A cell that does not look like its column, though it might be."""


@functools.lru_cache(maxsize=8192)
def misfit(holds: str, words: str) -> Cost:
    """How badly tidy words suit a column of that sort: 0 well, `NEVER` not at all. Blank cells suit any column."""
    if not words:
        return 0
    if holds in _STRICT:
        return 0 if _STRICT[holds](words) else NEVER
    if holds == "text":
        return _ODD if _looks_special(words) else 0
    if holds == "name":
        sentences = len(_SENTENCE.findall(words))
        long = len(words) > _NAME_MAX
        return _looks_special(words) * _ODD + sentences + 2 * long + 0.5 * bool(_LISTED.match(words))
    return 0 if _LOOSE[holds](words) else _ODD


def is_number(words: str) -> bool:
    """Whether the words are a running number."""
    return _NUMBER.fullmatch(words) is not None


def numbers_row(words: str) -> bool:
    """Whether the words are a running number or a code in its place."""
    return is_number(words) or _CODE.fullmatch(words) is not None


def is_share(words: str) -> bool:
    """Whether the words state a share, a number of units or a frequency, and little else."""
    return len(words) <= _SHARE_MAX and "《" not in words and _SHARE.search(words) is not None


def is_organ(words: str) -> bool:
    """Whether the words name an authority, or several."""
    return len(words) <= _NAME_MAX and _organ().fullmatch(words) is not None


def is_section(words: str) -> bool:
    """Whether the words name a section inside an authority, or several."""
    return len(words) <= _NAME_MAX and _section().fullmatch(words) is not None


def is_method(words: str) -> bool:
    """Whether the words name ways of checking (现场检查、书面检查) and nothing else."""
    return _method().fullmatch(words) is not None


def is_degree(words: str) -> bool:
    """Whether the words are a degree of gravity (轻微, 一般违法)."""
    return _degree().fullmatch(words) is not None


def is_law(words: str) -> bool:
    """Whether the words name a law, an article or a document's number."""
    return _LAW.search(words) is not None


def _looks_special(words: str) -> bool:
    """Whether a column of free words is an odd place for these: they are a number, a share, a mark …"""
    short = len(words) <= 30
    return short and any(
        test(words)
        for test in (is_number, _MARK.fullmatch, _YES_NO.fullmatch, _bare_share, is_method, _LEVEL.fullmatch)
    )


def _bare_share(words: str) -> bool:
    return is_share(words) and len(re.sub(r"[\u4e00-\u9fff]", "", words)) * 2 > len(words)


def _phrases(words: str) -> bool:
    return not words.endswith("。") and "《" not in words


def _full(form: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda words: form.fullmatch(words) is not None


_STRICT: dict[str, Callable[[str], bool]] = {
    "number": numbers_row,
    "yes_no": _full(_YES_NO),
    "mark": _full(_MARK),
    "count": _full(_COUNT),
}
_LOOSE: dict[str, Callable[[str], bool]] = {
    "share": is_share,
    "method": is_method,
    "organ": is_organ,
    "section": is_section,
    "level": _full(_LEVEL),
    "law": is_law,
    "degree": is_degree,
    "phrases": _phrases,
    "telephone": _full(_TELEPHONE),
}


@functools.cache
def _organ() -> re.Pattern[str]:
    return _names_ending_in(column_names().organ)


@functools.cache
def _section() -> re.Pattern[str]:
    return _names_ending_in(column_names().section)


def _names_ending_in(nouns: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"[\u4e00-\u9fffA-Z（）()·\d]{{0,28}}(?:{_choice(nouns)})(?:等|[（(][^（）()]*[）)])?"
    return re.compile(rf"{one}(?:[、，,；;/\s和及与]*{one})*")


@functools.cache
def _method() -> re.Pattern[str]:
    return re.compile(rf"(?=..)(?:{_choice(column_names().method)}|[、，,；;/+“”‘’\"（）()\s])+[。]?")


@functools.cache
def _degree() -> re.Pattern[str]:
    return re.compile(
        rf"(?:违法(?:行为)?|情节|裁量)?(?:{_choice(column_names().degree)})(?:违法(?:行为)?|情节|处罚|档)?"
    )


def _choice(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
