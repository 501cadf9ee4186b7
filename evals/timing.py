"""Durations in seconds and what they sum up to."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

import numpy as np

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations of one kind of work, in milliseconds."""

    p50_ms: float
    p99_ms: float
    n: int


def spread(seconds: Sequence[float]) -> Spread:
    """Median and 99th percentile; NaN where there are no observations."""
    if not seconds:
        return Spread(float("nan"), float("nan"), 0)
    p50, p99 = (float(x) * 1000 for x in np.percentile(seconds, [50, 99]))
    return Spread(p50, p99, len(seconds))


def time_each(work: Callable[[T], object], inputs: Iterable[T]) -> list[float]:
    """Seconds that the work took on each input."""
    return [_seconds(lambda x=x: work(x)) for x in inputs]


def time_command(command: Sequence[str], runs: int) -> float:
    """Median seconds of a command from start to end. Raises CalledProcessError when it fails."""

    def once(_: int) -> object:
        return subprocess.run(command, check=True, capture_output=True)

    return median(time_each(once, range(runs)))


def peak_memory_mib() -> float:
    """Largest resident size of this process so far, in MiB. Unix counts KiB, macOS bytes (getrusage(2))."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
