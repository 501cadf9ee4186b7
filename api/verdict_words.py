"""Chinese names of verdicts and kinds of claims."""

from __future__ import annotations

from assistant.claims.report import ClaimKind, Totals, Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    "supported": "相符",
    "contradicted": "不符",
    "not_in_corpus": "文件未载",
    "unclear": "待核",
}
KIND_WORDS: dict[ClaimKind, str] = {
    "section": "科室",
    "department": "部门",
    "law": "法规名称",
    "article": "条款",
    "figure": "指标",
    "fine": "罚款",
    "measure": "处理措施",
    "deadline": "期限",
    "contact": "联系方式",
    "amount": "金额",
}


def totals_in_words(t: Totals) -> str:
    """How many of each, in one sentence."""
    if not t.claims:
        return f"共 {t.sentences} 句，没有找到可与文件核对的说法。"
    return (
        f"共 {t.sentences} 句，核对 {t.claims} 处：相符 {t.supported}，不符 {t.contradicted}，"
        f"文件未载 {t.not_in_corpus}，待核 {t.unclear}；另有 {t.unjudged} 句不涉及文件内容，未核对。"
    )
