"""Records found against records counted by eye."""

from __future__ import annotations

from corpus.compile import compile_document
from corpus.source import Source
from evals.shapes.found import counts, found, lines


def test_every_counted_kind_is_one_that_can_be_found() -> None:
    kinds = set(found(compile_document(Source("样例.txt", "0" * 64, "正文。\n"))))
    assert counts() and all(set(kinds_of_file) <= kinds for kinds_of_file in counts().values())


def test_more_found_than_counted_is_suspect() -> None:
    text = "职责清单\n\n| 序号 | 科室 | 职责 |\n| --- | --- | --- |\n| 1 | 造林科 | 负责造林。 |\n| 2 | 防火科 | 负责防火。 |\n"
    duties, sections = lines(compile_document(Source("样例.txt", "0" * 64, text)), {"duties": 1, "sections": 3})
    assert (duties.found, duties.suspects) == (2, 1)
    assert (sections.found, sections.suspects) == (2, 0)
