"""Facts of a document that no case asks for."""

from pathlib import Path

from corpus.folder import compile_corpus
from evals.case import Case
from evals.coverage import coverage

TEXT = """（一）船坞监管
单位名称：吉安县人社局
一、监督检查对象
吉安县船坞
二、监督检查内容和指标
（一）监督检查内容
1、船坞许可证。
（二）监督检查指标
1、日常巡查：每月不少于 3 次。
2、专项督查：每年不少于 1 次，抽查面不少于 40%。
三、监督检查处理
（一）无证开船坞的，处三百元以上七百元以下罚款。
（二）检查结束后 6 个工作日内告知结果。
"""


def case(id: str, quote: str) -> Case:
    fields = {"id": id, "kind": "penalty", "audience": "staff", "q": id, "expect": {"quote": quote}}
    return Case.model_validate(fields)


def untouched(tmp_path: Path, *quotes: str) -> list[str]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found = coverage(compile_corpus(tmp_path), [case(str(i), q) for i, q in enumerate(quotes)])
    return sorted({TEXT[f.span.start : f.span.end] for f in found.untouched})


def test_without_cases_every_fact_is_untouched(tmp_path: Path):
    words = "".join(untouched(tmp_path))
    assert all(w in words for w in ("3 次", "40%", "三百元以上七百元以下", "6 个工作日"))


def test_a_quote_touches_across_blanks(tmp_path: Path):
    words = "".join(untouched(tmp_path, "每月不少于3次", "三百元以上.*以下罚款"))
    assert "3 次" not in words and "三百元" not in words
    assert "40%" in words and "6 个工作日" in words


def test_all_touched(tmp_path: Path):
    assert (
        untouched(tmp_path, "每月不少于3次", "每年不少于1次，抽查面不少于40%", "三百元以上七百元以下", "6个工作日内")
        == []
    )
