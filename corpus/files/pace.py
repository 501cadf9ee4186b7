"""The time of one step of reading (a page, a picture): processor time, so that a busy machine refuses no honest file.

The timer runs only in a child process that reads files (`child.py`); anywhere else `next_step` does nothing. When it
runs out the operating system ends the process, whatever library it is caught in.
"""

from __future__ import annotations

import signal


def start(seconds: float) -> None:
    """Give each step so many seconds of processor time from now on; nothing where the system has no such timer."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds, seconds)


def next_step() -> None:
    """The step before is done: its time is given back."""
    if hasattr(signal, "setitimer"):
        _, whole = signal.getitimer(signal.ITIMER_PROF)
        if whole:
            signal.setitimer(signal.ITIMER_PROF, whole, whole)
