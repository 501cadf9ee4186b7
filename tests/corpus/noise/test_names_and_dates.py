"""Whose document, called what, in force from when: only what the document says itself."""

from __future__ import annotations

import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source


def compiled(text: str) -> Document:
    return compile_document(Source("文件.txt", "0" * 64, text))


@pytest.mark.parametrize(
    ("text", "bureau", "title"),
    [
        (
            "- 索引号:1/2公开方式:主动公开\n- 发布机构:市甲支队组配分类:清单\n- 标题:乙市甲领域抽查事项清单\n一、查甲事。",
            "市甲支队",
            "乙市甲领域抽查事项清单",
        ),
        (
            "发布部门:市人社局\n发布时间:2020-01-02\n有效性:未知\n丁市人力资源和社会保障局关于印发《丁市人社裁量基准》的通知 各县局:现印发给你们,请执行。",
            "丁市人力资源和社会保障局",
            "丁市人社裁量基准",
        ),
        (
            "各区局:\n现将《戊市派遣监管办法》印发给你们,请执行。\n戊市人力资源和社会保障局\n2020年1月7日\n戊市派遣监管办法\n第一条 为监管派遣，制定本办法。",
            "戊市人力资源和社会保障局",
            "戊市派遣监管办法",
        ),
        (
            "市就业管理局内设下列职能科室：\n（一）综合科\n负责文书。\n（二）培训科\n负责培训。",
            "市就业管理局",
            "市就业管理局内设下列职能科室",
        ),
        ("己县丙局\n2020年5月6日\n己县丙局检查办法\n第一条 凡事须查。", "己县丙局", "己县丙局检查办法"),
    ],
)
def test_names(text: str, bureau: str, title: str) -> None:
    document = compiled(text)
    assert (document.bureau, document.title) == (bureau, title)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("第一条 甲事。\n第二条 本办法自2021年3月1日起施行，有效期五年。", "2021-03-01", "2026-02-28"),
        ("第一条 甲事。\n第二条 自二〇二一年三月一日起施行。", "2021-03-01", None),
        ("第一条 甲事。\n第二条 本办法自2021年3月1日起施行，有效期至2023年12月31日。", "2021-03-01", "2023-12-31"),
        ("甲县乙局 2022年2月25日\n甲县乙局细则\n第一条 本细则自印发之日起施行。", "2022-02-25", None),
        ("第一条 本规定自2020年1月1日起施行。2010年1月1日发布的《旧规定》同时废止。", "2020-01-01", None),
    ],
)
def test_dates_in_force(text: str, start: str | None, end: str | None) -> None:
    found = compiled(text).in_force
    assert found is not None and (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "发布日期: 2022-01-01\n发布机构: 甲局\n索引号: 1\n一、甲事须报告。",
        "一、《甲条例》自2022年3月1日起实施，对2021年度的年报适用。",
    ],
)
def test_a_day_of_publication_or_of_another_law_says_nothing(text: str) -> None:
    assert compiled(text).in_force is None
