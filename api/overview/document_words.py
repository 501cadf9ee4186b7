"""Kinds of records and shapes of documents in words, for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from api.coverage import coverage_in_words
from corpus.records import Document

_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "registry-table": "职责登记表",
        "power-table": "权责清单",
        "labelled-duties": "逐项标明的职责",
        "prose-duties": "分段写的职责",
        "lone-section": "一个科室的职责",
        "acting-sections": "写明由哪个科室办的规定",
        "section-cards": "逐个科室的信息",
        "main-duties": "单位的主要职责",
        "prose-boundaries": "文字写的职责分工",
        "boundary-table": "职责边界表",
        "division-table": "分工表",
        "regimes": "监管制度",
        "check-table": "抽查事项清单",
        "tier-table": "裁量基准表",
        "discretion-standard": "分条写的裁量基准",
        "waiver-table": "免罚清单",
        "waivers": "写明不罚、从轻的规定",
        "service-guide": "办事指南",
        "service-table": "服务事项表",
        "disclosure-table": "政务公开目录",
        "contact-table": "联系方式表",
        "shared-matters": "几个部门共同的事项",
        "questions": "问答",
        "subsidies": "补贴和待遇的规定",
        "subsidy-table": "补贴和待遇标准表",
    }
)
_OTHER = "其他形式"


def shape_names(document: Document) -> list[str]:
    """The shapes a document comes in, each name once."""
    return list(dict.fromkeys(_SHAPES.get(shape, _OTHER) for shape in document.shapes))


def record_counts(document: Document) -> list[tuple[str, int]]:
    """How many records of each kind a document has, kinds without any left out."""
    counts = [
        ("科室", len(document.sections)),
        ("职责", len(document.duties)),
        ("部门分工", len(document.boundaries)),
        ("监管制度", len(document.regimes)),
        ("数量指标", len(document.quantities)),
        ("处罚", len(document.penalties)),
        ("裁量档次", len(document.tiers)),
        ("免罚和从轻", len(document.waivers)),
        ("抽查事项", len(document.checks)),
        ("办事指南", len(document.guides)),
        ("问答", len(document.questions)),
        ("补贴和待遇", len(document.subsidies)),
        ("表格", len(document.tables)),
        ("引用法规", len(document.references)),
        ("条款", len(document.clauses)),
    ]
    return [(name, n) for name, n in counts if n]


def found_in_words(document: Document) -> str:
    """What was read of a document in one line: kinds of records, share of the text, problems."""
    counts = "、".join(f"{name} {n}" for name, n in record_counts(document)) or "没有读出条目"
    problems = f"；{len(document.anomalies)} 处要核对" if document.anomalies else ""
    return f"{counts}；{coverage_in_words(document)}{problems}"
