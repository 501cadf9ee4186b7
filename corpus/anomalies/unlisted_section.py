"""A section that a regime lets act and that the duty registry does not list.

Whose section a name is follows from where it stands. It counts as the bureau's own after the bureau's name or the bare
word 局 (`局财务股`, `某某人社局某某股`), or as the actor of 由…会同/组织/负责 without a place before it. A name after 市, 省 or
上级 is a superior's; a name that ends in 局, 厅 or 委 is another authority; a name inside a list of departments
(`组织卫生、财政等部门以及某某中心`) may be anybody's: none of these is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.anomalies.pieces import regime_title
from corpus.records import Anomaly, Document, Span
from corpus.tidy import tidy

_NAME = r"(?P<unit>(?:(?![的由和与及在对向将把经为是]|负责|会同|组织|进行|开展|配合|下达|人员)[\u4e00-\u9fff]){2,10}?"
_SUFFIX = r"(?:股|科(?![技学目室])|室(?![内外])|处(?![理罚分置于以])|所(?![有属在需])|中心|大队|服务站))"
_AFTER_BUREAU = re.compile(rf"(?:人社局|人力资源和社会保障局|(?<![\u4e00-\u9fff])局|由局|我局|本局){_NAME}{_SUFFIX}")
_ACTOR = re.compile(
    rf"(?:由|(?:\d|[一二两三])名以上){_NAME}{_SUFFIX}(?=会同|组织|负责|牵头|实施|具体|承办|办理|工作人员|人员|初审|复审|审核)"
)
_SUPERIOR = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}[省市]|国家|上级)")
_LOCAL = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}[县区旗]|本局|我局|局)")
_GENERIC = re.compile(
    r"^(?:相关|有关|各|业务|职能|本|该|内设|责任|承办|主管|所属|具体|经办|其他)*(?:科室|股室|处室|室|科|股|处|所|中心|站)$"
)
_PLACE_WORD = re.compile(
    r"(?:场|住|厕|研究|会议|教|实验|候|工作|办公场|营业|经营|派出|事务|律师事务|卫生监督)(?:所|室)$|(?:学|专|内|外|本|百)科$"
)


def section_not_in_registry(document: Document) -> Iterator[Anomaly]:
    """Acting sections that no registry entry names, one anomaly each at the first mention; `subject` is the bare name."""
    registered = [section.name for section in document.sections]
    if not registered:
        return
    for unit, (span, place) in _acting(document).items():
        if not any(_same(unit, name) for name in registered):
            yield Anomaly(
                code="section-not-in-registry",
                text=f"监管制度{place}让“{unit}”办事，职责登记表里却没有这个科室，找哪个科室办要向单位核实。",
                span=span,
                subject=unit,
            )


def _acting(document: Document) -> dict[str, tuple[Span, str]]:
    """Units that act in regimes, with the span of the first mention and the regime, in reading order."""
    found: dict[str, tuple[Span, str]] = {}
    for clause in document.clauses:
        regime = regime_title(document, clause.span.start)
        if not regime:
            continue
        view = tidy(document.text, clause.span)
        matches = [*_AFTER_BUREAU.finditer(view.text), *_ACTOR.finditer(view.text)]
        for match in sorted(matches, key=lambda m: m.start("unit")):
            unit = match["unit"]
            local = _LOCAL.match(unit)
            bare = unit[local.end() :] if local else unit
            if _SUPERIOR.match(unit) or _GENERIC.match(bare) or _PLACE_WORD.search(bare) or len(bare) < 3:
                continue
            start = match.start("unit") + len(unit) - len(bare)
            found.setdefault(bare, (view.source(start, match.end("unit")), f"“{regime}”"))
    return found


def _same(unit: str, name: str) -> bool:
    """Equal, contained, or one a shortening of the other (社保股 of 社会保险股)."""
    short, long = sorted((unit, name), key=len)
    letters = iter(long)
    return all(c in letters for c in short)
