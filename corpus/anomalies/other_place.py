"""Another county's or city's name in a bureau's rules: a sign that a text was taken over from elsewhere.

Only places of the bureau's own level count (a county in a county's rules): a superior city or province is rightly cited.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.anomalies.pieces import regime_title, stretches
from corpus.records import Anomaly, Document, Span
from corpus.tidy import tidy

_STEP = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|自治县|[省市县区旗州])")
_TIERS = {"县": "县区旗", "区": "县区旗", "旗": "县区旗", "市": "市"}
_BUREAU = r"人力资源和社会保障|人力资源社会保障|人社局|医疗保障局|医保局|就业服务局"
_VERB = re.compile(
    r"^(?:协调|负责|会同|配合|报[请送经]?|上报|呈|提请|经由|联系|接受|指导|组织|委托|依托|请|送|函|商|按照?|依照?|根据|凡|协助|督促|拟[定订]|加强|保持|贯彻|落实|属于?|非|将|为|并|让|令)"
)
_NO_NAME = re.compile(
    r"[全各本外邻跨市郊该我区两数省县分几原在到由向对经与和及或某此他它每一二三多所等][县区市旗]$|"
    r"(?:所在|贫困|户籍|试点|参保|统筹|示范|先进|直管|民族|开发|工业|保税|自贸|实验|试验|特别行政|行政|自治|保护|住宅|居民|商业|功能|风景)[县区市]$|"
    r"[地辖社园片市城新校厂库林山灾景牧特街郊矿战选][区]$|(?:城|超|上|股|门|都|夜|集|楼|房)市$"
)


def other_place(document: Document) -> Iterator[Anomaly]:
    """Names of other places of the bureau's own level in cited titles or before a bureau of its kind, each mention."""
    own = _own_place(document.bureau)
    if not own or own[-1] not in _TIERS:
        return
    mentions = [m for m in _mentions(document, _TIERS[own[-1]]) if not _same(own, m[0])]
    # A county-level city lies in a prefecture city that also ends in 市: the one named most is taken for the superior.
    superior = Counter(name for name, _, _ in mentions).most_common(1)[0][0] if own[-1] == "市" and mentions else ""
    for name, span, words in mentions:
        if name != superior:
            yield Anomaly(
                code="other-place",
                text=f"{own}的规定里出现了“{name}”（{words}），可能是照搬外地文字，是否适用于{own}要核实。",
                span=span,
                subject=regime_title(document, span.start),
            )


def _own_place(bureau: str) -> str:
    """The last place a bureau's name begins with: 河北省甲县人社局 → 甲县."""
    place, at = "", 0
    while step := _STEP.match(bureau, at):
        place, at = step.group(), step.end()
    return place


def _same(own: str, name: str) -> bool:
    return own == name or own[:-1].startswith(name[:-1]) or name[:-1].startswith(own[:2])


def _mentions(document: Document, level: str) -> list[tuple[str, Span, str]]:
    """`(name, span, words around it)` of every place of a level, in reading order."""
    name = rf"(?P<name>[\u4e00-\u9fff]{{1,3}}[{level}])(?![场民值容级价域划块别间])"
    title = re.compile(rf"《(?:[\u4e00-\u9fff]{{2,3}}省)?{name}(?P<rest>[^《》]{{2,40}})》")
    phrase = re.compile(rf"(?:^|(?<=[，。；、：:,;（(由按])){name}(?=(?:{_BUREAU}))")
    found: dict[Span, tuple[str, Span, str]] = {}
    for stretch in stretches(document):
        view = tidy(document.text, stretch)
        for match in title.finditer(view.text):
            if not _NO_NAME.search(match["name"]):
                span = view.source(*match.span())
                found[span] = (match["name"], span, match.group())
        for match in phrase.finditer(view.text):
            if not _NO_NAME.search(match["name"]) and not _VERB.match(match["name"]):
                span = view.source(*match.span())
                found[span] = (match["name"], span, view.text[match.start() : match.end() + 10] + "……")
    return [found[span] for span in sorted(found)]
