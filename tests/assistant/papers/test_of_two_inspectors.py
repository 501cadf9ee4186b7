"""What several inspectors entered, remarks and matched violations reach the papers; where they differ, it is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest

from assistant.inspection.events import Found, Noted, Said
from assistant.inspection.state import Entry
from assistant.papers.blanks import blanks
from assistant.papers.case import Case
from assistant.papers.html import to_html
from assistant.papers.make import make_paper
from corpus.records import Document

MakeCase = Callable[..., Case]
AT = datetime(2026, 9, 28, 3, tzinfo=UTC)


def _with(case: Case, *entered: tuple[str, Said]) -> Case:
    """The same case after further entries: author and what was said."""
    more = tuple(Entry(seq=200 + n, at=AT, author=author, said=said) for n, (author, said) in enumerate(entered))
    state = msgspec.structs.replace(case.inspection, entries=(*case.inspection.entries, *more))
    return Case(case.document, case.checklist, state, case.entered)


def _item(case: Case, n: int) -> str:
    return case.inspection.items[n].item.id


def test_a_second_inspector_who_agrees_takes_nothing_away(shipped: Document, make_case: MakeCase) -> None:
    case = make_case(shipped, 3)
    agreed = _with(case, ("li", Found(item=_item(case, 1), finding="不符合", note="有录音")))
    for id in ("record", "correction"):
        words = to_html(make_paper(agreed, id))
        assert "记录1" in words and "有录音" in words and "结果不一致" not in words


@pytest.mark.parametrize("id", ["record", "correction", "opinion", "handling", "decision"])
def test_a_paper_says_where_the_inspectors_differ(shipped: Document, make_case: MakeCase, id: str) -> None:
    case = make_case(shipped, 3)
    differing = _with(case, ("li", Found(item=_item(case, 1), finding="符合")))
    words = to_html(make_paper(differing, id))
    assert words.count("检查人员的结果不一致，这里按最后一次录入的“符合”") == 1
    assert "结果不一致" not in to_html(make_paper(case, id))


def test_remarks_stand_in_the_record(shipped: Document, make_case: MakeCase) -> None:
    case = make_case(shipped, 3)
    remarked = _with(
        case,
        ("li", Noted(item=_item(case, 0), text="负责人不在场")),
        ("li", Noted(text="门店已搬到二楼")),
    )
    words = to_html(make_paper(remarked, "record"))
    assert "负责人不在场" in words and "备注：门店已搬到二楼" in words


def test_letters_tell_when_and_by_whom_and_tables_do_so_once(shipped: Document, make_case: MakeCase) -> None:
    said = "2026年9月28日对大河机构进行检查（日常），检查人员：张某。"
    assert said in to_html(make_paper(make_case(shipped, 5), "opinion"))
    assert said not in to_html(make_paper(make_case(shipped, 5), "record"))


@pytest.mark.parametrize(("id", "expected"), [("plan", False), ("notice", False), ("record", True)])
def test_hours_of_entries_stand_only_where_results_do(
    shipped: Document, make_case: MakeCase, id: str, expected: bool
) -> None:
    case = make_case(shipped, 3)
    entered = _with(case, ("li", Found(item=_item(case, 0), finding="符合", noted_at=AT)))
    assert ("现场录入" in to_html(make_paper(entered, id))) is expected


def test_a_decision_rests_on_the_provision_that_was_matched(shipped: Document, make_case: MakeCase) -> None:
    found = next(p for p in shipped.penalties if p.regime == 3 and p.law)
    grounds = to_html(make_paper(make_case(shipped, 3, penalty=found.index), "decision")).split("处理依据")[1]
    assert f"《{found.law}》{found.article}" in grounds.split("处理决定")[0]
    assert "适用的法律、法规条款" in blanks(make_paper(make_case(shipped, 3), "decision"))
