"""Reads a file that anybody may have made: in a process of its own, with limits of memory and time.

Plain text and comma-separated values are decoded here, at no cost: nothing in them can be nested, packed or drawn.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec

from corpus.files.catalogue import read_parts, with_remark
from corpus.files.child import Cost, Reply
from corpus.files.kinds import kind_of
from corpus.files.libreoffice import convert, is_old
from corpus.files.limits import FormatError
from corpus.files.packages import broken
from corpus.files.parts import Parts

COST = Cost(memory=4 * 1024**3, seconds=600, step_seconds=60)
_WALL = 1_800
"""Seconds by the clock, for a process that waits and uses no processor time."""
_HERE = frozenset(("text", "csv", "locked", "other"))
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "VIRTUAL_ENV")
"""Of the environment: a file that takes over its reader finds no password of a database and no key there."""
_THREADS = {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
"""Address space is counted, and each thread of a numeric library takes its share of it."""


def read_contained(name: str, data: bytes, cost: Cost = COST) -> Parts:
    """What `read_parts` gives. Raises FormatError also for a file whose reading takes too much time or memory."""
    kind = kind_of(name, data) if data else "other"
    if kind in _HERE:
        return read_parts(name, data)
    if is_old(kind):
        read_as, converted = convert(kind, data)
        return with_remark(_reply_of(read_as, converted, cost), name, kind)
    return _reply_of(name, data, cost)


def _reply_of(name: str, data: bytes, cost: Cost) -> Parts:
    code, out = _run(name, data, cost)
    if code != 0:
        raise _ended(code)
    try:
        reply = msgspec.msgpack.decode(out, type=Reply)
    except msgspec.DecodeError as error:
        raise broken() from error
    if reply.out_of_memory:
        raise _too_much_memory()
    if reply.parts is None:
        raise FormatError(reply.refused)
    return reply.parts


def _run(name: str, data: bytes, cost: Cost) -> tuple[int, bytes]:
    """Exit status and reply. The name goes along for its suffix; the process never opens a file by it."""
    root = str(Path(__file__).parents[2])
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    environment |= {**_THREADS, "PYTHONPATH": os.pathsep.join([root, *sys.path]), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [sys.executable, "-m", "corpus.files.child", name, msgspec.json.encode(cost).decode()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    try:
        out, _ = process.communicate(data, _WALL)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise _too_long() from None
    return process.returncode, out


def _ended(code: int) -> FormatError:
    """Why a process ended by itself or was ended."""
    timers = {-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name)}
    if code in timers:
        return _too_long()
    if code == -9:
        return _too_much_memory()  # the system ends whoever has taken too much of it
    return FormatError("读的时候程序出错退出了，没有读；文件可能有损坏，请用原来的软件打开后另存一份再加入。")


def _too_long() -> FormatError:
    return FormatError(
        "读了太久还没有读完，已停下，没有读；文件可能有损坏或内容过于复杂，请拆分，或用原来的软件另存一份再加入。"
    )


def _too_much_memory() -> FormatError:
    return FormatError(
        f"展开后太大，超过 {COST.memory // 1024**3} GiB 内存的上限，没有读；请拆分，或用原来的软件另存一份再加入。"
    )
