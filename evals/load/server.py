"""The program served as people serve it: `renshe serve` in processes of its own, without the limit for clients."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PORT = re.compile(r"http://[^ ]+:(\d+)")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    port: int
    pid: int

    def memory_mib(self) -> float:
        """Resident size of the server's processes together, pages that they share counted once; in MiB."""
        return sum(_proportional_kib(pid) for pid in _family(self.pid)) / 1024


@contextmanager
def served(home: Path, workers: int = 1) -> Generator[Server]:
    """Start it, wait until it answers, stop it. Raises RuntimeError with what it said when it does not start."""
    program = str(Path(sys.executable).parent / "renshe")
    command = [program, "serve", "--port", "0", "--workers", str(workers)]
    env = {**os.environ, "RENSHE_RATE_LIMIT": "off", "RENSHE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with (home / "serve.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            found = _PORT.search(process.stdout.readline())
            if found is None:
                raise RuntimeError((home / "serve.log").read_text("utf-8")[-2000:] or "renshe serve stopped at once")
            yield Server(int(found[1]), process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _family(pid: int) -> list[int]:
    """A process and its children."""
    task = Path(f"/proc/{pid}/task/{pid}/children")
    children = task.read_text().split() if task.exists() else []
    return [pid, *(p for c in children for p in _family(int(c)))]


def _proportional_kib(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return float(next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")))
    except (OSError, StopIteration):
        return 0.0
