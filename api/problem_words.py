"""What is wrong with a request, in Chinese, from the validator's findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_FIELDS = {
    "question": "问题（question）",
    "session": "对话编号（session）",
    "as_of": "日期（as_of）",
    "body": "请求内容",
}

_SENTENCES = {
    "missing": "缺少{field}。",
    "string_type": "{field}应为文字。",
    "string_too_short": "{field}是空的，请写点内容。",
    "string_too_long": "{field}太长，最多 {max_length} 字，请缩短后再试。",
    "extra_forbidden": "不认识字段 {field}，请去掉或改正写法。",
    "model_attributes_type": "{field}应为 JSON 对象，并带 Content-Type: application/json。",
    "json_invalid": "请求内容不是有效的 JSON，请检查引号和逗号。",
}
_DATE = "{field}不是日期，请写成 2025-01-31 的样子。"
_OTHER = "{field}不合要求。"


def validation_detail(errors: Sequence[Mapping[str, Any]]) -> tuple[int, str, list[dict[str, str]]]:
    """Status, one paragraph naming every fault, and the faults one by one as `{"field", "detail"}`."""
    fields = [{"field": _path(error), "detail": _sentence(error)} for error in errors]
    status = 400 if any(error["type"] == "json_invalid" for error in errors) else 422
    return status, "".join(field["detail"] for field in fields), fields


def _path(error: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"])


def _sentence(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    name = str(error["loc"][-1])
    template = _SENTENCES.get(kind, _DATE if kind.startswith("date") else _OTHER)
    return template.format(field=_FIELDS.get(name, name), max_length=error.get("ctx", {}).get("max_length", ""))
