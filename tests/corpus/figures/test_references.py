"""References to laws."""

from __future__ import annotations

import pytest

from corpus.references import read_references

CASES = [
    ("依据《甲法》第九条", [("甲法", "第九条", "", "")], "article"),
    ("《甲法》第九条第二款第（三）项", [("甲法", "第九条", "第二款", "（三）")], "paragraph and item"),
    (
        "《甲法》第二十五条第（一）、（二）项",
        [("甲法", "第二十五条", "", "（一）"), ("甲法", "第二十五条", "", "（二）")],
        "several items",
    ),
    ("《甲法》第三条、第五条和第七条", [("甲法", f"第{n}条", "", "") for n in "三五七"], "several articles"),
    ("《河源 省劳\n动条 例》第 二\n十五条规定", [("河源省劳动条例", "第二十五条", "", "")], "wrapped over lines"),
    ("《关于印发〈某办法〉的通知》", [("关于印发〈某办法〉的通知", "", "", "")], "single brackets inside"),
    ("《关于印发《某办法》的通知》", [("关于印发《某办法》的通知", "", "", "")], "double brackets inside"),
    ("《关于“两定”管理的通知》", [("关于“两定”管理的通知", "", "", "")], "quotation marks inside"),
    (
        "《某省条例》（以下简称《条例》）第三条；《条例》第四条",
        [("某省条例", "第三条", "", ""), ("某省条例", "第四条", "", "")],
        "short name",
    ),
    ("《行政许可法》(2003年)第九条", [("行政许可法", "第九条", "", "")], "aside before the article"),
    ("填写《情况登记单》和《通知书》，持《许可证》", [], "forms and certificates are no rules"),
    ("《没有结尾的名字", [], "bracket never closed"),
    ("根据甲省渡口条例第九条第二款规定", [("甲省渡口条例", "第九条", "第二款", "")], "no brackets, invoked"),
    ("按照本条例第九条，依照有关规定办理", [], "the document itself and nothing in particular"),
    ("依照甲省渡口法第一千零一条", [("甲省渡口法", "第一千零一条", "", "")], "beyond a thousand"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_reads_references(text: str, expected: list[tuple[str, str, str, str]], why: str) -> None:
    found = read_references(text, ())
    assert [(r.name, r.article, r.paragraph, r.item) for r in found] == expected, why


def test_span_is_verbatim() -> None:
    text = "根据《某 省\n条例》第 五条规定"
    (found,) = read_references(text, ())
    assert text[found.span.start : found.span.end] == "《某 省\n条例》第 五条"
