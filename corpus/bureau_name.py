"""Whose document it is: stated in a line of its own, as publisher, in the title of a notice, above its date, as the body
that has the sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.naming import field_of_head
from corpus.records import Clause
from corpus.shapes.regimes import field_name
from corpus.tidy import tidy

_PUBLISHERS = ("发布机构", "发布单位", "发文单位", "发文机关", "发文机构", "发布部门", "制定机关")
_ORGAN = r"(?:局|厅|委员会|办公室|中心|管委会|人民政府|工作部|委|部|院|站|所)"
_NAME = rf"[\u4e00-\u9fff]{{2,28}}?{_ORGAN}"
_BEGINS = 1500
_NOTICE = re.compile(rf"(?:^|[\s\d号-])(?P<name>{_NAME})(?:办公室)?关于(?:印发|发布|公布|转发|下发|调整)")
_DATED = re.compile(rf"(?:^|[。\s])(?P<name>{_NAME})\s{{1,12}}(?:\d{{4}}|二[〇○零][〇○零一二三四五六七八九]{{2}})年")
_HAS_SECTIONS = re.compile(
    rf"(?:^|[，。；\s])(?P<name>[省市县区]?[\u4e00-\u9fff]{{2,24}}?{_ORGAN})(?:机关)?(?:内设|设立|设置|设有|设下列|下设)"
)
_ISSUED = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}?[省市县区州])第[一二三四五六七八九十\d]{1,3}届(?P<organ>人民代表大会常务委员会)"
)
_HANDLER = re.compile(
    rf"(?:承办机构|承办单位|实施机关|实施主体|办理机构|受理单位)[：:\s]*(?P<name>{_NAME})(?=$|[\s，。；：:（(]|[一二三四五六七八九十]、)"
)
_ACTS = re.compile(
    r"(?<![原将各县级\u4e00-\u9fff])(?P<name>[省市县区][\u4e00-\u9fff]{2,20}?(?:局|厅|委员会|部门))(?=按|负责|应|依|可)|(?:划入|划归)(?P<to>[省市县区][\u4e00-\u9fff]{2,20}?(?:局|厅|委员会))"
)


def bureau_of(text: str, clauses: Sequence[Clause]) -> str:
    """The bureau's name as most `部门名称：`/`单位名称：` lines give it (the first of equals); else the first way that finds one.

    `text` is the source with its noise. A publisher given by a short name counts only where no fuller one is found.
    """
    views = [tidy(text, clause.span) for clause in clauses if not clause.label]
    names = [found[0] for view in views if (found := field_name(view))]
    if names:
        return Counter(names).most_common(1)[0][0]
    published = re.split(r"[\s（(]", field_of_head(text, _PUBLISHERS))[0]
    found = next(_named(text), "")
    return published if published and not _shortens(published, found) else found or published


def _named(text: str) -> Iterator[str]:
    """Names the running text gives, surest first."""
    begin = text[:_BEGINS]
    for form in (_NOTICE, _DATED, _HAS_SECTIONS):
        yield from ("".join(match["name"].split()) for match in form.finditer(begin))
    yield from (match["place"] + match["organ"] for match in _ISSUED.finditer(begin))
    yield from (match["name"] for match in _HANDLER.finditer(text))
    acting = Counter(match["name"] or match["to"] for match in _ACTS.finditer(text))
    yield from (name for name, _ in acting.most_common(1))


def _shortens(short: str, full: str) -> bool:
    """Whether a name is an abbreviation of another (市人社局 of 长沙市人力资源和社会保障局): its characters in order."""
    rest = iter(full)
    return len(short) < len(full) and all(c in rest for c in short)
