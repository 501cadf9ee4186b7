"""Sums of durations. Nothing here depends on how fast the machine is."""

import subprocess
import sys
from math import isnan

import pytest

from evals.timing import peak_memory_mib, spread, time_command, time_each


def test_spread_is_in_milliseconds():
    found = spread([0.001] * 98 + [0.002, 0.101])
    assert (found.n, found.p50_ms) == (100, pytest.approx(1))
    assert found.p99_ms == pytest.approx(2.99)


def test_no_durations_give_nan():
    assert isnan(spread([]).p50_ms)


def test_each_input_is_worked_on_once_and_in_order():
    seen: list[int] = []
    assert len(time_each(seen.append, [1, 2, 3])) == 3
    assert seen == [1, 2, 3]


def test_a_command_that_fails_is_no_measurement():
    assert time_command([sys.executable, "-c", ""], 1) > 0
    with pytest.raises(subprocess.CalledProcessError):
        time_command([sys.executable, "-c", "raise SystemExit(3)"], 1)


def test_memory_is_in_mebibytes():
    assert 5 < peak_memory_mib() < 100_000
