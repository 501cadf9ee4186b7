"""A killed writer loses nothing it was told is kept; many writers at once lose nothing either."""

from __future__ import annotations

from evals.durability_crowd import crowd
from evals.durability_kill import kill_runs
from evals.http_crowd import http_crowd
from evals.scratch import Scratch


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(place: Scratch) -> None:
    found = kill_runs(place, runs=10, seed=1)
    assert found.acknowledged > 0
    assert (found.lost, found.unsound) == (0, 0)


def test_two_servers_full_of_inspectors_lose_nothing(place: Scratch) -> None:
    found = crowd(place, inspectors=10, each=10)
    assert (found.lost, found.sound) == (0, True)


def test_inspectors_at_once_over_http_lose_nothing_and_what_is_sent_twice_is_kept_once(place: Scratch) -> None:
    found = http_crowd(place, inspectors=8, each=5)
    assert (found.lost, found.twice, found.refused, found.sound) == (0, 0, 0, True)
