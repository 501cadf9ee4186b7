"""The child process that reads one file: limits set on itself before the first byte of the file is looked at.

Standard input is the file, standard output a `Reply`; everything that libraries print is dropped.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import msgspec

from corpus.files import pace
from corpus.files.limits import FormatError
from corpus.files.parts import Parts


class Reply(msgspec.Struct, frozen=True):
    """What was read, or why nothing was: the text of a FormatError, or that memory ran out."""

    parts: Parts | None = None
    refused: str = ""
    out_of_memory: bool = False


class Cost(msgspec.Struct, frozen=True):
    """What reading one file may take."""

    memory: int
    """Bytes of address space."""
    seconds: int
    """Processor time of the whole."""
    step_seconds: float
    """Processor time of one page or picture."""


def main() -> None:
    """Read the file that the parent sends; the first argument is its name, the second its `Cost` as JSON."""
    name, cost = sys.argv[1], msgspec.json.decode(sys.argv[2], type=Cost)
    out = _only_reply()
    _limit(cost)
    out.write(msgspec.msgpack.encode(_read(name)))
    out.flush()
    # Threads of libraries may hang at the end of the interpreter; there is nothing left to tidy.
    os._exit(0)


def _read(name: str) -> Reply:
    from corpus.files.catalogue import read_parts

    try:
        return Reply(read_parts(name, sys.stdin.buffer.read()))
    except FormatError as error:
        return Reply(refused=str(error))
    except MemoryError:
        return Reply(out_of_memory=True)


def _only_reply() -> BinaryIO:
    """The way to the parent; what anybody else writes to standard output goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return out


def _limit(cost: Cost) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    for what, most in (
        (resource.RLIMIT_AS, cost.memory),
        (resource.RLIMIT_CPU, cost.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        try:
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (ValueError, OSError):  # a system that knows the limit only by name
            continue
    pace.start(cost.step_seconds)


if __name__ == "__main__":
    main()
