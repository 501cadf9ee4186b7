"""After some failures one waits, longer each time, and never for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.accounts.lockout import Lockout

NOW = datetime(2031, 5, 6, 8, 0, tzinfo=UTC)
RULE = Lockout(failures=3, window=timedelta(minutes=15), address_failures=6)


def failed(count: int, seconds_ago: int = 0) -> list[datetime]:
    return [NOW - timedelta(seconds=seconds_ago)] * count


def test_nobody_waits_for_the_first_failures() -> None:
    assert RULE.until(failed(2), NOW) is None
    assert RULE.until(failed(5), NOW, address=True) is None


def test_the_wait_doubles_up_to_the_window() -> None:
    waits = [RULE.until(failed(n), NOW) for n in (3, 4, 5, 6, 7, 50)]
    assert waits == [NOW + timedelta(minutes=m) for m in (1, 2, 4, 8, 15, 15)]


def test_when_the_wait_is_over_it_may_be_tried_again() -> None:
    assert RULE.until(failed(3, seconds_ago=59), NOW) is not None
    assert RULE.until(failed(3, seconds_ago=60), NOW) is None


def test_old_failures_do_not_count() -> None:
    assert RULE.until(failed(50, seconds_ago=15 * 60), NOW) is None


@given(st.lists(st.integers(0, 3600), max_size=40), st.integers(0, 3600))
def test_waiting_for_the_window_always_helps(ago: list[int], later: int) -> None:
    times = [NOW - timedelta(seconds=s) for s in ago]
    until = RULE.until(times, NOW)
    assert until is None or NOW < until <= NOW + RULE.window
    assert RULE.until(times, NOW + RULE.window + timedelta(seconds=later)) is None
