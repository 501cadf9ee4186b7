"""Many inspectors in one inspection at once, from two server processes: none of their entries may be lost."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

from assistant.inspection.events import Found
from assistant.store.store import open_store
from evals.durability_writer import ITEMS, START, beginning
from evals.scratch import Scratch

SERVERS = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """What came of it."""

    inspectors: int
    each: int
    lost: int
    """Acknowledged entries that are not there: must be 0."""
    sound: bool
    seconds: float

    @property
    def events_per_second(self) -> float:
        """Of all inspectors together."""
        return self.inspectors * self.each / self.seconds


def crowd(place: Scratch, inspectors: int = 50, each: int = 20) -> Crowd:
    """All write to the same inspection, the hardest case."""
    store = open_store(place.home, place.url)
    store.events.append("crowd", "account-0", beginning(inspectors), at=START)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["evals.durability_crowd"])
    began = time.perf_counter()
    with processes.Pool(SERVERS) as pool:
        parts = [(place, list(range(n, inspectors, SERVERS)), each) for n in range(SERVERS)]
        told = {pair for part in pool.starmap(_server, parts, chunksize=1) for pair in part}
    seconds = time.perf_counter() - began
    there = {(r.seq, r.hash) for r in store.events.read("crowd")}
    sound = store.check().sound
    store.close()
    missing = inspectors * each - len(told)
    return Crowd(inspectors, each, missing + len(told - there), sound, seconds)


def _server(place: Scratch, inspectors: list[int], each: int) -> list[tuple[int, str]]:
    store = open_store(place.home, place.url)

    def inspect(inspector: int) -> list[tuple[int, str]]:
        told: list[tuple[int, str]] = []
        for n in range(each):
            found = Found(item=ITEMS[n % len(ITEMS)], finding="符合", note=f"{inspector} {n}")
            at = START + timedelta(seconds=n)
            sent = store.events.append("crowd", f"account-{inspector}", found, at=at, key=str(n))
            told.append((sent.recorded.seq, sent.recorded.hash))
        return told

    with ThreadPoolExecutor(len(inspectors)) as threads:
        told = [pair for part in threads.map(inspect, inspectors) for pair in part]
    store.close()
    return told
