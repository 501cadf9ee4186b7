"""What the documents say of single statements: each row is a text, a stretch of it, and the verdict on that stretch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.claims.report import Claim, Report

Build = Callable[[dict[str, str]], Assistant]

FINE = "未取得《人力资源服务许可证》从事人力资源服务活动的，"
ROWS = [
    # A bound that is left out is not judged; one that is narrower or wider is wrong.
    (FINE + "处一万元以上三万元以下罚款。", "一万元", "supported"),
    (FINE + "最高罚三万元。", "三万元", "supported"),
    (FINE + "处一万元以上二万元以下罚款。", "二万元", "contradicted"),
    (FINE + "处五千元以上三万元以下罚款。", "五千元", "contradicted"),
    (FINE + "处３００００元罚款。", "３００００元", "supported"),
    # A single amount is the fine of the case.
    (FINE + "拟罚4万元，超出上限。", "4万元", "supported"),
    (FINE + "拟罚2万元，超出上限。", "2万元", "contradicted"),
    # Near names are two laws.
    ("依据《劳动合同法》第九十二条。", "《劳动合同法》", "supported"),
    ("依据《劳动合同法实施条例》第九十二条。", "《劳动合同法实施条例》", "not_in_corpus"),
    # Named in the documents, content not held.
    ("依据《劳务派遣暂行规定》第三条。", "《劳务派遣暂行规定》", "supported"),
    ("依据《劳务派遣暂行规定》第三条。", "第三条", "not_in_corpus"),
    # Context carries on.
    ("《河北省劳动力市场管理条例》第二十五条\n第（3）项：年检不合格继续从事人力资源服务活动的，责令限期改正。", "第（3）项", "supported"),
    ("《河北省劳动力市场管理条例》第二十五条\n第（4）项：年检不合格继续从事人力资源服务活动的，责令限期改正。", "第（4）项", "contradicted"),
    ("劳务派遣经营许可事项监管\n专项督查：每年不少于3次。", "3次", "contradicted"),
    ("特殊工时制度审批事项监管\n专项督查：每年不少于2次。", "2次", "supported"),
    # Regimes side by side: each figure is its own regime's.
    ("劳务派遣专项督查每年不少于5次。", "不少于5次", "contradicted"),
    ("劳务派遣专项督查每年不少于2次，培训机构专项督查每年不少于1次。", "不少于1次", "supported"),
    ("劳务派遣专项督查每年不少于2次，培训机构专项督查每年不少于3次。", "不少于3次", "contradicted"),
    ("特殊工时单位的日常巡查每月不少于1次，而定点培训机构的日常巡查每月不少于2次。", "不少于2次", "supported"),
    # A condition of another violation of the same law leaves the one told before.
    ("无证派遣的，处违法所得1至5倍罚款。\n逾期不改正的派遣单位，每人罚5000到10000元。", "每人罚5000到10000元", "supported"),
    # A bound for the case is its sum.
    ("擅自经营劳务派遣业务，违法所得12万元的，最高可罚60万元。", "60万元", "supported"),
    ("擅自经营劳务派遣业务，违法所得12万元的，最高可罚70万元。", "70万元", "contradicted"),
    # One event, two terms.
    ("稽核结束后10个工作日内告知未发现违规的单位。", "10个工作日内", "contradicted"),
    ("稽核结束后5个工作日内告知未发现违规的单位，10个工作日内送达处理决定书。", "5个工作日内", "supported"),
    # A case told in one sentence, punished in the next.
    ("经查，你公司提供虚假劳动力供求信息。现决定罚款1500元。", "1500元", "contradicted"),
    # Calendar and working days differ.
    ("稽核结束后10个工作日内将《社会保险违规情况处理决定书》送达被稽核对象。", "10个工作日内", "supported"),
    ("稽核结束后10日内将《社会保险违规情况处理决定书》送达被稽核对象。", "10日内", "contradicted"),
    # Other authorities' business is not measured by this bureau's rules.
    ("向人民法院提起诉讼。", "", ""),
    ("体育项目的经营许可由体育行政部门审批。", "", ""),
    ("伪造、涂改、转让营业执照的，处10万元以下罚款。", "10万元以下", "not_in_corpus"),
    ("接到投诉后应当在七日内提出处理意见。", "七日内", "not_in_corpus"),
    ("驾驶室核定载客人数不超过9人。", "", ""),
    # Nothing is guessed.
    ("本单位共有3名职工，去年检查2家企业。", "", ""),
    ("依法应当在60日内申请行政复议。", "60日内", "not_in_corpus"),
    ("拨打电话0319-4750000咨询。", "0319-4750000", "not_in_corpus"),
    ("工伤认定由县医保局负责。", "县医保局", "contradicted"),
    ("工傷認定由工傷保險所負責。", "工傷保險所", "supported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretch", "verdict"), ROWS)
def test_verdict(text: str, stretch: str, verdict: str, assistant: Assistant) -> None:
    claims = assistant.check_text(text).claims
    if not verdict:
        assert claims == []
        return
    at = text.index(stretch)
    on = [c.verdict for c in claims if c.start < at + len(stretch) and at < c.end]
    assert verdict in on
    assert not (verdict == "supported" and "contradicted" in on)


def test_every_verdict_points_at_its_words_and_rests_on_verbatim_quotes(assistant: Assistant) -> None:
    text = "\n".join(dict.fromkeys(t for t, _, _ in ROWS))
    report = assistant.check_text(text)
    documents = {d.id: d for d in assistant.corpus.documents}
    assert len(report.claims) > len(ROWS) / 2
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.reason
        for c in claim.citations:
            assert documents[c.document].text[c.start : c.end] == c.quote
        if claim.verdict in ("supported", "contradicted"):
            assert claim.citations
    _counts_add_up(report)
    assert report == assistant.check_text(text)


def _counts_add_up(report: Report) -> None:
    t = report.totals
    assert t.claims == len(report.claims) == t.supported + t.contradicted + t.not_in_corpus + t.unclear
    assert 0 <= t.unjudged <= t.sentences


def test_greetings_and_opinions_are_counted_not_judged(assistant: Assistant) -> None:
    report = assistant.check_text("您好！感谢您的来信。我们认为这个建议很好。")
    assert (report.claims, report.totals.sentences, report.totals.unjudged) == ([], 3, 3)


WORDS = ("第二十五条", "第（3）项", "《河北省劳动力市场管理条例》", "罚款", "一万元以上", "三万元以下", "每月不少于", "2次", "由", "工伤保险所", "负责", "工伤认定", "10日内", "前", "9月28日", "吊销", "，", "。", "；", "：", "\n", "(", "《", "》", "%", "30", "×", "不予处罚", "\ud800", "𠮷")  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    )
)
def test_no_text_breaks_it(assistant: Assistant, words: list[str]) -> None:
    text = "".join(words)
    report = assistant.check_text(text)
    assert all(text[c.start : c.end] == c.text for c in report.claims if "\ud800" not in text)
    _counts_add_up(report)


PROSE = (
    "云岭县人社局职责\n\n内设机构\n\n（一）综合科。负责机关文电工作。\n（二）仲裁科。承担劳动人事争议调解仲裁工作。\n"
)
RULES = """云岭县船坞管理办法

第一条 为加强船坞管理，制定本办法。
第二条 违反本办法规定，有下列行为之一的，由县人社局责令改正，并处罚款：
（一）无证开办船坞的，处三百元以上七百元以下罚款；
（二）船坞未设护栏的，处一百元以上二百元以下罚款。
"""


def test_another_bureau_is_checked_against_its_own_documents(build: Build) -> None:
    bureau = build({"a.txt": PROSE, "b.txt": RULES})
    report = bureau.check_text("申请劳动仲裁请到综合科。无证开办船坞的，处三百元以上九百元以下罚款。")
    assert [(c.kind, c.verdict) for c in report.claims] == [("section", "contradicted"), ("fine", "contradicted")]
    assert {q.file for c in report.claims for q in c.citations} == {"a.txt", "b.txt"}


def test_a_bureau_without_records_calls_nothing_wrong(build: Build) -> None:
    bureau = build({"a.txt": "云岭县简介\n\n本县地处山区，风景优美。\n"})
    claims: list[Claim] = bureau.check_text("\n".join(t for t, _, _ in ROWS)).claims
    assert {c.verdict for c in claims} <= {"not_in_corpus", "unclear"}
