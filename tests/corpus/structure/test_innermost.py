"""The innermost clause is found for every character, as it is by looking at all of them."""

from __future__ import annotations

from pathlib import Path

from corpus.compile import compile_document
from corpus.innermost import InnermostClauses
from corpus.source import decode_original, read_original

TEXT = """船坞管理办法

第一章 总则
第一条 船坞分为三类：
（一）第一类船坞；
（二）第二类船坞。
第二条 本办法自发布之日起施行。

一、附则
（一）解释
1、由船坞科解释。
2、未尽事宜另行规定。
"""


def test_it_is_the_deepest_that_holds_the_character(tmp_path: Path) -> None:
    (tmp_path / "办法.txt").write_text(TEXT, "utf-8")
    document = compile_document(decode_original(read_original(tmp_path / "办法.txt", tmp_path), None))
    innermost = InnermostClauses(document)
    for character in range(-1, len(document.text) + 1):
        holding = [c for c in document.clauses if c.extent.start <= character < c.extent.end]
        expected = max(holding, key=lambda c: (c.level, c.index), default=None)
        assert innermost.at(character) is expected, character
    assert max(c.level for c in document.clauses) >= 2
