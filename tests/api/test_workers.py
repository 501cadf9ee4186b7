"""`renshe serve --workers`: several processes behind one port are one service."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.failures import WorkError
from api.workers import run_workers


class Served:
    """A running service; every request comes on a connection of its own, so that any worker may get it."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process, self.url = process, url

    def ask(self, question: str, session: str) -> dict[str, Any]:
        body = {"question": question, "session": session}
        return httpx.post(f"{self.url}/v1/ask", json=body, trust_env=False, timeout=30).raise_for_status().json()

    def workers(self) -> list[int]:
        pid = self.process.pid
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not Path("/proc/self/task").exists():
        pytest.skip("finds the workers under /proc")
    env = {**os.environ, "RENSHE_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "api.cli.main", "serve", "--port", "0", "--workers", "2"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, env=env, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://[^ ]+:\d+", process.stdout.readline())
        assert found
        service = Served(process, found[0].rstrip("　（"))
        _until(lambda: len(service.workers()) == 2)
        yield service
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_a_conversation_goes_on_in_whichever_worker(served: Served) -> None:
    for i in range(6):
        session = f"talk-{i}"
        assert served.ask("工伤认定找谁", session)["sections"][0]["name"] == "工伤保险所"
        assert served.ask("那医保呢", session)["sections"][0]["name"] == "医疗保险所"
        assert served.ask("他们电话多少", session)["read_as"] == "医疗保险所电话多少"


def test_the_meters_tell_the_sum(served: Served) -> None:
    def asked() -> float:
        text = httpx.get(f"{served.url}/metrics", trust_env=False, timeout=30).text
        found = re.findall(r'renshe_answer_seconds_count\{intent="route"\} ([0-9.]+)', text)
        return float(found[0]) if found else 0.0

    before = asked()
    for i in range(8):
        served.ask("工伤认定找谁", f"sum-{i}")
    assert asked() == before + 8


def test_a_worker_that_dies_is_replaced(served: Served) -> None:
    first = served.workers()
    os.kill(first[0], signal.SIGKILL)
    _until(lambda: len(set(served.workers()) - set(first)) == 1)
    assert served.ask("工伤认定找谁", "after")["status"] == "answered"


def test_workers_that_cannot_start_are_given_up() -> None:
    def fail() -> None:
        raise SystemExit(3)

    with pytest.raises(WorkError, match="一启动就退出"):
        run_workers(2, fail)


def _until(holds: Any) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
