"""The seven parts of a supervision regime, for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus.records import PartKind

PART_NAMES: Mapping[PartKind, str] = MappingProxyType(
    {
        "objects": "对象",
        "contents": "内容",
        "indicators": "指标",
        "methods": "方式",
        "measures": "措施",
        "procedure": "程序",
        "handling": "处理",
    }
)
