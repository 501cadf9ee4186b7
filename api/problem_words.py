"""What is wrong with a request, in Chinese, from the validator's findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_FIELDS = {
    "question": "问题（question）",
    "session": "对话编号（session）",
    "as_of": "日期（as_of）",
    "body": "请求内容",
    "year": "年份（year）",
    "month": "月份（month）",
    "quarter": "季度（quarter）",
    "units": "单位（units）",
    "regime": "制度（regime）",
    "special": "其中的家数（special）",
    "size": "抽取家数（size）",
    "share": "抽取比例（share）",
    "seed": "种子（seed）",
    "not_since": "日期（not_since）",
    "format": "格式（format）",
    "unit": "被检查单位（unit）",
    "day": "检查日期（day）",
    "kind": "种类（kind）",
    "inspectors": "检查人员（inspectors）",
    "name": "名称（name）",
    "password": "密码（password）",
    "type": "录入的种类（type）",
    "item": "事项（item）",
    "finding": "结果（finding）",
    "note": "情况说明（note）",
    "events": "各条录入（events）",
    "key": "提交编号（key）",
    "file": "文件（file）",
    "id": "编号",
    "Idempotency-Key": "提交编号（Idempotency-Key）",
    "text": "文字（text）",
}

_SENTENCES = {
    "missing": "缺少{field}。",
    "string_type": "{field}应为文字。",
    "string_too_short": "{field}是空的，请写点内容。",
    "string_too_long": "{field}太长，最多 {max_length} 字，请缩短后再试。",
    "extra_forbidden": "不认识字段 {field}，请去掉或改正写法。",
    "model_attributes_type": "{field}应为 JSON 对象，并带 Content-Type: application/json。",
    "int_type": "{field}应为整数。",
    "int_parsing": "{field}应为整数。",
    "greater_than_equal": "{field}太小，至少是 {ge}。",
    "less_than_equal": "{field}太大，最多是 {le}。",
    "too_long": "{field}太多，最多 {max_length} 个，请分批办理。",
    "literal_error": "{field}没有这种写法，可选：{expected}。",
    "greater_than": "{field}太小，要大于 {gt}。",
    "too_short": "{field}是空的，至少要有 {min_length} 个。",
    "string_pattern_mismatch": "{field}的写法不对，请从列表里复制。",
    "union_tag_invalid": "没有“{tag}”这种 type，可选：{expected_tags}。",
    "union_tag_not_found": "缺少录入的种类（type）。",
    "json_invalid": "请求内容不是有效的 JSON，请检查引号和逗号。",
}
_CONTEXT = ("max_length", "min_length", "ge", "gt", "le", "expected", "expected_tags", "tag")
_DATE = "{field}不是日期，请写成 2025-01-31 的样子。"
_OTHER = "{field}不合要求。"


def validation_detail(errors: Sequence[Mapping[str, Any]]) -> tuple[int, str, list[dict[str, str]]]:
    """Status, one paragraph naming every fault, and the faults one by one as `{"field", "detail"}`."""
    fields = [{"field": _path(error), "detail": _sentence(error)} for error in errors]
    status = 400 if any(error["type"] == "json_invalid" for error in errors) else 422
    return status, "".join(dict.fromkeys(field["detail"] for field in fields)), fields


def _path(error: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"])


def _sentence(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    if kind == "string_pattern_mismatch" and not str(error.get("input", "")).strip():
        kind = "string_too_short"
    # Inside a field of several forms (a number, a list …) the innermost places are names of types, not of fields.
    known = [p for p in reversed(error["loc"]) if p in _FIELDS] if kind != "extra_forbidden" else []
    name = str(known[0] if known and known[0] != "body" else error["loc"][-1])
    template = _SENTENCES.get(kind, _DATE if kind.startswith("date") else _OTHER)
    context = dict.fromkeys(_CONTEXT, "") | dict(error.get("ctx", {}))
    for listed in ("expected", "expected_tags"):
        context[listed] = str(context[listed]).replace(" or ", "、").replace("'", "").replace(", ", "、")
    context["tag"] = str(context["tag"])[:50]
    return template.format(**(context | {"field": _FIELDS.get(name, name)}))
