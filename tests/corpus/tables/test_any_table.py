"""Any small table gives the same records in every flattening that keeps its cells."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.compile import compile_document
from corpus.source import Source

_SPEC = importlib.util.spec_from_file_location("flatten_any", Path(__file__).with_name("flatten.py"))
assert _SPEC and _SPEC.loader
flatten: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(flatten)

_NOUN = st.sampled_from(("校车", "食堂", "旅店", "粮库", "林场", "驾校"))
COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "检查对象": st.builds("各类{}".format, _NOUN),
    "抽查内容": st.builds("1.{}资质；2.{}卫生。".format, _NOUN, _NOUN),
    "抽查比例": st.one_of(
        st.integers(1, 100).map("{}%".format),
        st.integers(1, 99).map("不低于{}%".format),
        st.tuples(st.integers(1, 40), st.integers(41, 90)).map(lambda p: f"{p[0]}-{p[1]}%"),
        st.integers(2, 9).map("每年不少于{}次".format),
    ),
    "检查方式": st.sampled_from(("现场检查", "书面检查", "现场检查、网络监测")),
    "发起部门": st.sampled_from(("县教育局", "县林业局", "县公安局")),
    "检查依据": st.builds("《{}条例》第{}条".format, _NOUN, st.sampled_from("三五七")),
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """A list of checks with some of the columns in any order; cells are never blank."""
    names = draw(st.lists(st.sampled_from(sorted(COLUMNS)), min_size=2, max_size=6, unique=True))
    count = draw(st.integers(1, 4))
    rows = [
        (str(i + 1), draw(st.builds("{}检查事项".format, _NOUN)), *(draw(COLUMNS[name]) for name in names))
        for i in range(count)
    ]
    return (("序号", "抽查事项", *names), *rows)


@settings(max_examples=25, deadline=None)
@given(tables())
def test_every_flattening_gives_the_same_records(rows: tuple[tuple[str, ...], ...]) -> None:
    def records(way: str) -> list[object]:
        document = compile_document(Source("样例.txt", "0" * 64, "抽查事项清单\n\n" + flatten.EVERY[way](rows)))
        assert document.unread == ()
        names = ("matter", "content", "object", "share", "method", "initiator", "basis")
        found: list[object] = [
            (check.number, *(getattr(check, name) and getattr(check, name).text for name in names))
            for check in document.checks
        ]
        found += [(q.kind, q.relation, q.value, q.upper, q.unit, q.period, q.label) for q in document.quantities]
        found += [(r.name, r.article) for r in document.references]
        return found

    expected = records("Markdown")
    assert len([f for f in expected if isinstance(f, tuple) and f[0] in {str(i) for i in range(1, 9)}]) == len(rows) - 1
    for way in flatten.EVERY:
        assert records(way) == expected, way
