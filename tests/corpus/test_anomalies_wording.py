"""Figures, limits, places and slips of the pen: each rule on made-up documents, with the like it must leave alone."""

from __future__ import annotations

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

NAMED = "部门名称：{bureau}\n\n一、检查内容\n\n1、{sentence}\n"


def compiled(sentence: str, bureau: str = "青山县人力资源和社会保障局") -> Document:
    return compile_document(Source("样例.txt", "0" * 64, NAMED.format(bureau=bureau, sentence=sentence)))


def quotes(document: Document, code: str) -> list[str]:
    return [document.quote(a.span) for a in document.anomalies if a.code == code]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("检查组应在离开后各工作日内完成报告。", "各工作日内"),
        ("每年检查不少于次，并做好记录。", "不少于次"),
        ("抽查面不低于 %，并做好记录。", "不低于 %"),
        ("依据《航标管理办法》第 条，责令改正。", "第 条"),
    ],
)
def test_a_missing_number_is_quoted(sentence: str, quote: str) -> None:
    assert quotes(compiled(sentence), "missing-number") == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "检查组应在当日以书面形式提出意见。",  # 当日 is a deadline by itself
        "检查组应在 10 个工作日内完成报告。",
        "收入不低于个人缴费基数，待遇不低于人均水平。",
        "依据《航标管理办法》第三条，责令改正。",
    ],
)
def test_numbers_that_are_there_are_left_alone(sentence: str) -> None:
    assert quotes(compiled(sentence), "missing-number") == []


@pytest.mark.parametrize(
    ("sentence", "first", "both"),
    [
        ("得分在 80 分以上的，为甲等；得分在 50 分-80 分的，为乙等。", "80 分以上", "都包括 80 分"),
        ("发现 3 次未到岗的，经费减半，3 次以上的，取消资格。", "3 次", "都包括 3 次"),
        ("不满 5 次的，予以提醒；超过 5 次的，取消资格。", "不满 5 次", "都不包括 5 次"),
    ],
)
def test_a_value_of_two_cases_or_of_none(sentence: str, first: str, both: str) -> None:
    document = compiled(sentence)
    assert quotes(document, "overlapping-limits") == [first]
    assert both in next(a.text for a in document.anomalies if a.code == "overlapping-limits")


@pytest.mark.parametrize(
    "sentence",
    [
        "得分在 80 分以上的，为甲等；得分不满 80 分的，为乙等。",
        "抽查面不少于 30%，其中集体单位不少于 30%。",  # two demands, no cases
        "每年检查 1 次，每次不少于 1 名工作人员。",
        "处以一千元以上三千元以下罚款。",
    ],
)
def test_limits_that_meet_without_overlap_are_left_alone(sentence: str) -> None:
    assert quotes(compiled(sentence), "overlapping-limits") == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("是否违反《白水县基本医疗办法》的规定。", "《白水县基本医疗办法》"),
        ("由申请人报名，白水县人力资源和社会保障局审核。", "白水县"),
    ],
)
def test_another_county_is_quoted(sentence: str, quote: str) -> None:
    assert quotes(compiled(sentence), "other-place") == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "是否违反《青山县基本医疗办法》的规定。",
        "是否违反《大河市基本医疗办法》、《云岭省就业条例》的规定。",  # superiors
        "负责全县人力资源和社会保障工作，协调县人力资源和社会保障局各所。",
        "查看《所在县证明》、《城区管理办法》和《社区服务办法》。",
    ],
)
def test_own_and_superior_places_are_left_alone(sentence: str) -> None:
    assert quotes(compiled(sentence), "other-place") == []


def test_a_city_bureau_may_cite_its_own_prefecture_but_not_a_third_city() -> None:
    sentence = "是否违反《大河市甲办法》、《大河市乙办法》、《远山市丙办法》的规定。"
    assert quotes(compiled(sentence, "清溪市人社局"), "other-place") == ["《远山市丙办法》"]


def test_a_market_is_no_city_and_a_zone_no_district() -> None:
    assert quotes(compiled("违反《劳动力市场管理条例》、《证券市场办法》的。", "清溪市人社局"), "other-place") == []
    assert quotes(compiled("违反《行政区划条例》、《保护区管理办法》的。"), "other-place") == []


def test_without_a_bureau_no_place_is_another() -> None:
    assert quotes(compiled("是否违反《白水县基本医疗办法》的规定。", "人社局"), "other-place") == []


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("违反《航标管理条列》的，予以处罚。", ["《航标管理条列》"]),
        ("年度审核航标服务服务许可证。", ["服务服务"]),
        ("报送上一年度年度报告，条列清楚，一一一一核对。", []),
    ],
)
def test_slips_of_the_pen(sentence: str, slips: list[str]) -> None:
    assert quotes(compiled(sentence), "typo-suspected") == slips
