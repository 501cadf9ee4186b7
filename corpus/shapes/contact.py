"""Contact details at the end of a text (`负责人：某某 0000-00000000`), and numbers that a publisher blanked out."""

from __future__ import annotations

import re

from corpus.records import Span
from corpus.tidy import tidy, trim

_MASKED = re.compile(
    r"(?<!\d)(?:0{3,4}[-—–]?0{5,8}|1?0{9,12})(?!\d)|(?<!\d)1\d{2}[*×xX＊]{4}\d{4}|[*×＊]{6,}|(?<![A-Za-z])[xX×]{7,}(?![A-Za-z])"
)
_PLACEHOLDER = re.compile(r"某某|某某某|\*{2,}|[xX×]{2,}")
_FIELD = r"(?:负责人|联系人|联[ \u3000]*系[ \u3000]*人|联系电话|办公电话|咨询电话|电话|办公室电话|传真|邮箱|电子邮箱|办公地址|办公地点|通[信讯]地址|地址|邮编|邮政编码)"
_CONTACT = re.compile(rf"(?:(?<=[。；;.\s])|^)[（(]?{_FIELD}[：:][^。；;\n]{{0,80}}$")


def is_masked(words: str) -> bool:
    """Whether a telephone number or name is only a placeholder (`0000-00000000`, `某某`)."""
    return _MASKED.search(words) is not None or _PLACEHOLDER.fullmatch(words.strip()) is not None


WITHHELD = "联系方式（号码已隐去）"
"""Why contact details are set aside that the publisher blanked out."""


def without_contact(text: str, body: Span) -> tuple[Span, list[tuple[Span, str]]]:
    """A duty's text without the contact details that end it; those are set aside, masked ones by that reason."""
    found = _CONTACT.search(text[body.start : body.end])
    if found is None or found.start() == 0:
        return body, []
    cut = Span(body.start + found.start(), body.end)
    reason = WITHHELD if is_masked(tidy(text, cut).text) else "联系方式"
    return trim(text, Span(body.start, cut.start)), [(cut, reason)]
