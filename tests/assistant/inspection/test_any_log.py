"""Whatever happens in whatever order: the fold takes it, keeps it, and gives the same state by parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.inspection import events as e
from assistant.inspection.chain import decode, encode, link
from assistant.inspection.state import apply, fold
from assistant.inspection.words import Evidence

ITEMS = st.sampled_from(["甲", "乙", "丙", "没有的"])
FOUND = st.builds(
    e.Found, item=ITEMS, finding=st.sampled_from(["符合", "不符合", "不适用", "未查"]), note=st.text(max_size=3)
)
NOTED = st.builds(e.Noted, text=st.text(max_size=3), item=st.none() | ITEMS)
PHOTO = e.EvidenceAdded(evidence=Evidence(name="x", sha256="a" * 64, size=1, media_type="image/png"))
EVENTS = st.one_of(
    FOUND,
    NOTED,
    st.just(PHOTO),
    st.builds(e.Corrected, of=st.integers(0, 20), by=st.none() | FOUND | NOTED),
    st.builds(e.Moved, cursor=ITEMS),
    st.sampled_from(
        [e.Paused(), e.Resumed(), e.Finished(), e.Reopened(), e.Shared(account="wang"), e.Amended(kind="专项")]
    ),
)
LOGS = st.lists(st.tuples(st.sampled_from(["zhang", "li"]), EVENTS), max_size=20)


@given(said=LOGS)
def test_every_entry_is_kept(begun: e.Begun, write, said) -> None:
    log = write(("zhang", begun), *said, ("li", begun))
    state = fold(log)
    assert state is not None
    assert list(state.history) == log
    entered = [r.seq for r in log if isinstance(r.event, e.Found | e.Noted | e.EvidenceAdded)]
    assert set(entered) <= {x.seq for x in state.entries}
    assert [x.seq for x in state.entries] == sorted(x.seq for x in state.entries)


@given(said=LOGS, cut=st.integers(0, 20))
def test_the_state_is_the_same_when_the_log_arrives_in_two_parts(begun: e.Begun, write, said, cut: int) -> None:
    log = write(("zhang", begun), *said)
    state = fold(log[:cut])
    for recorded in log[cut:]:
        state = apply(state, recorded)
    assert state == fold(log)


@given(event=EVENTS)
def test_an_event_reads_back_as_it_was_written(begun: e.Begun, write, event: e.Event) -> None:
    stored = link(
        inspection="i", seq=1, at=write(("z", begun))[0].at, author="z", key=None, event=encode(event), prev=""
    )
    assert decode(stored).event == event
