"""What the shipped document gets wrong: everything known is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.folder import compile_corpus
from corpus.records import Document


@pytest.fixture(scope="module")
def shipped() -> Document:
    (document,) = compile_corpus(Path(__file__).parents[2] / "corpus" / "documents").documents
    return document


def test_every_anomaly_was_judged_by_eye(shipped: Document) -> None:
    assert Counter(a.code for a in shipped.anomalies) == {
        "boundary-against-registry": 3,
        "cell-runs-on": 1,
        "contents-without-body": 2,
        "missing-number": 1,
        "nested-same-label": 2,
        "number-doubled": 2,
        "number-skipped": 1,
        "other-place": 1,
        "overlapping-limits": 3,
        "section-not-in-registry": 3,
        "starts-mid-sentence": 1,
        "two-sections-claim": 2,
        "typo-suspected": 2,
    }


@pytest.mark.parametrize(
    ("code", "subjects"),
    [
        ("contents-without-body", {"规范案件查处", "行政处罚量裁权规范"}),
        ("section-not-in-registry", {"职业能力建设股", "就业训练中心", "财务股"}),
        ("boundary-against-registry", {"养老保险所", "工伤保险所", "医疗保险所"}),
        ("two-sections-claim", {"民办职业培训机构", "大中专毕业生"}),
    ],
)
def test_what_they_are_about(shipped: Document, code: str, subjects: set[str]) -> None:
    assert {a.subject for a in shipped.anomalies if a.code == code} == subjects


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ("missing-number", "后期各工作日内"),
        ("overlapping-limits", "2 次"),
        ("overlapping-limits", "90 分以上"),
        ("overlapping-limits", "60 分-90 分"),
        ("other-place", "《威 县基本医疗保障办法》"),
        ("section-not-in-registry", "就业训练中心"),
    ],
)
def test_where_they_stand(shipped: Document, code: str, quote: str) -> None:
    assert quote in [shipped.quote(a.span) for a in shipped.anomalies if a.code == code]


def test_each_text_is_one_plain_sentence(shipped: Document) -> None:
    for anomaly in shipped.anomalies:
        assert anomaly.text.endswith("。") and anomaly.text.count("。") == 1, anomaly.text
        assert len(anomaly.text) <= 130, anomaly.text
