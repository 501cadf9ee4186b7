"""An inspection is what its log says: later entries show, earlier ones stay visible, nothing is lost."""

from __future__ import annotations

from assistant.inspection.events import (
    Amended,
    Begun,
    Corrected,
    EvidenceAdded,
    Finished,
    Found,
    Moved,
    Noted,
    PaperMade,
    Paused,
    Reopened,
    Resumed,
    Shared,
)
from assistant.inspection.state import InspectionState, fold
from assistant.inspection.words import Evidence, Inspector, MatchedViolation, Unit

PHOTO = Evidence(name="门口.jpg", sha256="a" * 64, size=10, media_type="image/jpeg")
VIOLATION = MatchedViolation(document="渡口 职责", penalty=0, text="无证开船坞")


def state_of(write, *said) -> InspectionState:
    state = fold(write(*said))
    assert state is not None
    return state


def test_an_inspection_begins_with_every_item_unchecked(begun: Begun, write) -> None:
    state = state_of(write, ("zhang", begun))
    assert (state.owner, state.cursor, state.status, state.seq) == ("zhang", "甲", "进行中", 1)
    assert [(i.item.text, i.finding) for i in state.items] == [("看甲", "未查"), ("看乙", "未查"), ("看丙", "未查")]
    assert state.accounts == {"zhang", "li"}


def test_nothing_is_an_inspection_before_it_is_begun(write) -> None:
    assert fold([]) is None
    assert fold(write(("zhang", Paused()))) is None


def test_what_was_written_at_the_beginning_is_put_right_and_nobody_loses_sight(begun: Begun, write) -> None:
    one = (Inspector(name="张三", account="zhang", certificate="证 9"),)
    amended = Amended(unit=Unit(name="改正的名称"), inspectors=one, reason="写错了")
    before, after = state_of(write, ("zhang", begun)), state_of(write, ("zhang", begun), ("zhang", amended))
    assert (after.unit.name, after.inspectors) == ("改正的名称", one)
    assert (after.day, after.kind) == (before.day, before.kind)
    assert after.accounts == before.accounts == {"zhang", "li"}
    assert after.history[0].event == begun


def test_a_finding_shows_with_its_note_author_and_violations(begun: Begun, write) -> None:
    found = Found(item="乙", finding="不符合", note="没有证", violations=(VIOLATION,))
    state = state_of(write, ("zhang", begun), ("li", found))
    item = state.items[1]
    assert (item.finding, item.note, item.violations) == ("不符合", "没有证", (VIOLATION,))
    assert item.shown is not None and item.shown.author == "li"
    assert [i.id for i in state.unchecked] == ["甲", "丙"]


def test_of_two_inspectors_entries_the_later_shows_and_both_are_kept(begun: Begun, write) -> None:
    said = (("zhang", begun), ("zhang", Found(item="甲", finding="符合")), ("li", Found(item="甲", finding="不符合")))
    item = state_of(write, *said).items[0]
    assert item.finding == "不符合"
    assert [(x.author, x.stands) for x in item.entries] == [("zhang", True), ("li", True)]
    assert item.disputed
    settled = state_of(write, *said, ("zhang", Found(item="甲", finding="不符合")))
    assert not settled.items[0].disputed


def test_a_correction_replaces_and_the_old_entry_stays_visible(begun: Begun, write) -> None:
    state = state_of(
        write,
        ("zhang", begun),
        ("zhang", Found(item="甲", finding="符合")),
        ("zhang", Corrected(of=2, by=Found(item="乙", finding="不适用"), reason="填错了行")),
    )
    wrong, right = state.items[0], state.items[1]
    assert wrong.finding == "未查" and wrong.entries[0].corrected_by == (3,)
    assert right.finding == "不适用" and right.entries[0].corrects == 2


def test_two_corrections_of_one_entry_are_both_kept(begun: Begun, write) -> None:
    state = state_of(
        write,
        ("zhang", begun),
        ("zhang", Found(item="甲", finding="符合")),
        ("zhang", Corrected(of=2, by=Found(item="甲", finding="不适用"))),
        ("li", Corrected(of=2, by=Found(item="甲", finding="不符合"))),
    )
    item = state.items[0]
    assert item.finding == "不符合"
    assert [(x.seq, x.corrected_by) for x in item.entries] == [(2, (3, 4)), (3, ()), (4, ())]


def test_withdrawing_the_later_entry_shows_the_earlier_again(begun: Begun, write) -> None:
    state = state_of(
        write,
        ("zhang", begun),
        ("zhang", Found(item="甲", finding="符合")),
        ("li", Found(item="甲", finding="不符合")),
        ("li", Corrected(of=3)),
    )
    assert state.items[0].finding == "符合"


def test_remarks_and_files_belong_to_an_item_or_to_the_whole(begun: Begun, write) -> None:
    state = state_of(
        write,
        ("zhang", begun),
        ("zhang", Noted(text="门锁着")),
        ("zhang", EvidenceAdded(evidence=PHOTO, item="丙")),
        ("li", EvidenceAdded(evidence=PHOTO)),
    )
    assert [x.seq for x in state.general] == [2, 4]
    assert state.items[2].evidence == (PHOTO,)
    assert state.evidence == (PHOTO,)


def test_going_back_pausing_and_reopening(begun: Begun, write) -> None:
    said = [("zhang", begun), ("zhang", Moved(cursor="丙")), ("zhang", Moved(cursor="乙")), ("zhang", Paused())]
    paused = state_of(write, *said)
    assert (paused.cursor, paused.status) == ("乙", "已暂停")
    said += [("zhang", Resumed()), ("zhang", Finished())]
    assert state_of(write, *said).status == "已结束"
    said.append(("zhang", Reopened()))
    assert state_of(write, *said).status == "进行中"


def test_sharing_and_papers_are_remembered(begun: Begun, write) -> None:
    paper = PaperMade(kind="现场检查记录表", sha256="b" * 64)
    state = state_of(write, ("zhang", begun), ("zhang", Shared(account="wang")), ("zhang", paper))
    assert "wang" in state.accounts and state.papers == (paper,)


def test_what_does_not_fit_is_kept_and_changes_nothing_else(begun: Begun, write) -> None:
    odd = (begun, Corrected(of=99), Moved(cursor="丁"), Resumed())
    plain = state_of(write, ("zhang", begun))
    state = state_of(write, ("zhang", begun), *(("li", event) for event in odd))
    assert len(state.history) == 5
    assert (state.entries, state.cursor, state.status) == (plain.entries, plain.cursor, plain.status)
