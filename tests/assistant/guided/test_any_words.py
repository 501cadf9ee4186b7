"""Whatever two inspectors say in whatever order: no error, and no acknowledged event is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.assistant import Assistant

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
WORDS = sorted({says for row in TABLE for says in row["says"] if not row["is"].startswith(("make", "begin"))})
SAID = st.lists(st.tuples(st.sampled_from(["zhang", "li"]), st.sampled_from(WORDS) | st.text(max_size=12)), max_size=8)


@pytest.fixture(scope="module")
def shared(assistant: Assistant, over: Callable[..., AbstractContextManager[Any]]) -> Iterator[Any]:
    with over(assistant) as desk:
        yield desk


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID)
def test_any_words_in_any_order(shared: Any, said: list[tuple[str, str]]) -> None:
    talks = {name: shared.talk(name, "hypothesis") for name in ("zhang", "li")}
    begun = talks["zhang"]("开始检查大河人力资源有限公司，日常检查")
    talks["zhang"]("请李四一起查")
    talks["li"]("继续检查大河人力资源有限公司")
    kept = shared.state(begun).history
    for name, words in said:
        answer = talks[name](words)
        now = shared.state(begun).history
        assert now[: len(kept)] == kept, "what was acknowledged stays, in its place"
        if answer.inspection is None:
            assert now == kept, "what is no command records nothing"
        kept = now
    assert shared.office.store.check().sound
    talks["zhang"]("确认结束")
