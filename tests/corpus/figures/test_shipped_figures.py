"""Penalties and figures of the shipped document, and of a copy with other amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.compile import compile_document
from corpus.fines import fine_text
from corpus.records import Document, Penalty, Quantity
from corpus.source import read_source

FOLDER = Path(__file__).parents[3] / "corpus" / "documents"
SHIPPED = FOLDER / "000_81462aa23cebe482.txt"

MARKET = "河北省劳动力市场管理条例"
CONTRACT = "中华人民共和国劳动合同法"
LICENCE = "《人力资源服务许可证》"
ROWS = [
    ("（1）", "未取得或者伪造", None, ["责令停止活动"], "1万元以上3万元以下"),
    ("（2）", "涂改、出租、转借、转让", None, ["收回证件"], "5000元以上1万元以下"),
    ("（3）", "年检不合格继续从事", None, ["责令限期改正"], "1000元以上3000元以下"),
    ("（3）", "年检不合格继续从事", "逾期不改正", [f"吊销{LICENCE}"], ""),
    ("（4）", "提供虚假劳动力供求信息", None, ["责令改正", "退还收取的费用"], "2000元以上1万元以下"),
    ("（5）", "为劳动就业证件不全的求职者", None, ["责令改正", "没收违法所得"], ""),
    ("（5）", "为劳动就业证件不全的求职者", "拒不改正", [], "每人200元以上500元以下"),
    ("（6）", "为不满十六周岁的未成年人介绍就业", None, [f"吊销其{LICENCE}"], "每人5000元"),
    ("（7）", "从事法律、法规禁止从事的职业", "法律、法规有处罚规定", ["从其规定"], ""),
    ("（7）", "从事法律、法规禁止从事的职业", "法律、法规未作规定", [], "每人5000元以上1万元以下"),
    ("（8）", "采取欺诈、胁迫或者暴力等手段", None, [f"吊销{LICENCE}"], "1万元以上3万元以下"),
    ("（9）", "超越批准的业务范围", None, ["责令改正"], "1000元以上5000元以下"),
    ("（9）", "超越批准的业务范围", "情节严重", [f"吊销{LICENCE}"], ""),
    ("（10）", "擅自增加收费项目", None, ["由财政、物价部门按有关规定处罚"], ""),
    ("（10）", "擅自增加收费项目", "情节严重", [f"吊销{LICENCE}"], ""),
]
"""Item, words of the violation, condition, other measures, fine: Article 25 as the document prints it."""

AGENCY = [
    ("第一款", "擅自经营劳务派遣业务", None, ["责令停止违法行为", "没收违法所得"], "违法所得1倍以上5倍以下"),
    ("第一款", "擅自经营劳务派遣业务", "没有违法所得", [], "5万元以下"),
    ("第二款", "违反本法有关劳务派遣规定", None, ["责令限期改正"], ""),
    (
        "第二款",
        "违反本法有关劳务派遣规定",
        "逾期不改正",
        ["对劳务派遣单位，吊销其劳务派遣业务经营许可证"],
        "每人5000元以上1万元以下",
    ),
]
TRAINING = [
    (item, violation, when, [measure], "")
    for item, violation in (
        ("（1）", "教学管理混乱"),
        ("（2）", "侵害受培训职工权益"),
        ("（3）", "乱办班、乱收费"),
        ("（4）", "截留、挪用培训经费"),
    )
    for when, measure in ((None, "批评教育"), ("情节严重", "可取消培训资格"))
]


@pytest.fixture(scope="module")
def shipped() -> Document:
    return compile_document(read_source(SHIPPED, FOLDER))


def of_law(document: Document, law: str, article: str) -> list[Penalty]:
    return [p for p in document.penalties if (p.law, p.article) == (law, article)]


@pytest.mark.parametrize(
    ("law", "article", "rows"),
    [(MARKET, "第二十五条", ROWS), (CONTRACT, "第九十二条", AGENCY), ("企业职工培训规定", "第二十七条", TRAINING)],
)
def test_penalties_of_a_law(
    shipped: Document, law: str, article: str, rows: list[tuple[str, str, str | None, list[str], str]]
) -> None:
    found = of_law(shipped, law, article)
    assert [(p.item, p.when, list(p.measures), fine_text(p.fine)) for p in found] == [
        (item, when, measures, fine) for item, _, when, measures, fine in rows
    ]
    for penalty, (_, words, *_) in zip(found, rows, strict=True):
        assert words in penalty.violation


def test_every_quote_holds_violation_measures_and_fine(shipped: Document) -> None:
    for p in shipped.penalties:
        quote = "".join(shipped.quote(p.span).split())
        assert p.violation in quote
        assert all(measure in quote for measure in p.measures)
        assert p.fine.span is None or p.span.start <= p.fine.span.start <= p.fine.span.end <= p.span.end


MEASURES = [
    (0, "未按计划办班", "2次", "该班次培训经费减半"),
    (0, "未按计划办班", "2次以上", "取消本次办班"),
    (0, "未按计划办班", "情节严重", "取消其培训资质"),
    (1, "情节严重", None, "按照有关法律法规进行处理"),
    (3, "年审不合格", None, "取消中介服务许可证"),
    (3, "尚未达到整改要求", None, "不予通过年审"),
    (4, "定点服务协议", None, "追回基本医疗保险支出"),
    (4, "定点服务协议", "情节严重", "暂停或取消定点资格"),
    (4, "定点服务协议", "涉嫌犯罪", "移送司法机关"),
    (5, "违法行为", None, "责令改正"),
    (5, "违法行为", "情节严重", "暂停业务"),
    (6, "严重失职", "造成资金损失", "追回资金"),
    (6, "虚报冒领", "构成犯罪", "追究其刑事责任"),
    (7, "情节轻微", None, "口头警告"),
    (7, "已造成基金损失", None, "将《社会保险违规情况处理决定书》送达被稽核对象"),
    (7, "拒不执行整改意见", None, "报请劳动保障行政部门依法处罚"),
    (7, "拒不执行整改意见", "构成犯罪", "交由司法机关依法追究刑事责任"),
]


@pytest.mark.parametrize(("regime", "violation", "when", "measure"), MEASURES)
def test_measures_of_regimes(shipped: Document, regime: int, violation: str, when: str | None, measure: str) -> None:
    assert any(
        p.regime == regime and violation in p.violation and p.when == when and measure in p.measures
        for p in shipped.penalties
    )


FIGURES = [
    (0, "frequency", ">=", 2, "次", "每月", "日常巡查"),
    (0, "share", "=", 10, "%", None, "专项督查 学员和教师"),
    (0, "share", ">=", 20, "%", None, "全面检查 抽查面"),
    (0, "frequency", ">=", 2, "次", "每班次", "定期检查和不定期的抽查"),
    (1, "share", ">=", 50, "%", None, "专项督查 执行不定时工作制度的单位"),
    (2, "date", ">=", 301, "月日", None, "劳务派遣经营许可证年检"),
    (2, "headcount", ">=", 2, "人", None, "监督检查程序 人数"),
    (2, "amount", "<", 200, "万", None, "监督检查内容"),
    (3, "headcount", ">=", 2, "名", "每次", "专项检查 工作人员"),
    (3, "frequency", "=", 1, "次", "每年", "所有人力资源中介服务许可证年检"),
    (4, "frequency", "=", 1, "次", "每年", "定期检查"),
    (5, "share", ">=", 50, "%", None, "日常监督 抽查面"),
    (5, "frequency", ">=", 2, "次", None, "专项监督 社保基金专项检查"),
    (5, "frequency", "=", 1, "次", "上、下半年", "专项监督"),
    (5, "deadline", "<=", None, "工作日", None, "监督检查程序 完成"),
    (6, "count", ">=", 100, "家", None, "专项检查 单位或个人"),
    (6, "count", "=", 10, "家", "每季", "抽查 申请单位"),
    (7, "headcount", ">=", 2, "名", None, "稽核人员"),
    (7, "deadline", "<=", 5, "工作日", None, "书面或口头告知其稽核结果"),
]


@pytest.mark.parametrize("row", FIGURES)
def test_figures_of_regimes(shipped: Document, row: tuple[int, str, str, float | None, str, str | None, str]) -> None:
    assert row in [_row(q) for q in shipped.quantities]


def _row(q: Quantity) -> tuple[int | None, str, str, float | None, str, str | None, str]:
    return (q.regime, q.kind, q.relation, q.value, q.unit, q.period, q.label)


def test_indicators_are_in_the_indicator_part(shipped: Document) -> None:
    daily = [q for q in shipped.quantities if q.label == "日常监督 抽查面"]
    assert [q.part for q in daily] == ["indicators"]


def test_records_follow_changed_amounts(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    # The numbering uses none of these words, so the structure stays as it is.
    for old, new in (("五千", "六千"), ("三万", "四万"), ("二百", "三百"), ("五万", "七万")):
        text = text.replace(old, new)
    copy = tmp_path / "copy.txt"
    copy.write_text(text.replace("五倍", "六倍").replace("不少于 30%", "不少于 35%"), encoding="utf-8")
    document = compile_document(read_source(copy, tmp_path))
    changed = [fine_text(p.fine) for p in of_law(document, MARKET, "第二十五条")]
    assert changed[0] == "1万元以上4万元以下"
    assert changed[6:8] == ["每人300元以上500元以下", "每人6000元"]
    contract = [fine_text(p.fine) for p in of_law(document, CONTRACT, "第九十二条")]
    assert contract == ["违法所得1倍以上6倍以下", "7万元以下", "", "每人6000元以上1万元以下"]
    shares = {q.value for q in document.quantities if q.label == "专项督查 抽查面"}
    assert shares == {35}
