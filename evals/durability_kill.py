"""The kill test: a writer is killed with SIGKILL at a random moment; what it was told is kept must be there."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from assistant.store.store import open_store
from evals.durability_writer import write
from evals.scratch import Scratch

LONGEST_S = 0.15
"""Every other writer is killed within this time of its start, which is often while it opens the store; the others within
this time of their first acknowledged event."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What all runs of one database came to."""

    runs: int
    acknowledged: int
    lost: int
    """Acknowledged events that were not there afterwards: must be 0."""
    unacknowledged: int
    """Events that were stored although the writer died before it could say so; allowed."""
    unsound: int
    """Runs after which the store did not open clean or a chain was broken: must be 0."""
    seconds: float


def kill_runs(place: Scratch, runs: int, seed: int = 0) -> Killed:
    """Start a writer, kill it, look; `runs` times over the same database."""
    chance = random.Random(seed)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["evals.durability_writer", "alembic.command", "psycopg"])
    acknowledged = lost = unacknowledged = unsound = 0
    began = time.perf_counter()
    for run in range(runs):
        inspection = f"run-{run}"
        hears, says = processes.Pipe(duplex=False)
        writer = processes.Process(target=write, args=(place, inspection, says))
        writer.start()
        says.close()
        if run % 2:
            hears.poll(60)
        time.sleep(chance.uniform(0, LONGEST_S))
        writer.kill()
        writer.join()
        told = dict(_told(hears))
        there, sound = _look(place, inspection)
        acknowledged += len(told)
        lost += sum(there.get(seq) != hash for seq, hash in told.items())
        unacknowledged += len(there.keys() - told.keys())
        unsound += not sound
    return Killed(runs, acknowledged, lost, unacknowledged, unsound, time.perf_counter() - began)


def _told(hears: Connection) -> Iterator[tuple[int, str]]:
    while True:
        try:
            yield hears.recv()
        except EOFError:
            return


def _look(place: Scratch, inspection: str) -> tuple[dict[int, str], bool]:
    store = open_store(place.home, place.url)
    try:
        return {r.seq: r.hash for r in store.events.read(inspection)}, store.check().sound
    finally:
        store.close()
