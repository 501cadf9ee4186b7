"""Two phones, one inspection: both entries are kept, in one order that both see."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from assistant.inspection.events import Corrected, Found
from assistant.inspection.state import fold
from assistant.store.store import Store, open_store

AT = datetime(2031, 5, 6, tzinfo=UTC)


def test_both_find_the_same_item_at_once(place, store: Store, begun) -> None:
    store.events.append("i1", "zhang", begun, at=AT)
    other = open_store(place.home, place.url)
    gate = threading.Barrier(2)

    def say(at: Store, author: str, finding: str):
        gate.wait()
        return at.events.append("i1", author, Found(item="甲", finding=finding), at=AT)  # pyright: ignore

    with ThreadPoolExecutor(2) as threads:
        said = [threads.submit(say, store, "zhang", "符合"), threads.submit(say, other, "li", "不符合")]
    seen = store.events.state("i1")
    assert seen is not None and seen == other.events.state("i1") == fold(other.events.read("i1"))
    entries = seen.items[0].entries
    assert {x.author for x in entries} == {"zhang", "li"} and all(x.stands for x in entries)
    assert seen.items[0].shown == entries[-1]
    assert sorted(s.result().recorded.seq for s in said) == [2, 3]
    other.close()


def test_one_server_corrects_what_the_other_wrote(place, store: Store, begun) -> None:
    other = open_store(place.home, place.url)
    for at, author, event in (
        (store, "zhang", begun),
        (other, "li", Found(item="乙", finding="符合")),
        (store, "zhang", Corrected(of=2, by=Found(item="乙", finding="不符合"))),
    ):
        at.events.append("i1", author, event, at=AT)
    state = other.events.state("i1")
    assert state is not None and state.items[1].finding == "不符合"
    assert state == store.events.state("i1")
    other.close()


def test_one_key_sent_by_two_threads_is_stored_once(store: Store, begun) -> None:
    store.events.append("i1", "zhang", begun, at=AT)
    found = Found(item="甲", finding="符合")
    with ThreadPoolExecutor(8) as threads:
        sent = list(threads.map(lambda _: store.events.append("i1", "zhang", found, at=AT, key="k"), range(8)))
    assert {s.recorded for s in sent} == {store.events.read("i1")[1]}
    assert len(store.events.read("i1")) == 2
    assert [s.again for s in sent].count(False) == 1
