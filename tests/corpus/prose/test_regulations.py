"""Regulations in articles: long ones, excerpts, whom a fine falls on, late fees, fractions, when they apply."""

from __future__ import annotations

import cn2an
import pytest

from corpus.compile import compile_document
from corpus.records import Document
from corpus.source import Source

_TITLE = "甲县渡口管理办法\n"


def compiled(text: str) -> Document:
    document = compile_document(Source("文件.txt", "0" * 64, text))
    assert document.unread == ()
    return document


def test_articles_beyond_a_thousand_are_clauses_of_their_own() -> None:
    text = "甲县渡口法\n" + "\n".join(f"第{cn2an.an2cn(n)}条 渡口应当设置第{n}号标志。" for n in range(1, 1206))
    labels = [c.label for c in compiled(text).clauses if c.label]
    assert len(labels) == 1205
    assert labels[999:1002] == ["第一千条", "第一千零一条", "第一千零二条"]


def test_a_title_that_ends_in_brackets_is_followed_by_the_first_article() -> None:
    labels = [c.label for c in compiled("甲县渡口管理办法（试行）\n第一条 为了安全，制定本办法。\n第二条 略。").clauses]
    assert labels == ["", "第一条", "第二条"]


def test_penalties_of_an_excerpt_rest_on_its_title() -> None:
    document = compiled(
        _TITLE + "第八条 渡口每年检修。\n第九条 未经许可设置渡口的，责令拆除，处一万元以上三万元以下罚款。"
    )
    assert [(p.law, p.article) for p in document.penalties] == [("甲县渡口管理办法", "第九条")]


@pytest.mark.parametrize(
    ("rule", "whens"),
    [
        (
            "夜间违规开渡的，处二万元以下罚款，对直接负责的主管人员处五千元以下罚款。",
            [None, "对直接负责的主管人员"],
        ),
        (
            "夜间违规开渡的，责令停航；情节严重的，对直接负责的主管人员处五千元以下罚款。",
            [None, "情节严重，对直接负责的主管人员"],
        ),
        (
            "夜间违规开渡的，责令停航；逾期不改的，处二万元以下罚款，对主要负责人处一千元以下罚款。",
            [None, "逾期不改", "逾期不改，对主要负责人"],
        ),
    ],
)
def test_whom_each_fine_falls_on(rule: str, whens: list[str | None]) -> None:
    document = compiled(f"{_TITLE}第一条 略。\n第二条 {rule}")
    assert [p.when for p in document.penalties] == whens


def test_late_fee_is_a_measure_with_a_rate_by_the_day() -> None:
    document = compiled(f"{_TITLE}第一条 略。\n第二条 逾期不缴渡口费的，按日加收滞纳金万分之五。")
    (penalty,) = document.penalties
    assert (penalty.measures, penalty.fine.kind) == (("按日加收滞纳金万分之五",), "none")
    (rate,) = document.quantities
    assert (rate.kind, rate.value, rate.unit, rate.period) == ("share", 5, "‱", "按日")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("抽查渡船不少于登记总数的三分之一", (">=", 1, "/3")),
        ("给予实际缴费三分之二的补贴", ("=", 2, "/3")),
        ("抽查渡船不低于总数的1/10", (">=", 1, "/10")),
    ],
)
def test_fractions_are_shares(words: str, expected: tuple[str, float, str]) -> None:
    (share,) = compiled(f"第一条 {words}。").quantities
    assert (share.relation, share.value, share.unit) == expected


@pytest.mark.parametrize("words", ["2024/5/6印发", "第1/2页", "会期3/4月"])
def test_other_strokes_are_no_fractions(words: str) -> None:
    assert compiled(f"第一条 {words}。").quantities == ()


def test_time_in_which_something_happened_is_no_deadline() -> None:
    kinds = [q.kind for q in compiled("第一条 毕业2年内未就业的，应当在30日内登记。").quantities]
    assert kinds == ["count", "deadline"]


def test_day_of_issue_is_the_signature_below_the_rule_where_none_stands_above() -> None:
    document = compiled(
        "甲县渡口管理办法\n第一条 略。\n第二条 本办法自印发之日起施行，有效期二年。\n甲县渡口局\n2022年9月1日"
    )
    assert document.in_force is not None
    assert (document.in_force.start, document.in_force.end) == ("2022-09-01", "2024-08-31")
