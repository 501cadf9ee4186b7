"""Several processes that accept on one socket: forked when everything is loaded, so that they share its memory.

A worker that ends by itself is started again; one that cannot stay up ends them all, since something is wrong that
starting again does not mend.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from types import FrameType

from api.failures import WorkError

_AT_ONCE_S = 2.0
"""A worker that lives no longer than this counts as one that could not start."""
_MOST_FAILURES = 5


def run_workers(count: int, work: Callable[[], None]) -> None:
    """Run `work` in so many processes until a signal ends them (SIGINT, SIGTERM are passed on). Raises WorkError.

    `work` runs in the child; it must open files and threads of its own, and gets the signals itself.
    """
    if not hasattr(os, "fork"):
        raise WorkError("这个系统不能用 --workers 开多个进程。请去掉这个选项。")
    Workers(count, work).run()


class Workers:
    """The parent's side: which processes run, since when."""

    def __init__(self, count: int, work: Callable[[], None]) -> None:
        self._count, self._work = count, work
        self._began: dict[int, float] = {}
        self._stopping = False
        self._failures = 0

    def run(self) -> None:
        """Keep the workers running until told to stop, then wait for them."""
        before = {s: signal.signal(s, self._stop) for s in (signal.SIGINT, signal.SIGTERM)}
        try:
            for _ in range(self._count):
                self._start()
            while self._began:
                self._replace(*os.wait())
        finally:
            for s, handler in before.items():
                signal.signal(s, handler)
        if self._failures >= _MOST_FAILURES:
            raise WorkError("工作进程一启动就退出，已全部停止。原因见上面的日志。")

    def _start(self) -> None:
        pid = os.fork()
        if pid:
            self._began[pid] = time.monotonic()
            return
        status = 1
        try:
            for s in (signal.SIGINT, signal.SIGTERM):
                signal.signal(s, signal.SIG_DFL)
            self._work()
            status = 0
        finally:
            os._exit(status)  # the parent's own exit work is not the child's

    def _replace(self, pid: int, status: int) -> None:
        began = self._began.pop(pid, None)
        if began is None or self._stopping:
            return
        self._failures = self._failures + 1 if time.monotonic() - began < _AT_ONCE_S else 0
        if self._failures >= _MOST_FAILURES:
            self._stop(signal.SIGTERM, None)
        else:
            self._start()

    def _stop(self, signum: int, _: FrameType | None) -> None:
        self._stopping = True
        for pid in list(self._began):
            os.kill(pid, signum)
