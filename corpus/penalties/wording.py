"""The words of a rule, stripped to conduct, condition and measures; always a stretch of the document's own words."""

from __future__ import annotations

import re

from corpus.penalties.parts import SANCTION

_OPENING = re.compile(
    r"^(?:（[^）]*）|[^，；。]{0,40}?(?<!未)发现的?(?!违法行为$)(?=.{4})|经?查实|违反(?:本|国家)?[^，；。]{0,4}?(?:法|条例|办法|规定|细则)(?:的?规定)?(?:，|$)|对于?(?=.)|凡|如有?|因)"
)
_COUNTED = re.compile(
    r"^.*?(?:如有|累计|达到?|出现)(?P<count>[一两二三四五六七八九十\d]+次)[^，；。]{0,6}?发现(?P<rest>.+)$"
)
_CLOSING = re.compile(
    r"(?:，?要?视情节轻重|，?由[^，；。]{2,30}(?:部门|机关|机构|单位)|，作出如下处理|，(?:应)?按照?[^，；。]*规定)$"
)
_OF_WHOM = re.compile(r"的(?:单位和个人|[^的，；。]{0,12}(?:单位|企业|机构|个人|人员|行为))$")
_FINE_WITH_AMOUNT = re.compile(r"元(?!旦)|(?:倍|百分之|%)[^，]*罚款")
_MAY = re.compile(r"(?:可以?|或者?)(?:并处?|单处)?(?:依法)?$")
"""Before a sanction verb: the authority may, it does not have to; one measure or the other."""
_AFTER_LAW = re.compile(r"(?<=意见)后$|等(?:相应|行政|其他)*(?:处理|处罚|措施|行政处罚)$|及法律[^，；。]*$")


def violation_of(words: str) -> tuple[str, str | None]:
    """The conduct without 的 and without its frame, and the count the frame sets (`如有 2 次督查发现…` → 2次)."""
    counted = _COUNTED.match(words)
    if counted:
        return _without_de(counted["rest"]), counted["count"]
    text = words
    while (shorter := _CLOSING.sub("", text)) != text:
        text = shorter
    text = _without_de(text)
    while (shorter := _OPENING.sub("", text, count=1)) != text and len(shorter) >= 4:
        text = shorter
    text = _OF_WHOM.sub("", text) if len(_OF_WHOM.sub("", text)) >= 4 else text
    return _without_de(text), None


def condition_of(words: str) -> str:
    """A condition in the document's words, without 的 and 如."""
    return _without_de(re.sub(r"^(?:但|如果?|若|对于?)", "", words))


def measures_of(words: str) -> tuple[str, ...]:
    """The measures a consequence part names, fines with an amount left out, each from its sanction verb on."""
    found: list[str] = []
    for piece in _pieces(words):
        begins = SANCTION.search(piece)
        if begins is None:
            continue
        may = _MAY.search(piece[: begins.start()])
        text = _AFTER_LAW.sub("", piece[may.start() if may else begins.start() :])
        if text and not _FINE_WITH_AMOUNT.search(piece):
            found.append(text)
    return tuple(found)


def _pieces(words: str) -> list[str]:
    """Cut where a new sanction verb follows 、 or 并: never inside `由财政、物价部门按有关规定处罚`."""
    cuts = [0]
    for match in re.finditer(r"、|并(?:处|可以?|且)?(?:要求)?", words):
        head = words[cuts[-1] : match.start()]
        follows = SANCTION.match(words, match.end()) or words[match.start() :].startswith("并处")
        if follows and SANCTION.search(head) and "《" not in head.split("》")[-1]:
            cuts.append(match.start())
    ends = [*cuts[1:], len(words)]
    return [re.sub(r"^(?:、|并且?)", "", words[a:b]) for a, b in zip(cuts, ends, strict=True)]


def referral_of(words: str) -> str:
    """The authority that decides instead (`由财政、物价部门按有关规定处罚`, `移送司法机关`); else empty."""
    for form in (
        r"(?:移送|移交|交由|送交)(?P<who>[^，；。处理依追]{0,4}(?:司法|公安)(?:机关|部门)?)",
        r"由(?P<who>[^，；。由]{2,24}?(?:部门|机关|机构))(?:按照?|依照?|依法)[^，；。]*(?:处罚|处理)",
        r"报请(?P<who>[^，；。]{2,24}?(?:部门|机关))(?:依法)?",
    ):
        found = re.search(form, words)
        if found:
            return found["who"]
    return ""


def _without_de(words: str) -> str:
    return re.sub(r"的(?:行为)?$", "", words).rstrip("，、；。:：")
