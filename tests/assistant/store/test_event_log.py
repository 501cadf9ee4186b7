"""What is acknowledged is kept, once, in order, and can be read back on both databases."""

from __future__ import annotations

import pytest

from assistant.inspection.chain import START
from assistant.inspection.errors import InspectionError, KeyReusedError, RefusedError
from assistant.inspection.events import Begun, Finished, Found, Noted, Shared
from assistant.inspection.records import Wanted
from assistant.store.store import Store, open_store

FOUND = Found(item="甲", finding="不符合", note="门口没有牌子 🚢")


def test_events_read_back_after_reopening(place, begun: Begun, now) -> None:
    first = open_store(place.home, place.url)
    sent = [first.events.append("i1", "zhang", e, at=now()).recorded for e in (begun, FOUND, Noted(text="\n\0'\"\\"))]
    state = first.events.state("i1")
    first.close()
    second = open_store(place.home, place.url)
    assert list(second.events.read("i1")) == sent
    assert second.events.state("i1") == state
    assert [r.seq for r in sent] == [1, 2, 3]
    assert [r.prev for r in sent] == [START, sent[0].hash, sent[1].hash]
    assert second.check().sound
    second.close()


def test_the_state_handed_back_is_the_fold_of_what_is_stored(store: Store, begun: Begun, now) -> None:
    for event in (begun, FOUND, Shared(account="wang"), Finished()):
        appended = store.events.append("i1", "zhang", event, at=now())
        assert appended.state == store.events.state("i1")
    (listed,) = store.inspections.page(Wanted())
    assert (listed.status, listed.seq) == ("已结束", 4)


def test_what_does_not_fit_is_refused_and_nothing_is_stored(store: Store, begun: Begun, now) -> None:
    with pytest.raises(RefusedError):
        store.events.append("i1", "zhang", FOUND, at=now())
    store.events.append("i1", "zhang", begun, at=now())
    with pytest.raises(RefusedError, match="没有“丁”"):
        store.events.append("i1", "zhang", Found(item="丁", finding="符合"), at=now())
    with pytest.raises(InspectionError, match="无法保存的字符"):
        store.events.append("i1", "zhang", Noted(text="\ud83d"), at=now())
    assert len(store.events.read("i1")) == 1
    assert store.events.state("i2") is None


def test_the_same_key_gives_the_same_event_back(store: Store, begun: Begun, now) -> None:
    began = store.events.append("i1", "zhang", begun, at=now(), key="k0")
    first = store.events.append("i1", "zhang", FOUND, at=now(), key="k1")
    store.events.append("i1", "li", FOUND, at=now(), key="k1")  # another sender's keys are his own
    again = store.events.append("i1", "zhang", FOUND, at=now(), key="k1")
    assert (again.recorded, again.again) == (first.recorded, True) and not first.again
    # The phone asks once more for a new inspection and gets the one it has begun.
    assert store.events.append("i9", "zhang", begun, at=now(), key="k0").recorded == began.recorded
    assert store.events.state("i9") is None
    assert len(store.events.read("i1")) == 3


def test_the_same_key_with_other_content_is_refused(store: Store, begun: Begun, now) -> None:
    store.events.append("i1", "zhang", begun, at=now())
    store.events.append("i2", "zhang", begun, at=now())
    store.events.append("i1", "zhang", FOUND, at=now(), key="k1")
    for inspection, event in (("i1", Found(item="甲", finding="符合")), ("i2", FOUND)):
        with pytest.raises(KeyReusedError, match="换一个编号"):
            store.events.append(inspection, "zhang", event, at=now(), key="k1")
    with pytest.raises(InspectionError, match="提交编号"):
        store.events.append("i1", "zhang", FOUND, at=now(), key="a\0b")
    assert len(store.events.read("i1")) == 2


def test_lists_are_newest_first_in_pages_and_for_those_who_take_part(store: Store, begun_for, now) -> None:
    for n in range(5):
        store.events.append(f"i{n}", "zhang" if n else "li", begun_for(f"第{n}家", account=None), at=now())
    store.events.append("i0", "li", Shared(account="zhang"), at=now())
    store.events.append("i3", "zhang", Finished(), at=now())

    def page(after=None, limit=50, **wanted):
        return store.inspections.page(Wanted(**wanted), after=after, limit=limit)

    assert [x.id for x in page(limit=2)] == ["i4", "i3"]
    assert [x.id for x in page(limit=2, after="i3")] == ["i2", "i1"]
    assert [x.id for x in page(account="li")] == ["i0"]
    assert len(page(account="zhang")) == 5 and page(account="wang") == ()
    assert [x.id for x in page(status="已结束")] == ["i3"]
    assert [x.unit for x in page(unit="第2家")] == ["第2家"]


@pytest.mark.parametrize("text", ["\0", "\ud83d", "i1\0"])
def test_what_no_database_can_hold_is_simply_not_there(text: str, store: Store) -> None:
    assert store.events.state(text) is None and store.events.read(text) == ()
    assert store.inspections.page(Wanted(unit=text)) == () == store.inspections.page(Wanted(), after=text)
    assert store.accounts.find(text) is None and store.units.get(text) is None and store.units.all(name=text) == ()
