"""Words for the condition that a list was made by, so that the reader sees what was understood."""

from __future__ import annotations

from assistant.act.across.amounts import Bound
from assistant.act.across.filters import FigureFilter, PenaltyFilter, Terms
from assistant.act.money import yuan
from assistant.knowledge import Knowledge
from assistant.question import Place

TALLIED = {
    "regime": "收录的监管制度",
    "law": "文件提到的法律法规和文件",
    "boundary": "与相关部门划分职责边界的事项",
    "indicator": "监管制度里的检查指标",
    "anomaly": "文件里需要留意的地方",
}
_SHAPES = {
    "": "",
    "person": "罚款按人数等单位计算",
    "multiple": "罚款按违法所得的倍数计算",
    "fixed": "罚款是固定数额",
    "unpriced": "没有写明罚款数额",
    "priced": "有罚款",
}
_KINDS = {"frequency": "频次", "share": "比例", "headcount": "人数", "count": "数量", "deadline": "期限"}
_RELATIONS = {">=": "不少于", ">": "多于", "<=": "不多于", "<": "少于", "=": ""}
_EXTREMES = {"": "", "most": "最高", "least": "最低"}


def of_penalties(asked: PenaltyFilter, k: Knowledge) -> str:
    """`含“吊销”、罚款上限不少于 30,000 元`."""
    joined = "或" if asked.either else "并"
    parts = [
        _regimes(asked.regimes, k),
        joined.join(f"有“{group[0]}”" for group in asked.measures),
        _bound(asked.bound) if asked.bound else "",
        _SHAPES[asked.shape],
        "由别的机关处理" if asked.referred else "",
        f"罚款上限{_EXTREMES[asked.extreme]}" if asked.extreme else "",
        of_terms(asked.terms),
    ]
    return "、".join(p for p in parts if p) or "有处理后果"


def _bound(b: Bound) -> str:
    if b.upper is not None:
        return f"罚款幅度在 {yuan(b.value)}到 {yuan(b.upper)}之间"
    if b.side == "exact":
        return f"罚款正好是 {yuan(b.value)}"
    if b.side == "reach":
        return f"罚款可以达到 {yuan(b.value)}"
    end = {"whole": "罚款", "max": "罚款上限", "min": "罚款下限"}[b.side]
    return f"{end}{_RELATIONS[b.relation] or '是'} {yuan(b.value)}"


def of_figures(asked: FigureFilter, k: Knowledge) -> str:
    """`工作人员、人数不少于 2`."""
    kind = "、".join(sorted(_KINDS.get(kind, "数量") for kind in asked.kinds))
    value = f"是“{asked.said}”" if asked.said else ""
    parts = [_regimes(asked.regimes, k), of_terms(asked.terms), f"{kind}{_EXTREMES[asked.extreme]}{value}"]
    return "、".join(p for p in parts if p) + (f"（按{asked.unit}算）" if asked.unit else "")


def of_terms(terms: Terms) -> str:
    """`“培训机构”和“许可证”`."""
    return "和".join(f"“{group[0]}”" for group in terms)


def _regimes(places: frozenset[Place], k: Knowledge) -> str:
    return "、".join(k.regime(p)[1].title for p in sorted(places))
